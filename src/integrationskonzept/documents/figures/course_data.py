"""Data of the courses of indicators: values over time, targets, steps of a scale and parts of a distribution."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from attrs import frozen

from integrationskonzept.documents.titles import title_of
from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.latest import in_order, interval
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.targets import step
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import range_text, value_message
from integrationskonzept.model.indicator import Indicator, IndicatorKind, Target
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.partial_date import PartialDate

_LONGEST = 40
"""Maximum number of years shown."""


class PointKind(StrEnum):
    """What a point of a course is."""

    BASELINE = "baseline"
    OBSERVED = "observed"
    MISSING = "missing"
    INTERIM = "interim"
    TARGET = "target"
    BENCHMARK = "benchmark"


@frozen(kw_only=True)
class Point:
    """A value at a time: a number, a range, a step of a scale, or a value that is missing."""

    kind: PointKind
    first: date
    """The first day it can be of."""
    day: date
    """The day it is drawn at: the middle of a month or year, the last day of a deadline."""
    last: date
    low: float | None
    """Its lowest value; None where it is open downwards."""
    high: float | None
    """Its highest value; None where it is open upwards."""
    text: Message
    """Its value in words."""
    record: Observation | Target

    @property
    def is_range(self) -> bool:
        """It is a range of values."""
        return self.low != self.high

    @property
    def value(self) -> float | None:
        """The value it is drawn at: its number, or the middle or the only limit of its range; None where missing."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.high if self.low is None else self.low


@frozen(kw_only=True)
class Course:
    """An indicator with what can be drawn of it."""

    indicator: Indicator
    progress: IndicatorProgress
    points: tuple[Point, ...]
    steps: tuple[str, ...] = ()
    """The steps of a scale, lowest first; a value is the number of a step, from 1 on."""

    @property
    def title(self) -> str:
        """Number and title of the indicator."""
        return title_of(self.indicator)

    @property
    def is_observed(self) -> bool:
        """It has a value or a missing value, besides its baseline."""
        parts = self.progress.parts
        return any(point.kind in _OBSERVED for point in self.points) or any(part.latest is not None for part in parts)

    @property
    def is_distribution(self) -> bool:
        """It is drawn by its parts, not over time."""
        return self.indicator.kind is IndicatorKind.DISTRIBUTION and bool(self.progress.parts)

    def of(self, *kinds: PointKind) -> tuple[Point, ...]:
        """Return the points of some kinds, in the order of time."""
        return tuple(sorted((point for point in self.points if point.kind in kinds), key=lambda point: point.day))

    @property
    def target_limits(self) -> tuple[float, ...]:
        """The one or two numbers of its target."""
        return self.limits(self.indicator.target)

    def limits(self, record: Target | Observation | None) -> tuple[float, ...]:
        """Return the numbers of a value or target: one, or both ends of a range."""
        return tuple(dict.fromkeys(limit for limit in _limits(record, self.indicator) if limit is not None))


_OBSERVED = frozenset({PointKind.OBSERVED, PointKind.MISSING})


@frozen(kw_only=True)
class NotDrawn:
    """What the courses of indicators leave out, with the reason."""

    address: str
    reason: Message


@frozen(kw_only=True)
class CourseData:
    """The courses of the indicators, the years they show, and what they leave out."""

    first: date
    last: date
    today: date
    courses: tuple[Course, ...]
    left_out: tuple[NotDrawn, ...]


def course_data(evaluation: ConceptEvaluation) -> CourseData:
    """Return the courses of the indicators that are pursued and have a value that can be drawn."""
    concept, today = evaluation.concept, evaluation.today
    courses: list[Course] = []
    left_out: list[NotDrawn] = []
    for progress in evaluation.indicators:
        course = course_of(progress, evaluation)
        indicator = course.indicator
        fate = pursuit(indicator, concept, today)
        if not fate.stands:
            reason = message("not pursued any more: {why}", why=fate.reason)
            left_out.append(NotDrawn(address=indicator.address, reason=reason))
        elif not (course.points or course.progress.parts or course.target_limits):
            reason = message("it has no number, step or distribution that can be drawn")
            left_out.append(NotDrawn(address=indicator.address, reason=reason))
        else:
            courses.append(course)
            left_out += [NotDrawn(address=indicator.address, reason=reason) for reason in _left_out(course, today)]
    first, last = _years(concept, courses, today)
    return CourseData(first=first, last=last, today=today, courses=tuple(courses), left_out=tuple(left_out))


def course_of(progress: IndicatorProgress, evaluation: ConceptEvaluation) -> Course:
    """Return what can be drawn of an indicator."""
    indicator = evaluation.concept.find(Indicator, progress.address.partition("/")[2])
    steps = indicator.scale if indicator.kind is IndicatorKind.SCALE else ()
    points = tuple(_points(indicator, evaluation.today))
    return Course(indicator=indicator, progress=progress, points=points, steps=steps)


def _points(indicator: Indicator, today: date) -> Iterator[Point]:
    records: list[tuple[PointKind, Observation]] = []
    if indicator.baseline:
        records.append((PointKind.BASELINE, indicator.baseline))
    records += [(PointKind.OBSERVED, one) for one in in_order(indicator.observations, today)]
    records += [(PointKind.BENCHMARK, one) for one in in_order(indicator.benchmarks, today)]
    for kind, observation in records:
        point = _observed(kind, observation, indicator, today)
        if point:
            yield point
    for kind, targets in (
        (PointKind.INTERIM, indicator.interim_targets),
        (PointKind.TARGET, (indicator.target,) if indicator.target else ()),
    ):
        for target in targets:
            limits = _limits(target, indicator)
            if target.due and target.due.earliest and target.due.latest and limits != (None, None):
                yield Point(
                    kind=kind,
                    first=target.due.earliest,
                    day=target.due.latest,
                    last=target.due.latest,
                    low=limits[0],
                    high=limits[1],
                    text=value_text(target),
                    record=target,
                )


def _observed(kind: PointKind, observation: Observation, indicator: Indicator, today: date) -> Point | None:
    as_of = observation.as_of
    if as_of is None or as_of.earliest is None or as_of.latest is None:
        return None
    limits = _limits(observation, indicator)
    if limits == (None, None):
        if observation.missing is None or kind is not PointKind.OBSERVED:
            return None
        kind = PointKind.MISSING
    last = max(as_of.earliest, min(as_of.latest, today))
    return Point(
        kind=kind,
        first=as_of.earliest,
        day=as_of.earliest + (last - as_of.earliest) / 2,
        last=last,
        low=limits[0],
        high=limits[1],
        text=value_text(observation),
        record=observation,
    )


def _limits(record: Target | Observation | None, indicator: Indicator) -> tuple[float | None, float | None]:
    """Return the lowest and highest value a record states; None for an open limit, twice where it states none."""
    if record is None:
        return None, None
    if indicator.kind is IndicatorKind.SCALE:
        place = step(indicator, record.text)
        return place, place
    found = interval(record.value, record.minimum, record.maximum)
    if found is None:
        return None, None
    open_low, open_high = (
        record.value is None and record.minimum is None,
        record.value is None and record.maximum is None,
    )
    return (None if open_low else float(found.low)), (None if open_high else float(found.high))


def value_text(record: Target | Observation) -> Message:
    """Return what a record states: its number or range, its text, or why it is missing."""
    said: Message
    if record.value is not None:
        said = value_message(record.value)
    elif record.minimum is not None or record.maximum is not None:
        said = range_text(record.minimum, record.maximum)
    elif record.text is not None:
        return value_message(record.text)
    elif isinstance(record, Observation) and record.missing is not None:
        return message("no value: {reason}", reason=value_message(record.missing))
    else:
        return value_message(record.reached)
    if isinstance(record, Observation) and record.approximate:
        return message("about {value}", value=said)
    return said


def when(record: Target | Observation) -> PartialDate | None:
    """Return the date of an observation, or the date by which a target is to be met."""
    return record.due if isinstance(record, Target) else record.as_of


def _left_out(course: Course, today: date) -> Iterator[Message]:
    """Yield what is not drawn of an indicator that is drawn."""
    indicator = course.indicator
    observations = in_order(indicator.observations, today)
    stated = [one for one in (indicator.baseline, *observations) if one]
    if any(one.as_of is None or one.as_of.latest is None for one in stated if course.limits(one)):
        yield message("a value without a year has no place on the axis of time")
    if any(one.breakdown for one in stated) and indicator.kind is not IndicatorKind.DISTRIBUTION:
        yield message("the breakdown of a value is not drawn")
    if indicator.kind is IndicatorKind.DISTRIBUTION:
        between = [one for one in observations if one.breakdown and one is not course.progress.latest]
        if between:
            yield message("of a distribution, only the baseline and the latest observation are drawn")
    if any(course.limits(one) and (one.as_of is None or one.as_of.latest is None) for one in indicator.benchmarks):
        yield message("a benchmark without a year is written, not drawn")


def _years(concept: Concept, courses: Sequence[Course], today: date) -> tuple[date, date]:
    """Return the first and last day of the axis of time: the same for all indicators, so that they can be compared."""
    period = concept.period
    days = [day for course in courses for point in course.points for day in (point.first, point.last)]
    days += [day for stated in (period.start, period.end) if stated for day in (stated.earliest, stated.latest) if day]
    around = [day for day in days if abs(day.year - today.year) <= _LONGEST] or [today]
    return date(min(around).year, 1, 1), date(max(around).year, 12, 31)
