"""Records made in Python obey the types of a file."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given

import integrationskonzept as ik
from integrationskonzept.errors import InvalidValueError
from integrationskonzept.model import (
    Activity,
    Citation,
    Concept,
    Cost,
    DecisionResult,
    Goal,
    Horizon,
    Measure,
    Municipality,
    Observation,
    Overarching,
    PartialDate,
    Span,
    Statement,
)
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.foreign import Extra
from integrationskonzept.model.plain import to_plain
from integrationskonzept.model.refusal import RefusedError
from integrationskonzept.model.structure import structured, structured_value
from integrationskonzept.model.tree import walk
from integrationskonzept.testing import concepts

TOWN = Concept(id="m", title="M", municipality=Municipality(name="M"))


@given(concepts())
def test_a_record_made_from_plain_data_is_the_one_that_is_read(concept: Concept) -> None:
    for _, record in walk(concept):
        data = to_plain(record)
        if isinstance(data, dict):
            foreign = {key: value for key, value in data.items() if key.startswith("x-")}
            given_values = {key: value for key, value in data.items() if key not in foreign}
            made: Any = type(record)
            assert made(**given_values, extra=foreign) == structured(data, type(record))


def test_a_list_becomes_a_tuple_and_a_bare_value_the_record_it_stands_for() -> None:
    measure = Measure(id="a", title="A", current_state=["Wenige Plätze"], sources=["kapitel-2"])  # type: ignore[arg-type]
    assert measure.current_state == (Statement(text="Wenige Plätze"),)
    assert measure.sources == (Citation(section_ref="kapitel-2"),)


def test_a_text_becomes_the_date_or_the_word_that_it_stands_for() -> None:
    span = Span(start="2025", end=date(2029, 12, 31))  # type: ignore[arg-type]
    assert span == Span(start=PartialDate("2025"), end=PartialDate("2029-12-31"))
    assert Activity(id="a", title="A", start_time="18:30").start_time == time(18, 30)  # type: ignore[arg-type]


def test_numbers_of_numpy_become_numbers_of_python() -> None:
    made = Observation(value=np.float64(2.5))
    assert (made.value, type(made.value)) == (2.5, float)
    assert type(Citation(page=np.int64(3)).page) is int  # type: ignore[arg-type]
    assert Cost(staff_fte=np.float64(0.5)).staff_fte == Decimal("0.5")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="value: expected a number; got a value of the type object"):
        Observation(value=object())  # type: ignore[arg-type]


def test_a_tuple_of_values_of_the_right_type_stays_the_same_object() -> None:
    states = (Statement(text="A"),)
    assert Measure(id="a", title="A", current_state=states).current_state is states


def test_none_is_refused_where_a_value_must_be_given() -> None:
    with pytest.raises(InvalidValueError, match="title: expected text; got nothing"):
        attrs.evolve(TOWN, title=None)  # type: ignore[arg-type]
    assert Horizon(id="a", title="A", start=None).start is None


def nested(levels: int) -> dict[str, Any]:
    goal: dict[str, Any] = {"id": "z", "text": "Z"}
    for number in range(levels):
        goal = {"id": f"z{number}", "text": "Z", "sub_goals": [goal]}
    return {**ik.to_dict(TOWN), "overarching": {"goals": [goal]}}


def test_goals_may_lie_in_one_another_as_deep_as_a_file_may() -> None:
    read = ik.from_dict(nested(20))
    assert len(read.records.get(Goal)) == 21
    with pytest.raises(ik.InvalidConceptError) as caught:
        ik.from_dict(nested(40))
    (finding,) = caught.value.findings
    assert finding.code == "IK011"


def test_values_of_the_towns_own_may_be_nested_as_deep_as_a_file_may() -> None:
    deep: Any = 1
    for _ in range(3000):
        deep = [deep]
    with pytest.raises(ik.InvalidConceptError) as caught:
        ik.from_dict({**ik.to_dict(TOWN), "x-tief": deep})
    assert [finding.code for finding in caught.value.findings] == ["IK011"]


def test_a_check_never_raises_whatever_was_built() -> None:
    odd = attrs.evolve(TOWN, title="", language="", overarching=Overarching(measures=(Measure(id="a", title=""),)))
    assert ik.check(odd).findings


def test_a_word_of_an_enumeration_is_text_where_text_is_expected() -> None:
    assert Statement(text=DecisionResult.ADOPTED).text == "adopted"


@pytest.mark.parametrize(
    ("value", "reason"), [({1, 2}, "type set"), (10**17, "the number 1000"), (float("nan"), "nan")]
)
def test_what_was_frozen_before_is_refused_when_it_is_written(value: object, reason: str) -> None:
    concept = attrs.evolve(TOWN, extra=Extra({"x-a": value}))
    with pytest.raises(ik.InvalidConceptError, match=reason):
        ik.to_dict(concept)


def test_values_of_the_towns_own_are_a_mapping() -> None:
    with pytest.raises(RefusedError):
        structured_value([1], MODEL[Measure].attributes["extra"])
