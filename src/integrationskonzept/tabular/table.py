"""The contract of a table: tidy columns, one row an observation of one thing."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.names import named

FIRST_COLUMN = "concept"
"""Name of the first column of every table."""


class ColumnType(StrEnum):
    """Type of a column; the names are those of the Frictionless Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"


@frozen(kw_only=True)
class Column:
    """One column: its name, its type, and what a value in it means."""

    name: str
    """Identifier, unique in its table."""
    type: ColumnType
    """What it holds; a missing value is None in every type."""
    description: Message
    """What a value means."""
    unit: str | None = None
    """Unit of the values, where all have one."""


@frozen(kw_only=True)
class Table:
    """A table that any concept can be laid out in."""

    name: str = field(validator=named)
    """Short name, such as ``indicators``; that of its file, too."""
    title: Message
    """What people call it."""
    columns: tuple[Column, ...]
    """The columns, in order; the first is always ``concept``, the concept's id."""
    fill: Callable[[Concept], Mapping[str, Sequence[Any]]]
    """Lay a concept out: a list of values for each column, all of one length."""


def file_name(table: str) -> str:
    """Return what the file of a table is called, without its suffix; a plugin's name before the table's is a part."""
    return table.replace(":", ".")
