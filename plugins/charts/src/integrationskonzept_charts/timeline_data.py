"""Data of the timeline: a row for each measure, and bars by certainty."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from attrs import frozen

import integrationskonzept as ik
from integrationskonzept_charts.i18n import drawable, lines, message, on, short

WIDTH = 62
"""Characters in a line of a row's label."""
_MOST = 4
"""Maximum number of lines of a label."""
_REMARK = 110
"""Characters of a remark; Vega itself could cut within a character."""
_TITLE = 100
"""Characters in a line of the concept's title."""
_AROUND = 3
"""Maximum number of years drawn before and after the concept's period."""
_LONGEST = 40
"""Maximum number of years drawn."""


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
class Term:
    """The last day on which an evaluation is due, or the day it was held."""

    row: str
    day: date
    state: str
    tip: str


@frozen(kw_only=True)
class Mark:
    """A day on which something is known about a measure: its start, its end, or a status report."""

    row: str
    day: date
    state: str
    tip: str


@frozen(kw_only=True)
class Spans:
    """The data of a timeline."""

    first: date
    last: date
    rows: tuple[str, ...]
    headings: frozenset[str]
    """Rows that are headings of the rows below them."""
    bars: tuple[Bar, ...]
    remarks: tuple[Remark, ...]
    terms: tuple[Term, ...]
    marks: tuple[Mark, ...]


def spans(
    concept: ik.Concept, measures: Iterable[Any], reviews: Iterable[Any], today: date, language: str, **choices: bool
) -> Spans:
    """Return the measures and reviews of an evaluation as rows and bars.

    Bars of ongoing measures end on `today`, unless `until_today` is false: a day that nobody requested is only the
    day of the latest record, and says nothing about an end.
    """
    chosen, reviewed = list(measures), list(reviews)
    first, last = _limits(concept, chosen, reviewed, today)
    drawing = _Drawing(first, last, today, language, **choices)
    if reviewed:
        drawing.reviews(reviewed)
    heading: str | None = ""
    for one in chosen:
        if one.field_of_action != heading:
            heading = one.field_of_action
            drawing.head(_title(concept, heading, language))
        drawing.measure(one, concept.element(one.address), concept)
    return drawing.spans()


def _title(concept: ik.Concept, field: str | None, language: str) -> str:
    element: Any = concept.element(field) if field else None
    return element.title if element else message("Overarching").text(language)


def _limits(concept: ik.Concept, measures: list[Any], reviews: list[Any], today: date) -> tuple[date, date]:
    """Return the first and last day of the time axis: those of the period, extended by nearby bars."""
    windows = [one.schedule.planned.value for one in measures] + [one.schedule.actual.value for one in measures]
    bounds = [bound for window in windows if window for bound in (window.start, window.end) if bound]
    bounds += [one.due.value for one in reviews if one.due.value]
    days = [day for bound in bounds for day in (bound.earliest, bound.latest) if date.min < day < date.max]
    start = concept.period.start and concept.period.start.earliest
    end = concept.period.end and concept.period.end.latest
    low = start or min(days, default=end or today)
    high = max(low, end or max(days, default=low))
    first = max(min([low, *days]), _years(low, -_AROUND))
    last = min(max([high, *days]), _years(high, _AROUND), _years(first, _LONGEST))
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _years(day: date, count: int) -> date:
    return date(min(max(day.year + count, 1), 9998), day.month, min(day.day, 28))


class _Drawing:
    """Builder of a timeline, row by row."""

    def __init__(self, first: date, last: date, today: date, language: str, *, until_today: bool = True) -> None:
        self._first, self._last, self._today, self._language = first, last, today, language
        self._until_today = until_today
        self._marks: list[Mark] = []
        self._rows: list[str] = []
        self._headings: list[str] = []
        self._bars: list[Bar] = []
        self._remarks: list[Remark] = []
        self._terms: list[Term] = []

    def spans(self) -> Spans:
        """Return the data built so far."""
        return Spans(
            first=self._first,
            last=self._last,
            rows=tuple(self._rows),
            headings=frozenset(self._headings),
            bars=tuple(self._bars),
            remarks=tuple(self._remarks),
            terms=tuple(self._terms),
            marks=tuple(self._marks),
        )

    def head(self, title: str) -> None:
        """Add a row that is the heading of a group of rows."""
        self._headings.append(self._row(title))

    def _row(self, title: str) -> str:
        """Add a row with a unique label."""
        label = "\n".join(lines(title, WIDTH, _MOST))
        while label in self._rows:
            label += "\u200b"  # no width; it distinguishes rows of the same title
        self._rows.append(label)
        return label

    def reviews(self, reviews: list[Any]) -> None:
        """Add a row with the evaluations."""
        row = self._row(message("Evaluations").text(self._language))
        for one in reviews:
            due = one.due.value
            held = one.evaluation.held_on if one.evaluation and one.state.value == "held" else None
            day = (held and held.latest) or (due and due.latest)
            if day and self._first <= day <= self._last:
                self._terms.append(Term(row=row, day=day, state=one.state.value, tip=one.text(self._language)))

    def measure(self, one: Any, element: Any, concept: ik.Concept) -> None:
        """Add a row with a measure: plan and progress, or a remark if it is no longer pursued."""
        row = self._row(short(element, WIDTH))
        fate = one.schedule.pursuit
        if not fate.stands:
            self._remark(row, fate.text(self._language), is_end=False)
            return
        plan, tip = one.schedule.planned, drawable(one.schedule.planned.text(self._language))
        if plan.value is None:
            has_run = one.schedule.actual.value is not None or bool(self._known(element))
            unknown = message("not known: {why}", why=plan.rule)
            said = message("plan not known") if has_run else unknown
            self._remark(row, said.text(self._language), is_end=has_run)
        else:
            self._plan(row, plan.value, tip, is_stated=plan.basis.value == "stated")
        self._actual(row, one)
        for entry, day in self._known(element):
            self._mark(row, day, str(_neutral(entry, concept)), _told(entry, concept, self._language))

    def _known(self, element: Any) -> list[tuple[Any, date]]:
        """Return the status reports known on the evaluated day, each with the last day it can refer to."""
        known = [
            entry for entry in element.status_reports if entry.as_of.earliest and entry.as_of.earliest <= self._today
        ]
        return [(entry, min(entry.as_of.latest, self._today)) for entry in known]

    def _plan(self, row: str, window: Any, tip: str, *, is_stated: bool) -> None:
        sure, perhaps = (Piece.STATED, Piece.STATED_PERHAPS) if is_stated else (Piece.DERIVED, Piece.DERIVED_PERHAPS)
        start, end = window.start, window.end
        if end is None and window.permanent:
            self._bar(row, perhaps, start and start.earliest, None, tip)
            self._bar(row, sure, start and start.latest, None, tip)
            self._remark(row, message("permanent").text(self._language), is_end=True)
            return
        self._bar(row, perhaps, start and start.earliest, end and end.latest, tip)
        if start is not None and end is not None:
            self._bar(row, sure, start.latest, end.earliest, tip)
        else:
            lacking = message("start not stated") if start is None else message("end not stated")
            self._remark(row, lacking.text(self._language), is_end=True)

    def _actual(self, row: str, one: Any) -> None:
        """Add the actual period of a measure, no later than the evaluated day."""
        actual = one.schedule.actual
        if actual.basis.value != "stated":
            return  # a report gives the day by which a status was reached, not the day it began
        start, end, tip = actual.value.start, actual.value.end, drawable(actual.text(self._language))
        if start is not None and start.earliest > self._today:
            return
        if start is not None and (end is not None or self._goes_on(one)):
            earliest, latest = (end.earliest, end.latest) if end else (self._today, self._today)
            self._bar(row, Piece.ACTUAL_PERHAPS, start.earliest, min(latest, self._today), tip)
            self._bar(row, Piece.ACTUAL, start.latest, min(earliest, self._today), tip)
        elif start is not None:
            self._mark(row, min(start.latest, self._today), "began", tip)
        elif end is not None and end.earliest <= self._today:
            self._mark(row, min(end.latest, self._today), "ended", tip)

    def _goes_on(self, one: Any) -> bool:
        return self._until_today and one.schedule.pursuit.state in {
            ik.PursuitState.ACTIVE,
            ik.PursuitState.PERMANENT,
        }

    def _mark(self, row: str, day: date, state: str, tip: str) -> None:
        if self._first <= day <= self._last:
            self._marks.append(Mark(row=row, day=day, state=state, tip=tip))

    def _bar(self, row: str, piece: Piece, first: date | None, last: date | None, tip: str) -> None:
        """Add a bar segment, clipped to the time axis; a certain one of a single day is left out."""
        begin, end = max(first or self._first, self._first), min(last or self._last, self._last)
        if begin < end or (begin == end and piece not in {Piece.STATED, Piece.DERIVED, Piece.ACTUAL}):
            self._bars.append(Bar(row=row, piece=piece, first=begin, last=end, tip=tip))

    def _remark(self, row: str, text: str, *, is_end: bool) -> None:
        self._remarks.append(Remark(row=row, text=lines(text, _REMARK, 1)[0], is_end=is_end))


def _neutral(entry: Any, concept: ik.Concept) -> str:
    level = concept.index.get(f"status_level/{entry.level_ref}")
    return str(getattr(level[1], "neutral", "unknown")) if level else "unknown"


def _told(entry: Any, concept: ik.Concept, language: str) -> str:
    level = concept.index.get(f"status_level/{entry.level_ref}")
    title = getattr(level[1], "title", entry.level_ref) if level else entry.level_ref
    said = message("reported for {day}: {status}", day=str(entry.as_of), status=title)
    return drawable(said.text(language))


def after(day: date) -> str:
    """Return the end of a day on the time axis: the beginning of the next one."""
    return (day + timedelta(days=1)).isoformat() if day < date.max else day.isoformat()


def day_of(concept: ik.Concept) -> date:
    """Return the day shown by default: that of the latest record, or the start of the period."""
    stated: list[Any] = [concept.edition.as_of]
    stated += [one.as_of for indicator in concept.indicators for one in indicator.observations]
    stated += [one.as_of for measure in concept.measures for one in measure.status_reports]
    start = concept.period.start and concept.period.start.earliest
    return max((one.latest for one in stated if one and one.latest), default=start or date(2000, 1, 1))


def subtitle(concept: ik.Concept, today: date | None, language: str) -> list[str]:
    """Return the subtitle: the title of the concept, and the date."""
    said = lines(concept.title, _TITLE, _MOST)
    if today is not None:
        said.append(message("as of {day}", day=on(today, language)).text(language))
    return said
