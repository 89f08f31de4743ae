"""Rules about the order of dates: beginning before end, baseline before observation, one round after another."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from itertools import pairwise
from typing import Any

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.activity import ActionDay, Activity, RecurrenceException, SchoolHoliday
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import goes_past_midnight
from integrationskonzept.model.evaluation import Evaluation
from integrationskonzept.model.horizon import Horizon, HorizonStatement
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.meeting import Meeting
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.stocktake import OpeningTime, TargetGroup
from integrationskonzept.rules.helpers import undertakings
from integrationskonzept.rules.rule import Hit, rule

_PAIRS: Mapping[type[Record], tuple[tuple[str, str], ...]] = {
    ActionDay: (("date", "end_date"), ("start_time", "end_time")),
    Activity: (("date", "end_date"), ("start_time", "end_time")),
    Horizon: (("start", "end"), ("minimum_years", "maximum_years")),
    Evaluation: (("start", "due"), ("start", "held_on")),
    HorizonStatement: (("start", "end"),),
    Meeting: (("date", "end_date"), ("start_time", "end_time")),
    OpeningTime: (("start_time", "end_time"),),
    RecurrenceException: (("start", "end"),),
    SchoolHoliday: (("start", "end"),),
    Step: (("start", "due"), ("start", "done_on")),
    TargetGroup: (("minimum_age", "maximum_age"),),
}
"""Pairs of attributes for the beginning and the end, by kind of record."""


def before(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Return whether all of `first` lies before all of `second`, for certain."""
    return bool(first and second and first.latest and second.earliest and first.latest < second.earliest)


def begin(measure: Measure) -> PartialDate | None:
    """Return when a measure begins: in fact, as planned, or as its horizon states; None if nothing says so."""
    spans = (measure.schedule.actual, measure.schedule.planned) if measure.schedule else ()
    starts = [span.start for span in spans if span and span.start]
    starts += [statement.start for statement in measure.time_frames if statement.start]
    return starts[0] if starts else None


def end(measure: Measure) -> PartialDate | None:
    """Return when a measure ends: in fact, as planned, or as its horizon states; None if nothing says so."""
    spans = (measure.schedule.actual, measure.schedule.planned) if measure.schedule else ()
    ends = [span.end for span in spans if span and span.end]
    ends += [statement.end for statement in measure.time_frames if statement.end]
    return ends[0] if ends else None


def required(concept: Concept) -> Iterator[tuple[Any, Measure, Measure]]:
    """Yield every measure with one that it requires, and the path where it says so."""
    known = concept.index
    for path, measure in concept.records.get(Measure):
        for position, id in enumerate(measure.requires):
            _, other = known.get(f"measure/{id}", (None, None))
            if isinstance(other, Measure):
                yield (*path, "requires", position), measure, other


@rule(
    "IK221",
    family="time",
    title=message("Ends before it begins"),
    why=message("Two dates were swapped, or one of them has a wrong year; calendars refuse such an entry."),
    severity=Severity.ERROR,
    message=message("{last} {stop} comes before {first} {start}"),
    hint=message("swap or correct the two"),
)
def _backwards(concept: Concept) -> Iterator[Hit]:
    """Yield whatever ends before it begins; times of day count where both lie on one day."""
    for kind, pairs in _PAIRS.items():
        for path, record in concept.records.get(kind):
            for first, last in pairs:
                start, stop = getattr(record, first), getattr(record, last)
                if start is not None and stop is not None and _after(start, stop, record):
                    values = {
                        "first": label(first),
                        "start": _worded(start),
                        "last": label(last),
                        "stop": _worded(stop),
                    }
                    yield Hit((*path, last), values)


def _after(start: Any, stop: Any, record: Any) -> bool:
    if isinstance(start, PartialDate):
        return before(stop, start)
    if isinstance(start, time):
        return start > stop and getattr(record, "end_date", None) is None and not goes_past_midnight(start, stop)
    return bool(start > stop)


def _worded(moment: Any) -> str:
    return f"{moment:%H:%M}" if isinstance(moment, time) else str(moment)


def _with_baseline(concept: Concept) -> Iterator[tuple[Path, Indicator, PartialDate]]:
    """Yield every indicator whose baseline has a date, with that date."""
    for path, indicator in concept.records.get(Indicator):
        if indicator.baseline and indicator.baseline.as_of:
            yield path, indicator, indicator.baseline.as_of


@rule(
    "IK222",
    family="time",
    title=message("Observation before the baseline"),
    why=message("Progress is told from the baseline on; what is older cannot show any."),
    severity=Severity.WARNING,
    message=message("the observation of {date} is older than the baseline of {baseline}"),
    hint=message("make the oldest observation the baseline, or correct the date"),
)
def _older_than_baseline(concept: Concept) -> Iterator[Hit]:
    for path, indicator, baseline in _with_baseline(concept):
        for position, observation in enumerate(indicator.observations):
            if before(observation.as_of, baseline):
                values = {"date": str(observation.as_of), "baseline": str(baseline)}
                yield Hit((*path, "observations", position, "as_of"), values)


@rule(
    "IK223",
    family="time",
    title=message("Target due before the baseline"),
    why=message("A target that was due before the first value was known cannot be reached any more."),
    severity=Severity.WARNING,
    message=message("the target is due {due}, before the baseline of {baseline}"),
    hint=message("correct one of the two dates"),
)
def _due_before_baseline(concept: Concept) -> Iterator[Hit]:
    for path, indicator, baseline in _with_baseline(concept):
        targets = [((*path, "target"), indicator.target)] if indicator.target else []
        targets += [((*path, "interim_targets", at), target) for at, target in enumerate(indicator.interim_targets)]
        for place, target in targets:
            if before(target.due, baseline):
                yield Hit((*place, "due"), {"due": str(target.due), "baseline": str(baseline)})


def _rounds(concept: Concept) -> Iterator[tuple[Any, PartialDate, PartialDate]]:
    """Yield every two status entries that follow each other, with the place of the later one."""
    for path, record in undertakings(concept):
        for position, (former, latter) in enumerate(pairwise(record.status_reports), start=1):
            yield (*path, "status_reports", position, "as_of"), former.as_of, latter.as_of


@rule(
    "IK224",
    family="time",
    title=message("Status reports out of order"),
    why=message("The last entry is taken for the present state. Out of order, an old one is."),
    severity=Severity.ERROR,
    message=message("the status of {date} stands after that of {former}"),
    hint=message("put the entries in order, the oldest first"),
)
def _out_of_order(concept: Concept) -> Iterator[Hit]:
    for path, former, latter in _rounds(concept):
        if _first(latter) < _first(former) and former != latter:
            yield Hit(path, {"date": str(latter), "former": str(former)})


def _first(moment: PartialDate) -> date:
    return moment.earliest or date.max


@rule(
    "IK225",
    family="time",
    title=message("Two status reports of one date"),
    why=message("Of two entries of the same round nobody can say which one holds."),
    severity=Severity.WARNING,
    message=message("two status entries are of {date}"),
    hint=message("join the two, or date them more exactly"),
)
def _same_round(concept: Concept) -> Iterator[Hit]:
    for path, former, latter in _rounds(concept):
        if former == latter:
            yield Hit(path, {"date": str(latter)})


@rule(
    "IK226",
    family="time",
    title=message("Begins before what it requires is finished"),
    why=message("If the measure needs what the other one brings about, it cannot begin earlier."),
    severity=Severity.WARNING,
    message=message("begins {begin}, but requires {other!r}, which ends {end}"),
    hint=message("move one of the two, or say under `follows` that the order is loose"),
)
def _before_required_ends(concept: Concept) -> Iterator[Hit]:
    """Yield measures that begin before one they require is over; see the relations for one not even begun."""
    for path, measure, other in required(concept):
        if before(begin(measure), end(other)) and not before(begin(measure), begin(other)):
            yield Hit(path, {"begin": str(begin(measure)), "other": other.id, "end": str(end(other))})
