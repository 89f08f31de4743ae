"""Write a document as HTML: a whole page, a fragment for notebooks, or a fragment for Integreat."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from html import escape
from importlib.resources import files

from attrs import field, frozen

from integrationskonzept.blocks.links import safe_target
from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    DefinitionList,
    Document,
    ElementLink,
    Emphasis,
    Hyperlink,
    InLanguage,
    Inline,
    Item,
    ItemList,
    ListStyle,
    Marked,
    Paragraph,
    Picture,
    Remark,
    Row,
    SmallPicture,
    StatusMark,
    TableColumn,
    Text,
    TextTable,
    chapters,
)
from integrationskonzept.blocks.words import REMARKS, SIGNS, capitalised, displayed, spaced, translated, written
from integrationskonzept.i18n.languages import language_of
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.printable import printable


class HtmlProfile(StrEnum):
    """Where the HTML is shown."""

    FULL = "full"
    """A page of its own, with its style: for a browser and for print."""
    NOTEBOOK = "notebook"
    """A fragment without ids, whose cells are aligned whatever the notebook's own style says."""
    INTEGREAT = "integreat"
    """A fragment that the Integreat CMS stores as it is: without pictures, ids, sections and first-level headings."""


MAX_ROWS = 100
"""Rows of a table in a notebook; a last row says how many are left out."""
MAX_COLUMNS = 8
"""Columns of a table that stand side by side on a page; the rows of a wider one are written below each other."""

_DEEPEST = 6
_FIRST_LEVEL = {HtmlProfile.FULL: 1, HtmlProfile.NOTEBOOK: 3, HtmlProfile.INTEGREAT: 1}
_TAGS = {Emphasis.CODE: "code", Emphasis.QUIET: "small"}
_OPENS = re.compile(r"\[|[\"'](?=https?://)")
"""Beginnings of shortcodes and of addresses, which the CMS of Integreat would change even where they are escaped; a
character in an element of its own begins neither."""
_ID = re.compile(r'\b(id|aria-labelledby|aria-describedby)="([^"]+)"')
"""Ids of a picture, and references to them."""
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9_-]+")


def to_html(document: Document, *, profile: HtmlProfile = HtmlProfile.FULL, language: str | None = None) -> str:
    """Return a document as HTML, its messages in `language`, by default the document's own.

    A link leads to an element only where the document has a chapter of it, and to another page only by http, https,
    mailto or tel. In the profile for Integreat the title is left out, since a page has its own.
    """
    language = language or document.language
    writer = _HtmlWriter(language, profile, chapter_ids(document) if profile is HtmlProfile.FULL else {})
    level = _FIRST_LEVEL[profile]
    body = "\n".join(writer.blocks(document.blocks, level + 1))
    title = writer.plain(document.title)
    direction = document.direction or language_of(language).direction
    if profile is HtmlProfile.INTEGREAT:
        return f'<div lang="{escape(language)}" dir="{direction}">\n{body}\n</div>'
    heading = f"<h{level}>{title}</h{level}>"
    if profile is HtmlProfile.NOTEBOOK:
        return f'<div lang="{escape(language)}" dir="{direction}">\n{heading}\n{body}\n</div>\n'
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{writer.bare(document.title)}</title>\n<style>\n{page_style()}</style>\n</head>\n"
        f"<body>\n<main>\n{heading}\n{body}\n</main>\n</body>\n</html>\n"
    )


def to_html_body(document: Document, links: Mapping[str, str]) -> str:
    """Return a document as the content of ``main`` in a page that is put together elsewhere, its title first.

    Args:
        document: The document; its language is that of its messages.
        links: Where elements are told of that have no chapter in the document: a relative URL for each address.
    """
    writer = _HtmlWriter(document.language, HtmlProfile.FULL, chapter_ids(document), links)
    body = "\n".join(writer.blocks(document.blocks, 2))
    return f"<h1>{writer.plain(document.title)}</h1>\n{body}"


def page_style() -> str:
    """Return the style of pages, as CSS."""
    return files(__package__).joinpath("page.css").read_text(encoding="utf-8")


def chapter_ids(document: Document) -> dict[str, str]:
    """Return a valid id, unique in the document, for the address of each chapter that has one."""
    ids: dict[str, str] = {}
    for chapter in chapters(document.blocks):
        if chapter.address and chapter.address not in ids:
            plain = first = _NOT_IN_IDS.sub("-", chapter.address)
            number = 2
            while plain in ids.values():
                plain, number = f"{first}-{number}", number + 1
            ids[chapter.address] = plain
    return ids


@frozen
class _HtmlWriter:
    """Writes blocks as elements."""

    language: str
    profile: HtmlProfile
    ids: Mapping[str, str]
    """The id of the chapter of each element, by its address."""
    links: Mapping[str, str] = field(factory=dict)
    """Where elements without a chapter are told of, by their address."""
    taken: set[str] = field(factory=set)
    """Addresses whose chapter is written."""
    drawn: Counter[str] = field(factory=Counter)
    """How often each picture is written."""

    def blocks(self, blocks: Iterable[Block], level: int) -> Iterator[str]:
        """Yield the elements of blocks; `level` is that of the next heading."""
        for block in blocks:
            yield from self._block(block, level)

    def _block(self, block: Block, level: int) -> Iterator[str]:
        match block:
            case Chapter(title, blocks, address, new_page):
                page = self._class("new-page") if new_page else ""
                yield from self._chapter(title, blocks, f"{self._id(address)}{page}", level)
            case Paragraph(content):
                yield f"<p>{self._inline(content)}</p>"
            case Remark(content, kind):
                word = f"<strong>{self.plain(REMARKS[kind])}:</strong>"
                yield f"<p{self._class('remark', kind)}>{word} {self._inline(content)}</p>"
            case ItemList(items, style):
                yield from self._items(items, style, level)
            case DefinitionList():
                yield from self._definitions(block, level)
            case TextTable():
                yield from self._table(block)
            case _:
                yield from self._picture(block)

    def _id(self, address: str | None) -> str:
        """Return the id of a chapter, if it has one: the first of several about the same element bears it."""
        if address is None or address not in self.ids or address in self.taken:
            return ""
        self.taken.add(address)
        return f' id="{self.ids[address]}"'

    def _chapter(self, title: Content, blocks: Iterable[Block], marked: str, level: int) -> Iterator[str]:
        shown = min(level, _DEEPEST)
        heading = f"<h{shown}>{self._inline(title)}</h{shown}>"
        if self.profile is HtmlProfile.INTEGREAT:
            yield heading
            yield from self.blocks(blocks, level + 1)
            return
        yield f"<section{marked}>{heading}"
        yield from self.blocks(blocks, level + 1)
        yield "</section>"

    def _items(self, items: Iterable[Item], style: ListStyle, level: int) -> Iterator[str]:
        tag = "ol" if style is ListStyle.NUMBERS else "ul"
        yield f"<{tag}{self._class('lines') if style is ListStyle.LINES else ''}>"
        for item in items:
            below = "".join(self.blocks(item.below, level))
            said = f"{self._inline(item.content)}{below}"
            yield f"<li>{said}</li>" if said else ""
        yield f"</{tag}>"

    def _definitions(self, block: DefinitionList, level: int) -> Iterator[str]:
        yield "<dl>"
        for each in block.definitions:
            below = "".join(self.blocks(each.below, level))
            yield f"<dt>{self.plain(capitalised(each.term))}</dt><dd>{self._inline(each.content)}{below}</dd>"
        yield "</dl>"

    def _table(self, table: TextTable, caption: Text | None = None) -> Iterator[str]:
        said = caption if table.caption is None else table.caption
        wide = self._class("wide") if len(table.columns) > MAX_COLUMNS else ""
        yield f"<table{wide}>" if said is None else f"<table{wide}><caption>{self.plain(said)}</caption>"
        heads = "".join(
            f'<th scope="col"{self._aligned(column)}>{self.plain(capitalised(column.head))}</th>'
            for column in table.columns
        )
        yield f"<thead><tr>{heads}</tr></thead>"
        yield "<tbody>"
        shown = table.rows[:MAX_ROWS] if self.profile is HtmlProfile.NOTEBOOK else table.rows
        for row in shown:
            yield f"<tr>{''.join(self._cells(table, row))}</tr>"
        if len(shown) < len(table.rows):
            more = message("… and {count} more", count=len(table.rows) - len(shown))
            yield f'<tr><td colspan="{len(table.columns)}">{self.plain(more)}</td></tr>'
        yield "</tbody></table>"

    def _cells(self, table: TextTable, row: Row) -> Iterator[str]:
        for index, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            content = self._inline(cell)
            if index == 0 and table.headed_rows:
                yield f'<th scope="row"{self._aligned(column)}>{content}</th>'
            else:
                head = f' data-head="{self.bare(capitalised(column.head))}"' if self.profile is HtmlProfile.FULL else ""
                yield f"<td{head}{self._aligned(column)}>{content}</td>"

    def _aligned(self, column: TableColumn) -> str:
        if self.profile is HtmlProfile.NOTEBOOK:
            return f' style="text-align:{"end" if column.numeric else "start"}"'
        return self._class("number") if column.numeric else ""

    def _picture(self, picture: Picture) -> Iterator[str]:
        title = self.plain(picture.title)
        if self.profile is HtmlProfile.INTEGREAT:
            if picture.data is None:
                yield f"<p>{title}: {self.plain(picture.alternative)}</p>"
            else:
                if picture.data.caption is not None:
                    yield f"<p>{title}</p>"
                yield from self._table(picture.data, picture.title)
            return
        shown = f'<div role="img" aria-label="{self.bare(picture.alternative)}">{self._drawn(picture.svg)}</div>'
        yield f"<figure>{shown}<figcaption>{title}</figcaption></figure>"
        if picture.data is not None:
            yield f"<details><summary>{self.plain(self._values_of(picture))}</summary>"
            yield from self._table(picture.data)
            yield "</details>"

    def _values_of(self, picture: Picture) -> Message:
        return message("Values of the picture: {title}", title=translated(picture.title, self.language))

    def _class(self, *names: str) -> str:
        return f' class="{" ".join(names)}"' if self.profile is HtmlProfile.FULL else ""

    def _inline(self, content: Content) -> str:
        return "".join(map(self._part, content)).strip()

    def _part(self, part: Inline) -> str:
        match part:
            case Marked(text, emphasis):
                return self._marked(text, emphasis)
            case StatusMark(text, symbol):
                return f'<span aria-hidden="true">{SIGNS[symbol]}</span> {self.plain(text)}'
            case Hyperlink(text, target):
                safe = safe_target(target)
                if safe is None:
                    return f"{self.plain(text)} ({self.plain(target)})"
                outside = ' class="link-external"' if self.profile is HtmlProfile.INTEGREAT else ""
                return f'<a href="{escape(safe)}"{outside}>{self.plain(text)}</a>'
            case ElementLink(text, address):
                place = f"#{self.ids[address]}" if address in self.ids else self.links.get(address)
                return f'<a href="{escape(place)}">{self.plain(text)}</a>' if place else self.plain(text)
            case SmallPicture(svg, alternative):
                return self._small_picture(svg, alternative)
            case str() as text:
                return spaced(text, self.plain(text))
        return self.plain(part)

    def _small_picture(self, svg: str, alternative: Text) -> str:
        if self.profile is HtmlProfile.INTEGREAT:
            return ""
        return f'<span role="img" aria-label="{self.bare(alternative)}">{self._drawn(svg)}</span>'

    def _drawn(self, svg: str) -> str:
        """Return a picture; if it was written before, with ids of its own."""
        before = self.drawn[svg]
        self.drawn[svg] += 1
        return _ID.sub(rf'\1="\2-{before + 1}"', svg) if before else svg

    def _marked(self, text: Text, emphasis: Emphasis) -> str:
        plain, tag = self.plain(text), _TAGS.get(emphasis, "strong")
        if self.profile is HtmlProfile.INTEGREAT and tag != "strong":
            return plain
        severe = emphasis in (Emphasis.ERROR, Emphasis.WARNING, Emphasis.NOTE)
        return f"<{tag}{self._class(emphasis) if severe else ''}>{plain}</{tag}>"

    def bare(self, text: Text) -> str:
        """Return a text escaped, on one line and without elements: for attributes."""
        return escape(displayed(text, self.language))

    def plain(self, text: Text) -> str:
        """Return a text escaped; for Integreat with its line ends, and with nothing that its CMS would change."""
        if isinstance(text, InLanguage):
            return f'<span lang="{escape(text.language)}" dir="{text.direction}">{self.plain(text.text)}</span>'
        if self.profile is not HtmlProfile.INTEGREAT:
            return self.bare(text)
        lines = written(text, self.language).splitlines()
        escaped = (escape(printable(" ".join(line.split())), quote=False) for line in lines)
        return _OPENS.sub(r"<span>\g<0></span>", "<br>".join(escaped))
