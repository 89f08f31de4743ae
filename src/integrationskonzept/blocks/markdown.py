"""Write a document as Markdown (CommonMark with the tables of GitHub)."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from attrs import frozen

from integrationskonzept.blocks.links import safe_target
from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Definition,
    DefinitionList,
    Document,
    ElementLink,
    Emphasis,
    Hyperlink,
    Inline,
    Item,
    ItemList,
    ListStyle,
    Marked,
    Paragraph,
    Remark,
    SmallPicture,
    StatusMark,
    Text,
    TextTable,
)
from integrationskonzept.blocks.words import REMARKS, SIGNS, capitalised, displayed, spaced

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
_FIRST = re.compile(r"\A(?:([-+=])(?=[\s-]|\Z)|(\d+)([.)])(?=\s|\Z))")
_DEEPEST = 6
_BEFORE = frozenset(" \t\n([\"'„:;,.–/")
_AFTER = frozenset(" \t\n)]\"'“:;,.–/?!\\")
"""Characters beside which asterisks mark a text whatever it begins or ends with; beside others, only letters do."""
_MARKS = {Emphasis.STRONG: "**", Emphasis.ERROR: "**", Emphasis.WARNING: "**", Emphasis.NOTE: "**"}


def escaped(text: str) -> str:
    """Return a text on one line with the syntax of Markdown and HTML escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def to_markdown(document: Document, *, language: str | None = None) -> str:
    """Return a document as Markdown, its messages in `language`, by default the document's own."""
    writer = _MarkdownWriter(language or document.language)
    return "\n".join([f"# {writer.plain(document.title)}", *writer.below(document.blocks, 1)]) + "\n"


@frozen
class _MarkdownWriter:
    """Writes blocks as lines that are not yet indented."""

    language: str

    def below(self, blocks: Iterable[Block], depth: int) -> Iterator[str]:
        """Yield the lines of blocks, each after an empty line; `depth` is the level of the heading above them."""
        for block in blocks:
            lines = list(self._block(block, depth))
            yield from ("", *lines) if any(lines) else ()

    def _block(self, block: Block, depth: int) -> Iterator[str]:
        match block:
            case Chapter(title, blocks):
                yield f"{'#' * min(depth + 1, _DEEPEST)} {self._inline(title)}"
                yield from self.below(blocks, depth + 1)
            case Paragraph(content):
                yield self._line(content)
            case Remark(content, kind):
                yield f"*{self.plain(REMARKS[kind])}:* {self._inline(content)}"
            case ItemList(items, style):
                yield from self._items(items, style, depth)
            case DefinitionList(definitions):
                yield from self._items(map(_defined, definitions), ListStyle.BULLETS, depth)
            case TextTable():
                yield from self._table(block)
            case _:
                yield from self._bold(block.title)
                yield from [self._line((block.alternative,))] if block.data is None else self._table(block.data)

    def _items(self, items: Iterable[Item], style: ListStyle, depth: int) -> Iterator[str]:
        for number, item in zip(count(1), items):
            marker = f"{number}. " if style is ListStyle.NUMBERS else "- "
            indent = " " * len(marker)
            lines = list(self.below(item.below, depth))
            first = self._line(item.content)
            if not first and lines:  # a line break after an empty item would end the list
                first, lines = lines[1], lines[2:]
            yield f"{marker}{first}".rstrip()
            yield from (f"{indent}{line}".rstrip() for line in lines)

    def _table(self, table: TextTable) -> Iterator[str]:
        if table.caption is not None:
            yield from self._bold(table.caption)
        yield self._row(self.plain(capitalised(column.head)) for column in table.columns)
        yield self._row("--:" if column.numeric else "---" for column in table.columns)
        for row in table.rows:
            yield self._row(map(self._inline, row))

    def _bold(self, text: Text) -> Iterator[str]:
        """Yield a text as a paragraph in bold, with an empty line after it; nothing for an empty one."""
        if plain := self._part(Marked(text)):
            yield from (plain, "")

    @staticmethod
    def _row(cells: Iterable[str]) -> str:
        return f"| {' | '.join(cells)} |"

    def _line(self, content: Content) -> str:
        """Return inline content at the start of a line, where a dash or a number with a dot would begin a list."""
        return _FIRST.sub(_escaped_start, self._inline(content))

    def _inline(self, content: Content) -> str:
        pieces = list(map(self._part, content))
        for index, part in enumerate(content):
            if isinstance(part, Marked):
                before = next(filter(None, reversed(pieces[:index])), "")
                after = next(filter(None, pieces[index + 1 :]), "")
                text = self.plain(part.text)
                if not _can_be_marked(before[-1:], text, after[:1]):
                    pieces[index] = text
        return "".join(pieces).strip()

    def _part(self, part: Inline) -> str:
        match part:
            case Marked(text, Emphasis.CODE):
                return self._code(displayed(text, self.language))
            case Marked(text, emphasis):
                mark, plain = _MARKS.get(emphasis, "*"), self.plain(text)
                return f"{mark}{plain}{mark}" if plain else ""
            case StatusMark(text, symbol):
                return f"{escaped(SIGNS[symbol])} {self.plain(text)}"
            case Hyperlink(text, target):
                safe = safe_target(target)
                plain = self.plain(text)
                return f"[{plain}](<{safe.replace('&', '&amp;')}>)" if safe else f"{plain} ({self.plain(target)})"
            case ElementLink(text):
                return self.plain(text)
            case SmallPicture():
                return ""
            case str() as text:
                return spaced(text, self.plain(text))
        return self.plain(part)

    def _code(self, text: str) -> str:
        """Return a text as code; one with a backtick or bar stays plain, since they end code and cells of a table."""
        return self.plain(text) if not text or "`" in text or "|" in text else f"`{text}`"

    def plain(self, text: Text) -> str:
        """Return a text with the syntax of Markdown escaped."""
        return escaped(displayed(text, self.language))


def _can_be_marked(before: str, text: str, after: str) -> bool:
    """Return whether marks around a text would be read as such between these characters."""
    begins = not before or before in _BEFORE or (text[:1].isalnum() and before not in "*`")
    return begins and (not after or after in _AFTER or (text[-1:].isalnum() and after not in "*`"))


def _escaped_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _defined(each: Definition) -> Item:
    """Return a definition as an item of a list."""
    term = Marked(capitalised(each.term))
    return Item((term, ": ", *each.content) if each.content else term, each.below)
