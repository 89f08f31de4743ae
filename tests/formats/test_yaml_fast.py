"""The fast and the diagnostic path read the same data and positions from YAML."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import integrationskonzept as ik
from integrationskonzept.findings import Path
from integrationskonzept.formats import yaml_fast
from integrationskonzept.formats.format import FastPathMissError, ParsedData
from integrationskonzept.formats.yaml_reader import LOADER, read_with_findings
from integrationskonzept.testing import concepts

SACHSENHEIM = files("integrationskonzept").joinpath("concepts", "sachsenheim.yaml").read_text("utf-8")


def read_fast(text: str) -> ParsedData | None:
    try:
        return yaml_fast.read_fast(text.encode(), LOADER(text).get_event)
    except (FastPathMissError, ValueError, yaml.YAMLError):
        return None


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inside in steps:
        yield from paths(inside, (*path, step))


def assert_alike(fast: ParsedData, diagnostic: ParsedData) -> None:
    assert repr(fast.data) == repr(diagnostic.data)
    assert diagnostic.findings == ()
    for path in paths(fast.data):
        assert fast.positions(path) == diagnostic.positions(path), path


def test_the_bundled_file_takes_the_fast_path() -> None:
    fast = read_fast(SACHSENHEIM)
    assert fast is not None
    assert_alike(fast, read_with_findings(SACHSENHEIM.encode()))


@given(concepts())
def test_what_the_fast_path_reads_the_diagnostic_path_reads_too(concept: ik.Concept) -> None:
    text = ik.dumps(concept)
    fast = read_fast(text)
    if fast is not None:
        assert_alike(fast, read_with_findings(text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "a: [1, -2.5, 2024, 31, true, ~, no, nein, 2024-07-31]\nb: {c: '- d', e: \"- f\"}\n",
        "a: >-\n  zwei\n  Zeilen\n\n  und noch eine\nb: |\n  - wie es da steht\nc: Text - mit Strich\n",
        "a: 2,5 % #\nb: [a,b, 3, '1,5', x2, y]\nprinted: „c“\nd: „e“ und „f“\n#g\nh: 1#i # j\n  #k\n",
        "a: auf zwei\n  Zeilen\r\nb:\r\n- eins\r\n-\r\n- - zwei\r\n",
        "a: 'ä € 😀'\n'schräger Schlüssel': 1\n? b\n: 2\n",
    ],
)
def test_what_a_town_may_well_write_takes_the_fast_path(text: str) -> None:
    fast = read_fast(text)
    assert fast is not None
    assert_alike(fast, read_with_findings(text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "- eins\n",
        "nur Text\n",
        "a: 1\na: 2\n",
        "a: 007\n",
        "a: .inf\n",
        "a: &b 1\n",
        "&a b: 1\n",
        "a: !!str 1\n",
        "!!str a: 1\n",
        "a: &b [1]\n",
        "a: [!t {b: 1}]\n",
        "a: [!!str 1]\n",
        "a: *b\n",
        "a: [&c 1, *c]\n",
        "*a : 1\n",
        "<<: {a: 1}\n",
        "[1]: 2\n",
        'a: "\\ud83d"\n',
        "a: eins\n  - zwei\n",
        "a: 1\n---\nb: 2\n",
        "a: [1\n",
        "a: " + "[" * 64 + "]" * 64,
        "a: b #c\n",
        "a: „b“\n",
        "a: [• b]\n",
        "a: [1,2]\n",
        "ä: {b: 1,2}\n",
        "a: b\u00a0c\n",
    ],
)
def test_what_has_a_finding_is_left_to_the_diagnostic_path(text: str) -> None:
    assert read_fast(text) is None


@given(st.text(alphabet="ab:-[]{}, \n'\"0.1~?#„“•\u00a0", max_size=40))
def test_no_text_is_read_in_two_ways(text: str) -> None:
    fast = read_fast(text)
    if fast is not None:
        assert_alike(fast, read_with_findings(text.encode()))
