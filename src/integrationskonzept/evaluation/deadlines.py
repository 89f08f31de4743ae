"""Deadlines of measures, goals, steps and targets: the one answer to the question when something is due."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from attrs import frozen

from integrationskonzept.evaluation.date_range import PlannedPeriod, UncertainDate, as_deadline
from integrationskonzept.evaluation.derivation import Basis, Derived, Input, derived, stated, unknown
from integrationskonzept.evaluation.planned_dates import Rows, are_time_frames_decisive, phase, planned
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.indicator import Indicator, Target
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.undertaking import Undertaking


@frozen(kw_only=True, repr=False)
class Deadline(Describable):
    """A deadline of an element, or of one of its parts, such as a phase of a measure or an interim target."""

    attribute: str
    """Path of what it is the deadline of, such as ``schedule``, ``time_frames[1]``, ``due`` or ``target``."""
    day: Derived[UncertainDate]
    """The day: for a deadline given as a month or year its last day; unknown where none can be said."""
    frame: HorizonStatement | None = None
    """The time frame it is the end of; None where it is the end of the whole."""
    target: Target | None = None
    """The target it belongs to; None for any other deadline."""

    @property
    def latest(self) -> date | None:
        """The last day it can be; None where it is unknown."""
        return self.day.value.latest if self.day.value else None

    @property
    def is_assumed(self) -> bool:
        """The day is derived, not stated: whoever shows it says so."""
        return self.day.basis is Basis.DERIVED

    def text(self, language: str = "en") -> str:
        """Return the day with its basis and rule."""
        return self.day.text(language)


def deadline(element: Undertaking | Step, concept: Concept, rows: Rows | None = None) -> Derived[UncertainDate]:
    """Return the day an undertaking or step is due as a whole: stated, derived, or unknown with the reason.

    Of several time frames it is the end of the last one. For `rows` see `planned`.
    """
    if isinstance(element, Step):
        return as_stated(element.address, "due", element.due)
    return end_of(planned(element, concept, rows))


def deadlines_of(element: Undertaking | Step | Indicator, concept: Concept, rows: Rows | None = None) -> list[Deadline]:
    """List the deadlines of an element: one for the whole, or one for each of its time frames or targets.

    Several time frames are separate statements, often about phases: the deadline of the whole alone would hide the
    earlier ones. Without a time frame or schedule a measure has one that is unknown, and any other undertaking none.
    """
    match element:
        case Step():
            return [Deadline(attribute="due", day=deadline(element, concept))] if element.due else []
        case Indicator():
            return list(_of_targets(element, concept))
    plan = planned(element, concept, rows)
    if are_time_frames_decisive(element, concept, rows):
        return list(_of_frames(element, concept, plan))
    has_plan = isinstance(element, Measure) or element.schedule is not None
    return [Deadline(attribute="schedule", day=end_of(plan))] if has_plan else []


_FRAMES = "time_frames"


def _of_frames(element: Undertaking, concept: Concept, plan: Derived[PlannedPeriod]) -> Iterator[Deadline]:
    """Yield the end of each time frame; where the last dated step ends the only one, that end."""
    if len(element.time_frames) == 1:
        yield Deadline(attribute=f"{_FRAMES}[0]", day=end_of(plan), frame=element.time_frames[0])
        return
    for number, frame in enumerate(element.time_frames):
        day = end_of(phase(frame, element, concept))
        yield Deadline(attribute=f"{_FRAMES}[{number}]", day=day, frame=frame)


def _of_targets(indicator: Indicator, concept: Concept) -> Iterator[Deadline]:
    if indicator.target:
        yield _of_target(indicator, indicator.target, "target", concept)
    for number, target in enumerate(indicator.interim_targets):
        yield _of_target(indicator, target, f"interim_targets[{number}]", concept)


def _of_target(indicator: Indicator, target: Target, attribute: str, concept: Concept) -> Deadline:
    if target.due is None and target.time_frame:
        day = end_of(phase(target.time_frame, indicator, concept, attribute=f"{attribute}.time_frame"))
    elif target.due is None:
        day = unknown(message("no date is stated by which the target is to be met"))
    else:
        day = as_stated(indicator.address, f"{attribute}.due", target.due)
    return Deadline(attribute=attribute, day=day, target=target)


def as_stated(address: str, attribute: str, stated_day: PartialDate | None) -> Derived[UncertainDate]:
    """Return the last day of a stated deadline: stated where it is a day, derived from a month, quarter or year."""
    if stated_day is None:
        return unknown(message("no date is stated"))
    until, source = as_deadline(stated_day), Input(address, attribute, stated_day)
    if until is None:
        return unknown(message("a day without a year: {date}", date=value_message(stated_day)), source)
    if stated_day.day:
        return stated(until, message("as stated"), source)
    return derived(until, message("the last day of {stated}", stated=value_message(stated_day)), source)


def end_of(plan: Derived[PlannedPeriod]) -> Derived[UncertainDate]:
    """Return the end of a planned period as a deadline; it counts as stated only if a full date is stated."""
    if plan.value is None:
        return unknown(plan.rule, *plan.inputs)
    if plan.value.end is None:
        yearless = next((one for one in plan.inputs if _is_yearless_end(one)), None)
        if yearless:
            return unknown(message("a day without a year: {date}", date=value_message(yearless.value)), *plan.inputs)
        why = message("it has no end, by intention") if plan.value.permanent else message("no end is stated")
        return unknown(why, *plan.inputs)
    end = plan.value.end
    if plan.basis is Basis.STATED:
        ends = [one for one in plan.inputs if one.attribute.rpartition(".")[2] in _ENDS]
        if not any(isinstance(one.value, PartialDate) and one.value.day for one in ends):
            rule = message(
                "{rule}, taken as the last day of {stated}", rule=plan.rule, stated=value_message(_last(ends))
            )
            return derived(end, rule, *plan.inputs, approximate=plan.approximate)
    return Derived(end, plan.basis, plan.rule, plan.inputs, plan.approximate)


def _is_yearless_end(source: Input) -> bool:
    is_end = source.attribute.rpartition(".")[2] == "end"
    return is_end and isinstance(source.value, PartialDate) and source.value.latest is None


_ENDS = frozenset({"end", "years"})
"""Attributes that state the end of a plan."""


def _last(ends: Iterable[Input]) -> Any:
    value = list(ends)[-1].value
    return max(value) if isinstance(value, tuple) else value
