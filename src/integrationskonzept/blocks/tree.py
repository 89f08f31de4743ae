"""Documents: trees of blocks that every medium can write.

A `Document` holds blocks, a block holds inline content. Nothing here knows the domain, a language
or a medium: a text is a plain string, or a message that is translated when the document is written.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message


@frozen
class InLanguage:
    """A text in another language than the document's, such as one that is not translated."""

    text: str
    language: str
    """Its language, as in BCP 47."""
    direction: str = "ltr"
    """Its direction of writing: ``ltr`` or ``rtl``."""


Text: TypeAlias = str | Message | Describable | InLanguage
"""A text as it stands, or one that is translated when it is written."""


class Emphasis(StrEnum):
    """Why a text is marked; it is never marked by its colour alone."""

    STRONG = "strong"
    CODE = "code"
    """Something to type or to look up: a path, a key, a code."""
    QUIET = "quiet"
    """Of less importance, such as the basis of a date."""
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Marked:
    """A text that is marked."""

    text: Text
    emphasis: Emphasis = Emphasis.STRONG


@frozen
class Hyperlink:
    """A text that leads to a page, a mail address or a telephone number."""

    text: Text
    target: str
    """A URL; one whose scheme is not http, https, mailto or tel is written as text."""


@frozen
class ElementLink:
    """A text that leads to an element of the concept, where the document tells of it."""

    text: Text
    address: str
    """Address of the element, such as ``measure/sprachkurse``."""


class Symbol(StrEnum):
    """A sign for a status, always written beside its word."""

    OPEN = "open"
    RUNNING = "running"
    DONE = "done"
    PERMANENT = "permanent"
    ENDED = "ended"
    """Given up, rejected, merged or replaced."""
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


@frozen
class StatusMark:
    """A status: its sign and its word."""

    text: Text
    symbol: Symbol


@frozen
class SmallPicture:
    """A picture in a line of text that says the same; a medium without pictures leaves it out."""

    svg: str
    """The picture as SVG 1.1, without a prolog."""
    alternative: Text
    """What the picture shows, for people who do not see it."""


Inline: TypeAlias = Text | Marked | Hyperlink | ElementLink | StatusMark | SmallPicture
Content: TypeAlias = tuple[Inline, ...]


_PARTS = (str, Message, Describable, InLanguage, Marked, Hyperlink, ElementLink, StatusMark, SmallPicture)


def _content(value: Inline | Iterable[Inline] | None) -> Content:
    """Return inline content as a tuple; None is no content."""
    if value is None:
        return ()
    if isinstance(value, _PARTS):
        return (value,)
    return tuple(value)


def listed(parts: Iterable[Inline | Content]) -> Content:
    """Return inline content with a comma between its parts."""
    return tuple(_joined(parts, ", "))


def joined(parts: Iterable[Inline | Content], between: str) -> Content:
    """Return inline content with a text between its parts."""
    return tuple(_joined(parts, between))


def _joined(parts: Iterable[Inline | Content], between: str) -> Iterator[Inline]:
    for index, part in enumerate(parts):
        if index:
            yield between
        yield from part if isinstance(part, tuple) else (part,)


@frozen
class Paragraph:
    """A paragraph; its parts are written one after the other, with no space between them."""

    content: Content = field(converter=_content)


class RemarkKind(StrEnum):
    """How far a statement can be relied on."""

    STATED = "stated"
    DERIVED = "derived"
    UNKNOWN = "unknown"
    DOUBTFUL = "doubtful"


@frozen
class Remark:
    """A paragraph about how something is known."""

    content: Content = field(converter=_content)
    kind: RemarkKind


class ListStyle(StrEnum):
    """What stands before the items of a list."""

    BULLETS = "bullets"
    NUMBERS = "numbers"
    LINES = "lines"
    """Nothing: each item is a line of its own."""


def _blocks(value: "Block | Iterable[Block]") -> "tuple[Block, ...]":
    return tuple(value) if isinstance(value, Iterable) else (value,)


def _items(values: "Iterable[Inline | Item]") -> "tuple[Item, ...]":
    return tuple(value if isinstance(value, Item) else Item(value) for value in values)


@frozen
class Item:
    """An item of a list: a line, and blocks below it."""

    content: Content = field(converter=_content)
    below: "tuple[Block, ...]" = field(default=(), converter=_blocks)


@frozen
class ItemList:
    """A list; an item that is a single text may be given as such."""

    items: tuple[Item, ...] = field(converter=_items)
    style: ListStyle = ListStyle.BULLETS


@frozen
class Definition:
    """A term with what is said of it."""

    term: Text
    content: Content = field(converter=_content, default=())
    below: "tuple[Block, ...]" = field(default=(), converter=_blocks)


def _definitions(values: Iterable[Definition]) -> tuple[Definition, ...]:
    return tuple(values)


@frozen
class DefinitionList:
    """Terms, each with what is said of it."""

    definitions: tuple[Definition, ...] = field(converter=_definitions)


@frozen
class TableColumn:
    """A column of a table that is written."""

    head: Text
    numeric: bool = False
    """Whether its cells are numbers, written to the right."""
    priority: int = 1
    """A medium that is too narrow leaves out the columns with the highest number first; 0 is always written."""


Row: TypeAlias = tuple[Content, ...]


def _columns(values: Iterable[TableColumn | Text]) -> tuple[TableColumn, ...]:
    return tuple(value if isinstance(value, TableColumn) else TableColumn(value) for value in values)


def _rows(values: Iterable[Iterable[Inline | Iterable[Inline] | None]]) -> tuple[Row, ...]:
    return tuple(tuple(map(_content, row)) for row in values)


@frozen
class TextTable:
    """A table; a cell may be given as a single text, as several, or as None where it is empty.

    Raises:
        ValueError: A row has more or fewer cells than there are columns.
    """

    columns: tuple[TableColumn, ...] = field(converter=_columns)
    rows: tuple[Row, ...] = field(converter=_rows)
    caption: Text | None = None
    headed_rows: bool = True
    """Whether the first cell of each row is its heading."""

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row has {len(row)} cells, and the table {len(self.columns)} columns: {row!r}")


@frozen
class Picture:
    """A picture with the text and the table that say the same."""

    svg: str
    """The picture as SVG 1.1, without a prolog."""
    title: Text
    alternative: Text
    """What the picture shows, for people who do not see it."""
    data: TextTable | None = None
    """The values that are drawn."""

    def _repr_svg_(self) -> str:
        return self.svg


@frozen
class Chapter:
    """A heading with blocks below it."""

    title: Content = field(converter=_content)
    blocks: "tuple[Block, ...]" = field(converter=_blocks)
    address: str | None = None
    """Address of the element it tells of; an `ElementLink` leads here."""
    new_page: bool = False
    """Whether it begins a new page in print."""


Block: TypeAlias = Chapter | Paragraph | Remark | ItemList | DefinitionList | TextTable | Picture


@frozen(kw_only=True)
class Document:
    """A document: what a result tells people."""

    title: Text
    blocks: tuple[Block, ...] = field(converter=_blocks)
    language: str
    """The language its messages are written in, as in BCP 47, unless the writer is told another one."""
    direction: str | None = None
    """Its direction of writing, ``ltr`` or ``rtl``; by default that of the language's row in `i18n.languages`."""


def chapters(blocks: Iterable[Block]) -> Iterator[Chapter]:
    """Yield every chapter of a document, outer ones first."""
    for block in blocks:
        if isinstance(block, Chapter):
            yield block
            yield from chapters(block.blocks)
