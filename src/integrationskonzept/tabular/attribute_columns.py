"""Columns of the model's attributes: their names, types, meanings and cells, from the description of the model."""

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from attrs import frozen

from integrationskonzept.i18n.messages import Message, label, label_text, message
from integrationskonzept.model.description import AttributeDescription, ValueType
from integrationskonzept.tabular.column_storage import Coded, numbered
from integrationskonzept.tabular.record_classes import RecordClasses, SpreadAttribute
from integrationskonzept.tabular.table import Column, ColumnType, as_text

_TYPES = {
    ValueType.WHOLE_NUMBER: ColumnType.INTEGER,
    ValueType.NUMBER: ColumnType.NUMBER,
    ValueType.AMOUNT: ColumnType.NUMBER,
    ValueType.TRUTH: ColumnType.BOOLEAN,
}

UNITS = frozenset({"unit", "currency", "per"})
"""Attributes that say what the numbers of a record are in."""


@frozen(kw_only=True)
class AttributeMeaning(Message):
    """The meaning of an attribute: its German term, or its label and its docstring."""

    def text(self, language: str = "en") -> str:
        """Return the term in German, label and docstring in English, and the label in any other language."""
        names: tuple[str, ...] = self.values["names"]
        said = ", ".join(label_text(name, language) for name in names)
        return f"{said}: {self.values['meaning']}" if language == "en" else said


@frozen(kw_only=True)
class AttributeColumns:
    """The column of an attribute; for a date also those of its first and last day."""

    columns: tuple[Column, ...]
    cells: Callable[[list[Any]], tuple[Sequence[Any], ...]]
    """Return the cells of each of the columns for some records."""


def attribute_columns(
    kind: type, classes: RecordClasses, computed: Sequence[Column] = ()
) -> Iterator[AttributeColumns]:
    """Yield the columns of a class of records, those of records spread into it included.

    The unit of its numbers can stand in one of the `computed` columns of the table.
    """
    spread = [*classes.columns(kind)]
    beside = tuple(column.name for column in computed if column.name in UNITS)
    for one in spread:
        units = beside + tuple(each.name for each in spread if _tells_unit(each, one))
        yield AttributeColumns(columns=tuple(_columns(one, units)), cells=_cells(one))


def column_type(each: AttributeDescription) -> ColumnType:
    """Return the type of the column of an attribute; several values are a text."""
    return ColumnType.STRING if each.many else _TYPES.get(each.type, ColumnType.STRING)


def _tells_unit(each: SpreadAttribute, one: SpreadAttribute) -> bool:
    """Return whether an attribute says what the numbers of another one are in."""
    return each.described.name in UNITS and each.attributes[:-1] == one.attributes[:-1]


def _columns(one: SpreadAttribute, units: tuple[str, ...]) -> Iterator[Column]:
    each = one.described
    meaning = AttributeMeaning(template=one.name, values={"names": one.attributes, "meaning": each.meaning})
    kind = column_type(each)
    yield Column(
        name=one.name,
        type=kind,
        description=meaning,
        holds=one.attributes,
        refers_to=None if each.many else each.noun,
        measured_in=units if kind is ColumnType.NUMBER else (),
    )
    if each.type is ValueType.DATE:
        term = label(each.name)
        first = message("{attribute}: first day it can mean; missing where no year is stated", attribute=term)
        last = message("{attribute}: last day it can mean; missing where no year is stated", attribute=term)
        yield Column(name=f"{one.name}_earliest", type=ColumnType.DATE, description=first)
        yield Column(name=f"{one.name}_latest", type=ColumnType.DATE, description=last)


def _cells(one: SpreadAttribute) -> Callable[[list[Any]], tuple[Sequence[Any], ...]]:
    values_of, each = values_reader(one.attributes), one.described

    def dates(records: list[Any]) -> tuple[Sequence[Any], ...]:
        stated = values_of(records)
        texts = [date and date.text for date in stated]
        known = dict(zip(texts, stated, strict=True))
        by_date = numbered(texts, known)
        earliest, latest = ([day and getattr(day, end) for day in known.values()] for end in ("earliest", "latest"))
        return Coded(list(known), by_date), Coded(earliest, by_date), Coded(latest, by_date)

    def lists(records: list[Any]) -> tuple[Sequence[Any], ...]:
        stated = values_of(records)
        if stated.count(()) == len(stated):
            return ([None] * len(stated),)
        return ([as_text(value) for value in stated],)

    def texts(records: list[Any]) -> tuple[Sequence[Any], ...]:
        return ([None if value is None else _text(value) for value in values_of(records)],)

    def unchanged(records: list[Any]) -> tuple[Sequence[Any], ...]:
        return (values_of(records),)

    if each.many:
        return lists
    if each.type is ValueType.DATE:
        return dates
    return texts if each.type in {ValueType.CHOICE, ValueType.TIME} else unchanged


def _text(value: Any) -> str:
    return value.strftime("%H:%M") if hasattr(value, "strftime") else str(value)


def values_reader(attributes: tuple[str, ...]) -> Callable[[list[Any]], list[Any]]:
    """Return a function from records to the values that some attributes, one inside the other, lead to."""
    if len(attributes) == 1:
        value_of = attrgetter(*attributes)
        return lambda records: list(map(value_of, records))

    def read_each(records: list[Any]) -> list[Any]:
        return [_inside(record, attributes) for record in records]

    return read_each


def _inside(record: Any, attributes: tuple[str, ...]) -> Any:
    for name in attributes:
        record = getattr(record, name)
        if record is None:
            return None
    return record
