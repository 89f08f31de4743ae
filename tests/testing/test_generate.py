"""The kit makes concepts of every shape: whatever the model can say comes up."""

import pickle
import re
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationskonzept import Concept
from integrationskonzept.model.annotations import ID_PATTERN
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Element
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import walk
from integrationskonzept.testing import concepts, example_concept, seeded, texts
from integrationskonzept.testing.sample_texts import HOSTILE, ORDINARY


def kinds(kind: type[Record]) -> set[type[Record]]:
    below = {one for child in kind.__subclasses__() for one in kinds(child)}
    return below | {kind}


def attributes() -> set[tuple[str, str]]:
    """Name every attribute of every record that a concept's file can hold."""
    seeds = [seeded(seed, texts=ORDINARY) for seed in range(20)]
    found = {type(record) for concept in seeds for _, record in walk(concept)}
    left_out = {("Concept", "origin"), ("Concept", "internal"), ("Municipality", "internal")}
    return {(kind.__name__, one.name) for kind in found for one in attrs.fields(kind)} - left_out


def default(attribute: "attrs.Attribute[Any]") -> Any:
    made: Any = attribute.default
    return made.factory() if isinstance(made, attrs.Factory) else made  # type: ignore[arg-type]  # it is a class


def test_every_attribute_of_every_record_comes_up() -> None:
    missing = attributes()
    for seed in range(2000):
        for _, record in walk(seeded(seed, texts=ORDINARY)):
            kind = type(record)
            missing -= {
                (kind.__name__, one.name) for one in attrs.fields(kind) if getattr(record, one.name) != default(one)
            }
        if not missing:
            break
    assert missing == set()


def test_every_kind_of_record_comes_up() -> None:
    made = {type(record).__name__ for seed in range(150) for _, record in walk(seeded(seed))}
    known = {kind.__name__ for kind in kinds(Record) if kind.__module__.startswith("integrationskonzept.model.")}
    assert known - made == {"Record", "Sourced", "Element", "Undertaking", "Metric", "ScaleLevel"}


@pytest.mark.parametrize("seed", range(20))
def test_ids_are_unique_among_their_noun_and_spelled_as_ids(seed: int) -> None:
    addresses = [record.address for _, record in walk(seeded(seed)) if isinstance(record, Element)]
    assert len(addresses) == len(set(addresses))
    assert all(re.fullmatch(f"[a-z_]+/{ID_PATTERN}", address) for address in addresses)


def test_most_references_lead_somewhere_and_some_do_not() -> None:
    there, gone = 0, 0
    for seed in range(100):
        concept = seeded(seed)
        for _, record in walk(concept):
            for name, noun, many in ((each.name, each.noun, each.many) for each in MODEL[type(record)].references):
                value = getattr(record, name)
                for id in value if many else filter(None, (value,)):
                    known = (id if noun == "*" else f"{noun}/{id}") in concept.index
                    there, gone = there + known, gone + (not known)
    assert there > gone > 0


def test_one_number_makes_one_concept() -> None:
    assert seeded(3) == seeded(3)
    assert seeded(3) != seeded(4)
    assert pickle.loads(pickle.dumps(seeded(3))) == seeded(3)  # noqa: S301 - our own bytes


@pytest.mark.parametrize("measures", [0, 1, 50, 1500])
def test_a_concept_can_have_as_many_measures_as_asked_for(measures: int) -> None:
    concept = seeded(1, measures=measures)
    assert sum(len(one.measures) for one in concept.fields_of_action) == measures


@pytest.mark.parametrize("seed", range(10))
def test_every_concept_made_has_a_public_view(seed: int) -> None:
    assert seeded(seed).public() is not None


def test_a_concept_made_of_hostile_texts_holds_them() -> None:
    assert {"\x00" in str(text) for text in HOSTILE} == {True, False}
    concept = seeded(1, measures=2, texts=("vor\x00nach",))
    assert any("\x00" in measure.display_title for measure in concept.measures)


@settings(max_examples=20, deadline=None)
@given(concepts(), concepts(hostile=True), concepts(measures=30))
def test_hypothesis_makes_concepts(usual: Concept, hostile: Concept, large: Concept) -> None:
    assert all(isinstance(concept, Concept) for concept in (usual, hostile, large))
    assert len(large.measures) >= 30


@given(st.data())
@settings(max_examples=50)
def test_a_usual_text_can_stand_in_a_file_and_a_hostile_one_in_a_concept(data: st.DataObject) -> None:
    usual = data.draw(texts())
    assert not re.search(r"[\x00-\x08]", usual)
    assert data.draw(texts(hostile=True)).encode("utf-8") is not None


def test_the_example_has_a_bit_of_everything_and_something_internal() -> None:
    concept = example_concept()
    assert concept.goals
    assert concept.action_days
    assert concept.all_discrepancies
    assert len(concept.public().measures) == len(concept.measures) - 1
