"""Rhythms: the days on which something takes place again and again."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import chain
from typing import Any, Literal

import attrs
from attrs import frozen

from integrationskonzept.i18n.languages import language_of
from integrationskonzept.i18n.messages import Message, message, wording
from integrationskonzept.model.activity import Frequency, Recurrence, RecurrenceException, Weekday
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Holiday, add_months, day_in_year, holiday_date, plus_days, whole_days
from integrationskonzept.model.format_value import value_message

_WEEK = 7
"""Days."""
_YEAR = 12
"""Months."""
_PLACES = 100
"""More places than a week, month or year has for one rhythm."""
LEAP_DAY = (2, 29)
"""Month and day."""


@frozen(kw_only=True)
class Rhythm:
    """A rule by which days follow a first one, with the days left out."""

    first: date
    """The first day of the rule, even where it is one of the days left out."""
    frequency: Frequency
    """Daily, weekly, monthly or yearly."""
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    """Days of the week, Monday being 0: at least one in a weekly rhythm, and one or more with `positions`."""
    positions: tuple[int, ...] = ()
    """Positions of the weekdays in the month: 1 for the first, -1 for the last."""
    until: date | None = None
    """The last possible day; None if open."""
    exceptions: tuple[RecurrenceException, ...] = ()
    """Exceptions with known days; those for school holidays have become periods."""

    def days(self, since: date = date.min, until: date = date.max) -> Iterator[date]:
        """Yield the days on which it takes place, between two days."""
        return (day for _, day in self.numbered(since, until))

    def numbered(self, since: date = date.min, until: date = date.max) -> Iterator[tuple[int, date]]:
        """Yield the days between two days, each with a number that neither exceptions nor the first day asked change.

        The first day of the rule has the number 1; a number whose day does not exist, such as 31 April, is left out.
        """
        last = min(until, self.until or date.max)
        begin = self._place(self.first)
        left_out = _Exceptions(self.exceptions)
        for day in self._rule_days(max(since, self.first), last):
            if day not in left_out:
                yield self._place(day) - begin + 1, day

    def excepted(self, since: date, until: date) -> Iterator[date]:
        """Yield the days between two days that the rule has and the exceptions take away."""
        left_out = _Exceptions(self.exceptions)
        days = self._rule_days(max(since, self.first), min(until, self.until or date.max))
        return (day for day in days if day in left_out)

    def last(self) -> date | None:
        """Return the last day of a rhythm with an end on which it takes place; None if there is none."""
        until = self.until or date.max
        for back in (_NEAR, date.max.toordinal()):
            found = max(self.days(plus_days(until, -back * self.interval), until), default=None)
            if found:
                return found
        return None

    def _rule_days(self, since: date, until: date) -> Iterator[date]:
        """Yield the days of the rule between two days; those before are skipped without being counted."""
        from dateutil.rrule import rrule, weekday  # noqa: PLC0415 - few concepts have rhythms

        if since > until:
            return
        start = self._start_near(since)
        rule: dict[str, Any] = {"interval": self.interval, "wkst": 0}
        if self.positions:
            rule["byweekday"] = [weekday(day, place) for day in self.weekdays for place in self.positions]
            if self.frequency is Frequency.YEARLY:
                rule["bymonth"] = self.first.month
        elif self.frequency is Frequency.WEEKLY:
            rule["byweekday"] = sorted(self.weekdays)
        elif self.frequency is not Frequency.DAILY:
            rule["bymonthday"] = self.first.day
            if self.frequency is Frequency.YEARLY:
                rule["bymonth"] = self.first.month
        found = iter(rrule(_FREQUENCIES[self.frequency], datetime(start.year, start.month, start.day), **rule))  # noqa: DTZ001 - days
        while moment := _next(found):
            if moment.date() > until:
                return
            if moment.date() >= since:
                yield moment.date()

    def _start_near(self, since: date) -> date:
        """Return a day in the phase of the rule, not after `since` or at the first day."""
        first = self.first
        match self.frequency:
            case Frequency.DAILY:
                passed = (since - first).days // self.interval * self.interval
                return plus_days(first, passed)
            case Frequency.WEEKLY:
                monday = plus_days(first, -first.weekday())
                passed = (since - monday).days // (_WEEK * self.interval) * _WEEK * self.interval
                return max(first, plus_days(monday, passed))
            case Frequency.MONTHLY:
                step = self.interval
            case _:
                step = _YEAR * self.interval
        begin = first.replace(day=1)
        passed = ((since.year - first.year) * _YEAR + since.month - first.month) // step * step
        return max(first, add_months(begin, passed))

    def _place(self, day: date) -> int:
        """Return the number of a day of the rule, from the beginning of the calendar or of the first day's period."""
        first = self.first
        match self.frequency:
            case Frequency.DAILY:
                return (day - first).days // self.interval
            case Frequency.WEEKLY:
                weeks = (plus_days(day, -day.weekday()) - plus_days(first, -first.weekday())).days // _WEEK
                return weeks // self.interval * len(self.weekdays) + sum(one < day.weekday() for one in self.weekdays)
            case Frequency.MONTHLY:
                passed = ((day.year - first.year) * _YEAR + day.month - first.month) // self.interval
            case _:
                passed = (day.year - first.year) // self.interval
        is_single = len(self.weekdays) * len(self.positions) <= 1
        return passed if is_single else passed * _PLACES + day.day


def _next(days: Iterator[datetime]) -> datetime | None:
    """Return the next day of a rule; None where there is none, or where the rule looks beyond the year 9999."""
    try:
        return next(days, None)
    except ValueError:
        return None


def proper_name(value: Weekday | Holiday) -> Message:
    """Return the name of a weekday or holiday, in English with capital letters."""
    return _ProperName(template=value.name.replace("_", " ").title(), values={"value": value})


@frozen(kw_only=True)
class _ProperName(Message):
    """The name of a weekday or holiday."""

    def text(self, language: str = "en") -> str:
        """Return the name in `language`."""
        return self.template if language_of(language).code == "en" else wording(self.values["value"], language)


_NEAR = 8 * 366
"""Days back from the end within which nearly every rhythm takes place, even one on 29 February."""
_FREQUENCIES: Mapping[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.YEARLY: 0,
    Frequency.MONTHLY: 1,
    Frequency.WEEKLY: 2,
    Frequency.DAILY: 3,
}
"""The numbers of `dateutil.rrule`."""


class _Exceptions:
    """The days of exceptions, looked up year by year."""

    def __init__(self, exceptions: tuple[RecurrenceException, ...]) -> None:
        self._exceptions = exceptions
        self._by_year: dict[int, list[tuple[date, date]]] = {}

    def __contains__(self, day: date) -> bool:
        if not self._exceptions:
            return False
        if day.year not in self._by_year:
            first, last = date(day.year, 1, 1), date(day.year, 12, 31)
            spans = (_spans(one, first, last) for one in self._exceptions)
            self._by_year[day.year] = list(chain.from_iterable(spans))
        return any(start <= day <= end for start, end in self._by_year[day.year])


def _spans(exception: RecurrenceException, first: date, last: date) -> Iterator[tuple[date, date]]:
    """Yield the periods of an exception that may touch the days between two days of one year."""
    if exception.date:
        yield from whole_days(exception.date, first, last)
    if exception.holiday and (day := holiday_date(exception.holiday, first.year)):
        yield day, day
    start, end = exception.start, exception.end
    if not (start or end):
        return
    if (start is None or start.earliest) and (end is None or end.latest):
        yield (start and start.earliest) or date.min, (end and end.latest) or date.max
    elif start and end and start.earliest is None and end.earliest is None:
        begin, finish = start.month_day or LEAP_DAY, end.month_day or LEAP_DAY
        for year in (first.year - 1, first.year):
            one = day_in_year(begin, year) or day_in_year((3, 1), year)
            other = day_in_year(finish, year + (finish < begin)) or day_in_year((2, 28), year + (finish < begin))
            if one and other:
                yield one, other


def known_exceptions(
    recurrence: Recurrence, concept: Concept
) -> tuple[tuple[RecurrenceException, ...], tuple[Message, ...]]:
    """Return the exceptions of a rhythm with known days, and a sentence for each whose days are not known.

    School holidays become the periods that the concept lists.
    """
    known: list[RecurrenceException] = []
    unknown: list[Message] = []
    for exception in recurrence.exceptions:
        if exception.school_holidays:
            listed = [one for one in concept.school_holidays if _is_dated(one.start) and _is_dated(one.end)]
            known += [RecurrenceException(title=one.title, start=one.start, end=one.end) for one in listed]
            unknown += [] if listed else [message("the concept lists no school holidays with dates")]
        if _has_days(exception):
            known.append(attrs.evolve(exception, school_holidays=False))
        elif not exception.school_holidays:
            words = exception_in_words(exception)
            unknown.append(message("on which days it does not take place is not stated: {exception}", exception=words))
    return tuple(known), tuple(unknown)


def _is_dated(stated: Any) -> bool:
    return bool(stated and stated.earliest)


def _has_days(exception: RecurrenceException) -> bool:
    if exception.date or exception.holiday:
        return True
    ends = [one for one in (exception.start, exception.end) if one]
    is_of_every_year = exception.start and exception.end and not any(one.earliest for one in ends)
    return bool(ends) and (all(one.earliest for one in ends) or bool(is_of_every_year))


def exception_in_words(exception: RecurrenceException) -> Message:
    """Return an exception in words: its title or printed text, or its days."""
    if exception.title or exception.printed:
        return value_message(exception.title or exception.printed)
    if exception.holiday:
        return proper_name(exception.holiday)
    if exception.school_holidays:
        return message("school holidays")
    if exception.date:
        return value_message(exception.date)
    if exception.start and exception.end:
        return message("{first} to {last}", first=value_message(exception.start), last=value_message(exception.end))
    if exception.start:
        return message("from {day} on", day=value_message(exception.start))
    return message("until {day}", day=value_message(exception.end))
