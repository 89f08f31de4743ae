"""Rows of texts as files for people with a spreadsheet: CSV as German ones open it, and a workbook of one sheet."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Date in the properties of every workbook, so that equal lists are equal files."""
_LONGEST = 32_767
"""Most characters that a cell can hold."""
_CUT = " […]"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of texts that a spreadsheet would take for a formula."""


def csv_sheet(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows, the header first, as CSV with semicolons, as German spreadsheets open it; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def cell_text(cell: str) -> str:
    """Return the text of a cell that `csv_sheet` wrote, without the sign that keeps it from being a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def xlsx_sheet(rows: Sequence[Sequence[str]], title: str, widths: Sequence[int]) -> bytes:
    """Return rows, the header first, as a workbook, with the same bytes for the same rows; no cell is a formula.

    Args:
        rows: The rows.
        title: The name of the sheet.
        widths: Widths of its columns, in characters.

    Raises `ModuleNotFoundError` where XlsxWriter is not installed (extra ``xlsx``).
    """
    import xlsxwriter

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": _CREATED})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(title)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(number, column, _fitting(text), plain if number else head)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows) - 1, len(widths) - 1)
    return content.getvalue()


def _fitting(text: str) -> str:
    """Return a text without control characters, cut visibly where a cell cannot hold it."""
    text = _CONTROL.sub("", text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
