"""Changes are made in the text of a person's file: comments, order, quotes and blank lines stay."""

import json
import os
import random
from collections.abc import Callable
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve

import integrationskonzept as ik
from integrationskonzept.errors import PluginError, UneditableError
from integrationskonzept.findings import path_text
from integrationskonzept.formats import yaml_nodes, yaml_reader
from integrationskonzept.formats.format import Edited
from integrationskonzept.formats.json import JSON, edit
from integrationskonzept.formats.plain_changes import is_same
from integrationskonzept.formats.text_edits import edit_text
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.status import StatusEntry
from integrationskonzept.plugins.host import PluginHost
from tests.formats.spellings import IN_BRACKETS, SPELLINGS

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


# -- a status for every measure, a value for every indicator --------------------------------------


NEW_STATUS = StatusEntry(as_of=ik.PartialDate("2031-06"), level_ref="laeuft", report="Läuft: zwei Kurse, #3 folgt.")


def sample(concepts: list[Concept], size: int, seed: str) -> list[Concept]:
    """Return a sample, always the same."""
    return random.Random(seed).sample(concepts, min(len(concepts), size))  # noqa: S311 - no secret


def additions(konzept: Concept) -> list[Concept]:
    """Return the concept with one status more, for each measure, or one observation more, for each indicator."""
    reported = [
        ik.replace(konzept, each.address, status_reports=(*each.status_reports, NEW_STATUS))
        for each in konzept.measures
    ]
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
    changed = edit_text(content, YAML, konzept)
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
        konzept = ik.replace(konzept, measure.address, status_reports=(*measure.status_reports, NEW_STATUS))
    for indicator in konzept.indicators:
        konzept = ik.observe(konzept, indicator.address, as_of="2031-06", value=1, note="geschätzt")
    changed = edit_text(content, YAML, konzept).content
    assert ik.loads(changed) == konzept
    remaining = iter(changed.splitlines())
    assert all(line in remaining for line in content.splitlines())
    assert changed.count(b"2031-06") == len(konzept.measures) + len(konzept.indicators)


@pytest.fixture
def parser_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the parser of a PyYAML that was built without libyaml."""
    monkeypatch.setattr(yaml_nodes, "LOADER", yaml.SafeLoader)
    monkeypatch.setattr(yaml_reader, "LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("parser_in_python")
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_parser_in_python_does_the_same(spelling: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = SPELLINGS[spelling](content_of(TEMPLATES[0]).decode()).encode()
    concepts = additions(ik.loads(content))
    slow = [edit_text(content, YAML, konzept).content for konzept in concepts]
    monkeypatch.undo()
    assert slow == [edit_text(content, YAML, konzept).content for konzept in concepts]


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
        ours = edit_text(text.encode(), YAML, ik.observe(konzept, indicator.address, as_of="2031-06", value=12)).content
        data = yaml_reader.read(ours).data
        for step in path:
            data = data[step]
        keys = list(data)
        after = keys[keys.index("observations") - 1]
        theirs = edited_by_others(text, path, "observations", after, {"as_of": "2031-06", "value": 12})
        assert is_same(yaml_reader.read(theirs.encode()).data, yaml_reader.read(ours).data)
        assert replaced_lines(text.encode(), ours)[0] == replaced_lines(text.encode(), theirs.encode())[0] == []


# -- a file and its concept


KLEIN = """\
schema: 2
id: klein  # bleibt
title: "Klein"
municipality: {name: Klein}
fields_of_action:
  - id: a
    title: A
    leads: [{actor_refs: [stadt]}]   # [stadt] sagt dasselbe
    internal: false
actors:
  - {id: stadt, title: Stadt}
"""


def test_what_a_file_states_in_other_words_stays_in_its_words() -> None:
    konzept = ik.loads(KLEIN)
    changed = ik.replace(konzept, "field_of_action/a", title="B")
    assert edit_text(KLEIN.encode(), YAML, changed).content.decode() == KLEIN.replace("title: A", "title: B")
    hidden = ik.replace(konzept, "field_of_action/a", internal=True)
    assert edit_text(KLEIN.encode(), YAML, hidden).content.decode() == KLEIN.replace("false", "true")


def test_only_what_is_written_as_a_whole_can_be_a_file_without_an_editor() -> None:
    konzept = ik.loads(KLEIN)
    changed = ik.replace(konzept, "field_of_action/a", title="B")
    whole = evolve(YAML, edit=None)
    with pytest.raises(UneditableError, match="'yaml' is only written as a whole"):
        edit_text(KLEIN.encode(), whole, changed)
    assert edit_text(ik.dumps(konzept).encode(), whole, changed).content == ik.dumps(changed).encode()
    with pytest.raises(UneditableError, match="'yaml' is only written as a whole"):
        edit_text(ik.dumps(konzept).encode(), evolve(whole, write=None), changed)
    with pytest.raises(UneditableError, match="'yaml' is only written, not read"):
        edit_text(KLEIN.encode(), evolve(YAML, read=None), changed)


@pytest.mark.parametrize("made", [KLEIN.encode(), b"a: 1"])
def test_a_format_that_changes_something_else_is_not_believed(made: bytes) -> None:
    changed = ik.replace(ik.loads(KLEIN), "field_of_action/a", title="B")
    with pytest.raises(UneditableError, match="another version of the layout"):
        edit_text(KLEIN.encode(), evolve(YAML, edit=lambda *_: Edited(made)), changed)


def test_a_plugins_editor_that_fails_is_named() -> None:
    def fails(*_: object) -> Edited:
        raise ZeroDivisionError

    form = evolve(YAML, name="own", suffixes=(".own",), edit=fails)

    class Guest:
        @ik.hookimpl
        def integrationskonzept_formats(self) -> tuple[ik.Format, ...]:
            return (form,)

    host = PluginHost(discover=False)
    host.register(Guest(), "guest")
    with pytest.raises(PluginError, match=r"plugin guest .*failed while changing a file: ZeroDivisionError"):
        edit_text(KLEIN.encode(), host.format_for("own"), ik.loads(KLEIN))


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
    result = edit_text(content, JSON, changed).content
    assert ik.loads(result, "json") == changed
    gone, come = replaced_lines(content, result)
    assert len(gone) == len(come) == 1
    assert content.startswith(b"\xef\xbb\xbf") is result.startswith(b"\xef\xbb\xbf")
    assert content[-2:] == result[-2:]


def test_json_that_is_laid_out_unevenly_is_refused() -> None:
    with pytest.raises(UneditableError, match="not laid out evenly"):
        edit(b'{"a": [1,2], "b" : 1}', {"a": [1, 2], "b": 1}, {"a": [1], "b": 1})
