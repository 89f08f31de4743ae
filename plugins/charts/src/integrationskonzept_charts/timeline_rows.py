"""Rows of the Altair timeline: the data of the core's timeline with unique labels, and bars within the axis."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from attrs import frozen

from integrationskonzept.documents import figures
from integrationskonzept.evaluation import Basis
from integrationskonzept_charts.i18n import drawable, lines, message

WIDTH = 62
"""Characters in a line of a row's label."""
_MOST = 4
"""Maximum number of lines of a label."""
_REMARK = 110
"""Characters of a remark; Vega itself could cut within a character."""


class Piece(StrEnum):
    """Meaning of a bar segment."""

    STATED = "stated"
    STATED_PERHAPS = "stated_perhaps"
    DERIVED = "derived"
    DERIVED_PERHAPS = "derived_perhaps"
    ACTUAL = "actual"
    ACTUAL_PERHAPS = "actual_perhaps"


@frozen(kw_only=True)
class Bar:
    """A bar segment, from its first day to its last."""

    row: str
    piece: Piece
    first: date
    last: date
    tip: str


@frozen(kw_only=True)
class Remark:
    """A remark in a row: in place of a bar, or after its end."""

    row: str
    text: str
    is_end: bool


@frozen(kw_only=True)
class Mark:
    """A day on which something is known, or an evaluation is due."""

    row: str
    day: date
    state: str
    tip: str


@frozen(kw_only=True)
class Rows:
    """The data of a timeline, by the labels of its rows."""

    first: date
    last: date
    rows: tuple[str, ...]
    headings: frozenset[str]
    """Rows that are headings of the rows below them."""
    bars: tuple[Bar, ...]
    remarks: tuple[Remark, ...]
    terms: tuple[Mark, ...]
    """The concept's evaluations."""
    marks: tuple[Mark, ...]


def rows_of(data: figures.TimelineData, language: str) -> Rows:
    """Return the rows of a timeline."""
    labels = _Labels()
    bars: list[Bar] = []
    remarks: list[Remark] = []
    marks: list[Mark] = []
    terms: list[Mark] = []
    if data.reviews:
        row = labels.add(message("Evaluations").text(language))
        terms += [
            Mark(row=row, day=one.day, state=one.state.value, tip=one.review.text(language)) for one in data.reviews
        ]
    headings = set()
    for section in data.sections:
        headings.add(labels.add(section.title.text(language)))
        for one in section.rows:
            row = labels.add(_short(one))
            schedule = one.evaluation.schedule
            certain = Piece.STATED if one.basis is Basis.STATED else Piece.DERIVED
            bars += _bars(row, one.planned, certain, data, drawable(schedule.planned.text(language)))
            bars += _bars(row, one.actual, Piece.ACTUAL, data, drawable(schedule.actual.text(language)))
            remarks += [
                Remark(row=row, text=lines(text.text(language), _REMARK, 1)[0], is_end=is_end)
                for text, is_end in ((one.absence, False), (one.open_end, True))
                if text
            ]
            marks += [
                Mark(
                    row=row,
                    day=mark.day,
                    state=f"reported_{mark.symbol}" if mark.kind is figures.DayKind.REPORT else mark.kind.value,
                    tip=drawable(mark.text.text(language)),
                )
                for mark in one.marks
            ]
    return Rows(
        first=data.first,
        last=data.last,
        rows=tuple(labels.all),
        headings=frozenset(headings),
        bars=tuple(bars),
        remarks=tuple(remarks),
        terms=_within(terms, data),
        marks=_within(marks, data),
    )


class _Labels:
    """The labels of rows, each made unique."""

    def __init__(self) -> None:
        self.all: dict[str, None] = {}

    def add(self, title: str) -> str:
        """Add a row, and return its label."""
        label = "\n".join(lines(title, WIDTH, _MOST))
        while label in self.all:
            label += "\u200b"  # no width; it distinguishes rows of the same title
        self.all[label] = None
        return label


def _short(row: Any) -> str:
    """Return the title of a measure with its number; the short title where that needs more than two lines."""
    title, measure = row.title, row.measure
    if measure.short_title and len(lines(title, WIDTH, 3)) > 2:  # noqa: PLR2004 - see docstring
        return f"{measure.number} {measure.short_title}" if measure.number else str(measure.short_title)
    return title


def _bars(row: str, bars: Iterable[Any], certain: Piece, data: figures.TimelineData, tip: str) -> Iterable[Bar]:
    """Return bars cut off where the axis ends; one that is certain of a single day is left out."""
    for bar in bars:
        first, last = max(bar.first, data.first), min(bar.last, data.last)
        if first < last or (first == last and not bar.certain):
            piece = certain if bar.certain else Piece(f"{certain}_perhaps")
            yield Bar(row=row, piece=piece, first=first, last=last, tip=tip)


def _within(marks: Iterable[Mark], data: figures.TimelineData) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if data.first <= mark.day <= data.last)


def after(day: date) -> str:
    """Return the end of a day on the time axis: the beginning of the next one."""
    return (day + timedelta(days=1)).isoformat() if day < date.max else day.isoformat()
