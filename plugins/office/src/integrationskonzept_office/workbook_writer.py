"""Write workbooks: the same bytes for the same sheets, and no cell is a formula."""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime

import xlsxwriter

from integrationskonzept.plugins import Sheet

_LONGEST = 32_767
"""Most characters that a cell can hold."""
_CUT = " […]"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST_TITLE = 31
_WIDTH = 20


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Return a workbook with these sheets; the header stays in view, and has a filter."""
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in sheets:
            written = book.add_worksheet(_FORBIDDEN.sub(" ", sheet.title)[:_LONGEST_TITLE])
            columns = max((len(row) for row in sheet.rows), default=0)
            for column in range(columns):
                written.set_column(column, column, sheet.widths[column] if column < len(sheet.widths) else _WIDTH)
            for number, row in enumerate(sheet.rows):
                for column, text in enumerate(row):
                    written.write_string(number, column, _fitting(text), plain if number else head)
            written.freeze_panes(1, 0)
            if columns:
                written.autofilter(0, 0, max(len(sheet.rows) - 1, 0), columns - 1)
    return content.getvalue()


def _fitting(text: str) -> str:
    """Return a text without control characters, cut visibly where a cell cannot hold it."""
    text = _CONTROL.sub("", text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
