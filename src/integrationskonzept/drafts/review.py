"""Review lists: the doubts of a draft as rows for people, and as CSV for German spreadsheets."""

from collections.abc import Sequence

from integrationskonzept.drafts.draft import Doubt, DoubtCode
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.spreadsheets import Sheet

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


def name_of(code: str) -> Message:
    """Return the name of a kind of doubt, as people read it."""
    return next((name for known, name in _NAMES.items() if known == code), message("{code}", code=code))


def review_rows(doubts: Sequence[Doubt], language: str) -> list[tuple[str, ...]]:
    """Return the rows of the review list, below its headers."""
    return [
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
        for number, doubt in enumerate(doubts, start=1)
    ]


def _text(said: str | Message, language: str) -> str:
    return said if isinstance(said, str) else said.text(language)


def review_sheet(doubts: Sequence[Doubt], language: str) -> Sheet:
    """Return the review list as a sheet."""
    headers = [header.text(language) for header in HEADERS]
    return Sheet(title=TITLE.text(language), headers=headers, rows=review_rows(doubts, language), widths=WIDTHS)
