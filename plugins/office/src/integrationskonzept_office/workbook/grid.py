"""Sheets of a workbook as grids of cells, from .xlsx and .ods."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import python_calamine
from attrs import frozen

from integrationskonzept import Message
from integrationskonzept.merging import not_a_table
from integrationskonzept.plugins import InputFile
from integrationskonzept.plugins.kit import value_message
from integrationskonzept_office.bounds import Areas
from integrationskonzept_office.i18n import message
from integrationskonzept_office.package import reading_package
from integrationskonzept_office.sheets import date_pattern, filled_cells, last_place, place_name, shown_format

_PROBLEMS = {
    "f": message("the cell holds a formula"),
    "e": message("the cell shows an error instead of a value"),
}
"""Why the content of a cell is no value, by its type."""


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
        return last_place(self.cells)

    def value(self, row: int, column: int) -> Any:
        """Return the value of a cell; None for an empty one."""
        found = self.cells.get((row, column))
        return None if found is None else found.value


def grids(file: InputFile, *, as_shown: bool = False) -> tuple[Grid, ...]:
    """Return the sheets of a workbook, hidden ones too; raise `InvalidConceptError` if it is none, or too large.

    Args:
        file: The workbook, .xlsx or .ods.
        as_shown: Whether to read the stored results of formulas, and months and years as such, from .xlsx too.
    """
    refuse = partial(not_a_table, file.name)
    suffix = ".ods" if file.name.lower().endswith(".ods") else ".xlsx"
    with reading_package(file.content, suffix, refuse):
        if suffix == ".ods":
            return tuple(by_calamine(_content_alone(file.content)))
        return tuple(_by_openpyxl(file.content, Areas(refuse=refuse), as_shown=as_shown))


def _by_openpyxl(content: bytes, areas: Areas, *, as_shown: bool) -> Iterator[Grid]:
    book = openpyxl.load_workbook(BytesIO(content), data_only=as_shown)
    for sheet in book.worksheets:
        cells: dict[tuple[int, int], GridCell] = {}
        for at, cell in filled_cells(sheet).items():
            value = f"{cell.value:{date_pattern(shown_format(cell))}}" if as_shown and _is_month(cell) else cell.value
            cells[at] = GridCell(value=value, problem=_problem(cell))
        last = last_place(cells)
        areas.add(sheet.title, *last)
        areas.add_text(sum(len(cell.value) for cell in cells.values() if isinstance(cell.value, str)))
        for merged in sheet.merged_cells.ranges:
            _mark_merged(cells, (merged.min_row, merged.min_col, merged.max_row, merged.max_col), last)
        yield Grid(name=sheet.title, cells=cells)


def _is_month(cell: Any) -> bool:
    """Return whether a cell holds a day, and shows its month or year alone."""
    return isinstance(cell.value, date) and date_pattern(shown_format(cell)) != date_pattern("")


def _problem(cell: Any) -> Message | None:
    if _is_month(cell):
        return message("the cell shows a month or a year, and holds the day {day}", day=value_message(cell.value))
    return _PROBLEMS.get(cell.data_type)


def _content_alone(content: bytes) -> bytes:
    """Return a workbook of LibreOffice with nothing but its sheets, so that nothing is read that was not counted."""
    kept = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(kept, "w") as alone:
        for name in ("mimetype", "META-INF/manifest.xml", "content.xml"):
            alone.writestr(name, archive.read(name))
    return kept.getvalue()


def by_calamine(content: bytes) -> Iterator[Grid]:
    """Yield the sheets of a workbook of any kind; formulas appear as their values."""
    try:
        book = python_calamine.load_workbook(BytesIO(content))
    except python_calamine.CalamineError as error:
        raise ValueError(str(error)) from error
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        cells = {
            (row, column): GridCell(value=value)
            for row, values in enumerate(sheet.to_python(skip_empty_area=False), start=1)
            for column, value in enumerate(values, start=1)
            if value != ""
        }
        last = last_place(cells)
        for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ():
            _mark_merged(cells, (first_row + 1, first_column + 1, last_row + 1, last_column + 1), last)
        yield Grid(name=name, cells=cells)


def _mark_merged(
    cells: dict[tuple[int, int], GridCell], bounds: tuple[int, int, int, int], last: tuple[int, int]
) -> None:
    """Name the merged cells as such, as far as the sheet goes on."""
    first_row, first_column, last_row, last_column = bounds
    problem = message(
        "the cell is merged with others ({first}:{last})",
        first=place_name(first_row, first_column),
        last=place_name(last_row, last_column),
    )
    for row in range(first_row, min(last_row, last[0]) + 1):
        for column in range(first_column, min(last_column, last[1]) + 1):
            found = cells.get((row, column))
            cells[row, column] = GridCell(value=None if found is None else found.value, problem=problem)
