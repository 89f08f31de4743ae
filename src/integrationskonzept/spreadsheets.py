"""Rows for spreadsheets: CSV as Excel in German opens it, and workbooks. No cell becomes a formula."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import field, frozen

from integrationskonzept.printable import clean_text

Value: TypeAlias = str | int | float | Decimal | bool | date | None
"""Value of a cell; None is an empty one."""

_HARMLESS = re.compile(r"[+-](?:\d+(?:[.,]\d+)*\s?%?)?|--\d\d-\d\d")
"""A number with its sign, a sign alone, and a day without a year."""
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Date in the properties of every workbook, so that equal rows are equal files."""
_LONGEST_CELL = 32_767
"""Most UTF-16 units that a cell of Excel holds."""
_CUT = " […]"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\s]")
_LONGEST_TITLE = 31
_LINE_HEIGHT, _TALLEST = 15, 405
"""Heights in points: of a line, and of the highest row of whole lines that Excel allows."""
_USABLE = 0.8
"""Part of the width of a column that a line fills on average; the rest is left where the next word does not fit."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@frozen(kw_only=True)
class Sheet:
    """A table as a sheet of a workbook."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Value]]
    widths: Sequence[int]
    """Width of each column, in characters."""
    notes: Sequence[str] = field(default=())
    """What each column means; shown as a comment at its header."""


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet may compute a text."""
    if text.startswith(("=", "@", "\t", "\r")):
        return True
    return text.startswith(("+", "-")) and _HARMLESS.fullmatch(text) is None


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would compute it."""
    return f"'{text}" if is_formula(text) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return text[1:] if text.startswith("'") and is_formula(text[1:]) else text


def excel_csv(headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return rows as CSV that Excel opens in German by a double click.

    It has semicolons, decimal commas, days as 31.12.2026, ja and nein, a byte order mark and line ends of Windows.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([guarded(header) for header in headers])
    for row in rows:
        writer.writerow([_german(value) for value in row])
    return text.getvalue().encode("utf-8-sig", "backslashreplace")


def _german(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, str):
        return guarded(value)
    return (f"{value:f}" if isinstance(value, Decimal) else str(value)).replace(".", ",")


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook (.xlsx) of some sheets; equal sheets give equal bytes.

    Raises `ModuleNotFoundError` where XlsxWriter is not installed (extra ``xlsx``).
    """
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        book.set_properties({"created": _CREATED})
        plain = {"text_wrap": True, "valign": "top"}
        formats = {
            "head": book.add_format({**plain, "bold": True, "bottom": 1}),
            "text": book.add_format(plain),
            "day": book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"}),
        }
        taken: set[str] = set()
        for sheet in sheets:
            _write(growing_sheet(book, sheet_name(sheet.title, taken)), sheet, formats)
    return content.getvalue()


def growing_sheet(book: Any, name: str) -> Any:
    """Add a sheet to a workbook of XlsxWriter; heights set for its rows hold until a text in the row changes.

    XlsxWriter marks every height as one that a person has set, and such a row never grows with its text.
    """
    from xlsxwriter.worksheet import Worksheet

    class GrowingSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
        def _xml_start_tag_unencoded(self, tag: Any, attributes: Any = ()) -> None:
            kept = [each for each in attributes if tag != "row" or each[0] != "customHeight"]
            super()._xml_start_tag_unencoded(tag, kept)

    return book.add_worksheet(name, GrowingSheet)


def row_height(cells: Iterable[tuple[Value, int]]) -> int | None:
    """Return the height in points in which a row shows its whole texts; None if each fits into one line.

    LibreOffice takes the height of a row from the file, and shows one line where none is stated.

    Args:
        cells: Values with the widths of their columns, in characters.

    >>> row_height([("Sprachkurse für alle", 10), ("kurz", 10)])
    45
    """
    lines = 1
    for value, width in cells:
        usable = int(width * _USABLE)
        if isinstance(value, str) and (len(value) > usable or "\n" in value):
            lines = max(lines, sum(len(paragraph) // usable + 1 for paragraph in value.split("\n")))
    return min(lines * _LINE_HEIGHT, _TALLEST) if lines > 1 else None


def _write(target: Any, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    for column, (header, width) in enumerate(zip(sheet.headers, sheet.widths, strict=True)):
        target.set_column(column, column, width)
        target.write_string(0, column, cell_text(header), formats["head"])
    for column, note in enumerate(sheet.notes):
        target.write_comment(0, column, cell_text(note), {"x_scale": 2})
    target.set_row(0, row_height(zip(sheet.headers, sheet.widths, strict=True)))
    for number, row in enumerate(sheet.rows, start=1):
        target.set_row(number, row_height(zip(row, sheet.widths, strict=True)))
        for column, value in enumerate(row):
            _write_value(target, (number, column), value, formats)
    target.freeze_panes(1, 0)
    target.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.headers) - 1)


def _write_value(target: Any, place: tuple[int, int], value: Value, formats: Mapping[str, Any]) -> None:
    if isinstance(value, str):
        target.write_string(*place, cell_text(value), formats["text"])
    elif isinstance(value, bool):
        target.write_boolean(*place, value, formats["text"])
    elif isinstance(value, date):
        target.write_datetime(*place, value, formats["day"])
    elif value is not None:
        target.write_number(*place, value, formats["text"])


def cell_text(text: str) -> str:
    r"""Return a text without characters that a cell cannot hold, cut visibly where it is too long for Excel.

    >>> cell_text("Sprach\x00kurs")
    'Sprachkurs'
    """
    if text.isprintable() and len(text) * 2 <= _LONGEST_CELL:
        return text
    clean = clean_text(text)
    short = _first_units(clean, _LONGEST_CELL)
    return clean if short == clean else _first_units(clean, _LONGEST_CELL - len(_CUT)) + _CUT


def _first_units(text: str, length: int) -> str:
    """Return the beginning of a text, with a length in UTF-16 units as Excel counts; no character is divided."""
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore")


def sheet_name(title: str, taken: set[str]) -> str:
    """Return a title as a name of a sheet that Excel accepts, different from those already taken, and take it.

    >>> taken: set[str] = set()
    >>> [sheet_name(title, taken) for title in ("Wer/Was", "wer:was")]
    ['Wer Was', 'wer was 2']
    """
    clean = _FORBIDDEN.sub(" ", clean_text(title)).strip(" '")
    name, number = _cut_name(clean) or "-", 2
    while name.casefold() in taken:
        end = f" {number}"
        name, number = f"{_cut_name(clean, end)}{end}", number + 1
    taken.add(name.casefold())
    return name


def _cut_name(title: str, end: str = "") -> str:
    """Return the beginning of a title that fits into the name of a sheet with this end."""
    return _first_units(title, _LONGEST_TITLE - len(end)).rstrip(" '")
