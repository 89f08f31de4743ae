"""Whether what a plugin lays out is the table that its columns announce."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

from integrationskonzept.plugins.error_text import shown
from integrationskonzept.tabular.table import FIRST_COLUMN, ColumnType, Table

_KINDS: Mapping[ColumnType, tuple[type, ...]] = {
    ColumnType.STRING: (str,),
    ColumnType.INTEGER: (Integral,),
    ColumnType.NUMBER: (Real, Decimal),
    ColumnType.BOOLEAN: (bool,),
    ColumnType.DATE: (date,),
}
"""What stands in a column of each type, beside None for what is missing."""


def as_announced(table: Table, concept: str, data: Any) -> Mapping[str, Sequence[Any]]:
    """Return the columns of `data` in the order of the table; raise `ValueError` where it is not what is announced."""
    if not isinstance(data, Mapping):
        raise _wrong(table, f"expected a list of values for each column, got {shown(data)}")
    names = [column.name for column in table.columns]
    if data.keys() != set(names):
        raise _wrong(table, f"expected the columns {', '.join(names)}; got {', '.join(map(shown, data)) or 'none'}")
    rows = {name: _length(table, name, data[name]) for name in names}
    if len(set(rows.values())) > 1:
        told = ", ".join(f"{name} {count}" for name, count in rows.items())
        raise _wrong(table, f"expected as many values in every column; got {told}")
    for column in table.columns:
        _look_through(table, column.name, column.type, data[column.name])
    strange = next((value for value in data[FIRST_COLUMN] if value != concept), concept)
    if strange != concept:
        raise _wrong(
            table, f"expected the concept's id {concept!r} in every row of {FIRST_COLUMN}; got {shown(strange)}"
        )
    return {name: data[name] for name in names}


def _length(table: Table, name: str, values: Any) -> int:
    if isinstance(values, (str, bytes, Mapping)) or not hasattr(values, "__getitem__"):
        raise _wrong(table, f"expected a list of values in {name}, got {shown(values)}")
    return len(values)


def _look_through(table: Table, name: str, kind: ColumnType, values: Iterable[Any]) -> None:
    for row, value in enumerate(values, start=1):
        if value is not None and not _fits(value, kind):
            raise _wrong(table, f"expected {kind.value} or None in {name}, row {row}; got {shown(value)}")


def _fits(value: Any, kind: ColumnType) -> bool:
    if isinstance(value, bool):
        return kind is ColumnType.BOOLEAN
    return isinstance(value, _KINDS[kind]) and not isinstance(value, datetime)


def _wrong(table: Table, said: str) -> ValueError:
    return ValueError(f"{table.name}: {said}")
