"""Comparison of two editions."""

from pathlib import Path

import attrs
from hypothesis import given

import integrationskonzept as ik
from integrationskonzept.comparison.compare import Comparison, apply, compare
from integrationskonzept.comparison.plain_changes import with_current_names
from integrationskonzept.model.concept import Concept
from integrationskonzept.printable import printable
from tests.comparison.editions import editions, patiently


@patiently
@given(editions())
def test_the_changes_applied_to_the_old_edition_give_the_new_one(pair: tuple[Concept, Concept]) -> None:
    old, new = pair
    assert apply(old, compare(old, new).changes) == new


@patiently
@given(editions())
def test_a_comparison_written_as_json_is_read_back_equal(pair: tuple[Concept, Concept]) -> None:
    comparison = compare(*pair)
    read = Comparison.from_json(comparison.to_json())
    assert read == comparison
    assert apply(pair[0], read.changes) == pair[1]


@patiently
@given(editions())
def test_any_comparison_can_be_told_in_both_languages(pair: tuple[Concept, Concept]) -> None:
    comparison = compare(*pair)
    for language in ("de", "en"):
        assert printable(pair[1].title.split()[0][:1]) in comparison.text(language)
        assert comparison.markdown(language).startswith("# ")


def test_a_comparison_stored_with_the_names_of_version_1_is_the_same() -> None:
    stored = Path(__file__).parents[1] / "documents" / "v1" / "musterstadt-comparison.json"
    today = compare(ik.concept("musterstadt-2025"), ik.concept("musterstadt-2027"))
    assert Comparison.from_json(stored.read_bytes()) == attrs.evolve(today, judgements=())  # not stored at that time


def test_an_indicator_that_was_compared_with_the_names_of_version_1_has_those_of_today() -> None:
    change = {
        "change": "added",
        "address": "indicator/i",
        "owner": "measure/m",
        "owner_title": "M",
        "attribute": "indicators",
        "position": 0,
        "noun": "indicator",
        "title": "I",
        "element": {"id": "i", "title": "I", "frequency": "jährlich"},
    }
    assert with_current_names(change) == {
        **change,
        "element": {"id": "i", "title": "I", "collection_frequency": "jährlich"},
    }
    plain = {"address": "measure/m", "attribute": "lead", "old": [], "new": [{"actors": ["a"], "source": ["k"]}]}
    assert with_current_names(plain) == {
        "address": "measure/m",
        "attribute": "leads",
        "old": [],
        "new": [{"actor_refs": ["a"], "sources": ["k"]}],
    }
    assert with_current_names({**plain, "attribute": "priority", "new": "hoch"})["new"] == "hoch"
    assert with_current_names({"address": "measure/m"}) == {"address": "measure/m"}
