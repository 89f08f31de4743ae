"""Days that come round end where the calendar does."""

from datetime import date

import pytest

from integrationskonzept.model import Frequency
from integrationskonzept_ical.series import Series


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


def test_every_second_week_counts_from_monday() -> None:
    weekly = Series(frequency=Frequency.WEEKLY, interval=2, days=(6, 0), until=date(2026, 3, 31))
    days = list(weekly.from_day(date(2026, 3, 1)))  # a Sunday
    assert days == [date(2026, 3, 1), date(2026, 3, 9), date(2026, 3, 15), date(2026, 3, 23), date(2026, 3, 29)]
