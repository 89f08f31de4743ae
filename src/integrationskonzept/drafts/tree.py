"""Documents of towns as trees: headings, paragraphs and tables, each with its place.

Readers of every format fill it, and recognition reads nothing else. It knows no domain.
"""

from collections.abc import Iterable
from typing import TypeAlias

from attrs import field, frozen

from integrationskonzept.i18n.messages import Message, message


@frozen(kw_only=True)
class DocumentPlace:
    """Place in a document, as far as its format has one."""

    line: int | None = None
    """Line of a text, from 1."""
    page: int | None = None
    """Page, from 1."""
    sheet: str | None = None
    """Sheet of a workbook."""
    table: int | None = None
    """Table, from 1."""
    row: int | None = None
    """Row of the table or sheet, from 1."""

    def message(self) -> Message:
        """Return the place in words, such as ``page 3, table 2, row 5``."""
        words = [
            (self.page, message("page {number}", number=self.page)),
            (self.line, message("line {number}", number=self.line)),
            (self.sheet, message("sheet {name}", name=self.sheet)),
            (self.table, message("table {number}", number=self.table)),
            (self.row, message("row {number}", number=self.row)),
        ]
        said = [part for value, part in words if value is not None]
        if not said:
            return message("in the document")
        whole = said[0]
        for part in said[1:]:
            whole = message("{first}, {second}", first=whole, second=part)
        return whole


@frozen
class Line:
    """One line of text in a paragraph or cell."""

    text: str
    marked: bool = False
    """Whether it begins with a bullet or number."""
    apart: bool = False
    """Whether the document sets it apart from the line before, as a paragraph of its own."""


@frozen(kw_only=True)
class Heading:
    """A heading."""

    text: str
    level: int | None = None
    """Level from 1; None where only its form shows that it is a heading."""
    place: DocumentPlace = field(factory=DocumentPlace)
    page: int | None = None
    """Page, as printed in the table of contents."""


@frozen(kw_only=True)
class Paragraph:
    """A paragraph, or an item of a list."""

    lines: tuple[Line, ...]
    place: DocumentPlace = field(factory=DocumentPlace)
    lead: str | None = None
    """Beginning of the paragraph that is set in bold, and is not all of it."""

    @property
    def text(self) -> str:
        """All lines as one."""
        return text_of(self.lines)


@frozen(kw_only=True)
class Cell:
    """A cell of a table."""

    lines: tuple[Line, ...] = ()
    is_list: bool = False
    """Whether the document says that it holds a list, even where the marks are lost."""
    is_merged: bool = False
    """Whether it is the rest of a merged cell, whose content is further above or to the left."""
    is_below: bool = False
    """Whether the content of the merged cell is further above, as far as the format says so."""

    @property
    def text(self) -> str:
        """All lines as one."""
        return text_of(self.lines)


@frozen(kw_only=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    place: DocumentPlace = field(factory=DocumentPlace)

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells with text."""
        return tuple(cell for cell in self.cells if cell.text)


@frozen(kw_only=True)
class Table:
    """A table."""

    rows: tuple[Row, ...]
    place: DocumentPlace = field(factory=DocumentPlace)


Block: TypeAlias = Heading | Paragraph | Table


@frozen(kw_only=True)
class DocumentTree:
    """A document in reading order."""

    blocks: tuple[Block, ...]
    title: str | None = None
    """Title in the properties of the file."""

    @property
    def is_empty(self) -> bool:
        """Whether no block holds any text."""
        return not any(_holds_text(block) for block in self.blocks)


def _holds_text(block: Block) -> bool:
    if isinstance(block, Table):
        return any(row.filled for row in block.rows)
    return bool(block.text.strip())


def text_of(lines: Iterable[Line]) -> str:
    """Return lines as one, with hyphens at line ends removed."""
    whole = ""
    for line in lines:
        whole = joined(whole, line.text)
    return whole


def joined(first: str, second: str) -> str:
    """Return two pieces of a broken text as one: ``Sprach-`` and ``kurse`` are ``Sprachkurse``.

    The hyphen stays before a capital letter, and before ``und`` or ``oder``.
    """
    first, second = first.rstrip(), second.strip()
    if not first or not second:
        return first or second
    is_broken = len(first) > 1 and first[-1] == "-" and first[-2].isalpha()
    if is_broken and second[0].islower() and second.split()[0] not in ("und", "oder", "sowie", "bzw."):
        return first[:-1] + second
    if is_broken and second[0].isupper():
        return first + second
    return f"{first} {second}"
