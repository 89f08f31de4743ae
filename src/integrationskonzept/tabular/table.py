"""The contract of a table: tidy columns, one row an observation of one thing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Any

from attrs import field, frozen
from attrs.validators import optional

from integrationskonzept.i18n.messages import Message, is_message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.names import named
from integrationskonzept.model.validators import are_all, is_function, is_one, is_plain

SEPARATOR = "; "
"""Separator of list items in one cell."""

FIRST_COLUMN = "concept"
"""Name of the first column of every table."""


FINDINGS_NAME = "findings"
"""Name of the table that is filled from a check."""


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

    name: str = field(validator=is_plain)
    """Identifier, unique in its table."""
    type: ColumnType = field(validator=is_one(ColumnType))
    """What it holds; a missing value is None in every type."""
    description: Message = field(validator=is_message)
    """What a value means."""
    unit: str | None = field(default=None, validator=optional(is_plain))
    """Unit of the values, where all have one."""
    value: Callable[[Any], Any] | None = field(default=None, validator=optional(is_function))
    """Return the value in a row; without it the row has an attribute of the column's name. A list becomes text."""
    holds: tuple[str, ...] = ()
    """The attributes of the model that lead to what it holds, one inside the other; empty for a computed column."""
    refers_to: str | None = None
    """The noun whose ids it holds, such as ``measure``."""
    measured_in: tuple[str, ...] = ()
    """The columns that say what its numbers are in; numbers that differ there are not added up."""


CONCEPT = Column(name=FIRST_COLUMN, type=ColumnType.STRING, description=message("Id of the concept"))
"""The first column of every table."""


@frozen(kw_only=True)
class Table:
    """A table that any concept can be laid out in."""

    name: str = field(validator=named)
    """Short name, such as ``indicators``; that of its file, too."""
    title: Message = field(validator=is_message)
    """What people call it."""
    columns: tuple[Column, ...] = field(validator=are_all(Column))
    """The columns, in order; the first is always ``concept``, the concept's id."""
    fill: Callable[[Concept], Mapping[str, Sequence[Any]]] = field(validator=is_function)
    """Lay a concept out: a list of values for each column, all of one length."""
    fill_on: Callable[[Concept, date], Mapping[str, Sequence[Any]]] | None = None
    """Lay a concept out as of a day, where the table needs one; `fill` gives no rows then."""
    kind: type | None = None
    """The class of the model's records whose attributes it holds; None for a table that is computed."""
    key: tuple[str, ...] = ()
    """The columns that tell the rows of one concept apart, if no id is used twice."""


def table_of(name: str, title: Message, rows: Callable[[Concept], Iterable[Any]], columns: Sequence[Column]) -> Table:
    """Return a table with one row for each of `rows`, and after the concept's id the value of each column in it."""

    def fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
        return filled(concept, rows(concept), columns)

    return Table(name=name, title=title, columns=(CONCEPT, *columns), fill=fill)


def table_on_day(
    name: str, title: Message, rows: Callable[[Concept, date], Iterable[Any]], columns: Sequence[Column]
) -> Table:
    """Return a table like that of `table_of` whose rows depend on a day."""

    def fill_on(concept: Concept, today: date) -> Mapping[str, Sequence[Any]]:
        return filled(concept, rows(concept, today), columns)

    return Table(
        name=name,
        title=title,
        columns=(CONCEPT, *columns),
        fill=lambda concept: filled(concept, (), columns),
        fill_on=fill_on,
    )


def filled(concept: Concept, rows: Iterable[Any], columns: Sequence[Column]) -> Mapping[str, Sequence[Any]]:
    """Return the values of the columns in some rows, and the concept's id in the first column."""
    found = list(rows)
    values = {column.name: list(map(_getter(column), found)) for column in columns}
    return {FIRST_COLUMN: [concept.id] * len(found), **values}


def _getter(column: Column) -> Callable[[Any], Any]:
    read = column.value or attrgetter(column.name)
    return (lambda row: as_text(read(row))) if column.type is ColumnType.STRING else read


def as_text(value: Any) -> str | None:
    """Return a value as the text of one cell: None stays None, and a list is joined, an empty one None."""
    if isinstance(value, (tuple, list)):
        return SEPARATOR.join(map(str, value)) or None
    return None if value is None else str(value)


def file_name(table: str) -> str:
    """Return what the file of a table is called, without its suffix; a plugin's name before the table's is a part."""
    return table.replace(":", ".")
