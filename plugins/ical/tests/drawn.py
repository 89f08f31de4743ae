"""Towns made by chance, full of dates."""

from datetime import date, time
from typing import Any

from hypothesis import strategies as st

from integrationskonzept import Concept, PartialDate
from integrationskonzept.model import (
    ActionDay,
    Activity,
    Edition,
    Evaluation,
    EvaluationRule,
    Frequency,
    Horizon,
    HorizonStatement,
    Indicator,
    Measure,
    Meeting,
    Municipality,
    Overarching,
    Recurrence,
    Schedule,
    Span,
    Step,
    Target,
    Weekday,
)
from integrationskonzept.testing import texts

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31)) | st.dates()
DATES = st.one_of(
    DAYS.map(lambda day: PartialDate(day.isoformat())),
    DAYS.map(lambda day: PartialDate(f"--{day:%m-%d}")),
    st.sampled_from(["2025", "2026-07", "2027-Q3", "2027-H2", "2026/27", "9999", "0001"]).map(PartialDate),
)
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
TEXTS = texts(hostile=True)
NUMBERS = st.one_of(st.integers(0, 12), st.floats(0, 12), st.just(10**9))
RECURRENCES = st.builds(
    Recurrence,
    frequency=st.sampled_from(Frequency),
    interval=st.integers(1, 3),
    weekdays=st.lists(st.sampled_from(Weekday), max_size=3, unique=True).map(tuple),
    until=st.none() | DATES,
    text=st.none() | TEXTS,
)


def _many(noun: Any, **attributes: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    ids = st.integers(0, 9).map(lambda number: f"nr-{number}")
    return st.lists(st.builds(noun, id=ids, **attributes), max_size=4, unique_by=lambda one: one.id).map(tuple)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _ordered(start: PartialDate | None, end: PartialDate | None) -> Span:
    try:
        return Span(start=start, end=end)
    except ValueError:  # it would end before it starts
        return Span(start=end, end=start)


SPANS = st.builds(_ordered, _maybe(DATES), _maybe(DATES)) | st.just(
    Span(start=PartialDate("2025"), end=PartialDate("2029"))
)
HAPPENING = {
    "title": TEXTS,
    "date": _maybe(DATES),
    "end_date": _maybe(DATES),
    "start_time": _maybe(TIMES),
    "end_time": _maybe(TIMES),
    "location": _maybe(TEXTS),
}
FRAMES = st.lists(
    st.builds(HorizonStatement, horizon_ref=_maybe(st.just("nr-1")), start=_maybe(DATES), end=_maybe(DATES)), max_size=3
).filter(lambda frames: all(frame.start != frame.end for frame in frames))
TARGETS = st.builds(Target, due=_maybe(DATES), value=_maybe(NUMBERS), text=_maybe(TEXTS))
OVERARCHING = st.builds(
    Overarching,
    activities=_many(Activity, description=_maybe(TEXTS), recurrence=_maybe(RECURRENCES), **HAPPENING),
    action_days=_many(ActionDay, recurrence=_maybe(RECURRENCES), **HAPPENING),
    measures=_many(
        Measure,
        title=TEXTS,
        time_frames=FRAMES.map(tuple),
        schedule=_maybe(st.builds(Schedule, planned=SPANS)),
        steps=_many(Step, title=TEXTS, due=_maybe(DATES), done_on=_maybe(DATES)),
    ),
    indicators=_many(
        Indicator, title=TEXTS, target=_maybe(TARGETS), interim_targets=st.lists(TARGETS, max_size=2).map(tuple)
    ),
)
TOWNS: st.SearchStrategy[Concept] = st.builds(
    Concept,
    id=st.just("musterstadt"),
    title=TEXTS,
    municipality=st.just(Municipality(name="Musterstadt")),
    edition=st.builds(Edition, number=_maybe(st.integers(0, 200)), as_of=_maybe(DATES)),
    period=SPANS,
    evaluation=_maybe(st.builds(EvaluationRule, interval_years=_maybe(NUMBERS), start=_maybe(DATES))),
    evaluations=_many(Evaluation, title=_maybe(TEXTS), due=_maybe(DATES), held_on=_maybe(DATES)),
    meetings=_many(Meeting, purpose=_maybe(TEXTS), **HAPPENING),
    horizons=_many(Horizon, title=TEXTS, maximum_years=_maybe(NUMBERS), end=_maybe(DATES)),
    overarching=OVERARCHING,
)
"""Concepts in which everything that a calendar knows comes up, in every state."""
