"""A small town, and edits of its tables as they come back."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

import integrationskonzept as ik
from integrationskonzept.merging import (
    ID,
    EditedCell,
    EditedRow,
    EditedTable,
    EditResult,
    Edits,
    MadeTables,
    Names,
    cell_of,
    column_at,
    element_tables,
    merge_edits,
)
from integrationskonzept.model.concept import Concept

TOWN = """\
schema: 2
id: neustadt
title: Konzept
municipality: {name: Neustadt}
status_scale:
  - {id: offen, title: offen, neutral: not_started}
  - {id: laeuft, title: läuft, neutral: started}
  - {id: fertig, title: fertig, neutral: done, terminal: true}
actors:
  - {id: amt, title: Sozialamt}
  - {id: verein, title: Verein, kind: club}
  - {id: halle, title: Halle}
  - {id: halle-2, title: Halle}
sections:
  - {id: eins, title: Eins}
target_groups:
  - {id: eltern, title: Eltern}
discrepancies:
  - {id: zahl, kind: error, text: Zwei Zahlen.}
fields_of_action:
  - id: sprache
    title: Sprache
    measures:
      - id: kurse
        number: "007"
        title: Kurse
        kind: project
        leads: [amt]
        target_group_refs: [eltern]
        current_state:
          - Nur vormittags.
          - {text: Zu wenige Plätze., printed: zu wenig Plätze, sources: [{section_ref: eins}]}
        schedule: {planned: {start: 2025-04-01, end: 2028-Q3}}
        cost: {total: {value: 1200.50}}
        indicators:
          - id: anteil
            title: Anteil
            unit: "%"
            observations: [{as_of: 2025, value: 12}]
          - {id: plaetze, title: Plätze, target: {value: 30, due: 2027}}
        action_days:
          - {id: fest, title: Fest, date: 2027-05-01, start_time: "18:00"}
        sub_measures:
          - {id: abendkurse, title: Abendkurse}
      - id: feste
        title: Feste
        leads: [verein, {actor_refs: [amt, verein]}]
        status_reports:
          - {as_of: 2025, level_ref: laeuft, report: Begonnen.}
      - {id: alt, title: Altes, leads: [amt], status_reports: [{as_of: 2025, level_ref: fertig}]}
"""


def town(text: str = TOWN) -> Concept:
    return ik.loads(text)


def edits_of(made: MadeTables, changes: Mapping[tuple[str, str], Any] | None = None) -> Edits:
    """Return tables as they come back, with other contents in some cells: by address and key."""
    changes = changes or {}
    tables = []
    for table in made.tables:
        rows = []
        for number, row in enumerate(table.rows, start=3):
            cells = {column.key: _cell(row.cells.get(column.key), f"{column.key}{number}") for column in table.columns}
            cells |= {
                key: _cell(value, f"{key}{number}")
                for (address, key), value in changes.items()
                if address == row.address
            }
            rows.append(EditedRow(place=f"A{number}", cells=cells))
        tables.append(EditedTable(name=table.name, noun=table.noun, rows=tuple(rows)))
    return Edits(file="k.xlsx", tables=tuple(tables), base=made.base, concept_id=made.concept_id, day=made.day)


def _cell(value: Any, place: str) -> EditedCell:
    return value if isinstance(value, EditedCell) else EditedCell(value=value, place=place)


def merged(changes: Mapping[tuple[str, str], Any], now: Concept | None = None, language: str = "de") -> EditResult:
    """Return the town with edits that were made in tables of the town as it was."""
    old = town()
    return merge_edits(now or old, edits_of(element_tables(old, language), changes), language)


def with_rows(edits: Edits, noun: str, rows: tuple[EditedRow, ...]) -> Edits:
    """Return edits with other rows in one table."""
    tables = tuple(evolve(table, rows=rows) if table.noun == noun else table for table in edits.tables)
    return evolve(edits, tables=tables)


def codes(result: EditResult) -> list[str]:
    return [finding.code for finding in result.findings]


def value_at(concept: Concept, address: str, key: str) -> Any:
    """Return the plain value of a cell."""

    element = concept.element(address)
    column = column_at(type(element), key)
    assert column is not None
    return cell_of(element, column, Names(concept, "de")).value


__all__ = ["ID", "codes", "edits_of", "merged", "town", "value_at", "with_rows"]
