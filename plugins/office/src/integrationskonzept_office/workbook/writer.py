"""Write tables as a workbook: a sheet each, hidden lists to choose from, and the values they were made from."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from integrationskonzept.merging import DELETE, ID, MadeColumn, MadeTable, MadeTables, ValueType, stored_text
from integrationskonzept.plugins.kit import growing_sheet, row_height, sheet_name
from integrationskonzept_office.i18n import message
from integrationskonzept_office.workbook.hidden_sheets import BASE, LISTS, parts

KEYS_ROW, HEADERS_ROW, FIRST_ROW = 0, 1, 2
"""Rows of a sheet, counted from 0: hidden keys for programs, headers for people, elements."""
_SPARE = 200
"""Rows below the elements in which lists can be chosen from, too."""
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - equal concepts give equal bytes, whenever they are written
_WIDTHS = {ValueType.REFERENCE: 28, ValueType.DATE: 12, ValueType.TRUTH: 12}
_TEXT_WIDTHS = {0: 32, 300: 56, 600: 80}
"""Width of a column by the length of its longest text from which on it has it; a row has 27 lines at most."""
_NUMBERS = frozenset({ValueType.NUMBER, ValueType.WHOLE_NUMBER, ValueType.AMOUNT})
_ALLOWED = (
    *("select_locked_cells", "select_unlocked_cells", "format_cells", "format_columns", "format_rows"),
    *("insert_rows", "sort", "autofilter"),
)
"""What a protected sheet allows; the protection has no password."""


def write_workbook(made: MadeTables) -> bytes:
    """Return a workbook; equal tables give equal bytes."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(target, options)
    book.set_properties({"created": _CREATED})
    book.set_custom_property("integrationskonzept", made.digest, "text")
    formats = _formats(book)
    lists = _places_of_lists(made.choices)
    taken = {LISTS.casefold(), BASE.casefold()}
    for table in made.tables:
        sheet = growing_sheet(book, sheet_name(table.name, taken))
        _write_table(sheet, table, formats, lists, made.language)
    _write_lists(book, made.choices)
    _write_base(book, made)
    book.close()
    return target.getvalue()


def _formats(book: Any) -> Mapping[str, Any]:
    text = {"num_format": "@", "text_wrap": True, "valign": "top"}
    grey = {"font_color": "#595959", "bg_color": "#F2F2F2"}
    return {
        "header": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": book.add_format({**text, "locked": False}),
        "number": book.add_format({"valign": "top", "locked": False}),
        "day": book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left", "locked": False}),
        "locked": book.add_format({**text, **grey}),
    }


def _places_of_lists(choices: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Return the range of each list that is not empty."""
    places = {}
    for column, (name, words) in enumerate(choices.items()):
        letter = xl_col_to_name(column)
        if words:
            places[name] = f"='{LISTS}'!${letter}$1:${letter}${len(words)}"
    return places


def _write_lists(book: Any, choices: Mapping[str, Sequence[str]]) -> None:
    sheet = book.add_worksheet(LISTS)
    sheet.hide()
    for column, words in enumerate(choices.values()):
        for row, word in enumerate(words):
            sheet.write_string(row, column, word)


def _write_base(book: Any, made: MadeTables) -> None:
    sheet = book.add_worksheet(BASE)
    sheet.very_hidden()
    for row, part in enumerate(parts(stored_text(made))):
        sheet.write_string(row, 0, part)


def _write_table(
    sheet: Any, table: MadeTable, formats: Mapping[str, Any], lists: Mapping[str, str], language: str
) -> None:
    last = FIRST_ROW + len(table.rows) - 1
    sheet.set_row(KEYS_ROW, None, None, {"hidden": True})
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.autofilter(HEADERS_ROW, 0, last, len(table.columns) - 1)
    sheet.protect("", dict.fromkeys(_ALLOWED, True))
    widths = _widths(table)
    for number, column in enumerate(table.columns):
        key = f"{table.noun}/{ID}" if column.key == ID else column.key
        sheet.write_string(KEYS_ROW, number, key)
        _set_column(sheet, number, column, widths[column.key], formats)
        _write_head(sheet, number, column, formats, language)
        place = lists.get(column.choices or "")
        if column.key == DELETE:
            _choose(sheet, number, last, [message("remove").text(language)])
        elif place is not None:
            _choose(sheet, number, last, place)
    places = {column.key: number for number, column in enumerate(table.columns)}
    sheet.set_row(
        HEADERS_ROW, row_height((column.title.text(language), widths[column.key]) for column in table.columns)
    )
    told = {column.key for column in table.columns if column.locked}
    for row, made in enumerate(table.rows, start=FIRST_ROW):
        sheet.set_row(row, row_height((shown, widths[key]) for key, shown in made.cells.items()))
        for key, shown in made.cells.items():
            _write_cell(sheet, (row, places[key]), shown, formats, is_locked=key in told or key in made.fixed)


def _widths(table: MadeTable) -> Mapping[str, int]:
    """Return the width of each column, in characters."""
    longest = dict.fromkeys((column.key for column in table.columns if column.type is ValueType.TEXT), 0)
    for row in table.rows:
        for key, shown in row.cells.items():
            if isinstance(shown, str) and len(shown) > longest.get(key, len(shown)):
                longest[key] = len(shown)
    by_text = {
        key: max(width for length, width in _TEXT_WIDTHS.items() if length <= found) for key, found in longest.items()
    }
    return {column.key: by_text.get(column.key, _WIDTHS.get(column.type, 18)) for column in table.columns}


def _set_column(sheet: Any, number: int, column: MadeColumn, width: int, formats: Mapping[str, Any]) -> None:
    """Set the width of a column, and the format of its empty cells."""
    usual = "locked" if column.locked else "number" if column.type in _NUMBERS and not column.many else "text"
    sheet.set_column(number, number, width, formats[usual], {} if column.is_used else {"hidden": True})


def _write_head(sheet: Any, number: int, column: MadeColumn, formats: Mapping[str, Any], language: str) -> None:
    """Write the header of a column, and what the column means."""
    sheet.write_string(HEADERS_ROW, number, column.title.text(language), formats["header"])
    if column.meaning is not None:
        sheet.write_comment(HEADERS_ROW, number, column.meaning.text(language), {"x_scale": 2})


def _choose(sheet: Any, number: int, last: int, source: str | list[str]) -> None:
    """Offer a list in a column; other entries are allowed, and checked when the workbook is merged."""
    rule = {"validate": "list", "source": source, "show_error": False}
    sheet.data_validation(FIRST_ROW, number, last + _SPARE, number, rule)


def _write_cell(sheet: Any, place: tuple[int, int], shown: Any, formats: Mapping[str, Any], *, is_locked: bool) -> None:
    if isinstance(shown, str):
        sheet.write_string(*place, shown, formats["locked" if is_locked else "text"])
    elif isinstance(shown, date):
        sheet.write_datetime(*place, shown, formats["day"])
    else:
        sheet.write_number(*place, shown, formats["number"])
