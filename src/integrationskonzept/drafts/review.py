"""Review lists: the doubts of a draft as rows for people, and as CSV for German spreadsheets."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from integrationskonzept.drafts.draft import Doubt, DoubtCode
from integrationskonzept.i18n.messages import Message, message

HEADERS = (
    message("No."),
    message("Doubt"),
    message("Where"),
    message("Place"),
    message("Text of the document"),
    message("What was taken"),
    message("What else it could be"),
    message("To decide"),
    message("Element"),
    message("Done"),
)
"""Headers of the review list."""

WIDTHS = (5, 14, 30, 20, 60, 40, 40, 50, 30, 10)
"""Widths of its columns, in characters."""

TITLE = message("Review list")

_NAMES = {
    DoubtCode.LABEL: message("label?"),
    DoubtCode.CONTINUED: message("continued?"),
    DoubtCode.SPLIT: message("split?"),
    DoubtCode.SLASH: message("slash"),
    DoubtCode.JOINED: message("joined?"),
    DoubtCode.UNLABELLED: message("unknown label"),
    DoubtCode.UNREAD: message("unread"),
    DoubtCode.OUTSIDE: message("outside"),
}
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Date in the properties of every workbook, so that equal lists are equal files."""
_LONGEST = 32_767
"""Most characters that a cell can hold."""
_CUT = " […]"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of texts that a spreadsheet would take for a formula."""


def name_of(code: str) -> Message:
    """Return the name of a kind of doubt, as people read it."""
    return next((name for known, name in _NAMES.items() if known == code), message("{code}", code=code))


def review_rows(doubts: Sequence[Doubt], language: str) -> list[tuple[str, ...]]:
    """Return the rows of the review list, the header first."""
    rows = [tuple(header.text(language) for header in HEADERS)]
    for number, doubt in enumerate(doubts, start=1):
        rows.append(
            (
                str(number),
                _text(name_of(doubt.code), language),
                doubt.scope,
                _text(doubt.place, language),
                doubt.quotation,
                doubt.taken or "",
                " | ".join(doubt.alternatives),
                doubt.message.text(language),
                doubt.address or "",
                "",
            )
        )
    return rows


def _text(said: str | Message, language: str) -> str:
    return said if isinstance(said, str) else said.text(language)


def review_csv(doubts: Sequence[Doubt], language: str) -> bytes:
    """Return the review list as CSV with semicolons, as German spreadsheets open it; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in review_rows(doubts, language):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def review_xlsx(doubts: Sequence[Doubt], language: str) -> bytes:
    """Return the review list as a workbook, with the same bytes for the same doubts; no cell is a formula.

    Raises `ModuleNotFoundError` where XlsxWriter is not installed (extra ``xlsx``).
    """
    import xlsxwriter

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": _CREATED})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(TITLE.text(language))
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        rows = review_rows(doubts, language)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(number, column, _fitting(text), plain if number else head)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows) - 1, len(HEADERS) - 1)
    return content.getvalue()


def _fitting(text: str) -> str:
    """Return a text without control characters, cut visibly where a cell cannot hold it."""
    text = _CONTROL.sub("", text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
