"""Blocks as plain data for the typst template: texts are data, never markup."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen

from integrationskonzept.blocks import (
    REMARKS,
    Block,
    Chapter,
    Content,
    DefinitionList,
    ElementLink,
    Emphasis,
    Hyperlink,
    InLanguage,
    Inline,
    ItemList,
    Marked,
    Paragraph,
    Picture,
    Remark,
    SmallPicture,
    StatusMark,
    Text,
    TextTable,
    capitalised,
    displayed,
    safe_target,
)
from integrationskonzept_report.columns import shares
from integrationskonzept_report.glyphs import Glyphs

_STYLES = {Emphasis.CODE: "plain", Emphasis.QUIET: "quiet"}
_DEEPEST = 6


@frozen
class PdfData:
    """Writes blocks as data."""

    language: str
    glyphs: Glyphs
    addresses: frozenset[str]
    """Addresses that the document has a chapter about."""
    labelled: set[str] = field(factory=set)
    """Addresses whose chapter was written."""

    def blocks(self, blocks: Iterable[Block], level: int = 1) -> list[dict[str, Any]]:
        """Return blocks as data; `level` is that of the next heading."""
        return [data for block in blocks for data in self._block(block, level)]

    def _block(self, block: Block, level: int) -> Iterator[dict[str, Any]]:
        match block:
            case Chapter(title, blocks, address, new_page):
                said = self.inline(title) or ["–"]
                yield {
                    "t": "head",
                    "level": min(level, _DEEPEST),
                    "c": said,
                    "label": self._label(address),
                    "page": new_page,
                    "sheet": level > 1 and bool(address) and not new_page and str(address).startswith("measure/"),
                }
                yield from self.blocks(blocks, level + 1)
            case Paragraph(content):
                yield {"t": "p", "c": self.inline(content)}
            case Remark(content, kind):
                yield {"t": "remark", "kind": self.text(REMARKS[kind]), "c": self.inline(content)}
            case ItemList(items, style):
                said = [{"c": self.inline(item.content), "b": self.blocks(item.below, level)} for item in items]
                if said:
                    yield {"t": "list", "style": style.value, "items": said}
            case DefinitionList(definitions):
                terms = [
                    {
                        "term": self.text(capitalised(each.term)) or "–",
                        "c": self.inline(each.content),
                        "b": self.blocks(each.below, level),
                    }
                    for each in definitions
                ]
                if terms:
                    yield {"t": "terms", "items": terms}
            case TextTable():
                yield self._table(block)
            case Picture():
                alternative = self.text(block.alternative) or "–"
                yield {"t": "picture", "svg": self.glyphs.picture(block.svg), "alt": alternative}

    def _label(self, address: str | None) -> str | None:
        """Return the address of a chapter for its label: the first of several about the same element bears it."""
        if address is None or address in self.labelled:
            return None
        self.labelled.add(address)
        return address

    def _table(self, table: TextTable) -> dict[str, Any]:
        heads = [self.text(capitalised(column.head)) for column in table.columns]
        rows = [[self.inline(cell) for cell in row] for row in table.rows]
        texts = [heads, *([plain_text(cell) for cell in row] for row in rows)]
        return {
            "t": "table",
            "caption": None if table.caption is None else self.text(table.caption),
            "heads": heads,
            "numeric": [column.numeric for column in table.columns],
            "headed": table.headed_rows,
            "widths": shares(texts),
            "rows": rows,
        }

    def inline(self, content: Content) -> list[Any]:
        """Return inline content as data: strings, and mappings for what is marked."""
        parts = [data for part in content for data in self._part(part)]
        return [part for part in parts if part != ""]

    def _part(self, part: Inline) -> Iterator[Any]:
        match part:
            case Marked(text, emphasis):
                yield {"s": _STYLES.get(emphasis, "strong"), "v": self.text(text)}
            case StatusMark(text, symbol):
                yield {"s": "status", "sign": symbol.value, "v": self.text(text)}
            case Hyperlink(text, target):
                safe = safe_target(target)
                if safe is not None and (said := self.text(text)):
                    yield {"s": "link", "v": said, "to": safe}
                else:
                    yield f"{self.text(text)} ({self.text(target)})"
            case ElementLink(text, address):
                there = address in self.addresses
                yield {"s": "ref", "v": self.text(text), "to": address} if there else self.text(text)
            case SmallPicture(svg, alternative):
                yield {"s": "picture", "svg": self.glyphs.picture(svg), "alt": self.text(alternative) or "–"}
            case InLanguage(text, language, direction):
                code = language.partition("-")[0].lower()
                yield {"s": "lang", "v": self.text(text), "lang": code, "dir": direction}
            case str() as text:
                said = self.text(text)
                before, after = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
                yield f"{before}{said}{after}" if said else before
            case _:
                yield self.text(part)

    def text(self, text: Text) -> str:
        """Return a text on one line, in the language of the report and in characters that the fonts hold."""
        return self.glyphs.drawable(displayed(text, self.language))


def plain_text(parts: Iterable[Any]) -> str:
    """Return inline data as text."""
    return "".join(part if isinstance(part, str) else part.get("v", "") for part in parts)
