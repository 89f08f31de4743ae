"""Reading what people and spreadsheets put into cells."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from integrationskonzept.observations.cell_parsing import UnreadableError, date_in, is_empty, number_in, truth_in
from tests.evaluation.town import day


@pytest.mark.parametrize(
    ("cell", "stated"),
    [
        (day("2027-06"), "2027-06"),
        (date(2027, 6, 30), "2027-06-30"),
        (datetime(2027, 6, 30, 12, tzinfo=UTC), "2027-06-30"),
        (2027, "2027"),
        (2027.0, "2027"),
        ("2027-Q3", "2027-Q3"),
        (" 30.06.2027 ", "2027-06-30"),
        ("1.6.2027", "2027-06-01"),
        ("6/2027", "2027-06"),
        ("06.2027", "2027-06"),
        ("Juni 2027", "2027-06"),
        ("märz 2027", "2027-03"),
        ("2. Quartal 2027", "2027-Q2"),
        ("1. Halbjahr 2027", "2027-H1"),
        ("Schuljahr 2026/27", "2026/27"),
        ("2027-06-30T00:00:00", "2027-06-30"),
        ("2027-06-30 00:00", "2027-06-30"),
    ],
)
def test_dates_are_read_as_towns_and_spreadsheets_write_them(cell: Any, stated: str) -> None:
    assert date_in(cell) == day(stated)


@pytest.mark.parametrize("cell", ["bald", "31.02.2027", "2027-13", "Juni", "13/2027", 45000.5])
def test_what_is_no_date_is_refused_with_what_is_expected(cell: Any) -> None:
    with pytest.raises(UnreadableError, match=r"expected a date such as 2027, 2027-06 or 30\.06\.2027; got"):
        date_in(cell)


@pytest.mark.parametrize(
    ("cell", "value", "approximate"),
    [
        (12, 12, False),
        (12.5, 12.5, False),
        (Decimal("12.50"), 12.5, False),
        (Decimal(12), 12, False),
        (Fraction(1, 2), 0.5, False),
        ("12", 12, False),
        ("-3,5", -3.5, False),
        ("18.5", 18.5, False),
        ("18,48 %", 18.48, False),
        ("1.234,5", 1234.5, False),
        ("1,234.5", 1234.5, False),
        ("1.234.567", 1234567, False),
        ("19 641", 19641, False),
        ("0.125", 0.125, False),
        ("ca. 30", 30, True),
        ("rund 1.000.000", 1000000, True),
        ("~5", 5, True),
    ],
)
def test_numbers_are_read_with_either_decimal_mark(cell: Any, value: float, approximate: bool) -> None:
    assert number_in(cell) == (value, approximate)


@pytest.mark.parametrize("cell", ["1.234", "1,234"])
def test_a_number_that_can_be_read_in_two_ways_needs_the_tables_decimal_mark(cell: str) -> None:
    with pytest.raises(UnreadableError, match="may be read in two ways"):
        number_in(cell)
    assert {number_in(cell, ",").number, number_in(cell, ".").number} == {1234, 1.234}


@pytest.mark.parametrize(
    "cell", ["viele", "", "1,2,3.4", True, float("inf"), Decimal("NaN"), "9" * 50, "--3", "12 13,1.2"]
)
def test_what_is_no_number_is_refused(cell: Any) -> None:
    with pytest.raises(UnreadableError, match="expected a number such as 12 or 18,5"):
        number_in(cell)


def test_a_cell_that_cannot_be_read_is_quoted_with_its_spaces() -> None:
    for cell, quoted in (
        ("k. A.", "'k. A.'"),
        ("rund  1.234 Euro", "'rund 1.234 Euro'"),
        ("1 234,5,6 %", "'1 234,5,6 %'"),
    ):
        with pytest.raises(UnreadableError) as told:
            number_in(cell)
        assert quoted in str(told.value)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (True, "WAHR"),
        (False, "FALSCH"),
        (datetime(2026, 6, 30), "30.06.2026"),  # noqa: DTZ001
        (date(2026, 6, 30), "30.06.2026"),
        (datetime(2026, 6, 30, 18, 30), "2026-06-30 18:30:00"),  # noqa: DTZ001
    ],
)
def test_a_cell_that_cannot_be_read_is_quoted_as_a_spreadsheet_shows_it(cell: Any, shown: str) -> None:
    with pytest.raises(UnreadableError) as told:
        number_in(cell)
    assert told.value.message.text("de").endswith(f"da steht „{shown}“")


def test_yes_and_no_are_read_in_both_languages() -> None:
    assert [truth_in(cell) for cell in ("Ja", "x", True, 1, "wahr")] == [True] * 5
    assert [truth_in(cell) for cell in ("nein", "no", False, 0, "Falsch")] == [False] * 5
    with pytest.raises(UnreadableError, match="expected yes or no"):
        truth_in("vielleicht")


class NaTType:
    """What pandas puts for a missing date."""


def test_what_stands_for_a_missing_value_is_empty() -> None:
    assert all(map(is_empty, (None, "", "  ", float("nan"), NaTType())))
    assert not any(map(is_empty, (0, False, "0", 0.0)))


@pytest.mark.parametrize(
    ("read", "cell", "answer"),
    [
        (date_in, "Q3/2026", "got 'Q3/2026'; write 2026-Q3"),
        (date_in, "31.12.26", "got '31.12.26'; write 2026-12-31"),
        (date_in, "laufend", "leave it empty: what goes on has no date"),
        (number_in, "3 Kurse", "got '3 Kurse'; write 3"),
        (number_in, "5–8", "write `minimum: 5` and `maximum: 8`"),
        (number_in, "k. A.", "leave 'value' out, and write the reason under `missing`"),
    ],
)
def test_a_cell_that_is_refused_is_answered_with_its_spelling(read: Any, cell: str, answer: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read(cell)
    assert str(error.value).endswith(answer)
