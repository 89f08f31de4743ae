"""Dates with the precision of day, month or year, or without a year."""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import Literal

from attrs import field, frozen

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.messages import message
from integrationskonzept.printable import shorten


class Precision(StrEnum):
    """Precision of a date."""

    YEARS = "years"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    HALF_YEAR = "half_year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    DAY_OF_YEAR = "day_of_year"


SEASONS = ("spring", "summer", "autumn", "winter")
"""The seasons, by the words that dates use."""
_DECEMBER = 12

_FORMS = re.compile(
    r"(?P<year>\d{4})"
    r"(?:/(?P<last>\d{4})|/(?P<school>\d{2})|-(?P<season>spring|summer|autumn|winter)|-H(?P<half>[12])|-Q(?P<quarter>[1-4])|-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"|--(?P<yearless_month>\d{2})-(?P<yearless_day>\d{2})"
)


@frozen(repr=False, order=False)
class PartialDate:
    """A date with the precision it was stated in.

    ``2024``, ``2024-H1``, ``2024-Q3``, ``2024-07`` and ``2024-07-31`` are five different
    statements. ``2015/2016`` is a span of whole years, and ``2016/17`` a school year (1 August
    to 31 July, as in all German states by the Hamburg agreement of 1964). ``2025-spring`` is a
    season of three whole months from March, June, September or December on, so that a winter
    ends in the next year. ``--02-20`` is a day without a year.
    """

    text: str = field()
    precision: Precision = field(init=False, eq=False)
    earliest: date | None = field(init=False, eq=False)
    """The first day it can mean; None when the year is not stated."""
    latest: date | None = field(init=False, eq=False)
    """The last day it can mean; None when the year is not stated."""

    def __attrs_post_init__(self) -> None:
        precision, earliest, latest = _read(self.text)
        object.__setattr__(self, "precision", precision)
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    @property
    def year(self) -> int | None:
        """The (first) year stated, or None."""
        return self.earliest.year if self.earliest else None

    @property
    def day(self) -> date | None:
        """The calendar day, if it is stated in full."""
        return self.earliest if self.precision is Precision.DAY else None

    @property
    def month_day(self) -> tuple[int, int] | None:
        """Month and day, if both are stated, with or without a year."""
        if self.precision is Precision.DAY_OF_YEAR:
            return int(self.text[2:4]), int(self.text[5:7])
        return (self.earliest.month, self.earliest.day) if self.precision is Precision.DAY and self.earliest else None

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"


def _read(text: str) -> tuple[Precision, date | None, date | None]:
    match = _FORMS.fullmatch(text)
    if match is None or not text.isascii():
        raise InvalidValueError(
            message(
                "expected a date such as 2024, 2024-07, 2024-07-31, 2024-Q3, 2024-H1, 2024-spring, 2015/2016 (years),"
                " 2016/17 (school year) or --02-20 (a day without a year); got {text}",
                text=shorten(text),
            )
        )
    try:
        return _days(match)
    except InvalidValueError:
        raise
    except ValueError:
        raise InvalidValueError(message("{text} is not in the calendar", text=text)) from None


def _days(match: re.Match[str]) -> tuple[Precision, date | None, date | None]:
    if match["yearless_month"]:
        date(2000, int(match["yearless_month"]), int(match["yearless_day"]))  # a leap year: 29 February may be meant
        return Precision.DAY_OF_YEAR, None, None
    year = int(match["year"])
    if match["last"] or match["school"]:
        return _several_years(match, year)
    if match["season"]:
        first = 3 * (SEASONS.index(match["season"]) + 1)
        end = (year, first + 2) if first < _DECEMBER else (year + 1, 2)
        return Precision.SEASON, date(year, first, 1), date(*end, monthrange(*end)[1])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Precision.DAY, day, day
    if match["month"]:
        return Precision.MONTH, *_months(year, int(match["month"]), 1)
    if match["quarter"]:
        return Precision.QUARTER, *_months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["half"]:
        return Precision.HALF_YEAR, *_months(year, 6 * int(match["half"]) - 5, 6)
    return Precision.YEAR, *_months(year, 1, 12)


def _several_years(match: re.Match[str], year: int) -> tuple[Precision, date, date]:
    """Return what a span of whole years means, or a school year."""
    if match["last"]:
        if int(match["last"]) <= year:
            raise InvalidValueError(message("the second year must be after the first; got {text}", text=match[0]))
        return Precision.YEARS, date(year, 1, 1), date(int(match["last"]), 12, 31)
    if int(match["school"]) != (year + 1) % 100:
        reason = message("a school year ends in the year after it began, such as 2016/17; got {text}", text=match[0])
        raise InvalidValueError(reason)
    return Precision.SCHOOL_YEAR, date(year, 8, 1), date(year + 1, 7, 31)


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    last = first + count - 1
    begin = date(year, first, 1)
    return begin, date(year, last, monthrange(year, last)[1])


def spanning(first: date, last: date) -> PartialDate | None:
    """Return the date that means exactly the days from `first` to `last`; None where there is no such date."""
    if first == last:
        return PartialDate(first.isoformat())
    year = f"{first.year:04}"
    texts = (
        year,
        f"{year}-{first.month:02}",
        f"{year}-Q{(first.month + 2) // 3}",
        f"{year}-H{(first.month + 5) // 6}",
        f"{year}/{(first.year + 1) % 100:02}",
    )
    try:
        found = [PartialDate(text) for text in texts]
    except InvalidValueError:  # the school year that begins in the last year of the calendar
        found = [PartialDate(text) for text in texts[:-1]]
    return next((one for one in found if (one.earliest, one.latest) == (first, last)), None)


def rounded(day: date, precision: Literal[Precision.MONTH, Precision.YEAR]) -> PartialDate:
    """Return the month or year of a day."""
    return PartialDate(day.isoformat()[: 7 if precision is Precision.MONTH else 4])
