"""Evaluations that are stated, and those that the concept's rule makes due."""

from datetime import date

from integrationskonzept.testing import town
from plugins.ical.tests.calendars import entries, entry, losses


def test_evaluations_fall_due_by_the_rule_and_say_that_they_are_derived() -> None:
    concept = town("evaluation: {interval_years: 2, start: 2025-03-01}")
    due = entries(concept)
    assert [part["DTSTART"].dt for part in due.values()] == [date(2027, 3, 1), date(2029, 3, 1)]
    assert list(due) == ["concept-musterstadt--evaluation--1", "concept-musterstadt--evaluation--2"]
    first = due["concept-musterstadt--evaluation--1"]
    assert first["SUMMARY"] == "Evaluation des Integrationskonzepts fällig (voraussichtlich)"
    assert first["DESCRIPTION"] == (
        "Fällig 01.03.2027: abgeleitet, im Konzept nicht angegeben:"
        " ab dem Beginn, den die Evaluationsregel angibt (Abstand in Jahren: 2, Beginn: 01.03.2025)."
    )


def test_without_a_start_of_the_rule_the_period_counts_and_the_event_says_so() -> None:
    due = entries(town("evaluation: {interval_years: 2, earlier_if_needed: true}"))
    assert [part["DTSTART"].dt for part in due.values()] == [date(2027, 12, 31), date(2029, 12, 31)]
    basis, earlier = due["concept-musterstadt--evaluation--1"]["DESCRIPTION"].split("\n\n")
    assert basis.startswith("Fällig 2027: abgeleitet, im Konzept nicht angegeben:")
    assert earlier == "Bei Bedarf auch früher"


def test_a_year_and_a_half_is_counted_in_months() -> None:
    due = entries(town("evaluation: {interval_years: 1.5}", period="{start: 2025, end: 2026}"))
    assert [part["DTSTART"].dt for part in due.values()] == [date(2027, 6, 30)]


def test_without_any_start_no_evaluation_can_be_told() -> None:
    lost = "concept/musterstadt: an evaluation every 2 years, but from when on cannot be told"
    assert losses(town("evaluation: {interval_years: 2}", period=None)) == [lost]
    assert losses(town("evaluation: {interval_years: 2, start: --03-01}", period=None)) == [lost]


def test_an_interval_that_is_none_is_lost() -> None:
    for interval in ("0", "0.001", "10000"):
        (lost,) = losses(town(f"evaluation: {{interval_years: {interval}}}"))
        assert lost.endswith("but from when on cannot be told")


def test_without_an_end_of_the_period_only_the_first_is_told() -> None:
    concept = town("evaluation: {interval_years: 1}", period="{start: 2025}")
    assert entry(concept)["DTSTART"].dt == date(2026, 12, 31)
    (lost,) = losses(concept)
    assert lost.startswith("concept/musterstadt: an evaluation every 1 year, but not until when;")


def test_a_stated_evaluation_takes_the_place_of_the_one_due_about_then() -> None:
    concept = town("""
evaluation: {interval_years: 2}
evaluations: [{id: zwischen, title: Zwischenbericht, due: 2026-11-30, results: [Drei Maßnahmen laufen]}]
""")
    assert [part["DTSTART"].dt for part in entries(concept).values()] == [date(2029, 12, 31), date(2026, 11, 30)]


def test_an_evaluation_planned_for_a_year_is_told_on_its_last_day_and_says_so() -> None:
    planned = entry(town("evaluations: [{id: zwischen, due: 2027}]"))
    assert planned["SUMMARY"] == "Evaluation (voraussichtlich)"
    assert planned["DTSTART"].dt == date(2027, 12, 31)
    assert planned["DESCRIPTION"] == (
        "Fällig 31.12.2027: abgeleitet, im Konzept nicht angegeben: letzter Tag der Angabe 2027 (Frist: 2027)."
    )


def test_an_evaluation_that_was_held_is_told_on_its_day_with_its_results() -> None:
    held = entry(
        town("""
evaluations: [{id: zwischen, due: 2026-11, held_on: 2027-01-12, results: [Drei Maßnahmen laufen, Zwei ruhen]}]
""")
    )
    assert held["DTSTART"].dt == date(2027, 1, 12)
    assert held["DESCRIPTION"] == "Ergebnisse:\n– Drei Maßnahmen laufen\n– Zwei ruhen"


def test_an_evaluation_without_a_year_or_without_any_date_is_lost() -> None:
    assert losses(town("evaluations: [{id: a, due: --11-30}, {id: b}]")) == [
        "evaluation/a: a day without a year: --11-30",
        "evaluation/b: no date is stated",
    ]


def test_a_rule_without_an_interval_and_a_concept_without_a_rule_say_nothing() -> None:
    assert losses(town("evaluation: {method: Befragung}")) == losses(town()) == []


def test_a_derived_day_does_not_fall_on_a_holiday_of_the_state_or_a_weekend() -> None:
    document = "evaluation: {interval_years: 1, start: 2025-11-01}"  # All Saints, a Sunday in 2026
    ags = {"Sachsenheim": "08118076", "Berlin": "11000000"}
    for town_of, days in (
        ("Sachsenheim", [date(2026, 10, 30), date(2027, 10, 29)]),
        ("Berlin", [date(2026, 10, 30), date(2027, 11, 1)]),
    ):
        concept = town(
            document, municipality=f"{{name: {town_of}, ags: '{ags[town_of]}'}}", period="{start: 2025, end: 2027}"
        )
        found = entries(concept)
        assert [part["DTSTART"].dt for part in found.values()] == days
        first = found["concept-musterstadt--evaluation--1"]["DESCRIPTION"]
        assert "Fällig 01.11.2026" in first
        assert first.endswith("Der Eintrag steht am letzten Werktag davor.")
