"""Stretches of time whose ends are known only within limits."""

from calendar import monthrange
from datetime import date

from attrs import frozen

from integrationskonzept.analysis.words import Said, show
from integrationskonzept.language import message
from integrationskonzept.model.dates import PartialDate

_MONTHS = 12
_FAR = 10_000 * _MONTHS


@frozen(repr=False)
class Bound(Said):
    """A day known within limits: not before `earliest`, not after `latest`.

    Where one of the limits is not known, it is the first or last day of the calendar.
    """

    earliest: date = date.min
    latest: date = date.max

    def shift(self, months: int, *, slack: int = 0, days: int = 0) -> "Bound":
        """Move both limits by months and days, and apart by `slack` months each."""
        return Bound(
            plus_days(add_months(self.earliest, months - slack), days),
            plus_days(add_months(self.latest, months + slack), days),
        )

    def text(self, language: str = "en") -> str:
        """Say the day, or the limits it lies in."""
        if self.earliest == self.latest:
            return show(self.earliest, language)
        if self.earliest == date.min:
            return message("by {day}", day=show(self.latest, language)).text(language)
        if self.latest == date.max:
            return message("from {day} on", day=show(self.earliest, language)).text(language)
        return f"{show(self.earliest, language)} … {show(self.latest, language)}"


@frozen(repr=False)
class Window(Said):
    """A stretch of time with its start and its end (the last day it covers); None where one is unknown."""

    start: Bound | None = None
    end: Bound | None = None
    permanent: bool = False
    """It has no end, by intention."""

    @property
    def first(self) -> date | None:
        """The first day it can cover, where that is known."""
        return self.start.earliest if self.start and self.start.earliest > date.min else None

    @property
    def last(self) -> date | None:
        """The last day it can cover, where that is known."""
        return self.end.latest if self.end and self.end.latest < date.max else None

    def text(self, language: str = "en") -> str:
        """Say start and end."""
        ends = message("no end").text(language) if self.permanent else "?"
        start = self.start.text(language) if self.start else "?"
        return f"{start} – {self.end.text(language) if self.end else ends}"


def some_day(stated: PartialDate | None) -> Bound | None:
    """Return the limits of a day stated no closer than this, such as a start; None for a day without a year."""
    return Bound(stated.earliest, stated.latest) if stated and stated.earliest and stated.latest else None


def last_day(stated: PartialDate | None) -> Bound | None:
    """Return the last day of a term stated so: who has until 2027 has until its last day."""
    return Bound(stated.latest, stated.latest) if stated and stated.latest else None


def months_of(years: float) -> int:
    """Count the months of a number of years, to the nearest month."""
    return whole(years * _MONTHS)


def whole(months: float) -> int:
    """Round a number of months, and keep it within what the calendar has."""
    return round(max(-_FAR, min(_FAR, months)))


def add_months(day: date, months: int) -> date:
    """Move a day by months, to the month's last day where it has no such day; never out of the calendar."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus_days(day: date, days: int) -> date:
    """Move a day by days; never out of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
