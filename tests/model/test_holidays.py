"""Holidays by name, days of the year, and the days a date means."""

from datetime import date

import pytest

from integrationskonzept.model.dates import Holiday, day_in_year, holiday_date, whole_days
from integrationskonzept.model.partial_date import PartialDate


@pytest.mark.parametrize(
    ("holiday", "day"),
    [
        (Holiday.NEW_YEAR, date(2026, 1, 1)),
        (Holiday.ROSE_MONDAY, date(2026, 2, 16)),
        (Holiday.GOOD_FRIDAY, date(2026, 4, 3)),
        (Holiday.EASTER_MONDAY, date(2026, 4, 6)),
        (Holiday.ASCENSION, date(2026, 5, 14)),
        (Holiday.WHIT_MONDAY, date(2026, 5, 25)),
        (Holiday.CORPUS_CHRISTI, date(2026, 6, 4)),
        (Holiday.REPENTANCE_DAY, date(2026, 11, 18)),
        (Holiday.NEW_YEARS_EVE, date(2026, 12, 31)),
    ],
)
def test_a_holiday_has_a_day_in_every_year(holiday: Holiday, day: date) -> None:
    assert holiday_date(holiday, 2026) == day


def test_every_holiday_has_a_rule_and_none_beyond_it() -> None:
    assert all(holiday_date(holiday, 2027) for holiday in Holiday)
    assert holiday_date(Holiday.GOOD_FRIDAY, 1200) is None
    assert holiday_date(Holiday.GOOD_FRIDAY, 5000) is None
    assert day_in_year((2, 29), 2027) is None


def test_a_date_means_its_days_and_a_day_of_the_year_one_in_each() -> None:
    first, last = date(2026, 1, 1), date(2028, 12, 31)
    assert list(whole_days(PartialDate("2026-05"), first, last)) == [(date(2026, 5, 1), date(2026, 5, 31))]
    leap = date(2028, 2, 29)
    assert list(whole_days(PartialDate("--02-29"), first, last)) == [(leap, leap)]
