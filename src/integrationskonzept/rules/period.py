"""Rules about the concept's period: what is dated must lie in it, and what is to be done must be dated."""

from collections.abc import Iterator, Mapping

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.evaluation import Evaluation
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.indicator import Target
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.schedule import Schedule, Step
from integrationskonzept.model.timeline import Timeline, TimelineRow
from integrationskonzept.rules.helpers import Each, WholeConcept, is_pursued
from integrationskonzept.rules.rule import Hit, Rule

_PLANNED: Mapping[type[Record], tuple[str, ...]] = {
    ActionDay: ("date", "end_date"),
    Activity: ("date", "end_date"),
    Evaluation: ("due",),
    HorizonStatement: ("start", "end"),
    Step: ("due",),
    Target: ("due",),
}
"""Dates that lie ahead when they are written down; what was done or observed may well be older than the concept."""


LONGEST = 15
"""Years that a concept is made for at most; beyond it a year is mistyped."""


def outside(moment: PartialDate, period: Span) -> bool:
    """Return whether all of `moment` lies before or after `period`, for certain."""
    before = period.start and period.start.earliest and moment.latest and moment.latest < period.start.earliest
    after = period.end and period.end.latest and moment.earliest and moment.earliest > period.end.latest
    return bool(before or after)


def worded(period: Span) -> str:
    """Write a period as it is stated, such as ``2025–2029``; an open end as an ellipsis."""
    return f"{period.start or '…'}–{period.end or '…'}"


def _planned_outside(concept: Concept) -> Iterator[Hit]:
    """Yield every planned date that lies outside the concept's period; effects may come later."""
    for path, attribute, moment in _planned_dates(concept):
        if outside(moment, concept.period) and "effect_time_frame" not in path:
            values = {"attribute": label(attribute), "date": str(moment), "period": worded(concept.period)}
            yield Hit(path, values)


def _planned_dates(concept: Concept) -> Iterator[tuple[Path, str, PartialDate]]:
    for kind, attributes in _PLANNED.items():
        for path, record in concept.records.get(kind):
            if not (getattr(record, "held_on", None) or getattr(record, "done_on", None)):
                yield from _stated(path, record, attributes)
    for path, schedule in concept.records.get(Schedule):
        if schedule.planned:
            yield from _stated((*path, "planned"), schedule.planned, ("start", "end"))


def _stated(path: Path, record: Record, attributes: tuple[str, ...]) -> Iterator[tuple[Path, str, PartialDate]]:
    for attribute in attributes:
        moment = getattr(record, attribute)
        if moment is not None:
            yield (*path, attribute), attribute, moment


def _columns_outside(concept: Concept) -> Iterator[Hit]:
    """Yield every column of the timeline that lies outside the concept's period."""
    for path, timeline in concept.records.get(Timeline):
        for position, year in enumerate(timeline.years):
            if _year_outside(year, concept.period):
                yield Hit((*path, "years", position), {"year": year, "period": worded(concept.period)})


def _year_outside(year: int, period: Span) -> bool:
    first, last = period.start and period.start.earliest, period.end and period.end.latest
    return bool((first and year < first.year) or (last and year > last.year))


def _marks_without_column(concept: Concept) -> Iterator[Hit]:
    """Yield every year marked in a row that the timeline has no column for."""
    for path, timeline in concept.records.get(Timeline):
        columns = set(timeline.years)
        for row, content in enumerate(timeline.rows if columns else ()):
            for position, year in enumerate(content.years or ()):
                if year not in columns:
                    yield Hit((*path, "rows", row, "years", position), {"year": year})


def _dated(measure: Measure) -> bool:
    plans = (measure.time_frames, measure.schedule, measure.recurrence)
    return any(plans) or any(step.due for step in measure.steps)


def _undated(concept: Concept) -> Iterator[Hit]:
    """Yield every measure of which neither it, nor a part of it, nor the timeline says when."""
    rows = (row for _, row in concept.records.get(TimelineRow))
    in_timeline = {row.measure_ref for row in rows if row.years}
    for path, measure in concept.records.get(Measure):
        parts = (measure, *measure.sub_measures)
        if not any(part.id in in_timeline or _dated(part) for part in parts) and is_pursued(measure, concept):
            yield Hit(path)


def _too_long(concept: Concept) -> Iterator[Hit]:
    """Yield the concept's period where it covers more years than any concept is made for."""
    period = concept.period
    first, last = period.start and period.start.earliest, period.end and period.end.latest
    if first and last and (last.year - first.year, last.month, last.day) >= (LONGEST, first.month, first.day):
        yield Hit(("period", "end"), {"period": worded(concept.period), "years": LONGEST})


_measures_that_go_on = Each(Measure, where=bool, pursued=True)
_no_period = WholeConcept(lambda concept: not (concept.period.start and concept.period.end))
_no_marks = Each(TimelineRow, where=lambda row: not row.years)

RULES = (
    Rule(
        code="IK201",
        family="time",
        title=message("Planned outside the period"),
        why=message("What is planned for a day before the concept begins or after it ends is mostly a wrong year."),
        severity=Severity.WARNING,
        message=message("{attribute} {date} lies outside the concept's period {period}"),
        hint=message("correct the date, or the period of the concept"),
        check=_planned_outside,
    ),
    Rule(
        code="IK202",
        family="time",
        title=message("Timeline outside the period"),
        why=message("The timeline shows the years of the concept's period and no others."),
        severity=Severity.WARNING,
        message=message("the timeline has a column for {year}, outside the concept's period {period}"),
        hint=message("correct the year, or the period of the concept"),
        check=_columns_outside,
    ),
    Rule(
        code="IK203",
        family="time",
        title=message("Year without a column"),
        why=message("A row marked in a year the timeline does not show cannot be drawn."),
        severity=Severity.ERROR,
        message=message("the row is marked in {year}, but the timeline has no column for that year"),
        hint=message("add the year to the columns, or correct the row"),
        check=_marks_without_column,
    ),
    Rule(
        code="IK204",
        family="time",
        title=message("No period"),
        why=message("Without first and last year nobody can say when an evaluation is due or a measure is late."),
        severity=Severity.WARNING,
        message=message("the concept does not say from when to when it holds"),
        hint=message("state `start` and `end` under `period`"),
        check=_no_period,
    ),
    Rule(
        code="IK205",
        family="time",
        title=message("Measure without a time"),
        why=message("A measure without time frame, dates or rhythm can never be late, and so never be followed up."),
        severity=Severity.WARNING,
        message=message("nothing says when this is to be done"),
        hint=message("name a horizon, or dates under `schedule`"),
        check=_undated,
        summary=message("no time stated for {count} of {total} measures"),
        total=_measures_that_go_on.total,
    ),
    Rule(
        code="IK206",
        family="time",
        title=message("Timeline row without years"),
        why=message("A row without marks says that something is to be done, and not when."),
        severity=Severity.NOTE,
        message=message("no year is marked in this row of the timeline"),
        hint=message("enter the years where they are known"),
        check=_no_marks,
        summary=message("no year marked in {count} of {total} rows of the timeline"),
        total=_no_marks.total,
    ),
    Rule(
        code="IK207",
        family="time",
        title=message("Period of more than fifteen years"),
        why=message("No town plans so far ahead: mostly a digit of a year is wrong, and every date would seem to fit."),
        severity=Severity.WARNING,
        message=message("the concept's period {period} is longer than {years} years"),
        hint=message("correct the first or the last year"),
        check=_too_long,
    ),
)
