"""Read an edited workbook: its tables, and the values it was made from."""

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from integrationskonzept.merging import (
    ID,
    EditedCell,
    EditedRow,
    EditedTable,
    Edits,
    Stored,
    not_a_table,
    read_stored,
)
from integrationskonzept.plugins import InputFile
from integrationskonzept_office.i18n import message
from integrationskonzept_office.sheets import place_name
from integrationskonzept_office.workbook.grid import Grid, grids
from integrationskonzept_office.workbook.hidden_sheets import BASE, LISTS, joined

_KEY_OF_ID = re.compile(rf"([a-z_]+)/{ID}")
_SEARCHED = 6
"""Rows in which the keys or headers are searched for."""


def read_workbook(file: InputFile) -> Edits:
    """Return what was edited in a workbook; raise `InvalidConceptError` if it was not made by the exporter."""
    sheets = grids(file)
    stored = next((_stored(sheet) for sheet in sheets if sheet.name == BASE), None)
    if stored is None:
        said = message(
            "the sheet '{sheet}' with the values that the workbook was made from is missing or damaged", sheet=BASE
        )
        raise not_a_table(file.name, said, message("export a new workbook, and copy the entries into it"))
    shown = [sheet for sheet in sheets if sheet.name not in {BASE, LISTS}]
    tables = [_table(sheet, head) for sheet in shown if (head := _head(sheet, stored)) is not None]
    return Edits(file=file.name, tables=tuple(tables), base=stored.base, concept_id=stored.concept_id, day=stored.day)


def _stored(sheet: Grid) -> Stored | None:
    rows, _ = sheet.size
    return read_stored(joined(str(sheet.value(row, 1) or "") for row in range(1, rows + 1)))


@frozen(kw_only=True)
class _Head:
    """Which column of a sheet holds what."""

    noun: str
    row: int
    """The row of headers; elements follow."""
    keys: Mapping[int, str]


def _head(sheet: Grid, stored: Stored) -> _Head | None:
    """Find the columns by the hidden row of keys, or else by the headers; None for a sheet of people's own."""
    rows, columns = sheet.size
    for row in range(1, min(rows, _SEARCHED) + 1):
        values = {column: str(sheet.value(row, column) or "") for column in range(1, columns + 1)}
        for column, value in values.items():
            if match := _KEY_OF_ID.fullmatch(value):
                return _Head(noun=match[1], row=row + 1, keys=_without_doubles({**values, column: ID}))
    for row in range(1, min(rows, _SEARCHED) + 1):
        headers = {column: str(sheet.value(row, column) or "") for column in range(1, columns + 1)}
        for noun, known in stored.headers.items():
            keys = {column: known[header] for column, header in headers.items() if header in known}
            if ID in keys.values() and len(keys) * 2 > len(known):
                return _Head(noun=noun, row=row, keys=_without_doubles(keys))
    return None


def _without_doubles(keys: Mapping[int, str]) -> dict[int, str]:
    """Return the columns with a key, the first of each key only: a copied column is one of people's own."""
    found: dict[str, int] = {}
    for column, key in keys.items():
        if key:
            found.setdefault(key, column)
    return {column: key for key, column in found.items()}


def _table(sheet: Grid, head: _Head) -> EditedTable:
    used = {column for row, column in sheet.cells if row >= head.row}
    unknown = {
        place_name(head.row, column): str(sheet.value(head.row, column) or "–")
        for column in sorted(used - head.keys.keys())
    }
    return EditedTable(name=sheet.name, noun=head.noun, rows=tuple(_rows(sheet, head)), unknown=unknown)


def _rows(sheet: Grid, head: _Head) -> Iterator[EditedRow]:
    for row in sorted({row for row, _ in sheet.cells if row > head.row}):
        cells = {}
        for column, key in head.keys.items():
            found = sheet.cells.get((row, column))
            value, problem = (None, None) if found is None else (found.value, found.problem)
            cells[key] = EditedCell(value=value, place=place_name(row, column), problem=problem)
        yield EditedRow(place=place_name(row, 1), cells=cells)
