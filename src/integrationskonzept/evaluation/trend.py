"""Trend of a series of observations."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from integrationskonzept.evaluation.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.evaluation.derivation import Derived, Input, derived, unknown
from integrationskonzept.evaluation.latest import in_order
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.annotations import Number
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.indicator import Direction, Indicator
from integrationskonzept.model.observation import Observation

_YEAR = Fraction(1461, 4)
"""Days of a year, leap years counted in."""


class TrendDirection(StrEnum):
    """Directions of a series, from its first value to its last."""

    RISING = "rising"
    FALLING = "falling"
    LEVEL = "level"


_WORDS = {
    TrendDirection.RISING: message("rising"),
    TrendDirection.FALLING: message("falling"),
    TrendDirection.LEVEL: message("level"),
}
_WANTED = {
    Direction.INCREASE: TrendDirection.RISING,
    Direction.DECREASE: TrendDirection.FALLING,
    Direction.MAINTAIN: TrendDirection.LEVEL,
}


@frozen(kw_only=True, repr=False)
class Trend(Describable):
    """Trend of a series of observations, from the first value to the last."""

    first: Observation
    last: Observation
    count: int
    """Number of values in the series."""
    course: TrendDirection
    """Rising, falling or level, from the first value to the last."""
    change: float
    """Last value less the first, in the indicator's unit."""
    per_year: float | None
    """Change in a mean year; None where both may be of the same day."""
    latest_change: float
    """Last value less the one before it, in the indicator's unit."""
    wanted: Answer
    """Does it move in the wanted direction?"""

    def text(self, language: str = "en") -> str:
        """Return the direction and the change."""
        said = message("{course}, {change} over {count} values", course=_WORDS[self.course], **self._values())
        return said.text(language)

    def _values(self) -> dict[str, object]:
        return {"change": value_message(self.change), "count": self.count}


def trend(indicator: Indicator, wanted: Direction | None, today: date) -> Derived[Trend]:
    """Return the trend of the dated values of one population, up to the day `today`.

    The baseline is the first of them where it is dated before the others. It takes two values
    of different dates; ranges and values without a date do not count.
    """
    series = _series(indicator, today)
    if len(series) < 2:  # noqa: PLR2004 - a trend needs two values
        return unknown(message("it takes two dated values of one population; {count} known", count=len(series)))
    first, last = series[0], series[-1]
    change = _difference(last, first)
    course = TrendDirection.RISING if change > 0 else TrendDirection.FALLING if change < 0 else TrendDirection.LEVEL
    found = Trend(
        first=first,
        last=last,
        count=len(series),
        course=course,
        change=number(change),
        per_year=_per_year(change, first, last),
        latest_change=number(_difference(last, series[-2])),
        wanted=_as_wanted(course, wanted),
    )
    inputs = [Input(indicator.address, "observations", (one.as_of, one.value)) for one in (first, last)]
    approximate = first.approximate or last.approximate
    return derived(found, message("the last value less the first"), *inputs, approximate=approximate)


def _series(indicator: Indicator, today: date) -> list[Observation]:
    """List the dated values of the population of the latest one, one per date, oldest first."""
    dated = [one for one in in_order(indicator.observations, today) if _is_point(one)]
    if not dated:
        return []
    of_one = {one.as_of: one for one in dated if one.population == dated[-1].population}
    baseline = indicator.baseline
    if baseline and _is_point(baseline) and baseline.population == dated[-1].population:
        of_one.setdefault(baseline.as_of, baseline)
    return in_order(of_one.values(), today)


def _is_point(observation: Observation) -> bool:
    return observation.value is not None and observation.as_of is not None and observation.as_of.earliest is not None


def _difference(later: Observation, earlier: Observation) -> Fraction:
    return exact(later.value or 0) - exact(earlier.value or 0)


def exact(value: Number) -> Fraction:
    """Return the exact value of the decimal notation: 0.1 is a tenth."""
    return Fraction(str(value))


def number(exact: Fraction) -> float:
    """Return the nearest float, or the largest where it has none."""
    try:
        return float(exact)
    except OverflowError:
        return float("inf") if exact > 0 else float("-inf")


def _per_year(change: Fraction, first: Observation, last: Observation) -> float | None:
    days = _middle(last) - _middle(first)
    return number(change / days * _YEAR) if days > 0 else None


def _middle(observation: Observation) -> Fraction:
    """Return the day in the middle of an observation's date, as a number of days."""
    as_of = observation.as_of
    days = [day.toordinal() for day in (as_of and as_of.earliest, as_of and as_of.latest) if day]
    return Fraction(sum(days), len(days) or 1)


def _as_wanted(course: TrendDirection, wanted: Direction | None) -> Answer:
    if wanted is None:
        return cannot_be_said(message("no direction is stated"))
    why: Message = message("it is {course}; wanted: {wanted}", course=_WORDS[course], wanted=value_message(wanted))
    return (yes if course is _WANTED[wanted] else no)(why)
