"""Read workbooks: one table a sheet, with merged cells, dates and numbers as Germans write them."""

import io
import re
from collections.abc import Iterator, Mapping
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
)
from integrationskonzept_office.package import reading_package

_DEFAULT_NAME = re.compile(r"(?:Tabelle|Sheet|Blatt|Table)\s*\d*")
_MOST_ROWS = 20_000
_MOST_COLUMNS = 200


def read_xlsx(content: bytes) -> DocumentTree:
    """Return the tree of a workbook: each sheet is a heading and a table."""
    with reading_package(content, ".xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    blocks: list[Block] = []
    for sheet in book.worksheets:
        if not _DEFAULT_NAME.fullmatch(sheet.title):
            blocks.append(Heading(text=sheet.title, level=1, place=DocumentPlace(sheet=sheet.title)))
        blocks += [table for table in [_table(sheet)] if table.rows]
    return DocumentTree(blocks=tuple(blocks), title=book.properties.title)


def _table(sheet: Any) -> Table:
    covered = dict(_covered(sheet))
    rows = []
    for row in sheet.iter_rows(max_row=min(sheet.max_row, _MOST_ROWS), max_col=min(sheet.max_column, _MOST_COLUMNS)):
        cells = [_cell(cell, covered) for cell in row]
        if any(cell.text for cell in cells):
            rows.append(Row(cells=tuple(cells), place=DocumentPlace(sheet=sheet.title, row=row[0].row)))
    return Table(rows=tuple(rows), place=DocumentPlace(sheet=sheet.title))


def _cell(cell: Any, covered: Mapping[tuple[int, int], bool]) -> Cell:
    place = cell.row, cell.column
    lines = tuple(lines_of(_text(cell.value), apart=True))
    return Cell(lines=lines, is_merged=place in covered, is_below=covered.get(place, False))


def _covered(sheet: Any) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield row and column of the cells that merged cells cover, and whether the content is straight above."""
    for area in sheet.merged_cells.ranges:
        for row, column in area.cells:
            if (row, column) != (area.min_row, area.min_col):
                yield (row, column), column == area.min_col


def _text(value: Any) -> str:
    """Return the value of a cell as a German writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y}" if value.time() == time() else f"{value:%d.%m.%Y, %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return str(value)
