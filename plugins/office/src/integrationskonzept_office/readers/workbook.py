"""Read workbooks: one table a sheet, with merged cells, dates and numbers as Germans write them."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

import openpyxl

from integrationskonzept.drafts import (
    Block,
    Cell,
    DocumentPlace,
    DocumentTree,
    Heading,
    Row,
    Table,
    lines_of,
    unreadable,
)
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept_office.bounds import Areas
from integrationskonzept_office.i18n import message
from integrationskonzept_office.package import reading_package
from integrationskonzept_office.sheets import date_pattern, filled_cells, last_place, place_name, shown_format

_DEFAULT_NAME = re.compile(r"(?:Tabelle|Sheet|Blatt|Table)\s*\d*")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >]")
_LEADING_ZEROS = re.compile("0{2,}")
_DIGITS = 15
"""Digits of a number that Excel shows at most."""
_MOST_ROWS = 20_000
_MOST_COLUMNS = 200
"""Rows and columns of a sheet that are read at most; entries beyond them are no table of a concept."""


def read_xlsx(content: bytes) -> DocumentTree:
    """Return the tree of a workbook: each sheet is a heading and a table."""
    with reading_package(content, ".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
        formulas = _formulas(content)
        blocks: list[Block] = []
        areas = Areas(refuse=unreadable)
        for sheet in book.worksheets:
            if not _DEFAULT_NAME.fullmatch(sheet.title):
                blocks.append(Heading(text=sheet.title, level=1, place=DocumentPlace(sheet=sheet.title)))
            table = _table(sheet, formulas.get(sheet.title, {}), areas)
            blocks += [table] if table.rows else []
        return DocumentTree(blocks=tuple(blocks), title=book.properties.title)


def _formulas(content: bytes) -> Mapping[str, Mapping[tuple[int, int], str]]:
    """Return the formulas of each sheet: where a program has stored no result, nothing else tells what stands there."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if not any(_FORMULA.search(archive.read(name)) for name in archive.namelist() if "sheet" in name):
            return {}
    return {
        sheet.title: {
            place: str(getattr(cell.value, "text", cell.value))
            for place, cell in filled_cells(sheet).items()
            if cell.data_type == "f"
        }
        for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets
    }


def _table(sheet: Any, formulas: Mapping[tuple[int, int], str], areas: Areas) -> Table:
    shown = {place: _text(cell) for place, cell in filled_cells(sheet).items()}
    filled = {place: text for place, text in {**formulas, **shown}.items() if text.strip()}
    last_row, last_column = last_place(filled)
    if last_row > _MOST_ROWS or last_column > _MOST_COLUMNS:
        raise _too_large(sheet.title, filled)
    areas.add_text(sum(map(len, filled.values())))
    covered = dict(_covered(sheet, last_row, last_column))
    rows = []
    for row in sorted({row for row, _ in filled}):
        places = [(row, column) for column in range(1, last_column + 1)]
        cells = tuple(_cell(filled.get(place, ""), covered.get(place)) for place in places)
        rows.append(Row(cells=cells, place=DocumentPlace(sheet=sheet.title, row=row)))
    return Table(rows=tuple(rows), place=DocumentPlace(sheet=sheet.title))


def _too_large(sheet: str, filled: Iterable[tuple[int, int]]) -> InvalidConceptError:
    """Return the error for a sheet with an entry beyond the rows and columns that are read."""
    row, column = next((row, column) for row, column in filled if row > _MOST_ROWS or column > _MOST_COLUMNS)
    return unreadable(
        message(
            "the sheet '{sheet}' has an entry in {cell}; {rows} rows and {columns} columns are read at most",
            sheet=sheet, cell=place_name(row, column), rows=_MOST_ROWS, columns=_MOST_COLUMNS,
        ),
        message("delete what does not belong to the concept, or save its parts as workbooks of their own"),
    )  # fmt: skip


def _cell(text: str, is_below: bool | None) -> Cell:
    """Return a cell; `is_below` is None for one that no merged cell covers."""
    return Cell(lines=tuple(lines_of(text, apart=True)), is_merged=is_below is not None, is_below=bool(is_below))


def _covered(sheet: Any, last_row: int, last_column: int) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield row and column of the cells that merged cells cover, and whether the content is straight above."""
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, min(area.max_row, last_row) + 1):
            for column in range(area.min_col, min(area.max_col, last_column) + 1):
                if (row, column) != (area.min_row, area.min_col):
                    yield (row, column), column == area.min_col


def _text(cell: Any) -> str:
    """Return what a cell shows, as a German writes it; a date is as precise as its format shows it."""
    value, pattern = cell.value, shown_format(cell)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%d.%m.%Y, %H:%M}"
    if isinstance(value, date):
        return f"{value:{date_pattern(pattern)}}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, (int, float)):
        return _number(value, pattern)
    return str(value)


def _number(value: float, pattern: str) -> str:
    """Return a number with the digits, the % or € that its format shows."""
    is_share = "%" in pattern
    number = value * 100 if is_share else value
    shown = f"{number:.{_DIGITS}g}"
    if "e" in shown:
        shown = str(int(number)) if float(number).is_integer() else str(number)
    if _LEADING_ZEROS.fullmatch(pattern):
        shown = shown.zfill(len(pattern))
    return shown.replace(".", ",") + (" %" if is_share else " €" if "€" in pattern else "")
