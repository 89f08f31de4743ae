"""Observations in a workbook: the first sheet with a table."""

from collections.abc import Iterator, Mapping
from typing import Any

from integrationskonzept import Concept
from integrationskonzept.plugins import InputFile
from integrationskonzept_office.workbook.grid import Grid, grids


def rows(_: Concept, file: InputFile | None, __: object) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of the first sheet that has any, as mappings by its row of headers.

    That row, and what is above it, are empty mappings, so that findings count rows as the sheet does.
    """
    if file is None:
        return
    sheet = next((sheet for sheet in grids(file, as_shown=True) if sheet.cells), None)
    if sheet is not None:
        yield from _rows(sheet)


def _rows(sheet: Grid) -> Iterator[Mapping[str, Any]]:
    last, columns = sheet.size
    first = min(row for row, _ in sheet.cells)
    headers = {column: str(sheet.value(first, column)).strip() for column in range(1, columns + 1)}
    headers = {column: header for column, header in headers.items() if sheet.value(first, column) is not None}
    yield from ({} for _ in range(first))
    for row in range(first + 1, last + 1):
        found = {header: sheet.cells.get((row, column)) for column, header in headers.items()}
        yield {header: None if cell is None else cell.value for header, cell in found.items()}
