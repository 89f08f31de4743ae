"""Days that come round."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from heapq import merge
from itertools import count, takewhile

from attrs import frozen

from integrationskonzept.model import Frequency

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
"""Days of the week by the codes of RFC 5545, in the order of `date.weekday`."""

LEAP_DAY = (2, 29)
"""Month and day."""


@frozen(kw_only=True)
class Series:
    """How an event comes round after its first day."""

    frequency: Frequency
    """Daily, weekly, monthly or yearly."""
    interval: int = 1
    days: tuple[int, ...] = ()
    """Days of the week, Monday being 0; for a weekly rhythm, and then at least one."""
    until: date | None = None
    """The last day it may fall on; open when not given."""

    def from_day(self, first: date) -> Iterator[date]:
        """Yield `first` and every day after it that the series falls on."""
        until = self.until or date.max
        return takewhile(lambda day: day <= until, self._endless(first))

    def _endless(self, first: date) -> Iterator[date]:
        match self.frequency:
            case Frequency.DAILY:
                return _every(first.toordinal(), self.interval)
            case Frequency.WEEKLY:
                monday = first.toordinal() - first.weekday()
                weeks = (_every(monday + day, 7 * self.interval) for day in sorted(self.days))
                return (day for day in merge(*weeks) if day >= first)
            case Frequency.MONTHLY:
                return _same_day(first, self.interval)
            case _:
                return _same_day(first, 12 * self.interval)


def _every(ordinal: int, days: int) -> Iterator[date]:
    return (date.fromordinal(number) for number in range(ordinal, date.max.toordinal() + 1, days))


def _same_day(first: date, months: int) -> Iterator[date]:
    """Yield the same day of every so many months, passing over months that have no such day."""
    for number in count(first.year * 12 + first.month - 1, months):
        year, month = divmod(number, 12)
        if year > MAXYEAR:
            return
        if first.day <= monthrange(year, month + 1)[1]:
            yield date(year, month + 1, first.day)


def later(day: date, by: timedelta) -> date:
    """Return the day later by so much, or the last day there is."""
    return day + min(by, date.max - day)
