"""Review lists: the doubts of a draft as rows for people, and as CSV for German spreadsheets."""

import csv
import io
from collections.abc import Sequence

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of texts that a spreadsheet would take for a formula."""


def name_of(code: str) -> Message | str:
    """Return the name of a kind of doubt, as people read it."""
    return next((name for known, name in _NAMES.items() if known == code), code)


def review_rows(doubts: Sequence[Doubt], language: str) -> list[tuple[str, ...]]:
    """Return the rows of the review list, the header first."""
    rows = [tuple(header.text(language) for header in HEADERS)]
    for number, doubt in enumerate(doubts, start=1):
        name = name_of(doubt.code)
        rows.append(
            (
                str(number),
                name.text(language) if isinstance(name, Message) else name,
                doubt.scope,
                doubt.place.text(language),
                doubt.quotation,
                doubt.taken or "",
                " | ".join(doubt.alternatives),
                doubt.message.text(language),
                doubt.address or "",
                "",
            )
        )
    return rows


def review_csv(doubts: Sequence[Doubt], language: str) -> bytes:
    """Return the review list as CSV with semicolons, as German spreadsheets open it; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in review_rows(doubts, language):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")
