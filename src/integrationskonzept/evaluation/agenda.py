"""Deadlines, evaluations and events in a period."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import Any, NamedTuple

from attrs import frozen

from integrationskonzept.blocks.html import table
from integrationskonzept.evaluation.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.evaluation.current_status import current_status, is_finished, pursuit
from integrationskonzept.evaluation.date_range import PlannedPeriod, UncertainDate, as_deadline
from integrationskonzept.evaluation.derivation import Basis, Derived, Input, derived, stated
from integrationskonzept.evaluation.evaluation_dates import ReviewState, reviews
from integrationskonzept.evaluation.planned_dates import planned, timeline_rows
from integrationskonzept.evaluation.progress import direction
from integrationskonzept.evaluation.recurrence import occurrences
from integrationskonzept.evaluation.targets import check_target
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import cells, value_message
from integrationskonzept.model.indicator import Indicator, Target
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.schedule import Step


class DueKind(StrEnum):
    """Kinds of things that fall due."""

    MEASURE = "measure"
    STEP = "step"
    TARGET = "target"
    INTERIM_TARGET = "interim_target"
    EVALUATION = "evaluation"
    ACTIVITY = "activity"
    ACTION_DAY = "action_day"


@frozen(kw_only=True, repr=False)
class Due(Describable):
    """Something that falls due, or may fall due, in a period."""

    kind: DueKind
    address: str
    """Address of the element: of the indicator, for a target."""
    title: str
    """Its title."""
    day: Derived[UncertainDate]
    """The day it falls due, as far as it is known; for a deadline given as a month or year, its last day."""
    within: Answer
    """Does it fall into the period?"""
    done: Answer
    """Is it done, as far as the concept records?"""

    def text(self, language: str = "en") -> str:
        """Return the day, the title, and whether it is done."""
        said = message(
            "{day}: {title}; done: {done}",
            day=value_message(self.day.value),
            title=value_message(self.title),
            done=value_message(self.done),
        )
        return said.text(language)


@frozen(kw_only=True, repr=False)
class Agenda(Describable):
    """Everything that falls due, or may fall due, in a period, in chronological order."""

    start: date
    end: date
    items: tuple[Due, ...]

    def text(self, language: str = "en") -> str:
        """Return the period and the number of items."""
        said = message(
            "{start} to {end}: {count} due",
            start=value_message(self.start),
            end=value_message(self.end),
            count=len(self.items),
        )
        return said.text(language)

    def _repr_html_(self) -> str:
        heads = (message("due"), message("title"), message("address"), message("basis"), message("done"))
        return table(
            heads, cells([(one.day.value, one.title, one.address, one.day.rule, one.done) for one in self.items]), self
        )


def due(concept: Concept, start: date, end: date) -> Agenda:
    """List what falls due from the day `start` to the day `end`, both included, in the order of time.

    Ends of measures, steps, targets and interim targets, evaluations, and dated activities and
    action days; nothing of what is not pursued any more. A date known only within limits is
    listed if the limits overlap the days asked about. What is marked internal is listed too: for a
    public paper, pass ``concept.public()``.
    """
    if start > end:
        raise ValueError(f"start must not be after end; got start {start} and end {end}")
    everything = chain(
        _measures(concept),
        _steps(concept),
        _targets(concept),
        _evaluations(concept, end),
        _activities(concept, start, end),
    )
    items = [
        Due(
            kind=one.kind,
            address=one.address,
            title=one.title,
            day=one.day,
            within=_within(bound, start, end),
            done=one.done,
        )
        for one in everything
        if (bound := one.day.value) and bound.earliest <= end and bound.latest >= start
    ]
    return Agenda(start=start, end=end, items=tuple(sorted(items, key=_order)))


class _Deadline(NamedTuple):
    kind: DueKind
    address: str
    title: str
    day: Derived[UncertainDate]
    done: Answer


def _order(due: Due) -> tuple[date, date, str]:
    day = due.day.value or UncertainDate()
    return day.latest, day.earliest, due.address


def _within(day: UncertainDate, start: date, end: date) -> Answer:
    if start <= day.earliest and day.latest <= end:
        return yes(message("it is {day}", day=value_message(day)))
    return cannot_be_said(message("its day is known only as {day}", day=value_message(day)))


def _measures(concept: Concept) -> Iterator[_Deadline]:
    rows = timeline_rows(concept)
    for measure in concept.measures:
        found = pursuit(measure, concept)
        if not found.stands:
            continue
        plan = planned(measure, concept, rows)
        if plan.value and plan.value.end:
            day = _end_of(plan, plan.value.end)
            done = is_finished(found, current_status(measure, concept, date.max))
            yield _Deadline(DueKind.MEASURE, measure.address, measure.title, day, done)


def _steps(concept: Concept) -> Iterator[_Deadline]:
    for step in concept.every(Step):
        day = _stated(step.address, "due", step.due)
        if day and pursuit(step, concept).stands:
            known = yes(message("done on {day}", day=value_message(step.done_on)))
            done = known if step.done_on else cannot_be_said(message("no day it was done is stated"))
            yield _Deadline(DueKind.STEP, step.address, step.title, day, done)


def _end_of(plan: Derived[PlannedPeriod], end: UncertainDate) -> Derived[UncertainDate]:
    """Return the end of a plan; it counts as stated only if a full date is stated."""
    if plan.basis is Basis.STATED:
        ends = [one for one in plan.inputs if one.attribute.rpartition(".")[2] in _ENDS]
        if not any(isinstance(one.value, PartialDate) and one.value.day for one in ends):
            rule = message(
                "{rule}, taken as the last day of {stated}", rule=plan.rule, stated=value_message(_last(ends))
            )
            return derived(end, rule, *plan.inputs, approximate=plan.approximate)
    return Derived(end, plan.basis, plan.rule, plan.inputs, plan.approximate)


_ENDS = frozenset({"end", "years"})
"""Attributes that state the end of a plan."""


def _last(ends: list[Input]) -> Any:
    value = ends[-1].value
    return max(value) if isinstance(value, tuple) else value


def _stated(address: str, attribute: str, stated_day: PartialDate | None) -> Derived[UncertainDate] | None:
    """Return the last day of a deadline: stated where it is a day, and derived from a month, quarter or year."""
    until, source = as_deadline(stated_day), Input(address, attribute, stated_day)
    if until is None or stated_day is None:
        return None
    if stated_day.day:
        return stated(until, message("as stated"), source)
    return derived(until, message("the last day of {stated}", stated=value_message(stated_day)), source)


def _targets(concept: Concept) -> Iterator[_Deadline]:
    for indicator in concept.indicators:
        if not pursuit(indicator, concept).stands:
            continue
        for target in indicator.interim_targets:
            yield from _target(DueKind.INTERIM_TARGET, indicator, target)
        if indicator.target:
            yield from _target(DueKind.TARGET, indicator, indicator.target)


def _target(kind: DueKind, indicator: Indicator, target: Target) -> Iterator[_Deadline]:
    day = _stated(
        indicator.address, "interim_targets.due" if kind is DueKind.INTERIM_TARGET else "target.due", target.due
    )
    if day:
        check = check_target(target, indicator, direction(indicator).value, date.max)
        yield _Deadline(kind, indicator.address, indicator.title, day, check.reached)


def _evaluations(concept: Concept, end: date) -> Iterator[_Deadline]:
    for review in reviews(concept, end):
        entry = review.evaluation
        title = (entry and entry.title) or "Evaluation"
        done = _DONE.get(review.state, cannot_be_said)(review.why)
        yield _Deadline(DueKind.EVALUATION, entry.address if entry else concept.address, title, review.due, done)


_DONE = {ReviewState.HELD: yes, ReviewState.OVERDUE: no}


def _activities(concept: Concept, start: date, end: date) -> Iterator[_Deadline]:
    for kind, noun in ((DueKind.ACTIVITY, Activity), (DueKind.ACTION_DAY, ActionDay)):
        for activity in concept.every(noun):
            if not pursuit(activity, concept).stands:
                continue
            for day in occurrences(activity, concept, start, end):
                why = message("the concept does not record whether it took place")
                yield _Deadline(kind, activity.address, activity.title, day, cannot_be_said(why))
