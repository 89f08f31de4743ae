"""The legend of a timeline: only the signs that its pages show."""

from collections.abc import Callable, Iterator, Sequence

from integrationskonzept.blocks.tree import Symbol, Text
from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas
from integrationskonzept.documents.figures.symbols import Entry, Sign, overdue, symbol, triangle
from integrationskonzept.documents.figures.time_axis import review_sign
from integrationskonzept.documents.figures.timeline_data import DayKind, MeasureRow, TimelineData
from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.evaluation.evaluation_dates import ReviewState
from integrationskonzept.i18n.messages import Message, message

SYMBOL_WORDS: dict[Symbol, Message] = {
    Symbol.DONE: message("finished"),
    Symbol.PERMANENT: message("permanent task"),
    Symbol.RUNNING: message("under way"),
    Symbol.OPEN: message("not begun"),
    Symbol.UNKNOWN: message("status not known"),
    Symbol.ENDED: message("no longer pursued"),
    Symbol.OVERDUE: message("overdue"),
}
"""The words for the signs of a status, in the order in which they are sorted."""

_REVIEWS = {
    ReviewState.HELD: message("evaluation held"),
    ReviewState.OPEN: message("evaluation due"),
    ReviewState.OVERDUE: message("evaluation overdue"),
    ReviewState.UNKNOWN: message("evaluation: cannot be said"),
}


def timeline_legend(data: TimelineData, said: Callable[[Text], str]) -> list[Entry]:
    """Return the signs that the pages of a timeline show, with their words."""
    rows = [row for section in data.sections for row in section.rows]
    return [(sign, said(word)) for sign, word in (*_periods(rows, data), *_days(rows, data))]


def _periods(rows: Sequence[MeasureRow], data: TimelineData) -> Iterator[tuple[Sign, Message]]:
    stated = [row for row in rows if row.planned and row.basis is Basis.STATED]
    if any(bar.certain for row in stated for bar in row.planned):
        yield _box(style.PLAN, style.PLAN), message("planned, as stated")
    if any(not bar.certain and bar not in row.planned[1:] for row in stated for bar in row.planned):
        yield _box(style.PALE_PLAN, style.PLAN), message("planned, possibly (day not stated)")
    if any(row.planned and row.basis is Basis.DERIVED for row in rows):
        yield _dashed, message("planned, derived from the time frame")
    if any(row.actual for row in rows):
        yield _thin, message("in fact, as stated")
    beyond = sum(_is_beyond(row, data) for row in rows)
    if beyond:
        yield _arrow, message("more before or after the years shown; measures: {count}", count=beyond)


def _days(rows: Sequence[MeasureRow], data: TimelineData) -> Iterator[tuple[Sign, Message]]:
    if _is_longer(data):
        yield _box(style.SHADE, style.GRID), message("outside the concept's period")
    marks = [mark for row in rows for mark in row.marks]
    if any(mark.kind is DayKind.BEGAN for mark in marks):
        yield _began, message("began")
    if any(mark.kind is DayKind.ENDED for mark in marks):
        yield _ended, message("ended")
    reported = {mark.symbol for mark in marks if mark.kind is DayKind.REPORT}
    for sign, word in SYMBOL_WORDS.items():
        if sign in reported:
            yield status_sign(sign), message("reported: {status}", status=word)
    if any(row.is_overdue for row in rows):
        yield overdue, message("overdue")
    states = {mark.state for mark in data.reviews if data.first <= mark.day <= data.last}
    for state, word in _REVIEWS.items():
        if state in states:
            yield _review(state), word


def _is_longer(data: TimelineData) -> bool:
    """Return whether years are shown that are outside the concept's period."""
    start, end = data.period.start, data.period.end
    begins = start is not None and start.earliest is not None and start.earliest > data.first
    return begins or (end is not None and end.latest is not None and end.latest < data.last)


def _is_beyond(row: MeasureRow, data: TimelineData) -> bool:
    days = [day for bar in row.planned for day in (bar.first, bar.last)] + [mark.day for mark in row.marks]
    return any(not data.first <= day <= data.last for day in days)


def status_sign(sign: Symbol) -> Sign:
    """Return what draws the sign of a status."""
    return lambda canvas, x, y: symbol(canvas, x, y, sign)


def _review(state: ReviewState) -> Sign:
    return lambda canvas, x, y: review_sign(canvas, x, y, state)


def _box(fill: str, stroke: str) -> Sign:
    return lambda canvas, x, y: canvas.rect(x - 6, y - 3.5, 12, 7, fill, stroke=stroke, stroke_width=0.6)


def _dashed(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x - 6, y - 3.5, 12, 7, style.PAPER, **style.DERIVED)


def _thin(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x - 6, y - 1.3, 12, 2.6, style.INK)


def _arrow(canvas: Canvas, x: float, y: float) -> None:
    triangle(canvas, x, y, right=True)


def _began(canvas: Canvas, x: float, y: float) -> None:
    triangle(canvas, x, y, right=True, radius=3.4)


def _ended(canvas: Canvas, x: float, y: float) -> None:
    triangle(canvas, x, y, right=False, radius=3.4)
