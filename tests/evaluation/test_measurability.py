"""Whether an indicator can be measured as it is written."""

from typing import Any

import pytest

from integrationskonzept.evaluation.measurability import measurabilities, measurability_of
from integrationskonzept.model.element import Statement
from integrationskonzept.model.indicator import IndicatorKind
from tests.evaluation.town import aim, indicator, measure, seen, town

COMPLETE: dict[str, Any] = {
    "kind": IndicatorKind.COUNT,
    "unit": "Kurse",
    "data_source": "VHS",
    "collection_frequency": "jährlich",
    "baseline": seen("2024", 3),
    "target": aim("2027", 10),
}


def test_an_indicator_that_states_everything_can_be_measured() -> None:
    found = measurability_of(indicator(**COMPLETE))
    assert found.answer.is_yes
    assert found.lacking == ()
    assert str(found).endswith("yes: everything needed to find its value and to judge it is stated")


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"kind": None}, "its kind"),
        ({"unit": None}, "the unit"),
        ({"kind": IndicatorKind.SHARE}, "the population"),
        ({"data_source": None}, "the data source"),
        ({"collection_frequency": None}, "how often it is collected"),
        ({"baseline": None}, "a value to begin with"),
        ({"target": None}, "the target"),
        ({"target": aim(None, 10)}, "a date by which the target is to be met"),
    ],
)
def test_what_is_not_stated_leaves_it_open(changes: dict[str, Any], lacking: str) -> None:
    found = measurability_of(indicator(**COMPLETE | changes))
    assert found.answer.is_unknown
    assert list(map(str, found.lacking)) == [lacking]
    assert str(found.answer) == f"cannot be said: not stated: {lacking}"


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"title": "Aufbau eines Netzwerks"}, "it names a task, not something to be found"),
        ({"title": "Anzahl der Kurse und der Teilnehmenden"}, "it names two quantities"),
        (
            {"kind": IndicatorKind.GAP, "population": "alle"},
            "a gap lies between two groups, which are not stated",
        ),
        ({"kind": IndicatorKind.SCALE}, "the steps of its scale are not stated"),
        ({"kind": IndicatorKind.INDEX}, "neither the questions nor the definition of the index are stated"),
    ],
)
def test_what_has_no_single_value_cannot_be_measured(changes: dict[str, Any], lacking: str) -> None:
    found = measurability_of(indicator(**COMPLETE | changes))
    assert found.answer.is_no
    assert list(map(str, found.lacking)) == [lacking]


def test_an_index_of_questions_can_be_measured_and_a_state_in_words_is_left_to_people() -> None:
    index = indicator(
        **COMPLETE | {"kind": IndicatorKind.INDEX, "questions": (Statement(text="Gibt es eine Stelle?"),)}
    )
    assert measurability_of(index).answer.is_yes
    words = indicator(**COMPLETE | {"kind": IndicatorKind.QUALITATIVE})
    assert measurability_of(words).answer.is_unknown
    assert "people have to judge it" in str(measurability_of(words))


def test_every_indicator_of_a_concept_has_an_answer() -> None:
    concept = town(measure(indicators=(indicator("eins", **COMPLETE), indicator("zwei"))))
    assert [one.address for one in measurabilities(concept)] == ["indicator/eins", "indicator/zwei"]
