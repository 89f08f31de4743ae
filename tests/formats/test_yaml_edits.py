"""A change of data is made at the right place in the text of a YAML file."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationskonzept.errors import UneditableError
from integrationskonzept.formats import yaml_edits, yaml_reader
from integrationskonzept.formats.plain_changes import is_same
from integrationskonzept.formats.yaml_writer import Layout
from tests.formats.spellings import SPELLINGS, emitted

# -- by hand: where a value, a key, an item, a comment goes ---------------------------------------


def change(text: str, new: Any) -> str:
    """Return the text changed to hold `new`."""
    old = yaml_reader.read(text.encode()).data
    result = yaml_edits.edit(text.encode(), old, new).content.decode()
    assert is_same(yaml_reader.read(result.encode()).data, new)
    return result


CASES = {
    "a plain value becomes another": ("a: 1  # eins\nb: 2\n", {"a": 3, "b": 2}, "a: 3  # eins\nb: 2\n"),
    "an empty value is filled before its comment": ("a:  # leer\n", {"a": 1}, "a: 1  # leer\n"),
    "an empty value becomes a list": ("a:  # leer\nb: 1\n", {"a": ["x y"], "b": 1}, "a:  # leer\n  - x y\nb: 1\n"),
    "an empty list becomes one": ("a: []  # leer\n", {"a": [{"b": 1}]}, "a:  # leer\n  - b: 1\n"),
    "quotes stay single": ("a: 'x'\n", {"a": "y's"}, "a: 'y''s'\n"),
    "quotes stay double": ('a: "x"\n', {"a": "y"}, 'a: "y"\n'),
    "single quotes become double where they must": ("a: 'x'\n", {"a": "y\tz"}, 'a: "y\\tz"\n'),
    "what must be quoted is quoted": ("a: x\n", {"a": "007"}, "a: '007'\n"),
    "folded text keeps its header": (
        "a: >-  # warum\n  alt\n\nb: 1\n",
        {"a": "ganz neu", "b": 1},
        "a: >-  # warum\n  ganz neu\n\nb: 1\n",
    ),
    "literal text keeps its header": ("a: |\n  x\n  y\n", {"a": "z\n\nw\n"}, "a: |\n  z\n\n  w\n"),
    "literal text without a last line break keeps its header": ("a: |-\n  x\n", {"a": "z"}, "a: |-\n  z\n"),
    "literal text becomes a number": ("a: |  # c\n  x\nb: 1\n", {"a": 2, "b": 1}, "a: 2  # c\nb: 1\n"),
    "text that keeps its line breaks is followed by a key": (
        "a: |+\n  x\n\nb: 1\n",
        {"a": "x\n\n", "c": 2, "b": 1},
        "a: |+\n  x\n\nc: 2\nb: 1\n",
    ),
    "text that keeps its line breaks is replaced": ("a: |+\n  x\n\nb: 1\n", {"a": 2, "b": 1}, "a: 2\nb: 1\n"),
    "the text of a list": ("a:\n  - >-\n    x\n  - y\n", {"a": ["x z", "y"]}, "a:\n  - >-\n    x z\n  - y\n"),
    "folded text becomes text of several lines": ("a: >-\n  x\n", {"a": "y\nz"}, "a: |-\n  y\n  z\n"),
    "a list becomes a value": ("a:  # c\n  - 1\n  - 2\nb: 1\n", {"a": 1, "b": 1}, "a: 1  # c\nb: 1\n"),
    "a list becomes text": ("a:\n  # c\n  - 1\nb: 1\n", {"a": "x\ny", "b": 1}, "a: |-\n  x\n  y\nb: 1\n"),
    "a list becomes a mapping": ("a:  # c\n  - 1\nb: 1\n", {"a": {"x": 1}, "b": 1}, "a:  # c\n  x: 1\nb: 1\n"),
    "an item becomes a mapping": (
        "a:\n  - 1\n  - 2\n",
        {"a": [{"x": 1, "v": 2}, 2]},
        "a:\n  - x: 1\n    v: 2\n  - 2\n",
    ),
    "a mapping in a list becomes a value": ("a:\n  - x: 1\n    v: 2\n  - 2\n", {"a": [1, 2]}, "a:\n  - 1\n  - 2\n"),
    "brackets become lines": ("a: [1, 2]  # c\n", {"a": {"x": {"v": 1}}}, "a:  # c\n  x:\n    v: 1\n"),
    "a key goes behind the one it follows": ("a: 1\nc: 3\n", {"a": 1, "b": 2, "c": 3}, "a: 1\nb: 2\nc: 3\n"),
    "a key that follows none goes first": ("b: 2\n", {"a": 1, "b": 2}, "a: 1\nb: 2\n"),
    "the first key of an item": ("a:\n  - b: 2\n", {"a": [{"x": 1, "b": 2}]}, "a:\n  - x: 1\n    b: 2\n"),
    "a section is set off as the others are": (
        "a: 1\n\nb:\n  x: 1\n\nc: 3\n",
        {"a": 1, "b": {"x": 1}, "d": {"v": 1}, "c": 3},
        "a: 1\n\nb:\n  x: 1\n\nd:\n  v: 1\n\nc: 3\n",
    ),
    "a last section is set off as the others are": (
        "a: 1\n\nb:\n  x: 1\n",
        {"a": 1, "b": {"x": 1}, "d": {"v": 1}},
        "a: 1\n\nb:\n  x: 1\n\nd:\n  v: 1\n",
    ),
    "a section is not set off where the others are not": (
        "a: 1\nb: 2\n",
        {"a": 1, "b": 2, "d": {"v": 1}},
        "a: 1\nb: 2\nd:\n  v: 1\n",
    ),
    "an item goes behind the others": ("a:\n- 1\n- 3\n", {"a": [1, 2, 3]}, "a:\n- 1\n- 2\n- 3\n"),
    "an item goes before the first and its comment": (
        "a:\n  # zwei\n  - x: 2\n",
        {"a": [{"v": 1}, {"x": 2}, {"z": 3}]},
        "a:\n  - v: 1\n  # zwei\n  - x: 2\n  - z: 3\n",
    ),
    "an item without a line break at the end": ("a:\n  - 1", {"a": [1, 2]}, "a:\n  - 1\n  - 2"),
    "one goes where the first was removed": (
        "a:\n  - id: x\n    # zu x\n  - id: z\n",
        {"a": [{"id": "w"}, {"id": "z"}]},
        "a:\n  - id: w\n  - id: z\n",
    ),
    "a key goes where the first was removed": (
        "a:\n  - b: 1\n    c: 2\n",
        {"a": [{"v": 1, "c": 2}]},
        "a:\n  - v: 1\n    c: 2\n",
    ),
    "one in brackets goes where the first was removed": (
        "a: {b: 1, c: 2}\n",
        {"a": {"v": 1, "c": 2}},
        "a: {v: 1, c: 2}\n",
    ),
    "an item in brackets goes below others": (
        "a:\n  - {x: 1}\n",
        {"a": [{"x": 1}, {"x": 2, "z": [3]}]},
        "a:\n  - {x: 1}\n  - {x: 2, z: [3]}\n",
    ),
    "an item too long for brackets goes below others": (
        "a:\n  - {x: 1}\n",
        {"a": [{"x": 1}, {"x": 2, "z": "y" * 80}]},
        f"a:\n  - {{x: 1}}\n  - x: 2\n    z: {'y' * 80}\n",
    ),
    "a list that ends in text with its line breaks": ("a:\n  - |+\n    x\n\nb: 1\n", {"a": 2, "b": 1}, "a: 2\nb: 1\n"),
    "lists in lists": ("a:\n  - - 1\n    - 2\n", {"a": [[0, 1, 2]]}, "a:\n  - - 0\n    - 1\n    - 2\n"),
    "the first of a list in a list is removed": ("a:\n  - - 1\n    - 2\n    - 3\n", {"a": [[3]]}, "a:\n  - - 3\n"),
    "a dash alone on its line": ("a:\n  -\n    x: 1\n  - 2\n", {"a": [2]}, "a:\n  - 2\n"),
    "an item is removed with what is below it": (
        "a:\n  # eins\n  - 1\n    # zu eins\n  # zwei\n  - 2\n",
        {"a": [2]},
        "a:\n  # eins\n  # zwei\n  - 2\n",
    ),
    "a key is removed with its lines": ("a:\n  x: 1\nb: 2\n", {"b": 2}, "b: 2\n"),
    "the first key of an item is removed": ("a:\n  - x: 1\n    v: 2\n    z: 3\n", {"a": [{"v": 2}]}, "a:\n  - v: 2\n"),
    "all keys but one are other keys": ("a: {x: 1}\nb: 1\n", {"a": {"v": 1}, "b": 1}, "a:\n  v: 1\nb: 1\n"),
    "one is added in brackets": ("a: [1, 3]  # c\n", {"a": [1, 2, 3]}, "a: [1, 2, 3]  # c\n"),
    "a first one is added in brackets": ("a: {v: 1}\n", {"a": {"x": 1, "v": 1}}, "a: {x: 1, v: 1}\n"),
    "text in brackets is quoted where it must be": ("a: [x]\n", {"a": ["x", "y, z", "w"]}, "a: [x, 'y, z', w]\n"),
    "some in brackets are removed": ("a: [1, 2, 3, 4, 5]\n", {"a": [3, 5]}, "a: [3, 5]\n"),
    "a value in brackets is filled": ("a: {x: , v: 1}\n", {"a": {"x": 2, "v": 1}}, "a: {x: 2 , v: 1}\n"),
    "brackets in brackets": ("a: {x: 1}\n", {"a": {"x": [{"z": 1}]}}, "a: {x: [{z: 1}]}\n"),
    "JSON stays JSON": ('{"a": "x"}', {"a": "y", "b": [True]}, '{"a": "y", "b": [true]}'),
    "a reordered list is written anew": (
        "a:\n  - id: x\n  - id: v\n",
        {"a": [{"id": "v"}, {"id": "x"}]},
        "a:\n  - id: v\n  - id: x\n",
    ),
    "a long key": (f"? {'k' * 200}\n: 1\nb: 2\n", {"k" * 200: 1, "b": 3}, f"? {'k' * 200}\n: 1\nb: 3\n"),
    "nothing": ("a: 1\n", {"a": 1}, "a: 1\n"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_made_where_it_belongs(case: str) -> None:
    text, new, expected = CASES[case]
    assert change(text, new) == expected
    broken = change(text.replace("\n", "\r\n"), new)
    assert broken == expected.replace("\n", "\r\n")


# -- any change ----------------------------------------------------------------------------------

TEXTS = [
    "x", "y", "007", "2026-01", "12.125", "", " vorn", "hinten ", "a: b", "# c", "a, b", "[x]", "{x}", "'", '"',
    "zwei\nZeilen", "zwei\nZeilen\n", "leer\n\n", "\tTab", "🙂 Straße", "null", "- x", "k:", "lang " * 30,
]  # fmt: skip
VALUES = st.recursive(
    st.sampled_from(TEXTS) | st.sampled_from([0, 12, -3, 0.5, 12.125, True, False, None]),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "a", "b", "x-c", "0"]), inside, max_size=3)
    ),
    max_leaves=12,
)
FILES = st.dictionaries(st.sampled_from(["schema", "title", "list", "x-more"]), VALUES, min_size=1)


def containers(data: Any) -> Iterator[Any]:
    if isinstance(data, (dict, list)):
        yield data
        for inside in data.values() if isinstance(data, dict) else data:
            yield from containers(inside)


def change_anything(data: dict[str, Any], value: Any, chance: random.Random) -> dict[str, Any]:
    """Return data with one key or item set, added, put first or removed."""
    changed: dict[str, Any] = json.loads(json.dumps(data))
    inside = chance.choice(list(containers(changed)))
    how = chance.choice(["set", "add", "first", "remove"])
    if isinstance(inside, list):
        place = {"add": len(inside), "first": 0}.get(how, chance.randrange(len(inside) or 1))
        inside[place : place + (how in ("set", "remove"))] = [] if how == "remove" else [value]
        return changed
    key = "neu" if how in ("add", "first") or not inside else chance.choice(list(inside))
    if how == "remove" and len(changed) > 1:
        inside.pop(key, None)
        return changed
    there = dict(inside)
    inside.clear()
    inside.update({key: value, **there} if how == "first" else {**there, key: value})
    return changed


@settings(max_examples=200, deadline=None)
@given(FILES, VALUES, st.sampled_from(sorted(SPELLINGS)), st.randoms(use_true_random=False))
def test_any_change_gives_what_was_asked_for_or_is_refused(
    data: dict[str, Any], value: Any, spelling: str, chance: random.Random
) -> None:
    content = SPELLINGS[spelling](emitted(data, Layout())).encode()
    old = yaml_reader.read(content).data
    new = change_anything(change_anything(old, value, chance), value, chance)
    try:
        changed = yaml_edits.edit(content, old, new).content
    except UneditableError:
        return
    assert is_same(yaml_reader.read(changed).data, new)
    assert changed.startswith(content[:3]) if spelling == "byte order mark" else True


# -- refusals, and the calls around it -------------------------------------------------------------


def test_a_value_that_cannot_be_changed_by_itself_is_replaced_with_what_is_around_it() -> None:
    assert change("a: {x, v: 1}\n", {"a": {"x": 2, "v": 1}}) == "a:\n  x: 2\n  v: 1\n"
    assert change("m:\n  ? a\n  : 1\n", {"m": {"a": {"x": 1}}}) == "m:\n  a:\n    x: 1\n"


def test_comments_that_go_with_what_is_removed_are_named() -> None:
    text = "a: 'x # kein Kommentar'  # eins\nb: >-  # zwei\n  # Text\nc: 1  # drei\n"
    result = yaml_edits.edit(text.encode(), yaml_reader.read(text.encode()).data, {"a": "x # kein Kommentar"})
    assert result.content == b"a: 'x # kein Kommentar'  # eins\n"
    assert result.lost == ("# zwei", "# drei")


@pytest.mark.parametrize(
    ("text", "new", "place"),
    [
        ("{a, b: 1}\n", {"a": 2, "b": 1}, "a"),
        ("a: 1\n", {"b": 1}, "the file's keys"),
        ("a: &x 1\n", {"a": 2}, "an anchor, an alias"),
        ("a: [&x 1, *x]\n", {"a": 2}, "an anchor, an alias"),
        ("a: !t 1\n", {"a": 2}, "a tag"),
        ("a: 1\n---\nb: 2\n", {"a": 2}, "a second document"),
    ],
)
def test_what_cannot_be_changed_is_refused_with_its_place(text: str, new: Any, place: str) -> None:
    with pytest.raises(UneditableError, match=place):
        yaml_edits.edit(text.encode(), yaml_reader.read(text.encode()).data, new)


def test_data_that_is_not_that_of_the_text_damages_nothing() -> None:
    for text, old in (("a: [1]\n", {"a": [2]}), ("a: 1\n", {"a": 2}), ("a: {x: 1}\n", {"a": {"v": 1}})):
        with pytest.raises(UneditableError):
            yaml_edits.edit(text.encode(), old, old)
    with pytest.raises(UneditableError):  # a key given twice is read once
        yaml_edits.edit(b"a: 1\na: 1\nb: 2\n", {"a": 1, "b": 2}, {"a": 1, "b": 3})
