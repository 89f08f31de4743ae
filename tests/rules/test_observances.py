"""Days of the year that are known under a name."""

from datetime import date

import pytest

from integrationskonzept.rules.observance_dates import _KEEPERS
from integrationskonzept.rules.observances import OBSERVANCES, Observance, known_as


@pytest.mark.parametrize(
    ("name", "month", "day"),
    [
        ("Internationaler Tag der Muttersprache", 2, 21),
        ("internationaler tag  der MUTTERSPRACHE!", 2, 21),
        ("Internationaler Frauentag", 3, 8),
        ("Internationaler Tag gegen Rassismus", 3, 21),
        ("Weltflüchtlingstag", 6, 20),
        ("Internationaler Tag des Ehrenamtes", 12, 5),
        ("Internationaler Tag der Migranten", 12, 18),
    ],
)
def test_a_day_is_known_by_its_name(name: str, month: int, day: int) -> None:
    assert [(known.month, known.day) for known in known_as(name)] == [(month, day)]


def test_the_childrens_day_is_another_one_in_germany_than_at_the_united_nations() -> None:
    assert [(day.month, day.day, day.keeper) for day in known_as("Weltkindertag")] == [
        (9, 20, "Germany"),
        (11, 20, "United Nations"),
    ]


def test_a_name_may_stand_inside_a_longer_title_where_that_is_asked_for() -> None:
    title = "„Aktionen zum Tag der offenen Moschee“ in Auental"
    assert [day.names[0] for day in known_as(title, within=True)] == ["Tag der offenen Moschee"]
    assert known_as(title) == []
    assert known_as("Stadtfest", within=True) == []


def test_a_name_inside_a_word_is_another_name() -> None:
    assert known_as("Newrozfest", within=True) == []


def test_of_two_names_in_a_title_the_longer_one_is_meant() -> None:
    title = "Fest zum Internationalen Tag: Welttag des Buches und des Urheberrechts"
    assert known_as(title, within=True)[0].month == 4


@pytest.mark.parametrize("day", OBSERVANCES, ids=lambda day: day.names[0])
def test_a_day_exists_and_says_who_set_it(day: Observance) -> None:
    assert date(2024, day.month, day.day).day == day.day
    assert day.source
    assert day.keeper in _KEEPERS
