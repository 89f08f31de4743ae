"""Data of a timeline: a row for each measure, with its periods by certainty and the days on which it is known."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from attrs import frozen

from integrationskonzept.blocks.tree import StatusMark, Symbol
from integrationskonzept.documents.titles import SYMBOLS, status_mark, title_of
from integrationskonzept.evaluation.current_status import PursuitState, reports
from integrationskonzept.evaluation.date_range import PlannedPeriod
from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.evaluation_dates import Review, ReviewState
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.element import Element
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.status import NeutralStatus, StatusEntry, StatusLevel

_AROUND = 3
"""Maximum number of years shown before and after the concept's period."""
_LONGEST = 40
"""Maximum number of years shown."""


@frozen(kw_only=True)
class Bar:
    """A period from its first day to its last."""

    first: date
    last: date
    certain: bool
    """It lasts at least from `first` to `last`, or else at most."""


class DayKind(StrEnum):
    """What is known of a day."""

    REPORT = "report"
    BEGAN = "began"
    ENDED = "ended"


@frozen(kw_only=True)
class DayMark:
    """A day on which something is known about a measure."""

    day: date
    kind: DayKind
    symbol: Symbol
    text: Message


@frozen(kw_only=True)
class ReviewMark:
    """The last day on which an evaluation is due, or the day it was held."""

    day: date
    state: ReviewState
    review: Review


@frozen(kw_only=True)
class MeasureRow:
    """What a timeline shows of a measure."""

    evaluation: MeasureEvaluation
    measure: Measure
    status: StatusMark
    planned: tuple[Bar, ...]
    """Its planned period: first the longest it can be, then the part that is certain."""
    basis: Basis
    """Whether the planned period is stated, derived or unknown."""
    actual: tuple[Bar, ...]
    """The period it ran, as stated, until the evaluated day."""
    marks: tuple[DayMark, ...]
    absence: Message | None = None
    """Words in place of the planned period, where there is none or it no longer holds."""
    open_end: Message | None = None
    """Words for an end or a start that is open."""

    @property
    def address(self) -> str:
        """Address of the measure."""
        return self.evaluation.address

    @property
    def title(self) -> str:
        """Number and title of the measure."""
        return title_of(self.measure)

    @property
    def stands(self) -> bool:
        """The measure is pursued."""
        return self.evaluation.schedule.pursuit.stands

    @property
    def is_overdue(self) -> bool:
        """Its planned end has passed, beyond doubt, while it is not finished."""
        return self.evaluation.schedule.overdue.is_yes

    @property
    def due(self) -> date | None:
        """The last day of its deadline; None where it is unknown or no longer holds."""
        deadline = self.evaluation.schedule.deadline.value
        return deadline.latest if deadline and self.stands and deadline.latest < date.max else None

    @property
    def is_due_derived(self) -> bool:
        """Its deadline is derived, not stated."""
        return self.evaluation.schedule.deadline.basis is Basis.DERIVED


@frozen(kw_only=True)
class Section:
    """Rows below one heading: a field of action, or the measures that are no longer pursued."""

    title: Message
    rows: tuple[MeasureRow, ...]
    ended: bool = False


@frozen(kw_only=True)
class TimelineData:
    """What a timeline shows, and the years it shows."""

    first: date
    last: date
    period: Span
    """The concept's period."""
    today: date
    sections: tuple[Section, ...]
    reviews: tuple[ReviewMark, ...]


def timeline_data(evaluation: ConceptEvaluation) -> TimelineData:
    """Return the measures and evaluations of a concept as rows; the measures no longer pursued come last."""
    first, last = _limits(evaluation)
    rows = [timeline_row(one, evaluation) for one in evaluation.measures]
    fields: dict[str | None, list[MeasureRow]] = {}
    for row in rows:
        if row.stands:
            fields.setdefault(row.evaluation.field_of_action, []).append(row)
    sections = [Section(title=field_title(evaluation.concept, field), rows=tuple(of)) for field, of in fields.items()]
    ended = tuple(row for row in rows if not row.stands)
    if ended:
        sections.append(Section(title=message("No longer pursued"), rows=ended, ended=True))
    return TimelineData(
        first=first,
        last=last,
        period=evaluation.concept.period,
        today=evaluation.today,
        sections=tuple(sections),
        reviews=tuple(_review_marks(evaluation)),
    )


def field_title(concept: Concept, address: str | None) -> Message:
    """Return the title of a field of action with its number; of none, the word for what belongs to no field."""
    found = concept.index.get(address) if address else None
    if found is None or not isinstance(found[1], Element):
        return message("Overarching")
    return Message(template="{title}", values={"title": title_of(found[1])})


def _review_marks(evaluation: ConceptEvaluation) -> Iterator[ReviewMark]:
    for review in evaluation.reviews:
        due, entry = review.due.value, review.evaluation
        held = entry.held_on if entry and review.state is ReviewState.HELD else None
        day = (held and held.latest) or (due and due.latest)
        if day:
            yield ReviewMark(day=day, state=review.state, review=review)


def _limits(evaluation: ConceptEvaluation) -> tuple[date, date]:
    """Return the first and last day shown: those of the concept's period, extended by nearby bars, in full years."""
    schedules = [one.schedule for one in evaluation.measures]
    periods = [one.planned.value for one in schedules] + [one.actual.value for one in schedules]
    bounds = [bound for period in periods if period for bound in (period.start, period.end) if bound]
    bounds += [one.due.value for one in evaluation.reviews if one.due.value]
    days = [day for bound in bounds for day in bound.limits if date.min < day < date.max]
    period = evaluation.concept.period
    start, end = period.start and period.start.earliest, period.end and period.end.latest
    low = start or min(days, default=end or evaluation.today)
    high = max(low, end or max(days, default=low))
    first = max(min([low, *days]).year, low.year - _AROUND)
    last = min(max([high, *days]).year, high.year + _AROUND, first + _LONGEST, date.max.year - 1)
    return date(max(first, 1), 1, 1), date(max(last, first), 12, 31)


def timeline_row(one: MeasureEvaluation, evaluation: ConceptEvaluation) -> MeasureRow:
    """Return what a timeline shows of a measure."""
    concept, schedule, today = evaluation.concept, one.schedule, evaluation.today
    measure = concept.find(Measure, one.address.partition("/")[2])
    status = status_mark(schedule.pursuit, schedule.reported)
    if not schedule.pursuit.stands:
        return MeasureRow(
            evaluation=one,
            measure=measure,
            status=status,
            planned=(),
            basis=Basis.UNKNOWN,
            actual=(),
            marks=(),
            absence=schedule.pursuit.reason,
        )
    actual, ends = _actual(one, today)
    marks = (*_report_marks(measure, concept, today), *ends)
    plan = schedule.planned
    absence = None
    if plan.value is None:
        has_run = schedule.actual.value is not None or marks
        absence = message("plan not known") if has_run else message("not known: {why}", why=plan.rule)
    return MeasureRow(
        evaluation=one,
        measure=measure,
        status=status,
        planned=tuple(_planned(plan.value)) if plan.value else (),
        basis=plan.basis,
        actual=actual,
        marks=tuple(sorted(marks, key=lambda mark: mark.day)),
        absence=absence,
        open_end=_open_end(plan.value) if plan.value else None,
    )


def _open_end(period: PlannedPeriod) -> Message | None:
    if period.end is None:
        return message("permanent") if period.permanent else message("end open")
    return message("start open") if period.start is None else None


def _planned(period: PlannedPeriod) -> Iterator[Bar]:
    start, end = period.start, period.end
    yield Bar(first=start.earliest if start else date.min, last=end.latest if end else date.max, certain=False)
    if end is None and period.permanent:
        yield Bar(first=start.latest if start else date.min, last=date.max, certain=True)
    elif start is not None and end is not None and start.latest < end.earliest:
        yield Bar(first=start.latest, last=end.earliest, certain=True)


def _actual(one: MeasureEvaluation, today: date) -> tuple[tuple[Bar, ...], tuple[DayMark, ...]]:
    """Return the period a measure ran, as stated, until the day `today`; of a start or end alone, its day."""
    actual = one.schedule.actual
    if actual.basis is not Basis.STATED or actual.value is None:
        return (), ()  # a report gives the day by which a status was reached, not the day it began
    start, end = actual.value.start, actual.value.end
    if start is not None and start.earliest > today:
        return (), ()
    if start is not None and (end is not None or one.schedule.pursuit.state in _GOES_ON):
        earliest, latest = end.limits if end else (today, today)
        bars = [Bar(first=start.earliest, last=min(latest, today), certain=False)]
        if start.latest < min(earliest, today):
            bars.append(Bar(first=start.latest, last=min(earliest, today), certain=True))
        return tuple(bars), ()
    if start is not None:
        day = min(start.latest, today)
        return (), (DayMark(day=day, kind=DayKind.BEGAN, symbol=Symbol.RUNNING, text=_BEGAN),)
    if end is not None and end.earliest <= today:
        return (), (DayMark(day=min(end.latest, today), kind=DayKind.ENDED, symbol=Symbol.DONE, text=_ENDED),)
    return (), ()


_GOES_ON = frozenset({PursuitState.ACTIVE, PursuitState.PERMANENT})
_BEGAN, _ENDED = message("began"), message("ended")


def _report_marks(measure: Measure, concept: Concept, today: date) -> Iterator[DayMark]:
    levels: Mapping[str, StatusLevel] = {level.id: level for level in concept.status_scale}
    for entry in reports(measure, today):
        if entry.as_of.latest is not None:
            level = levels.get(entry.level_ref)
            yield DayMark(
                day=min(entry.as_of.latest, today),
                kind=DayKind.REPORT,
                symbol=SYMBOLS[level.neutral if level else NeutralStatus.UNKNOWN],
                text=_told(entry, level),
            )


def _told(entry: StatusEntry, level: StatusLevel | None) -> Message:
    title = value_message(level.title if level else entry.level_ref)
    return message("{day}: {status}", day=value_message(entry.as_of), status=title)
