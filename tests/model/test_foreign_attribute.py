"""A foreign attribute that is described has a type, a label and a meaning."""

from datetime import time
from decimal import Decimal
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.foreign_attribute import ForeignAttribute, has_foreign
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.testing import town

TITLE = message("Cost centre")


def attribute(**changes: Any) -> ForeignAttribute[Any]:
    given: dict[str, Any] = {"noun": "measure", "key": "x-cost", "title": TITLE, "meaning": TITLE}
    return ForeignAttribute(**given | changes)


def with_extra(**extra: Any) -> Any:
    concept = town("overarching: {measures: [{id: kurse, title: Kurse}]}")
    return ik.replace(concept, concept.measures[0], extra={f"x-{key}": value for key, value in extra.items()})


@pytest.mark.parametrize(
    ("kind", "stated", "value"),
    [
        (str, "5.4400", "5.4400"),
        (bool, True, True),
        (int, 12, 12),
        (float, 0.5, 0.5),
        (Decimal, "12.50", Decimal("12.50")),
        (PartialDate, "2026-03", PartialDate("2026-03")),
        (time, "09:30", time(9, 30)),
    ],
)
def test_a_value_has_the_described_type(kind: Any, stated: Any, value: Any) -> None:
    described = attribute(value_type=kind)
    (measure,) = with_extra(cost=stated).measures
    assert described.value(measure) == value
    assert isinstance(described.value(measure), kind)


def test_a_record_without_the_key_has_no_value() -> None:
    (measure,) = with_extra().measures
    assert attribute().value(measure) is None
    assert attribute(many=True).values(measure) == ()


def test_several_values_are_a_list() -> None:
    (measure,) = with_extra(cost=["a", "b"]).measures
    many = attribute(many=True)
    assert many.values(measure) == ("a", "b")
    with pytest.raises(InvalidValueError, match="expected Cost centre; got a list"):
        many.value(measure)
    with pytest.raises(InvalidValueError, match="expected text; got a list"):
        attribute().value(measure)


def test_a_value_of_another_type_is_refused_where_it_is_asked_for() -> None:
    (measure,) = with_extra(cost=["1", "zwei"]).measures
    many = attribute(value_type=Decimal, many=True)
    assert [path for path, _ in many.problems(measure)] == [("x-cost", 1)]
    with pytest.raises(InvalidValueError, match="got the text 'zwei'"):
        many.values(measure)


def test_a_change_keeps_the_other_keys() -> None:
    (measure,) = with_extra(cost=1, other="b").measures
    described = attribute(value_type=Decimal)
    assert described.change(measure, Decimal("2.50")) == {"x-cost": "2.50", "x-other": "b"}
    assert described.change(measure, None) == {"x-other": "b"}
    assert attribute(many=True).change(measure, ("a", "b"))["x-cost"] == ["a", "b"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"noun": "mesure"}, "noun must be one of the model, such as 'measure'; got 'mesure'.*measure"),
        ({"key": "cost"}, "key must begin with 'x-'"),
        ({"key": "x-Cost"}, "key must begin with 'x-'"),
        ({"key": 5}, "key must begin with 'x-'"),
        ({"value_type": list}, "value_type must be one of str, bool"),
        ({"municipalities": ("8421x",)}, "must hold official municipality keys"),
        ({"municipalities": ("084210001",)}, "at most 8 digits"),
        ({"municipalities": (8,)}, "must hold official municipality keys"),
    ],
)
def test_a_wrong_description_is_refused(changes: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        attribute(**changes)


def test_labels_are_messages_and_municipalities_a_tuple() -> None:
    with pytest.raises(TypeError, match="title must be a Message"):
        attribute(title="Cost centre")
    with pytest.raises(TypeError, match="municipalities must be a tuple"):
        attribute(municipalities="08")


def test_it_holds_for_the_towns_it_names() -> None:
    concept = with_extra()
    ulm = ik.replace(concept, concept, municipality={"name": "Ulm", "ags": "08421000"})
    assert attribute().holds_for(concept)
    assert not attribute(municipalities=("08",)).holds_for(concept)
    assert attribute(municipalities=("09", "084")).holds_for(ulm)


def test_a_concept_has_foreign_attributes_where_any_record_does() -> None:
    assert not has_foreign(with_extra())
    assert has_foreign(with_extra(cost=1))


def test_a_change_of_a_foreign_attribute_is_told_by_its_key() -> None:
    old, new = with_extra(cost=1, same="s"), with_extra(cost=2, same="s")
    (change,) = ik.compare(old, new).changes
    assert str(change.what()) == "x-cost: 1 → 2"
    (gone,) = ik.compare(old, with_extra(same="s")).changes
    assert str(gone.what()) == "x-cost: 1 → not stated"


def test_keys_with_points_and_values_without_content_are_compared_together() -> None:
    old, new = with_extra(**{"a.b": 1}), with_extra(cost=None)
    (change,) = ik.compare(old, new).changes
    assert change.attribute == "extra"  # type: ignore[attr-defined]  # the change of a value


def test_a_label_is_told_in_its_language() -> None:
    assert isinstance(TITLE, Message)
    assert attribute().described.name == "x-cost"
    assert attribute().place == "measure.x-cost"
