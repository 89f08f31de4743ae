"""Days that come round end where the calendar does."""

from datetime import date, datetime, time
from time import perf_counter
from typing import Literal

import pytest
from attrs import evolve
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st
from integrationskonzept_ical.series import Series

from integrationskonzept.model import Frequency


@pytest.mark.parametrize(
    ("series", "last"),
    [
        (Series(frequency=Frequency.DAILY), date(9999, 12, 31)),
        (Series(frequency=Frequency.WEEKLY, days=(4, 5)), date(9999, 12, 31)),
        (Series(frequency=Frequency.MONTHLY), date(9999, 12, 30)),
        (Series(frequency=Frequency.YEARLY), date(9999, 11, 30)),
    ],
)
def test_a_series_ends_with_the_last_year_there_is(series: Series, last: date) -> None:
    *_, found = series.from_day(date(9998, 11, 30))
    assert found == last


def test_a_day_that_a_month_does_not_have_is_passed_over() -> None:
    monthly = Series(frequency=Frequency.MONTHLY, until=date(2026, 5, 31))
    assert [day.month for day in monthly.from_day(date(2026, 1, 31))] == [1, 3, 5]


FREQUENCIES: dict[Frequency, Literal[0, 1, 2, 3]] = {
    Frequency.DAILY: rrule.DAILY,
    Frequency.WEEKLY: rrule.WEEKLY,
    Frequency.MONTHLY: rrule.MONTHLY,
    Frequency.YEARLY: rrule.YEARLY,
}
DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


DRAWN = st.builds(
    Series,
    frequency=st.sampled_from(list(FREQUENCIES)),
    interval=st.integers(1, 14),
    days=st.sets(st.integers(0, 6)).map(sorted).map(tuple),
    until=DAYS,
)


@given(DRAWN, DAYS, DAYS)
def test_days_are_those_of_another_library_wherever_one_begins(drawn: Series, first: date, since: date) -> None:
    days = tuple(sorted({*drawn.days, first.weekday()})) if drawn.frequency is Frequency.WEEKLY else ()
    series = evolve(drawn, days=days)
    begin, end = (datetime.combine(day, time()) for day in (first, drawn.until or date.max))
    frequency = FREQUENCIES[series.frequency]
    rule = rrule.rrule(frequency, begin, series.interval, rrule.MO, until=end, byweekday=days or None)
    expected = [found.date() for found in rule]
    assert list(series.from_day(first)) == expected
    assert list(series.from_day(first, since)) == [day for day in expected if day >= since]
    assert series.last(first) == max(expected, default=first)
    numbers = dict(series.numbered(first))
    assert [*series.numbered(first, since)] == [(number, day) for number, day in numbers.items() if day >= since]
    assert [*numbers] == [*range(1, len(expected) + 1)]


def test_numbers_count_the_days_of_centuries() -> None:
    for first in (date(1, 1, 31), date(4, 2, 29), date(1, 8, 30)):
        for interval in (1, 6, 12, 48):
            series = Series(frequency=Frequency.MONTHLY, interval=interval)
            numbers = {day: number for number, day in series.numbered(first)}
            for year in (400, 1200, 1999, 9000):
                number, day = next(series.numbered(first, date(year, 1, 1)))
                assert number == numbers[day] == sum(one <= day for one in numbers)


def test_a_series_of_centuries_is_not_gone_through() -> None:
    weekly = Series(frequency=Frequency.WEEKLY, days=(0,), until=date(9999, 12, 31))
    began = perf_counter()
    for _ in range(1000):
        assert next(weekly.from_day(date(1, 1, 1), date(2026, 11, 27))) == date(2026, 11, 30)
        assert weekly.last(date(1, 1, 1)) == date(9999, 12, 27)
    assert perf_counter() - began < 20  # to go through them takes minutes


def test_every_second_week_counts_from_monday() -> None:
    weekly = Series(frequency=Frequency.WEEKLY, interval=2, days=(6, 0), until=date(2026, 3, 31))
    days = list(weekly.from_day(date(2026, 3, 1)))  # a Sunday
    assert days == [date(2026, 3, 1), date(2026, 3, 9), date(2026, 3, 15), date(2026, 3, 23), date(2026, 3, 29)]
