"""Checks of targets against observations."""

from datetime import date
from enum import StrEnum
from math import inf

from attrs import frozen

from integrationskonzept.evaluation.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.evaluation.date_range import UncertainDate, as_deadline
from integrationskonzept.evaluation.latest import Interval, answers_kind, in_order, interval
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.format_value import range_text, value_message
from integrationskonzept.model.indicator import Direction, Indicator, IndicatorKind, Target
from integrationskonzept.model.observation import Observation


class TargetResult(StrEnum):
    """Whether a target is met, with its deadline taken into account."""

    MET = "met"
    NOT_YET = "not_yet"
    """Not met, and its deadline has not passed or is not stated."""
    MISSED = "missed"
    UNKNOWN = "unknown"

    @property
    def word(self) -> Message:
        """The state in words."""
        return _STATE_WORDS[self]


_STATE_WORDS = {
    TargetResult.MET: message("met"),
    TargetResult.NOT_YET: message("not yet met"),
    TargetResult.MISSED: message("missed"),
    TargetResult.UNKNOWN: message("cannot be said"),
}


@frozen(kw_only=True, repr=False)
class TargetCheck(Describable):
    """A target checked against the observation that decides it."""

    target: Target
    due: UncertainDate | None
    """The last day by which it is to be met; None when no deadline is stated."""
    observation: Observation | None
    """The latest observation up to that day."""
    reached: Answer
    """Was the target met?"""
    past: bool = False
    """Whether the deadline had passed on the day of the check."""

    @property
    def result(self) -> TargetResult:
        """Whether it is met; a target that is not met is missed only once its deadline has passed."""
        if self.reached.is_no:
            return TargetResult.MISSED if self.past else TargetResult.NOT_YET
        return TargetResult.MET if self.reached.is_yes else TargetResult.UNKNOWN

    @property
    def standing(self) -> Message:
        """The state in words, with the deadline of a target that is not met yet."""
        if self.result is TargetResult.NOT_YET and self.due is not None:
            return message("not yet met, due by {day}", day=value_message(self.target.due))
        return self.result.word

    def text(self, language: str = "en") -> str:
        """Return the target and whether it is met."""
        return message(
            "{target}: reached: {reached}", target=value_message(self.target), reached=value_message(self.reached)
        ).text(language)


def check_target(target: Target, indicator: Indicator, wanted: Direction | None, today: date) -> TargetCheck:
    """Return whether a target was met by its deadline, as far as observations up to the day `today` show.

    Up to the deadline, the latest observation decides. Afterwards, the last one made by the
    deadline does; its no only counts if the next one made later says no as well, since the
    target may have been met in between.
    """
    due = as_deadline(target.due)
    known = [one for one in in_order(indicator.observations, today) if answers_kind(indicator)(one)]
    if due is None or today <= due.latest:
        latest = known[-1] if known else None
        return TargetCheck(
            target=target, due=due, observation=latest, reached=reached(target, latest, indicator, wanted)
        )
    before = [one for one in known if _last_day(one) <= due.latest][-1:]
    after = [one for one in known if _last_day(one) > due.latest][:1]
    answers = [reached(target, one, indicator, wanted) for one in (*before, *after)]
    observation = (*before, *after, None)[0]
    answer = _by_deadline(answers, len(before), due)
    return TargetCheck(target=target, due=due, observation=observation, reached=answer, past=True)


def _last_day(observation: Observation) -> date:
    return (observation.as_of and observation.as_of.latest) or date.min


def _by_deadline(answers: list[Answer], before: int, due: UncertainDate) -> Answer:
    """Return one answer from the last observation before a past deadline and the first after it."""
    if before and not answers[0].is_no:
        return answers[0]
    if answers[before:] and answers[-1].is_no:
        return answers[-1]
    if not answers:
        return cannot_be_said(message("no observation answers it"))
    return cannot_be_said(
        message("no observation tells how it was when the term ended, on {day}", day=value_message(due))
    )


def reached(
    target: Target | None, latest: Observation | None, indicator: Indicator, wanted: Direction | None
) -> Answer:
    """Return whether an observation meets a target of the indicator, by the kind of target."""
    if target is None:
        return cannot_be_said(message("no target is stated"))
    if latest is None:
        return cannot_be_said(message("no observation answers it"))
    if indicator.kind is IndicatorKind.SCALE:
        return _by_step(target, latest, indicator, wanted)
    if target.reached is not None or indicator.kind in {IndicatorKind.MILESTONE, IndicatorKind.DOCUMENT}:
        return _by_event(latest)
    found = interval(latest.value, latest.minimum, latest.maximum)
    aim = interval(target.value, target.minimum, target.maximum)
    if found is None or aim is None:
        return cannot_be_said(message("target or observation is in words; people have to compare them"))
    if target.minimum is None and target.maximum is None:
        return _by_value(aim.low, found, wanted)
    return _by_limits(interval(None, target.minimum, target.maximum) or aim, found)


def _by_event(latest: Observation) -> Answer:
    if latest.reached is None:
        return cannot_be_said(message("there is an observation in words; people have to judge it"))
    return (yes if latest.reached else no)(message("as of {day}", day=value_message(latest.as_of)))


def _by_value(aim: float, found: Interval, wanted: Direction | None) -> Answer:
    if found == (aim, aim):
        return yes(message("observed is {found}, wanted {aim}", found=value_message(found.low), aim=value_message(aim)))
    match wanted:
        case Direction.INCREASE:
            return _by_limits(Interval(aim, inf), found)
        case Direction.DECREASE:
            return _by_limits(Interval(-inf, aim), found)
        case Direction.MAINTAIN:
            return _by_limits(Interval(aim, aim), found)
        case _:
            return cannot_be_said(message("no direction is stated, so it is open which side of the target is wanted"))


def _by_limits(aim: Interval, found: Interval) -> Answer:
    why = message("observed is {found}, wanted {aim}", found=_limits(found), aim=_limits(aim))
    if aim.low <= found.low and found.high <= aim.high:
        return yes(why)
    if found.high < aim.low or found.low > aim.high:
        return no(why)
    return cannot_be_said(why)


def _limits(limits: Interval) -> Message:
    if limits.low == limits.high:
        return value_message(limits.low)
    return range_text(None if limits.low == -inf else limits.low, None if limits.high == inf else limits.high)


def step(indicator: Indicator, text: str | None) -> int | None:
    """Return the position of a step on the scale, 1 for the lowest; None if the scale has no such step."""
    steps = [one.strip().casefold() for one in indicator.scale]
    word = (text or "").strip().casefold()
    return steps.index(word) + 1 if word in steps else None


def _by_step(target: Target, latest: Observation, indicator: Indicator, wanted: Direction | None) -> Answer:
    aim, found = step(indicator, target.text), step(indicator, latest.text)
    if aim is None or found is None:
        return cannot_be_said(message("target or observation is no step of the scale"))
    falling = wanted is Direction.DECREASE
    met = found <= aim if falling else found == aim if wanted is Direction.MAINTAIN else found >= aim
    why = message(
        "observed is step {found} of {count}, wanted step {aim}", found=found, aim=aim, count=len(indicator.scale)
    )
    return (yes if met else no)(why)
