"""Recurring days: every n days, weeks, months or years."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from functools import cache
from heapq import merge
from itertools import count, takewhile
from math import gcd
from operator import itemgetter

from attrs import frozen

from integrationskonzept.model import Frequency

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
"""Days of the week by the codes of RFC 5545, in the order of `date.weekday`."""

LEAP_DAY = (2, 29)
"""Month and day."""
_WEEK = 7
"""Days."""
_YEAR = 12
"""Months."""
_CYCLE = 400 * _YEAR
"""Months after which the calendar repeats itself."""
_SHORTEST = 28
"""Number of days that every month has."""
_LONGEST_GAP = 8 * 366
"""Maximum number of days between two days of a yearly series, that is on 29 February."""


@frozen(kw_only=True)
class Series:
    """Recurrence of an event after its first day."""

    frequency: Frequency
    """Daily, weekly, monthly or yearly."""
    interval: int = 1
    days: tuple[int, ...] = ()
    """Days of the week, Monday being 0; at least one if weekly, else none."""
    until: date | None = None
    """The last possible day; None if open."""

    def from_day(self, first: date, since: date = date.min) -> Iterator[date]:
        """Yield the days of the series that begins on `first`, from the day `since` on."""
        return (day for _, day in self.numbered(first, since))

    def numbered(self, first: date, since: date = date.min) -> Iterator[tuple[int, date]]:
        """Yield the days from `since` on, each with its number in the series that begins with 1 on `first`.

        Days before `since` are counted without iterating, so that a series of centuries is fast.
        """
        until = self.until or date.max
        return takewhile(lambda found: found[1] <= until, self._endless(first, max(first, since)))

    def last(self, first: date) -> date:
        """Return the last day of the series that begins on `first`."""
        back = min(self.interval * _LONGEST_GAP, date.max.toordinal())
        return max(self.from_day(first, earlier(self.until or date.max, timedelta(days=back))), default=first)

    def _endless(self, first: date, since: date) -> Iterator[tuple[int, date]]:
        match self.frequency:
            case Frequency.DAILY:
                return _every(first.toordinal(), self.interval, since)
            case Frequency.WEEKLY:
                return _weekly(first, self.interval, sorted(self.days), since)
            case Frequency.MONTHLY:
                return _same_day(first, self.interval, since)
            case _:
                return _same_day(first, _YEAR * self.interval, since)


def _every(ordinal: int, days: int, since: date) -> Iterator[tuple[int, date]]:
    passed = max(0, -(-(since.toordinal() - ordinal) // days))
    ahead = range(ordinal + passed * days, date.max.toordinal() + 1, days)
    return ((number, date.fromordinal(day)) for number, day in enumerate(ahead, passed + 1))


def _weekly(first: date, interval: int, weekdays: list[int], since: date) -> Iterator[tuple[int, date]]:
    monday = first.toordinal() - first.weekday()
    before = sum(weekday < first.weekday() for weekday in weekdays)

    def on(place: int, weekday: int) -> Iterator[tuple[int, date]]:
        for week, day in _every(monday + weekday, _WEEK * interval, since):
            yield (week - 1) * len(weekdays) + place - before, day

    return merge(*(on(place, weekday) for place, weekday in enumerate(weekdays, 1)), key=itemgetter(1))


def _same_day(first: date, months: int, since: date) -> Iterator[tuple[int, date]]:
    """Yield the same day of every n-th month, without months that have no such day."""
    begin = first.year * _YEAR + first.month - 1
    passed = (since.year * _YEAR + since.month - 1 - begin) // months
    number = _count(first.day, begin, months, passed)
    for month in count(begin + passed * months, months):
        if month // _YEAR > MAXYEAR:
            return
        if first.day <= _length(month):
            number += 1
            day = date(month // _YEAR, month % _YEAR + 1, first.day)
            if day >= since:
                yield number, day


def _count(day: int, begin: int, step: int, times: int) -> int:
    """Return how many of the first months of a series have its day; the calendar repeats after 400 years."""
    if day <= _SHORTEST:
        return times
    cycle = _CYCLE // gcd(_CYCLE, step)
    full, rest = divmod(times, cycle)
    has_day = [day <= _length(begin + number * step) for number in range(cycle if full else rest)]
    return full * sum(has_day) + sum(has_day[:rest])


@cache
def _length(month: int) -> int:
    """Return how many days a month has, counted from the year 0."""
    return monthrange((month // _YEAR - 1) % 400 + 1, month % _YEAR + 1)[1]


def later(day: date, by: timedelta) -> date:
    """Return a later day, at most the last representable one."""
    return day + min(by, date.max - day)


def earlier(day: date, by: timedelta) -> date:
    """Return an earlier day, at least the first representable one."""
    return day - min(by, day - date.min)
