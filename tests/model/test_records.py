"""The records of a concept, class by class."""

from typing import Any

import attrs
import pytest
from hypothesis import given

from integrationskonzept.model import ActionDay, Activity, Concept, FieldOfAction, Indicator, Measure, Observation
from integrationskonzept.model.tree import RecordIndex, walk
from integrationskonzept.testing import concepts


class Closed(tuple[Any, ...]):
    """A list that nobody may look into."""

    __slots__ = ()

    def __len__(self) -> int:
        raise AssertionError("looked into")


@given(concepts())
def test_each_class_asked_for_by_itself_has_the_same_records_as_all_asked_for_at_once(concept: Concept) -> None:
    together = dict(RecordIndex(concept))
    assert {kind: RecordIndex(concept)[kind] for kind in together} == together
    assert sum(map(len, together.values())) == len(list(walk(concept)))


def test_who_asks_for_indicators_has_no_observation_looked_at(konzept: Concept) -> None:
    counted = Indicator(id="kurse", title="Kurse", observations=Closed([Observation(value=1)]))
    konzept = attrs.evolve(konzept, fields_of_action=(FieldOfAction(id="f", title="F", indicators=(counted,)),))
    assert [*konzept.records[Indicator]] == [(("fields_of_action", 0, "indicators", 0), counted)]
    assert konzept.indicators == (counted,)
    with pytest.raises(AssertionError, match="looked into"):
        len(konzept.records)


def test_what_was_found_is_kept(konzept: Concept) -> None:
    assert konzept.records[Measure] is konzept.records[Measure]
    whole = dict(konzept.records)
    assert konzept.records[Measure] is whole[Measure]
    assert len(konzept.records) == len(whole)


def test_a_class_of_which_there_is_nothing_is_no_key_before_and_after_all_was_looked_at(konzept: Concept) -> None:
    for _ in range(2):
        assert Activity not in konzept.records
        assert list(konzept.records.get(Activity)) == []
        assert Activity not in list(konzept.records)


def test_an_action_day_among_activities_is_found_as_one(konzept: Concept) -> None:
    day, activity = ActionDay(id="tag", title="Tag"), Activity(id="fest", title="Fest")
    field = FieldOfAction(id="feld", title="Feld", activities=(day, activity))
    konzept = attrs.evolve(konzept, fields_of_action=(field,))
    assert konzept.action_days == (day,)
    assert konzept.activities == (activity,)


def test_what_was_found_is_a_sequence_of_pairs(konzept: Concept) -> None:
    found = konzept.records[Measure]
    pairs = list(found)
    assert [found[at] for at in range(len(found))] == pairs
    assert list(found[1:]) == pairs[1:]
    assert found[-1] == (found.paths[-1], found.records[-1])
    assert pairs[0] in found


@given(concepts())
def test_what_has_something_is_told_from_what_has_nothing(concept: Concept) -> None:
    for kind, found in concept.records.items():
        for name in (each.name for each in attrs.fields(kind)):
            assert list(found.having(name)) == [(path, record) for path, record in found if getattr(record, name)]
