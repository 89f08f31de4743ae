"""Planned and actual periods of measures."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from attrs import evolve

from integrationskonzept.evaluation.current_status import BEGUN, NOT_BEGUN, reports
from integrationskonzept.evaluation.date_range import PlannedPeriod, UncertainDate, as_deadline, as_uncertain
from integrationskonzept.evaluation.derivation import Derived, Input, derived, stated, unknown
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span, months_of, rounded_months
from integrationskonzept.model.element import Element
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.horizon import Horizon, HorizonStatement
from integrationskonzept.model.measure import Measure, MeasureKind
from integrationskonzept.model.schedule import Schedule, Step
from integrationskonzept.model.status import NeutralStatus, StatusEntry, StatusLevel
from integrationskonzept.model.timeline import TimelineRow
from integrationskonzept.model.undertaking import Undertaking

HALF_A_YEAR = 6
"""Tolerance in months of a time frame of "ca. n years": whatever rounds to n whole years."""

Rows = Mapping[str, TimelineRow]
"""Rows of the timeline by measure."""
Horizons = Mapping[str, Horizon]
"""Time frames by id."""


def timeline_rows(concept: Concept) -> Rows:
    """Return the rows of the concept's timeline that state years, by measure; of several, the first."""
    rows = concept.timeline.rows if concept.timeline else ()
    return {row.measure_ref: row for row in reversed(rows) if row.measure_ref and row.years}


def planned(
    element: Undertaking, concept: Concept, rows: Rows | None = None, horizons: Horizons | None = None
) -> Derived[PlannedPeriod]:
    """Return the planned period of an undertaking: as stated, or derived from its time frames.

    The first of these that states one counts: its own schedule, the dates of its horizon statements, its row of
    the timeline if it is a measure, and last the classes of its horizon statements, counted from the start of the
    concept's period. Where none of them gives an end, it is that of the last step with a date.
    To ask for many measures, pass the `timeline_rows` and, where the
    concept has no index yet, its `time_frames` by id.
    """
    return _ending_with_steps(_without_steps(element, concept, rows, horizons), element)


def _without_steps(
    element: Undertaking, concept: Concept, rows: Rows | None, horizons: Horizons | None
) -> Derived[PlannedPeriod]:
    whole = _of_the_whole(element, concept, rows)
    if whole and not (element.time_frames and _is_open(whole)):
        return whole
    phases = [phase(statement, element, concept, horizons) for statement in element.time_frames]
    framed = _joined_phases(element, phases)
    return _starting_as_scheduled(whole, framed) if whole and whole.value else framed


def are_time_frames_decisive(element: Undertaking, concept: Concept, rows: Rows | None = None) -> bool:
    """Return whether the end of an undertaking comes from its time frames, and not from a plan of the whole."""
    whole = _of_the_whole(element, concept, rows)
    return bool(element.time_frames) and (whole is None or _is_open(whole))


def _is_open(plan: Derived[PlannedPeriod]) -> bool:
    return bool(plan.value and not plan.value.end and not plan.value.permanent)


def _of_the_whole(element: Undertaking, concept: Concept, rows: Rows | None) -> Derived[PlannedPeriod] | None:
    """Return the period by the element's schedule, or else by its row of the timeline; None where neither has one."""
    own = _own(element, element.schedule) if element.schedule else None
    if own or not isinstance(element, Measure):
        return own
    row = (timeline_rows(concept) if rows is None else rows).get(element.id)
    if row and row.years and not any(statement.start or statement.end for statement in element.time_frames):
        return _by_timeline(row, row.years)
    return None


def _starting_as_scheduled(scheduled: Derived[PlannedPeriod], framed: Derived[PlannedPeriod]) -> Derived[PlannedPeriod]:
    """Return the period with the start that the schedule states and the end of the time frames."""
    if scheduled.value is None or framed.value is None or _is_open(framed):
        return scheduled
    period = evolve(framed.value, start=scheduled.value.start)
    rule = message("{start}; {end}", start=scheduled.rule, end=framed.rule)
    return derived(period, rule, *scheduled.inputs, *framed.inputs, approximate=framed.approximate)


def _ending_with_steps(plan: Derived[PlannedPeriod], element: Undertaking) -> Derived[PlannedPeriod]:
    """Return a plan that lacks an end with the date of the last dated step as its end."""
    if plan.value and (plan.value.end or plan.value.permanent):
        return plan
    last = max((step for step in element.steps if as_deadline(step.due)), key=_last_of, default=None)
    if last is None:
        return plan
    start = plan.value.start if plan.value else None
    rule = message(
        "its end is the date of the last of its steps that have one, '{step}'", step=value_message(last.title)
    )
    if plan.value:
        rule = message("{start}; {end}", start=plan.rule, end=rule)
    inputs = (*(plan.inputs if plan.value else ()), Input(last.address, "due", last.due))
    return derived(
        PlannedPeriod(start, as_deadline(last.due), end_as_stated=last.due), rule, *inputs, approximate=plan.approximate
    )


def _last_of(step: Step) -> date:
    return (step.due and step.due.latest) or date.min


def _own(element: Undertaking, schedule: Schedule) -> Derived[PlannedPeriod] | None:
    span = schedule.planned or Span()
    start, end = as_uncertain(span.start), as_deadline(span.end)
    inputs = [
        Input(element.address, f"schedule.{name}", value)
        for name, value in (
            ("planned.start", span.start),
            ("planned.end", span.end),
            ("duration_months", schedule.duration_months),
        )
        if value is not None
    ]
    months = rounded_months(schedule.duration_months or 0)
    if months > 0 and start and not end:
        period = PlannedPeriod(start, start.shift(months, days=-1))
        return derived(period, message("its planned start and its duration"), *inputs)
    if months > 0 and end and not start:
        period = PlannedPeriod(end.shift(0, days=1).shift(-months), end)
        return derived(period, message("its planned end and its duration"), *inputs)
    if start or end:
        period = PlannedPeriod(start, end, not end and _is_permanent(element), span.end)
        return stated(period, message("its schedule"), *inputs)
    return None


def _is_permanent(element: Element) -> bool:
    return isinstance(element, Measure) and element.kind in {MeasureKind.PERMANENT, MeasureKind.RECURRING}


def _by_timeline(row: TimelineRow, years: tuple[int, ...]) -> Derived[PlannedPeriod]:
    first, last = min(years), max(years)
    if not date.min.year <= first <= last <= date.max.year:
        return unknown(message("its row of the timeline names no years of the calendar"))
    period = PlannedPeriod(
        UncertainDate(date(first, 1, 1), date(first, 12, 31)), UncertainDate(date(last, 12, 31), date(last, 12, 31))
    )
    return stated(period, message("its row of the timeline"), Input(row.address, "years", years))


def phase(
    statement: HorizonStatement,
    element: Element,
    concept: Concept,
    horizons: Horizons | None = None,
    attribute: str | None = None,
) -> Derived[PlannedPeriod]:
    """Return the planned period by a horizon statement of an element.

    It is under `attribute`, by default one of the `time_frames` of an undertaking.
    """
    place = attribute or _place(statement, element)
    if statement.start or statement.end:
        dates = (("start", statement.start), ("end", statement.end))
        inputs = [Input(element.address, f"{place}.{name}", value) for name, value in dates if value]
        period = PlannedPeriod(
            as_uncertain(statement.start),
            as_deadline(statement.end),
            not statement.end and _is_permanent(element),
            statement.end,
        )
        if statement.years and period.start and not period.end:
            return _of_years(period.start, statement, element, place)
        named = _horizon(statement.horizon_ref, concept, horizons)
        if period.start and not period.end and not period.permanent and named and named.maximum_years:
            return _from_own_start(period.start, named, inputs)
        return stated(period, message("the dates of its time frame"), *inputs)
    if statement.years is not None or statement.after is not None:
        return unknown(
            message("it counts from an event whose day is not stated: {event}", event=value_message(statement.after))
        )
    horizon = _horizon(statement.horizon_ref, concept, horizons)
    if horizon is None:
        return unknown(message("time frame '{horizon}' is not defined", horizon=value_message(statement.horizon_ref)))
    return _by_class(horizon, concept)


def _place(statement: HorizonStatement, element: Element) -> str:
    frames = element.time_frames if isinstance(element, Undertaking) else ()
    return f"time_frames[{next((number for number, one in enumerate(frames) if one is statement), 0)}]"


def _of_years(
    start: UncertainDate, statement: HorizonStatement, element: Element, place: str
) -> Derived[PlannedPeriod]:
    """Return the period of a time frame that states its start and its length."""
    slack = HALF_A_YEAR if statement.approximate else 0
    period = PlannedPeriod(start, start.shift(months_of(statement.years or 0), slack=slack, days=-1))
    inputs = (
        Input(element.address, f"{place}.start", statement.start),
        Input(element.address, f"{place}.years", statement.years),
    )
    rule = message("the start and the length of its time frame")
    return derived(period, rule, *inputs, approximate=statement.approximate)


def _from_own_start(start: UncertainDate, horizon: Horizon, inputs: list[Input]) -> Derived[PlannedPeriod]:
    """Return the period of a time frame that states its own start and a class in years."""
    slack = HALF_A_YEAR if horizon.approximate else 0
    end = start.shift(months_of(horizon.maximum_years or 0), slack=slack, days=-1)
    rule = message("time frame '{horizon}', counted from its own start", horizon=horizon.title)
    source = Input(horizon.address, "maximum_years", horizon.maximum_years)
    return derived(PlannedPeriod(start, end, horizon.permanent), rule, *inputs, source, approximate=horizon.approximate)


def _horizon(id: str | None, concept: Concept, horizons: Horizons | None) -> Horizon | None:
    if horizons is not None:
        return horizons.get(id or "")
    entry = concept.index.get(f"{Horizon.noun}/{id}")
    return entry[1] if entry and isinstance(entry[1], Horizon) else None


def _by_class(horizon: Horizon, concept: Concept) -> Derived[PlannedPeriod]:
    if horizon.start or horizon.end:
        dates = (("start", horizon.start), ("end", horizon.end))
        inputs = [Input(horizon.address, name, value) for name, value in dates if value]
        period = PlannedPeriod(as_uncertain(horizon.start), as_deadline(horizon.end), horizon.permanent, horizon.end)
        rule = message("the calendar years of time frame '{horizon}'", horizon=horizon.title)
        return derived(period, rule, *inputs, approximate=horizon.approximate)
    years = (("minimum_years", horizon.minimum_years), ("maximum_years", horizon.maximum_years))
    inputs = [Input(horizon.address, name, value) for name, value in years if value is not None]
    if not inputs and not horizon.permanent:
        return unknown(message("time frame '{horizon}' states no years", horizon=horizon.title))
    start = as_uncertain(concept.period.start)
    if start is None:
        why = message(
            "time frame '{horizon}' counts from the start of the period, which is not stated", horizon=horizon.title
        )
        return unknown(why, *inputs)
    rule = message("time frame '{horizon}', counted from the start of the period", horizon=horizon.title)
    period = _counted(start, horizon)
    return derived(
        period,
        rule,
        Input(concept.address, "period.start", concept.period.start),
        *inputs,
        approximate=horizon.approximate,
    )


def _counted(start: UncertainDate, horizon: Horizon) -> PlannedPeriod:
    slack = HALF_A_YEAR if horizon.approximate else 0
    begin = start.shift(months_of(horizon.minimum_years), slack=slack) if horizon.minimum_years else start
    if horizon.maximum_years is None:
        return PlannedPeriod(begin, None, horizon.permanent)
    return PlannedPeriod(begin, start.shift(months_of(horizon.maximum_years), slack=slack, days=-1), horizon.permanent)


def _joined_phases(element: Undertaking, phases: list[Derived[PlannedPeriod]]) -> Derived[PlannedPeriod]:
    """Return the period from the first start to the last end of several horizon statements."""
    if not phases:
        if isinstance(element, Measure) and _is_permanent(element):
            return stated(
                PlannedPeriod(permanent=True), message("its kind"), Input(element.address, "kind", element.kind)
            )
        return unknown(_why_unknown(element))
    lacking = [one for one in phases if one.value is None]
    if len(phases) == 1 or lacking:
        return (lacking or phases)[0]
    periods = [one.value for one in phases if one.value is not None]
    whole = PlannedPeriod(
        _limit([period.start for period in periods], min),
        _limit([period.end for period in periods], max),
        any(period.permanent for period in periods),
    )
    inputs = (value for one in phases for value in one.inputs)
    rule = message("from the first start to the last end of its {count} time frames", count=len(phases))
    return derived(whole, rule, *dict.fromkeys(inputs), approximate=any(one.approximate for one in phases))


def _why_unknown(element: Undertaking) -> Message:
    if not (isinstance(element, Measure) or element.schedule or element.steps):
        return message("no time frame is stated")
    schedule = element.schedule
    if schedule and schedule.planned and (schedule.planned.start or schedule.planned.end):
        return message("the planned dates of its schedule name no year")
    if schedule and schedule.duration_months is not None:
        return message("its schedule states a duration, but neither a start nor an end")
    if element.steps:
        return message("neither a schedule nor a time frame is stated, and no step has a date")
    return message("neither a schedule nor a time frame is stated")


def _limit(bounds: list[UncertainDate | None], pick: Callable[[Iterable[date]], date]) -> UncertainDate | None:
    known = [bound for bound in bounds if bound]
    if len(known) < len(bounds):
        return None
    return UncertainDate(pick(bound.earliest for bound in known), pick(bound.latest for bound in known))


def actual(measure: Measure, concept: Concept, today: date) -> Derived[PlannedPeriod]:
    """Return the actual period of a measure: as stated, or as its reports up to the day `today` show."""
    span = measure.schedule and measure.schedule.actual
    if span and (span.start or span.end):
        dates = (("start", span.start), ("end", span.end))
        inputs = [Input(measure.address, f"schedule.actual.{name}", value) for name, value in dates if value]
        return stated(PlannedPeriod(as_uncertain(span.start), as_uncertain(span.end)), message("its schedule"), *inputs)
    meanings = [(entry, _meaning(entry, concept)) for entry in reports(measure, today)]
    begun, done = _turning_date(meanings, BEGUN, NOT_BEGUN), _turning_date(meanings, _DONE, NOT_BEGUN | BEGUN - _DONE)
    if begun is None and done is None:
        return unknown(message("no date is stated, and no report says that it began"))
    inputs = [Input(measure.address, "status", entry.as_of) for entry, _ in meanings]
    return derived(PlannedPeriod(begun, done), message("the reports of its status"), *inputs)


_DONE = frozenset({NeutralStatus.DONE})


def _meaning(entry: StatusEntry, concept: Concept) -> NeutralStatus:
    level = concept.index.get(f"status_level/{entry.level_ref}")
    return level[1].neutral if level and isinstance(level[1], StatusLevel) else NeutralStatus.UNKNOWN


def _turning_date(
    meanings: list[tuple[StatusEntry, NeutralStatus]], after: frozenset[NeutralStatus], before: frozenset[NeutralStatus]
) -> UncertainDate | None:
    """Return when the reports changed to one of the meanings `after`: between two reports, or before the first."""
    earliest = date.min
    for entry, meaning in meanings:
        if meaning in after:
            return UncertainDate(earliest, entry.as_of.latest or date.max)
        if meaning in before:
            earliest = entry.as_of.earliest or date.min
    return None
