"""Dates say what was stated, no more."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.model import PartialDate, Precision, Span


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("2024", Precision.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-H1", Precision.HALF_YEAR, date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-spring", Precision.SEASON, date(2024, 3, 1), date(2024, 5, 31)),
        ("2023-winter", Precision.SEASON, date(2023, 12, 1), date(2024, 2, 29)),
        ("2015/2016", Precision.YEARS, date(2015, 1, 1), date(2016, 12, 31)),
        ("2025/2030", Precision.YEARS, date(2025, 1, 1), date(2030, 12, 31)),
        ("2024-H2", Precision.HALF_YEAR, date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-Q1", Precision.QUARTER, date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-Q4", Precision.QUARTER, date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", Precision.MONTH, date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-07-31", Precision.DAY, date(2024, 7, 31), date(2024, 7, 31)),
        ("2016/17", Precision.SCHOOL_YEAR, date(2016, 8, 1), date(2017, 7, 31)),
        ("1999/00", Precision.SCHOOL_YEAR, date(1999, 8, 1), date(2000, 7, 31)),
        ("--02-20", Precision.DAY_OF_YEAR, None, None),
        ("--02-29", Precision.DAY_OF_YEAR, None, None),
    ],
)
def test_a_date_means_the_days_its_precision_leaves_open(
    text: str, precision: Precision, earliest: date | None, latest: date | None
) -> None:
    stated = PartialDate(text)
    assert (stated.precision, stated.earliest, stated.latest) == (precision, earliest, latest)
    assert str(stated) == text
    assert repr(stated) == f"PartialDate('{text}')"


def test_a_day_is_known_only_when_it_is_stated_in_full() -> None:
    assert PartialDate("2024-07-31").day == date(2024, 7, 31)
    assert [PartialDate(text).day for text in ("2024-07", "2024", "--07-31")] == [None, None, None]


def test_month_and_day_are_known_with_or_without_a_year() -> None:
    assert PartialDate("2025-02-20").month_day == PartialDate("--02-20").month_day == (2, 20)
    assert PartialDate("2025-02").month_day is None


def test_a_school_year_is_named_by_the_year_it_began_in() -> None:
    assert PartialDate("2016/17").year == 2016
    assert PartialDate("--02-20").year is None


def test_one_year_stated_in_five_precisions_is_five_statements() -> None:
    texts = ["2024", "2024-H1", "2024-Q1", "2024-01", "2024-01-01"]
    assert len({PartialDate(text) for text in texts}) == 5
    assert PartialDate("2024") == PartialDate("2024")


def test_a_date_can_be_pickled() -> None:
    stated = PartialDate("2016/17")
    again = pickle.loads(pickle.dumps(stated))  # noqa: S301 - pickled here
    assert (again, again.precision, again.latest) == (stated, stated.precision, stated.latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "31.07.2024",
        "2024-7",
        "2024-Q5",
        "2024-H3",
        "2016/201",
        "--02",
        "--",
        "2024-07-31T10",
        "\uff12\uff10\uff12\uff14",
        "2024\n",
    ],
)
def test_what_is_no_date_is_refused_with_examples(text: str) -> None:
    with pytest.raises(
        InvalidValueError, match=r"expected a date such as 2024, .*--02-20 \(a day without a year\); got"
    ):
        PartialDate(text)


@pytest.mark.parametrize(
    "text", ["2023-02-29", "2024-13", "2024-00", "2024-01-32", "--02-30", "--13-01", "0000", "9999/00"]
)
def test_a_day_outside_the_calendar_is_refused_and_named(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        PartialDate(text)


def test_years_go_from_an_earlier_to_a_later_one() -> None:
    for text in ("2016/2016", "2016/2015"):
        with pytest.raises(InvalidValueError, match="the second year must be after the first"):
            PartialDate(text)


def test_a_school_year_ends_in_the_year_after_it_began() -> None:
    with pytest.raises(InvalidValueError, match="a school year ends in the year after it began"):
        PartialDate("2016/18")


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused_in_our_own_words(text: str) -> None:
    try:
        stated = PartialDate(text)
    except InvalidValueError:
        return
    assert str(stated) == text


@given(st.dates())
def test_every_day_lies_in_its_month_quarter_half_and_year(day: date) -> None:
    texts = [
        f"{day:%Y}".zfill(4),
        f"{day.year:04}-H{(day.month + 5) // 6}",
        f"{day.year:04}-Q{(day.month + 2) // 3}",
        f"{day.year:04}-{day:%m}",
        day.isoformat(),
    ]
    for text in texts:
        stated = PartialDate(text)
        assert stated.earliest
        assert stated.latest
        assert stated.earliest <= day <= stated.latest


def test_a_stretch_of_time_may_be_open_on_either_side() -> None:
    assert Span(start=PartialDate("2025")).end is None
    assert Span(end=PartialDate("2025")).start is None


def test_a_stretch_of_time_may_begin_and_end_in_one_year() -> None:
    assert Span(start=PartialDate("2025-07"), end=PartialDate("2025")).end == PartialDate("2025")


def test_a_stretch_of_time_ends_after_it_starts() -> None:
    with pytest.raises(InvalidValueError, match="start must not be after end; got start 2026 and end 2025") as caught:
        Span(start=PartialDate("2026"), end=PartialDate("2025"))
    assert caught.value.attribute == "end"


def test_without_years_nothing_can_be_said_about_the_order() -> None:
    assert Span(start=PartialDate("--10-01"), end=PartialDate("--03-31")).start == PartialDate("--10-01")
