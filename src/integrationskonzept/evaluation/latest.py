"""Latest observation of an indicator, its content and its age."""

from collections.abc import Callable, Iterable
from datetime import date
from math import inf
from typing import NamedTuple

from attrs import frozen

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.annotations import Number
from integrationskonzept.model.indicator import Indicator, IndicatorKind
from integrationskonzept.model.observation import Observation

NUMERIC = frozenset(
    {
        IndicatorKind.COUNT,
        IndicatorKind.SHARE,
        IndicatorKind.AMOUNT,
        IndicatorKind.GAP,
        IndicatorKind.TREND,
        IndicatorKind.INDEX,
    }
)
"""Kinds whose values are single numbers."""


class Interval(NamedTuple):
    """The range of possible values; both limits are equal where the value is known."""

    low: float
    high: float


def interval(value: Number | None, minimum: Number | None, maximum: Number | None) -> Interval | None:
    """Return the limits a value or range states; None when it states no number."""
    if value is not None:
        return Interval(value, value)
    if minimum is None and maximum is None:
        return None
    return Interval(-inf if minimum is None else minimum, inf if maximum is None else maximum)


def has_number(observation: Observation) -> bool:
    """Return whether an observation states a number or a range."""
    return interval(observation.value, observation.minimum, observation.maximum) is not None


def has_parts(observation: Observation) -> bool:
    """Return whether an observation states a distribution."""
    return bool(observation.breakdown)


def has_verdict(observation: Observation) -> bool:
    """Return whether an observation states if a milestone was reached."""
    return observation.reached is not None


def has_words(observation: Observation) -> bool:
    """Return whether an observation describes something in words."""
    return observation.text is not None


def has_anything(observation: Observation) -> bool:
    """Return whether an observation states anything at all."""
    return any(has(observation) for has in (has_number, has_parts, has_verdict, has_words))


def has_evidence(observation: Observation) -> bool:
    """Return whether an observation states that a document exists, or which one."""
    return has_verdict(observation) or has_words(observation)


def answers_kind(indicator: Indicator) -> Callable[[Observation], bool]:
    """Return the predicate for observations that answer an indicator of this kind."""
    match indicator.kind:
        case None:
            return has_anything
        case IndicatorKind.DISTRIBUTION:
            return has_parts
        case IndicatorKind.MILESTONE:
            return has_verdict
        case IndicatorKind.DOCUMENT:
            return has_evidence
        case IndicatorKind.SCALE | IndicatorKind.QUALITATIVE:
            return has_words
        case _:
            return has_number


def in_order(observations: Iterable[Observation], until: date = date.max) -> list[Observation]:
    """List the observations made up to a day, oldest first, those without a year before all others."""
    known = (one for one in observations if one.as_of is None or (one.as_of.earliest or date.min) <= until)
    return sorted(known, key=_when)


def _when(observation: Observation) -> tuple[date, date]:
    as_of = observation.as_of
    return (as_of and as_of.latest) or date.min, (as_of and as_of.earliest) or date.min


@frozen(repr=False)
class Age(Describable):
    """Age of an observation in days; least and most differ where its day is not stated."""

    least: int
    most: int

    def text(self, language: str = "en") -> str:
        """Return the number of days."""
        if self.least == self.most:
            return message("{count} days", count=self.least).text(language)
        return message("{least} to {most} days", least=self.least, most=self.most).text(language)


def age(observation: Observation, today: date) -> Age | None:
    """Return the age of an observation; None when it has no date."""
    as_of = observation.as_of
    if as_of is None or as_of.earliest is None or as_of.latest is None:
        return None
    return Age(max(0, (today - as_of.latest).days), max(0, (today - as_of.earliest).days))
