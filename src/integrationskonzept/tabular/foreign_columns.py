"""Columns of foreign attributes that a plugin describes, added to the table of their noun."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.tabular.attribute_columns import column_type
from integrationskonzept.tabular.record_classes import CLASSES
from integrationskonzept.tabular.record_rows import rows_of
from integrationskonzept.tabular.table import Column, ColumnType, Table, as_text


def with_attributes(table: Table, attributes: Iterable[ForeignAttribute[Any]]) -> Table:
    """Return a table of a noun with a column for each foreign attribute of the noun; any other table unchanged."""
    described = [each for each in attributes if each.kind is table.kind]
    if not described:
        return table
    columns = {each.key: (_column(each), _cells(each)) for each in described}

    def fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
        records = rows_of(concept, described[0].kind, CLASSES).records
        return {**table.fill(concept), **{key: [cell(each) for each in records] for key, (_, cell) in columns.items()}}

    return evolve(table, columns=(*table.columns, *(column for column, _ in columns.values())), fill=fill)


def _column(each: ForeignAttribute[Any]) -> Column:
    meaning: Message = message("{title}: {meaning}", title=each.title, meaning=each.meaning)
    return Column(name=each.key, type=column_type(each.described), description=meaning, holds=(each.key,))


def _cells(each: ForeignAttribute[Any]) -> Callable[[Any], Any]:
    """Return the function from a record to its cell; a value of another type, which a rule reports, has none."""
    is_text = column_type(each.described) is ColumnType.STRING

    def cell(record: Any) -> Any:
        try:
            found = each.values(record)
        except InvalidValueError:
            return None
        if is_text:
            return as_text([str(value) for value in found])
        return found[0] if found else None

    return cell
