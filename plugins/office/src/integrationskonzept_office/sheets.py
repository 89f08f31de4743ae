"""Cells of the sheets of a workbook, by row and column, counted from 1."""

from collections.abc import Iterable, Mapping
from typing import Any

from openpyxl.utils import get_column_letter


def filled_cells(sheet: Any) -> Mapping[tuple[int, int], Any]:
    """Return the cells of a sheet that hold something, as openpyxl has read them.

    openpyxl's own way over the cells of a sheet makes a cell of each empty place, up to the last one with a format.
    """
    return {place: cell for place, cell in sheet._cells.items() if cell.value is not None}  # noqa: SLF001 - see above


def last_place(places: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return the last row and the last column of some places; zeros if there are none."""
    last_row = last_column = 0
    for row, column in places:
        last_row, last_column = max(last_row, row), max(last_column, column)
    return last_row, last_column


def place_name(row: int, column: int) -> str:
    """Return a place as people write it: ``D7``."""
    return f"{get_column_letter(column)}{row}"
