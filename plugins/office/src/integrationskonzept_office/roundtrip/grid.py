"""Sheets of a workbook as grids of cells, from .xlsx and .ods."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import openpyxl
import python_calamine
from attrs import frozen
from openpyxl.utils import get_column_letter

from integrationskonzept import Message
from integrationskonzept.merging import not_a_table
from integrationskonzept.plugins import InputFile
from integrationskonzept_office.i18n import message

_IS_FORMULA = message("the cell holds a formula")


@frozen(kw_only=True)
class GridCell:
    """A cell that is not empty, or has a problem."""

    value: Any
    problem: Message | None = None


@frozen(kw_only=True)
class Grid:
    """The cells of a sheet, by row and column, counted from 1."""

    name: str
    cells: Mapping[tuple[int, int], GridCell]

    @property
    def size(self) -> tuple[int, int]:
        """The last row and the last column with a cell."""
        return max((row for row, _ in self.cells), default=0), max((column for _, column in self.cells), default=0)

    def value(self, row: int, column: int) -> Any:
        """Return the value of a cell; None for an empty one."""
        found = self.cells.get((row, column))
        return None if found is None else found.value


def place(row: int, column: int) -> str:
    """Return a place as people write it: ``D7``."""
    return f"{get_column_letter(column)}{row}"


def grids(file: InputFile) -> tuple[Grid, ...]:
    """Return the sheets of a workbook, hidden ones too; raise `InvalidConceptError` if it is none."""
    try:
        if file.name.lower().endswith(".xlsx"):
            return tuple(_by_openpyxl(file.content))
        return tuple(by_calamine(file.content))
    except (BadZipFile, KeyError, ValueError, python_calamine.CalamineError) as error:
        said = message("the file cannot be read as a workbook: {reason}", reason=str(error))
        raise not_a_table(file.name, said, message("save it as an Excel workbook (.xlsx)")) from error


def _by_openpyxl(content: bytes) -> Iterator[Grid]:
    book = openpyxl.load_workbook(BytesIO(content))
    for sheet in book.worksheets:
        cells: dict[tuple[int, int], GridCell] = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    problem = _IS_FORMULA if cell.data_type == "f" else None
                    cells[cell.row, cell.column] = GridCell(value=cell.value, problem=problem)
        for merged in sheet.merged_cells.ranges:
            bounds = (merged.min_row, merged.min_col, merged.max_row, merged.max_col)
            _mark_merged(cells, bounds)
        yield Grid(name=sheet.title, cells=cells)


def by_calamine(content: bytes) -> Iterator[Grid]:
    """Yield the sheets of a workbook of any kind; formulas appear as their values."""
    book = python_calamine.load_workbook(BytesIO(content))
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        cells = {
            (row, column): GridCell(value=value)
            for row, values in enumerate(sheet.to_python(skip_empty_area=False), start=1)
            for column, value in enumerate(values, start=1)
            if value != ""
        }
        for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ():
            _mark_merged(cells, (first_row + 1, first_column + 1, last_row + 1, last_column + 1))
        yield Grid(name=name, cells=cells)


def _mark_merged(cells: dict[tuple[int, int], GridCell], bounds: tuple[int, int, int, int]) -> None:
    first_row, first_column, last_row, last_column = bounds
    problem = message(
        "the cell is merged with others ({first}:{last})",
        first=place(first_row, first_column),
        last=place(last_row, last_column),
    )
    for row in range(first_row, last_row + 1):
        for column in range(first_column, last_column + 1):
            found = cells.get((row, column))
            cells[row, column] = GridCell(value=None if found is None else found.value, problem=problem)
