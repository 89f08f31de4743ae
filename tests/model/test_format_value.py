"""How values are written for people."""

from datetime import date
from decimal import Decimal

import pytest

from integrationskonzept.evaluation.date_range import PlannedPeriod, UncertainDate
from integrationskonzept.evaluation.derivation import Input, derived, stated, unknown
from integrationskonzept.i18n.formatting import Describable, percent
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.dates import add_months, plus_days
from integrationskonzept.model.element import Statement
from integrationskonzept.model.format_value import cut, format_value, list_message, range_text, value_message
from integrationskonzept.model.measure import MeasureKind
from integrationskonzept.model.money import Amount, Per
from integrationskonzept.model.partial_date import spanning
from tests.evaluation.town import aim, day, seen


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (day("2027-06-30"), "2027-06-30", "30.06.2027"),
        (day("2027-06"), "2027-06", "Juni 2027"),
        (day("2027-Q3"), "2027-Q3", "3. Quartal 2027"),
        (day("2027-H1"), "2027-H1", "1. Halbjahr 2027"),
        (day("2026/27"), "2026/27", "2026/27"),
        (day("--02-21"), "--02-21", "21.02."),
        (day("2027"), "2027", "2027"),
        (date(2027, 6, 30), "2027-06-30", "30.06.2027"),
        (12, "12", "12"),
        (12.0, "12", "12"),
        (-1.5, "-1.5", "-1,5"),
        (19641, "19,641", "19.641"),
        (Decimal("1234.50"), "1234.50", "1234,50"),
        ((1, 2), "1, 2", "1, 2"),
        ("viel   Text", "viel Text", "viel Text"),
    ],
)
def test_dates_and_numbers_are_written_by_the_habit_of_the_language(value: object, english: str, german: str) -> None:
    assert (format_value(value, "en"), format_value(value, "de")) == (english, german)


def test_a_long_text_is_cut() -> None:
    assert format_value("x" * 500).endswith("…")
    assert len(format_value("x" * 500)) == 120


def test_records_are_told_by_date_and_what_tells_most() -> None:
    assert format_value(seen("2027", 12)) == "2027 · 12"
    assert format_value(seen("2027", minimum=3, maximum=4)) == "2027 · 3 to 4"
    assert format_value(seen("2027", missing="keine Statistik")) == "2027 · keine Statistik"
    assert format_value(aim("2028", maximum=3)) == "2028 · at most 3"
    assert format_value(Statement(text="Es gibt Kurse.")) == "Es gibt Kurse."
    assert format_value(Amount(currency="EUR")) == "not stated"


def test_titles_stand_for_ids() -> None:
    assert (
        format_value((Involvement(actor_refs=("vhs", "wer")),), "en", {"vhs": "Volkshochschule"})
        == "Volkshochschule, wer"
    )
    assert value_message("vhs", {"vhs": "Volkshochschule"}).text("de") == "Volkshochschule"


def test_nothing_and_truth_and_words_of_the_model_are_said() -> None:
    assert [format_value(value) for value in (None, True, False, ())] == ["not stated", "yes", "no", "none"]
    assert format_value(MeasureKind.PERMANENT) == "permanent"
    assert format_value(label("current_state")) == "current state"
    assert percent(0.384).text("de") == "38,4 %"
    assert percent(1).text("en") == "100 %"


def test_a_range_may_be_open() -> None:
    assert str(range_text(3, None)) == "at least 3"
    assert str(range_text(None, 3)) == "at most 3"


def test_what_can_say_itself_has_to_do_so() -> None:
    with pytest.raises(NotImplementedError):
        Describable().text()


def test_a_bound_says_how_closely_it_is_known() -> None:
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    assert str(UncertainDate(first, first)) == "2027-01-01"
    assert str(UncertainDate(latest=last)) == "by 2027-12-31"
    assert str(UncertainDate(earliest=first)) == "from 2027-01-01 on"
    assert repr(UncertainDate(first, last)) == "<UncertainDate 2027>"


def test_a_window_knows_its_first_and_last_day_only_where_there_is_one() -> None:
    assert (PlannedPeriod().first, PlannedPeriod().last) == (None, None)
    assert (
        PlannedPeriod(UncertainDate(), UncertainDate()).first,
        PlannedPeriod(UncertainDate(), UncertainDate()).last,
    ) == (None, None)
    assert str(PlannedPeriod(permanent=True)) == "permanently"
    assert str(PlannedPeriod()) == "not stated"


def test_a_period_is_as_precise_as_its_ends_are_known() -> None:
    year, month, end = date(2028, 1, 1), UncertainDate(date(2025, 4, 1), date(2025, 4, 30)), date(2029, 12, 31)
    assert PlannedPeriod(month, exactly(2028, 6, 30)).text("de") == "April 2025 bis Juni 2028"
    assert PlannedPeriod(UncertainDate(year, date(2028, 12, 31)), UncertainDate(end, end)).text("de") == "2028 bis 2029"
    assert PlannedPeriod(exactly(2028, 1, 1), exactly(2028, 12, 31)).text("de") == "2028"
    assert PlannedPeriod(exactly(2028, 5, 15), exactly(2028, 6, 30)).text("de") == "15.05.2028 bis 30.06.2028"
    assert PlannedPeriod(exactly(2028, 2, 1), exactly(2028, 7, 15)).text("de") == "01.02.2028 bis 15.07.2028"
    assert PlannedPeriod(month, permanent=True).text("de") == "ab April 2025, auf Dauer"
    assert PlannedPeriod(month).text("de") == "ab April 2025"
    assert PlannedPeriod(end=exactly(2028, 6, 30)).text("de") == "bis 30.06.2028"
    assert PlannedPeriod(UncertainDate(latest=end), month).text("de") == "Beginn: bis 31.12.2029; Ende: April 2025"


def exactly(year: int, month: int, day: int) -> UncertainDate:
    return UncertainDate(date(year, month, day), date(year, month, day))


def test_the_last_year_of_the_calendar_has_no_school_year() -> None:
    assert spanning(date(9999, 1, 1), date(9999, 12, 31)) == day("9999")
    assert spanning(date(9999, 8, 1), date(9999, 10, 1)) is None


@pytest.mark.parametrize("text", ["2027", "2027-06", "2027-Q3", "2027-H2", "2026/27", "2027-06-30"])
def test_the_days_of_a_date_are_that_date_again(text: str) -> None:
    stated = day(text)
    assert stated.earliest is not None
    assert stated.latest is not None
    assert spanning(stated.earliest, stated.latest) == stated
    assert spanning(stated.earliest, date.max) is None


def test_amounts_are_written_with_currency_range_and_period() -> None:
    assert format_value(Amount(value=Decimal(12000)), "de") == "12.000 €"
    assert format_value(Amount(value=Decimal("99.9")), "de") == "99,90 €"
    assert format_value(Amount(value=Decimal("0.125")), "en") == "EUR 0.125"
    assert format_value(Amount(value=Decimal(500), currency="CHF", per=Per.MONTH), "de") == "500 CHF im Monat"
    said = Amount(minimum=Decimal(5000), maximum=Decimal(8000), approximate=True, per=Per.YEAR)
    assert format_value(said, "de") == "rund 5.000 € bis 8.000 € im Jahr"
    assert format_value(Amount(minimum=Decimal(5000)), "de") == "mindestens 5.000 €"


def test_a_list_inside_a_sentence_ends_with_and() -> None:
    assert [list_message(values).text("de") for values in ((), ("a",), ("a", "b", "c"))] == ["", "a", "a, b und c"]
    assert list_message(("a", "b"), {"a": "Amt"}).text("en") == "Amt and b"


def test_a_long_text_ends_after_a_whole_word() -> None:
    assert cut("eins zwei drei", 10) == "eins zwei…"
    assert cut("eins zwei drei", 9) == "eins…"
    assert cut("kurz") == "kurz"


def test_months_are_counted_within_the_calendar() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 1, 31), -2) == date(2023, 11, 30)
    assert add_months(date(9999, 1, 1), 24) == date.max
    assert add_months(date(1, 1, 1), -1) == date.min
    assert plus_days(date.max, 1) == date.max
    assert plus_days(date.min, -1) == date.min


def test_a_derived_value_names_its_rule_and_its_inputs() -> None:
    rule = message("yes")
    source = Input("measure/kurse", "schedule.planned.end", day("2026"))
    assert str(source) == "measure/kurse schedule.planned.end = 2026"
    assert str(derived(3, rule, source, approximate=True)) == "about 3 (derived: yes)"
    assert str(stated(3, rule, source)) == "3 (stated: yes)"
    assert repr(unknown(rule)) == "<Derived (unknown: yes)>"
    assert not unknown(rule).known
