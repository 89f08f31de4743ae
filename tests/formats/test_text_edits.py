"""A person's file is changed in its text: comments, order, quotes and blank lines stay."""

import json
import os
import random
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import integrationskonzept as ik
from integrationskonzept.errors import UneditableError
from integrationskonzept.findings import path_text
from integrationskonzept.formats import json_edits, yaml_edits, yaml_nodes, yaml_reader
from integrationskonzept.formats.emitter import Layout, pair
from integrationskonzept.formats.format import Edited
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.plain_changes import is_same
from integrationskonzept.formats.text_edits import edited
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.status import StatusEntry

SOURCES = Path(ik.__file__).parent
BUNDLED = sorted((SOURCES / "concepts").glob("*.yaml"))
TEMPLATES = sorted((SOURCES / "cli/templates").glob("concept.*.yaml"))
FILLED = {"@TOWN@": "Oberstadt", "@ID@": "oberstadt", "@FILE@": "stadt.yaml"}
YEARS = {"@START@": "2026", "@END@": "2030", "@BASELINE@": "2025-12"}


def content_of(file: Path) -> bytes:
    text = file.read_bytes().decode()
    for placeholder, value in {**FILLED, **YEARS}.items():
        text = text.replace(placeholder, value)
    return text.encode()


# -- the spellings of a file ----------------------------------------------------------------------


class QuotingDumper(yaml.SafeDumper):
    """Writes every text in double quotes."""


QuotingDumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def dumped(data: Any, dumper: Any = yaml.SafeDumper, **options: Any) -> str:
    return yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, **options)


def emitted(data: Any, layout: Layout) -> str:
    return "".join(line + "\n" for key, value in data.items() for line in pair(key, value, 0, layout))


def commented(data: Any) -> str:
    """Put a comment behind every line, and one above."""
    lines = dumped(_on_one_line(data), width=10**9).splitlines()
    said = (f"# vor {number}\n{line}  # nach {number}\n" for number, line in enumerate(lines))
    return "".join(said)


def _on_one_line(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _on_one_line(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_on_one_line(value) for value in data]
    return data.replace("\n", " ").strip() if isinstance(data, str) else data


Spelling = Callable[[str], str]


def _respelled(spell: Callable[[Any], str]) -> Spelling:
    return lambda text: spell(yaml_reader.read(text.encode()).data)


SPELLINGS: dict[str, Spelling] = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "no newline at the end": lambda text: text.rstrip("\n"),
    "four spaces": _respelled(lambda data: emitted(data, Layout(step=4, dash=4))),
    "dashes not indented": _respelled(lambda data: emitted(data, Layout(dash=0))),
    "leaves in brackets": _respelled(lambda data: dumped(data, default_flow_style=None, width=10**9)),
    "all in brackets": _respelled(lambda data: dumped(data, default_flow_style=True)),
    "all quoted": _respelled(lambda data: dumped(data, QuotingDumper)),
    "JSON": _respelled(lambda data: json.dumps(data, indent=2, ensure_ascii=False)),
    "comments on every line": _respelled(commented),
    "byte order mark": lambda text: f"\ufeff{text}",
}
IN_BRACKETS = {"leaves in brackets", "all in brackets", "JSON"}


# -- a status for every measure, a value for every indicator --------------------------------------


NEW_STATUS = StatusEntry(as_of=ik.PartialDate("2031-06"), status="laeuft", report="Läuft: zwei Kurse, #3 folgt.")


def sample(concepts: list[Concept], size: int, seed: str) -> list[Concept]:
    """Return some of many, always the same."""
    return random.Random(seed).sample(concepts, min(len(concepts), size))  # noqa: S311 - no secret


def additions(konzept: Concept) -> list[Concept]:
    """Return the concept with one status more, for each measure, or one observation more, for each indicator."""
    reported = [ik.replace(konzept, each.address, status=(*each.status, NEW_STATUS)) for each in konzept.measures]
    found: dict[str, Any] = {"as_of": "2031-06", "value": 12.5, "note": "k. A.: später"}
    observed = [ik.observe(konzept, each.address, **found) for each in konzept.indicators]
    return [*reported, *observed]


def replaced_lines(before: bytes, after: bytes) -> tuple[list[bytes], list[bytes]]:
    """Return the lines that one text has and the other has not, where they differ in one place."""
    old, new = before.splitlines(), after.splitlines()
    same = _equal_at_start(old, new)
    old, new = old[same:], new[same:]
    tail = _equal_at_start(old[::-1], new[::-1])
    return old[: len(old) - tail], new[: len(new) - tail]


def _equal_at_start(one: list[bytes], other: list[bytes]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def assert_only_added(content: bytes, konzept: Concept, changed_lines: int = 0) -> None:
    changed = edited(content, YAML, konzept)
    assert ik.loads(changed.content) == konzept
    gone, come = replaced_lines(content, changed.content)
    assert len(gone) <= changed_lines
    assert len(come) > len(gone) or gone
    assert changed.lost == ()
    assert content[-1:] == changed.content[-1:]
    assert content.count(b"\r\n") in (0, content.count(b"\n"))
    assert (b"\r\n" in content) is (changed.content.count(b"\r\n") == changed.content.count(b"\n"))


@pytest.mark.parametrize("file", [*BUNDLED, *TEMPLATES], ids=lambda file: file.name)
def test_a_status_or_a_value_leaves_all_other_lines_of_a_file_as_they_are(file: Path) -> None:
    content = content_of(file)
    for konzept in sample(additions(ik.loads(content)), 12, file.name):
        assert_only_added(content, konzept)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("file", [BUNDLED[0], *TEMPLATES], ids=lambda file: file.name)
def test_a_file_keeps_its_spelling(file: Path, spelling: str) -> None:
    content = SPELLINGS[spelling](content_of(file).decode()).encode()
    concepts = additions(ik.loads(content))
    for konzept in sample(concepts, 3, spelling):
        assert_only_added(content, konzept, changed_lines=spelling in IN_BRACKETS)


@pytest.mark.parametrize("file", BUNDLED, ids=lambda file: file.name)
def test_everything_at_once_is_added_and_nothing_taken(file: Path) -> None:
    content = content_of(file)
    konzept = ik.loads(content)
    for measure in konzept.measures:
        konzept = ik.replace(konzept, measure.address, status=(*measure.status, NEW_STATUS))
    for indicator in konzept.indicators:
        konzept = ik.observe(konzept, indicator.address, as_of="2031-06", value=1, note="geschätzt")
    changed = edited(content, YAML, konzept).content
    assert ik.loads(changed) == konzept
    remaining = iter(changed.splitlines())
    assert all(line in remaining for line in content.splitlines())
    assert changed.count(b"2031-06") == len(konzept.measures) + len(konzept.indicators)


@pytest.fixture
def parser_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the parser that PyYAML has where it was built without libyaml."""
    monkeypatch.setattr(yaml_nodes, "LOADER", yaml.SafeLoader)
    monkeypatch.setattr(yaml_reader, "LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("parser_in_python")
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_parser_in_python_does_the_same(spelling: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = SPELLINGS[spelling](content_of(TEMPLATES[0]).decode()).encode()
    concepts = additions(ik.loads(content))
    slow = [edited(content, YAML, konzept).content for konzept in concepts]
    monkeypatch.undo()
    assert slow == [edited(content, YAML, konzept).content for konzept in concepts]


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
    """Set, add, put first or remove one key or item."""
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


# -- an editor that other people wrote ------------------------------------------------------------

if find_spec("yaml_edit") is None and os.environ.get("CI") != "true":  # there is no wheel for every system
    yaml_edit: Any = None
else:
    import yaml_edit


def edited_by_others(text: str, path: tuple[str | int, ...], key: str, after: str, item: dict[str, Any]) -> str:
    """Return the text in which `item` was appended to a list below a mapping, by yaml-edit."""
    document = yaml_edit.Document.parse(text)
    inside = document.get_path(path_text(path)).as_mapping()
    if key in inside:
        inside.get_sequence(key).append(item)
    else:
        assert inside.insert_after(after, key, [item])
    return str(document)


@pytest.mark.skipif(yaml_edit is None, reason="yaml-edit is not installed")
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("file", [BUNDLED[0], *TEMPLATES], ids=lambda file: file.name)
def test_an_editor_that_other_people_wrote_adds_the_same_values_at_the_same_place(file: Path, ending: str) -> None:
    text = content_of(file).decode().replace("\n", ending)
    konzept = ik.loads(text)
    for indicator in konzept.indicators[:6]:
        path = konzept.index[indicator.address][0]
        ours = edited(text.encode(), YAML, ik.observe(konzept, indicator.address, as_of="2031-06", value=12)).content
        data = yaml_reader.read(ours).data
        for step in path:
            data = data[step]
        keys = list(data)
        after = keys[keys.index("observations") - 1]
        theirs = edited_by_others(text, path, "observations", after, {"as_of": "2031-06", "value": 12})
        assert is_same(yaml_reader.read(theirs.encode()).data, yaml_reader.read(ours).data)
        assert replaced_lines(text.encode(), ours)[0] == replaced_lines(text.encode(), theirs.encode())[0] == []


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
    for text, old in (("a: [1]\n", {"a": [2]}), ("a: 1\n", {"a": 2})):
        with pytest.raises(UneditableError):
            yaml_edits.edit(text.encode(), old, old)
    with pytest.raises(UneditableError):  # a key given twice is read once
        yaml_edits.edit(b"a: 1\na: 1\nb: 2\n", {"a": 1, "b": 2}, {"a": 1, "b": 3})


KLEIN = """\
schema: 1
id: klein  # bleibt
title: "Klein"
municipality: {name: Klein}
fields_of_action:
  - id: a
    title: A
    lead: [{actors: [stadt]}]   # [stadt] sagt dasselbe
    internal: false
actors:
  - {id: stadt, title: Stadt}
"""


def test_what_a_file_states_in_other_words_stays_in_its_words() -> None:
    konzept = ik.loads(KLEIN)
    changed = ik.replace(konzept, "field_of_action/a", title="B")
    assert edited(KLEIN.encode(), YAML, changed).content.decode() == KLEIN.replace("title: A", "title: B")
    hidden = ik.replace(konzept, "field_of_action/a", internal=True)
    assert edited(KLEIN.encode(), YAML, hidden).content.decode() == KLEIN.replace("false", "true")


def test_only_what_is_written_as_a_whole_can_be_a_file_without_an_editor() -> None:
    konzept = ik.loads(KLEIN)
    changed = ik.replace(konzept, "field_of_action/a", title="B")
    whole = evolve(YAML, edit=None)
    with pytest.raises(UneditableError, match="'yaml' is only written as a whole"):
        edited(KLEIN.encode(), whole, changed)
    assert edited(ik.dumps(konzept).encode(), whole, changed).content == ik.dumps(changed).encode()
    with pytest.raises(UneditableError, match="'yaml' is only written as a whole"):
        edited(ik.dumps(konzept).encode(), evolve(whole, write=None), changed)
    with pytest.raises(UneditableError, match="'yaml' is only written, not read"):
        edited(KLEIN.encode(), evolve(YAML, read=None), changed)


@pytest.mark.parametrize("made", [KLEIN.encode(), b"a: 1"])
def test_a_format_that_changes_something_else_is_not_believed(made: bytes) -> None:
    changed = ik.replace(ik.loads(KLEIN), "field_of_action/a", title="B")
    with pytest.raises(UneditableError, match="another version of the layout"):
        edited(KLEIN.encode(), evolve(YAML, edit=lambda *_: Edited(made)), changed)


def test_update_changes_a_file_in_its_text(tmp_path: Path) -> None:
    file = tmp_path / "klein.yaml"
    file.write_text(KLEIN, encoding="utf-8")
    changed = ik.replace(ik.load(file), "field_of_action/a", title="B")
    assert ik.update(changed, file) == file
    assert ik.load(file) == changed
    assert file.read_text(encoding="utf-8") == KLEIN.replace("title: A", "title: B")


def test_update_does_not_touch_a_file_that_says_the_same(tmp_path: Path) -> None:
    file = tmp_path / "klein.yaml"
    file.write_text(KLEIN, encoding="utf-8")
    os.utime(file, (1, 1))
    ik.update(ik.load(file), file)
    assert file.stat().st_mtime == 1


def test_update_writes_nothing_where_it_refuses(tmp_path: Path) -> None:
    file = tmp_path / "klein.json"
    uneven = ik.dumps(ik.loads(KLEIN), "json").replace('"schema"', '  "schema"')
    file.write_text(uneven, encoding="utf-8")
    with pytest.raises(ik.UneditableError, match="not laid out evenly"):
        ik.update(ik.replace(ik.load(file), "field_of_action/a", title="B"), file)
    assert file.read_text(encoding="utf-8") == uneven


# -- JSON ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spell",
    [
        lambda data: ik.dumps(ik.loads(json.dumps(data), "json"), "json").encode(),
        lambda data: json.dumps(data).encode(),
        lambda data: json.dumps(data, separators=(",", ":"), ensure_ascii=False).replace("\u2028", "\\u2028").encode(),
        lambda data: json.dumps(data, indent=4, ensure_ascii=False).replace("\u2028", "\\u2028").encode() + b"\n",
        lambda data: json.dumps(data, indent="\t").replace("\n", "\r\n").encode() + b"\r\n",
        lambda data: b"\xef\xbb\xbf" + json.dumps(data, indent=1).encode(),
    ],
    ids=["written", "one line", "one short line", "four spaces", "tabs, CRLF and escapes", "byte order mark"],
)
def test_json_keeps_its_indentation(spell: Callable[[Any], bytes]) -> None:
    konzept = ik.replace(ik.loads(KLEIN), "field_of_action/a", title="Straße \u2028 🙂")
    content = spell(json.loads(ik.dumps(konzept, "json")))
    changed = ik.replace(konzept, "actor/stadt", title="Ämter 🙂")
    result = edited(content, JSON, changed).content
    assert ik.loads(result, "json") == changed
    gone, come = replaced_lines(content, result)
    assert len(gone) == len(come) == 1
    assert content.startswith(b"\xef\xbb\xbf") is result.startswith(b"\xef\xbb\xbf")
    assert content[-2:] == result[-2:]


def test_json_that_is_laid_out_unevenly_is_refused() -> None:
    with pytest.raises(UneditableError, match="not laid out evenly"):
        json_edits.edit(b'{"a": [1,2], "b" : 1}', {"a": [1, 2], "b": 1}, {"a": [1], "b": 1})
