"""Dates and periods known only within limits."""

from datetime import date
from typing import Any

from attrs import field, frozen

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.dates import add_months, plus_days
from integrationskonzept.model.format_value import format_value, period_text, value_message
from integrationskonzept.model.partial_date import PartialDate, Precision, rounded, spanning


@frozen(repr=False)
class UncertainDate(Describable):
    """A day known within limits: not before `earliest`, not after `latest`.

    Where one of the limits is not known, it is the first or last day of the calendar.
    """

    earliest: date = date.min
    latest: date = date.max

    @property
    def limits(self) -> tuple[date, date]:
        """The two limits."""
        return self.earliest, self.latest

    def shift(self, months: int, *, slack: int = 0, days: int = 0) -> "UncertainDate":
        """Return both limits moved by months and days, and widened by `slack` months each."""
        return UncertainDate(
            plus_days(add_months(self.earliest, months - slack), days),
            plus_days(add_months(self.latest, months + slack), days),
        )

    def text(self, language: str = "en") -> str:
        """Return the day, month, year or other period it can be, or its limits."""
        if self.earliest == date.min:
            return message("by {day}", day=value_message(self.latest)).text(language)
        if self.latest == date.max:
            return message("from {day} on", day=value_message(self.earliest)).text(language)
        if stated := spanning(self.earliest, self.latest):
            return format_value(stated, language)
        return period_text(self.earliest, self.latest).text(language)


@frozen(repr=False)
class PlannedPeriod(Describable):
    """A period with its start and its end (the last day it covers); None where one is unknown."""

    start: UncertainDate | None = None
    end: UncertainDate | None = None
    permanent: bool = False
    """It has no end, by intention."""
    end_as_stated: PartialDate | None = field(default=None, eq=False)
    """The end as it is stated, such as a quarter; `end` is its last day."""

    @property
    def first(self) -> date | None:
        """The first day it can cover, where that is known."""
        return self.start.earliest if self.start and self.start.earliest > date.min else None

    @property
    def last(self) -> date | None:
        """The last day it can cover, where that is known."""
        return self.end.latest if self.end and self.end.latest < date.max else None

    def text(self, language: str = "en") -> str:
        """Return start and end, no more precise than both are known: ``April 2025 bis Juni 2028``."""
        first, last = self._ends()
        if self._is_open() or any(map(_has_two_limits, (first, last))):
            ends = {"start": value_message(first), "end": value_message(last)}
            return message("start: {start}; end: {end}", **ends).text(language)
        said = period_text(first, last)
        if self.permanent:
            said = message("{period}, permanently", period=said) if first else message("permanently")
        return said.text(language)

    def _is_open(self) -> bool:
        """Return whether the start or the end is known only by one of its limits."""
        return any(limit in (date.min, date.max) for one in (self.start, self.end) if one for limit in one.limits)

    def _ends(self) -> tuple[Any, Any]:
        """Return the start and the end, each as a date of the same precision where that says the same."""
        start, end = self.start, self.end
        shown = end and (self.end_as_stated or end)
        if start is None or end is None or self._is_open():
            return start, shown
        for precision in (Precision.YEAR, Precision.MONTH):
            first, last = rounded(start.earliest, precision), rounded(end.latest, precision)
            begins = start.earliest == first.earliest and start.latest in (first.earliest, first.latest)
            ends = end.latest == last.latest and end.earliest in (last.earliest, last.latest)
            if begins and ends:
                return first, self.end_as_stated if self.end_as_stated and not self.end_as_stated.day else last
        return start, shown


def _has_two_limits(end: Any) -> bool:
    """Return whether an end of a period is told by its first and its last possible day."""
    return isinstance(end, UncertainDate) and spanning(end.earliest, end.latest) is None


def as_uncertain(stated: PartialDate | None) -> UncertainDate | None:
    """Return the limits of a day stated no closer than this, such as a start; None for a day without a year."""
    return UncertainDate(stated.earliest, stated.latest) if stated and stated.earliest and stated.latest else None


def as_deadline(stated: PartialDate | None) -> UncertainDate | None:
    """Return the last day of a deadline: "by 2027" means by its last day."""
    return UncertainDate(stated.latest, stated.latest) if stated and stated.latest else None
