"""The edition of a concept as a column, so that two editions of one town are told apart in every table."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.tabular.column_storage import Coded, repeated
from integrationskonzept.tabular.table import FIRST_COLUMN, Column, ColumnType, Table

EDITION = Column(
    name="edition",
    type=ColumnType.STRING,
    description=message("Edition of the concept: its state, or else day of adoption, number or years; missing if none"),
)
"""The second column of every table."""


def with_edition(table: Table) -> Table:
    """Return a table with the column of the edition after that of the concept, unless it has one itself."""
    if any(column.name == EDITION.name for column in table.columns):
        return table
    fill, fill_on = table.fill, table.fill_on
    return evolve(
        table,
        columns=(table.columns[0], EDITION, *table.columns[1:]),
        fill=lambda concept: _added(concept, fill(concept)),
        fill_on=fill_on and _on_day(fill_on),
    )


def _on_day(fill: Any) -> Any:
    def fill_on(concept: Concept, today: date) -> Mapping[str, Sequence[Any]]:
        return _added(concept, fill(concept, today))

    return fill_on


def _added(concept: Concept, data: Mapping[str, Sequence[Any]]) -> Mapping[str, Sequence[Any]]:
    rows = len(data[FIRST_COLUMN])
    rest = {name: values for name, values in data.items() if name != FIRST_COLUMN}
    return {FIRST_COLUMN: data[FIRST_COLUMN], EDITION.name: Coded([concept.edition_key], repeated([rows])), **rest}
