"""Write a document as text for a terminal, wrapped by words to the width there is."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from attrs import frozen

from integrationskonzept.blocks.text_table import ColumnLayout, table_lines
from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
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
    Picture,
    Remark,
    SmallPicture,
    StatusMark,
    Symbol,
    Text,
    TextTable,
)
from integrationskonzept.blocks.width import display_width, wrapped
from integrationskonzept.blocks.words import REMARKS, capitalised, displayed, signs, spaced
from integrationskonzept.i18n.messages import message

WIDTH = 80
"""Width where none is known."""

_LEAST = 20
"""Width that is never fallen below, however deep a list is."""
_LONGEST_TERM = 28
_BELOW = "  "
_COLOURS = {
    Emphasis.STRONG: "1",
    Emphasis.QUIET: "2",
    Emphasis.ERROR: "1;31",
    Emphasis.WARNING: "1;33",
    Emphasis.NOTE: "1;36",
}
"""SGR codes: bold, dim, and red, yellow, cyan in bold."""


def to_text(
    document: Document,
    *,
    width: int | None = WIDTH,
    language: str | None = None,
    colour: bool = False,
    encoding: str = "utf-8",
) -> str:
    """Return a document as text, its lines at most `width` columns wide.

    Only a word that is longer than a line is broken. A table leaves out columns of low priority and says so. With a
    `width` of None nothing is wrapped: every paragraph and every item of a list is one line.

    Args:
        document: The document.
        width: Number of columns.
        language: The language of its messages; by default the document's own.
        colour: Whether to mark texts by the colours of a terminal as well.
        encoding: The encoding it will be written in; where it lacks the signs of a status, ASCII is used.
    """
    writer = _TextWriter(language or document.language, colour, signs(encoding))
    title = writer.heading(document.title, width, "=")
    below = list(writer.blocks(document.blocks, width))
    return "\n".join([*title, *(["", *below] if below else [])]) + "\n"


def inline_text(content: Content, language: str) -> str:
    """Return inline content as one line of plain text."""
    return _TextWriter(language, colour=False, signs=signs("utf-8")).inline(content)


@frozen
class _TextWriter:
    """Writes blocks as lines that are not yet indented."""

    language: str
    colour: bool
    signs: Mapping[Symbol, str]

    def heading(self, title: Text, width: int | None, rule: str) -> Iterator[str]:
        """Yield a heading, underlined where lines are wrapped."""
        lines = wrapped(self._marked(title, Emphasis.STRONG), width)
        yield from lines
        if width is not None:
            yield rule * max(map(display_width, lines))

    def blocks(self, blocks: Iterable[Block], width: int | None) -> Iterator[str]:
        """Yield the lines of blocks, with an empty line between them."""
        first = True
        for block in blocks:
            lines = list(self._block(block, width))
            if any(lines):
                yield from lines if first else ("", *lines)
                first = False

    def _block(self, block: Block, width: int | None) -> Iterator[str]:
        match block:
            case Chapter(title, blocks):
                yield from self.heading(self.inline(title), width, "-")
                yield from self.blocks(blocks, width)
            case Paragraph(content):
                yield from wrapped(self.inline(content), width)
            case Remark(content, kind):
                yield from wrapped(self.inline((Marked(REMARKS[kind]), ": ", *content)), width)
            case ItemList(items, style):
                yield from self._items(items, style, width)
            case DefinitionList():
                yield from self._definitions(block, width)
            case TextTable():
                yield from self._table(block, width)
            case _:
                yield from self._picture(block, width)

    def _items(self, items: Iterable[Item], style: ListStyle, width: int | None) -> Iterator[str]:
        for number, item in zip(count(1), items):
            marker = {ListStyle.BULLETS: "- ", ListStyle.NUMBERS: f"{number}. ", ListStyle.LINES: ""}[style]
            indent = " " * (len(marker) or 4)
            inside = self._inside(width, indent)
            said = self.inline(item.content)
            lines = wrapped(said, inside) if said or not item.below else []
            lines += [line for block in item.below for line in self._block(block, inside)]
            yield from (f"{indent if index else marker}{line}".rstrip() for index, line in enumerate(lines))

    def _definitions(self, block: DefinitionList, width: int | None) -> Iterator[str]:
        """Yield each term with what is said of it beside it; what is long or stands in blocks comes below it."""
        longest = _LONGEST_TERM if width is None else min(_LONGEST_TERM, width - len(_BELOW) - _LEAST)
        terms = [f"{self._marked(capitalised(each.term), Emphasis.STRONG)}:" for each in block.definitions]
        beside = [
            display_width(term)
            for term, each in zip(terms, block.definitions, strict=True)
            if each.content and display_width(term) <= longest
        ]
        indent = " " * (max(beside, default=0) + 2)
        for term, each in zip(terms, block.definitions, strict=True):
            space = indent if display_width(term) <= longest else _BELOW
            lines = wrapped(self.inline(each.content), self._inside(width, space)) if each.content else []
            if lines and space is indent:
                yield f"{term}{indent[display_width(term) :]}{lines.pop(0)}"
            else:
                yield from wrapped(term, width)
            yield from (f"{space}{line}" for line in lines)
            for below in each.below:
                yield from (f"{_BELOW}{line}".rstrip() for line in self._block(below, self._inside(width, _BELOW)))

    def _table(self, table: TextTable, width: int | None) -> Iterator[str]:
        if table.caption is not None:
            yield from wrapped(self._marked(table.caption, Emphasis.STRONG), width)
        columns = [
            ColumnLayout(
                self._marked(capitalised(column.head), Emphasis.STRONG),
                tuple(self.inline(row[index]) for row in table.rows),
                column.numeric,
                column.priority,
            )
            for index, column in enumerate(table.columns)
        ]
        lines, left_out = table_lines(columns, width)
        yield from lines
        if left_out:
            said = message("(without: {columns})", columns=", ".join(left_out))
            yield from wrapped(said.text(self.language), width)

    def _picture(self, picture: Picture, width: int | None) -> Iterator[str]:
        yield from wrapped(self._marked(picture.title, Emphasis.STRONG), width)
        if picture.data is None:
            yield from wrapped(self.inline((picture.alternative,)), width)
        else:
            yield from self._table(picture.data, width)

    @staticmethod
    def _inside(width: int | None, indent: str) -> int | None:
        return None if width is None else max(width - len(indent), _LEAST)

    def inline(self, content: Content) -> str:
        """Return inline content as one line."""
        return " ".join("".join(map(self._part, content)).split())

    def _part(self, part: Inline) -> str:
        match part:
            case Marked(text, emphasis):
                return self._marked(text, emphasis)
            case StatusMark(text, symbol):
                return f"{self.signs[symbol]} {self._plain(text)}"
            case Hyperlink(text, target):
                said = self._plain(text)
                return said if said == target else f"{said} <{self._plain(target)}>"
            case ElementLink(text):
                return self._plain(text)
            case SmallPicture():
                return ""
            case str() as text:
                return spaced(text, self._plain(text))
        return self._plain(part)

    def _plain(self, text: Text) -> str:
        return displayed(text, self.language)

    def _marked(self, text: Text, emphasis: Emphasis) -> str:
        plain = self._plain(text)
        code = _COLOURS.get(emphasis) if self.colour else None
        return " ".join(f"\x1b[{code}m{word}\x1b[0m" for word in plain.split(" ")) if code else plain
