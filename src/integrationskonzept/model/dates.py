"""Periods, and the arithmetic of days and months."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time
from enum import StrEnum

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record, record


@record
class Span(Record):
    """A period (Zeitraum) that may be open on either side."""

    start: PartialDate | None = None
    """Beginn: the first day, month or year it covers; unknown or open when not given."""
    end: PartialDate | None = None
    """Ende: the last day, month or year it covers; unknown or open when not given."""

    def check_consistency(self) -> None:
        """Raise `InvalidValueError` for attributes that contradict each other."""
        earliest = self.start.earliest if self.start else None
        latest = self.end.latest if self.end else None
        if earliest and latest and earliest > latest:
            reason = message(
                "start must not be after end; got start {start} and end {end}", start=self.start, end=self.end
            )
            raise InvalidValueError(reason, "end")

    @property
    def years(self) -> str:
        """The years it covers, such as ``2025–2029`` or, with an open end, ``2025–``; empty when nothing is given."""
        first = self.start and self.start.earliest
        last = self.end and self.end.latest
        if first and last and first.year == last.year:
            return str(first.year)
        return f"{first.year if first else ''}–{last.year if last else ''}" if first or last else ""


DAYS_IN_A_YEAR = 365.2425
"""Mean length of a year of the Gregorian calendar, in days: the only length of a year used anywhere."""

_MONTHS = 12
_FAR = 10_000 * _MONTHS


def months_of(years: float) -> int:
    """Return the number of months of a number of years, rounded."""
    return rounded_months(years * _MONTHS)


def rounded_months(months: float) -> int:
    """Return a number of months, rounded and limited to the length of the calendar."""
    return round(max(-_FAR, min(_FAR, months)))


def add_months(day: date, months: int) -> date:
    """Return a day moved by months, at most to the month's last day and within the calendar."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus_days(day: date, days: int) -> date:
    """Return a day moved by days, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def day_in_year(month_day: tuple[int, int], year: int) -> date | None:
    """Return a day of the year in a year; None for 29 February in a common year and for no year of the calendar."""
    try:
        return date(year, *month_day)
    except ValueError:
        return None


def whole_days(stated: PartialDate, first: date, last: date) -> Iterator[tuple[date, date]]:
    """Yield the first and last day that a date means between two days; a day without a year once in every year."""
    if stated.earliest and stated.latest:
        yield stated.earliest, stated.latest
        return
    month_day = int(stated.text[2:4]), int(stated.text[5:7])
    days = (day_in_year(month_day, year) for year in range(first.year, last.year + 1))
    yield from ((day, day) for day in days if day)


class Holiday(StrEnum):
    """Public holidays of German states, and other days of the year that everybody knows by name."""

    NEW_YEAR = "new_year"
    EPIPHANY = "epiphany"
    ROSE_MONDAY = "rose_monday"
    SHROVE_TUESDAY = "shrove_tuesday"
    WOMENS_DAY = "womens_day"
    GOOD_FRIDAY = "good_friday"
    EASTER_SUNDAY = "easter_sunday"
    EASTER_MONDAY = "easter_monday"
    LABOUR_DAY = "labour_day"
    ASCENSION = "ascension"
    WHIT_SUNDAY = "whit_sunday"
    WHIT_MONDAY = "whit_monday"
    CORPUS_CHRISTI = "corpus_christi"
    ASSUMPTION = "assumption"
    CHILDRENS_DAY = "childrens_day"
    GERMAN_UNITY_DAY = "german_unity_day"
    REFORMATION_DAY = "reformation_day"
    ALL_SAINTS = "all_saints"
    REPENTANCE_DAY = "repentance_day"
    CHRISTMAS_EVE = "christmas_eve"
    CHRISTMAS_DAY = "christmas_day"
    SECOND_CHRISTMAS_DAY = "second_christmas_day"
    NEW_YEARS_EVE = "new_years_eve"


_FIXED_HOLIDAYS = {
    Holiday.NEW_YEAR: (1, 1),
    Holiday.EPIPHANY: (1, 6),
    Holiday.WOMENS_DAY: (3, 8),
    Holiday.LABOUR_DAY: (5, 1),
    Holiday.ASSUMPTION: (8, 15),
    Holiday.CHILDRENS_DAY: (9, 20),
    Holiday.GERMAN_UNITY_DAY: (10, 3),
    Holiday.REFORMATION_DAY: (10, 31),
    Holiday.ALL_SAINTS: (11, 1),
    Holiday.CHRISTMAS_EVE: (12, 24),
    Holiday.CHRISTMAS_DAY: (12, 25),
    Holiday.SECOND_CHRISTMAS_DAY: (12, 26),
    Holiday.NEW_YEARS_EVE: (12, 31),
}
_DAYS_FROM_EASTER = {
    Holiday.ROSE_MONDAY: -48,
    Holiday.SHROVE_TUESDAY: -47,
    Holiday.GOOD_FRIDAY: -2,
    Holiday.EASTER_SUNDAY: 0,
    Holiday.EASTER_MONDAY: 1,
    Holiday.ASCENSION: 39,
    Holiday.WHIT_SUNDAY: 49,
    Holiday.WHIT_MONDAY: 50,
    Holiday.CORPUS_CHRISTI: 60,
}
_FIRST_EASTER = 1583
"""First year of the Gregorian rule of Easter that `dateutil.easter` knows; its last one is 4099."""
_LAST_EASTER = 4099


def holiday_date(holiday: Holiday, year: int) -> date | None:
    """Return the day of a holiday in a year; None where its rule does not apply, as Easter before 1583."""
    if holiday in _FIXED_HOLIDAYS:
        return day_in_year(_FIXED_HOLIDAYS[holiday], year)
    if holiday is Holiday.REPENTANCE_DAY:  # the Wednesday before 23 November
        last = day_in_year((11, 22), year)
        return last and plus_days(last, -((last.weekday() - 2) % 7))
    if not _FIRST_EASTER <= year <= _LAST_EASTER:
        return None
    from dateutil.easter import easter  # noqa: PLC0415 - few concepts name a holiday

    return plus_days(easter(year), _DAYS_FROM_EASTER[holiday])


_EVENING, _MORNING = time(16), time(8)


def goes_past_midnight(start: time, end: time) -> bool:
    """Return whether hours plainly go past midnight, such as 22:00 to 01:00."""
    return start >= _EVENING and end <= _MORNING
