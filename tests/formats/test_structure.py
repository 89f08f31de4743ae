"""One pass reads valid data, and the second pass, which collects errors, gives equal concepts."""

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import integrationskonzept as ik
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.structure import structure, structure_valid
from integrationskonzept.model.tree import walk
from integrationskonzept.testing import concepts

SACHSENHEIM = file_data(ik.concept("sachsenheim"))


def structure_with_errors(data: dict[str, Any]) -> ik.Concept | None:
    return structure(data).concept


@given(concepts())
def test_what_the_first_pass_gives_the_second_pass_gives_too(concept: ik.Concept) -> None:
    data = file_data(concept)
    fast = structure_valid(data)
    assert fast is None or fast == structure_with_errors(data)


def test_sachsenheim_takes_the_first_pass_with_equal_values_and_types() -> None:
    fast, diagnostic = structure_valid(SACHSENHEIM), structure_with_errors(SACHSENHEIM)
    assert fast is not None
    assert pickle.loads(pickle.dumps(fast)) == fast == diagnostic  # noqa: S301 - dumped in this very line
    for (path, one), (other_path, other) in zip(walk(fast), walk(diagnostic), strict=True):
        assert (path, type(one)) == (other_path, type(other))
        for attribute in attrs.fields(type(one)):
            assert type(getattr(one, attribute.name)) is type(getattr(other, attribute.name))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        fast.measures[0].title = "anders"  # type: ignore[misc]


def spots(value: Any) -> list[tuple[Any, Any]]:
    """List every value of plain data as its container and its key."""
    found: list[tuple[Any, Any]] = []
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        found.append((value, key))
        if isinstance(item, (dict, list)):
            found.extend(spots(item))
    return found


ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        3.0,
        2024,
        1e300,
        "",
        "x",
        "Ä b",
        "2024-13",
        "count",
        [],
        ["x"],
        [[]],
        {},
        {"x-a": 1},
        {"id": "a"},
    ]
)


@given(st.data())
def test_whatever_is_odd_is_left_to_the_second_pass(data: st.DataObject) -> None:
    odd = copy.deepcopy(SACHSENHEIM)
    places = spots(odd)
    holder, key = data.draw(st.sampled_from(places))
    if isinstance(holder, dict) and data.draw(st.booleans()):
        holder[data.draw(st.sampled_from(["titel", "x-eigen", "extra", "origin", "title"]))] = data.draw(ODD)
    else:
        holder[key] = data.draw(ODD)
    fast = structure_valid(odd)
    if fast is not None:
        assert fast == structure_with_errors(odd)


@pytest.mark.parametrize("data", [None, [], {}, {"schema": True}, {"schema": 0}, {"schema": 1}, {"schema": 1.0}])
def test_what_is_no_concept_of_this_version_is_left_to_the_second_pass(data: Any) -> None:
    assert structure_valid(data) is None


LONG = "sehr lang " * 100


def test_what_is_long_is_read_as_what_is_short_is() -> None:
    odd = copy.deepcopy(SACHSENHEIM)
    measure = odd["fields_of_action"][0]["measures"][0]
    measure["current_state"] = [LONG, "kurz"]
    measure["inferred"] = [LONG, "title"]
    measure["note"] = LONG
    fast = structure_valid(odd)
    assert fast is not None
    assert fast == structure_with_errors(odd)
    measure["id"] = "a" * 1000
    assert structure_valid(odd) == structure_with_errors(odd)
