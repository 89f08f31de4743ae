"""What is internal stays in the town hall unless somebody asks for it, whichever command is called."""

from datetime import date
from pathlib import Path

import pytest

import integrationskonzept as ik
from integrationskonzept.comparison.changes import Dropped
from tests.cli.conftest import Call

TOWN = """\
schema: 2
id: oberstadt
title: Integrationskonzept Oberstadt
municipality: {name: Oberstadt}
period: {start: 2025, end: 2029}
actors:
  - {id: verein, title: KANARI Verein, ACTOR}
fields_of_action:
  - id: sprache
    title: Sprache
    measures:
      - id: kurs
        title: Offener Kurs
        leads: [{actor_refs: [verein]}]
        schedule: {planned: {start: 2025, end: 2027}}
        risks:
          - {text: Entwurf steht}
          - {text: KANARI streng vertraulich, RISK}
      - id: geheim
        title: KANARI geheim
        MEASURE
        schedule: {planned: {start: 2025, end: 2027}}
        indicators:
          - {id: zahl, title: KANARI Zahl, kind: count, target: {due: 2027, value: 3}}
"""


def write(name: str, *, internal: bool) -> str:
    word = "internal: true" if internal else ""
    text = TOWN.replace(", ACTOR", f", {word}" if word else "").replace(", RISK", f", {word}" if word else "")
    Path(name).write_text(text.replace("        MEASURE\n", f"        {word}\n" if word else ""), encoding="utf-8")
    return name


CALLS = [
    ("show", "intern.yaml"),
    ("show", "intern.yaml", "field_of_action/sprache"),
    ("evaluate", "intern.yaml", "--today", "2026-06-01"),
    ("evaluate", "intern.yaml", "--today", "2026-06-01", "--format", "markdown"),
    ("evaluate", "intern.yaml", "--today", "2026-06-01", "--format", "json"),
    ("due", "intern.yaml", "--from", "2025-01-01", "--to", "2029-12-31"),
    ("tables", "intern.yaml", "--table", "measures"),
    ("export", "intern.yaml", "ical", "-o", "-"),
    ("compare", "leer.yaml", "intern.yaml"),
    ("compare", "intern.yaml", "leer.yaml", "--format", "markdown"),
]


@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_what_is_internal_is_left_out_unless_it_is_asked_for(call: Call, arguments: tuple[str, ...]) -> None:
    write("intern.yaml", internal=True)
    begin = TOWN.partition("fields_of_action")[0].partition("actors")[0]
    Path("leer.yaml").write_text(begin, encoding="utf-8")
    assert "KANARI" not in call(*arguments).output
    assert "KANARI" in call(*arguments, "--internal").output


@pytest.mark.parametrize("given", [(), ("--internal",)])
def test_a_snapshot_holds_what_is_internal_only_when_asked(call: Call, given: tuple[str, ...]) -> None:
    call("evaluate", write("intern.yaml", internal=True), "--snapshot", "s.json", *given)
    assert ("KANARI" in Path("s.json").read_text(encoding="utf-8")) is bool(given)


def test_an_internal_element_is_not_shown_and_the_way_to_it_is_told(call: Call) -> None:
    result = call("show", write("intern.yaml", internal=True), "measure/geheim")
    assert result.exit_code == 2
    assert "measure/geheim is marked internal; show it with --internal" in result.output
    assert "KANARI" not in result.output
    assert "KANARI geheim" in call("show", "intern.yaml", "measure/geheim", "--internal").output


def test_a_conversion_keeps_everything(call: Call) -> None:
    call("convert", write("intern.yaml", internal=True), "-o", "neu.json")
    assert ik.load("neu.json") == ik.load("intern.yaml")


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_what_has_become_internal_is_not_told_as_dropped(call: Call, form: str) -> None:
    write("alt.yaml", internal=False)
    write("neu.yaml", internal=True)
    result = call("compare", "alt.yaml", "neu.yaml", "--format", form)
    assert "KANARI" not in result.output
    assert "geheim" not in result.output
    assert result.exit_code == 0
    assert "KANARI" in call("compare", "neu.yaml", "alt.yaml").output  # it has become public, and so is new


def test_what_has_become_internal_is_not_told_in_python_either(call: Call) -> None:
    old, new = ik.load(write("alt.yaml", internal=False)), ik.load(write("neu.yaml", internal=True))
    assert not ik.compare(old, new, public=True).differs
    assert ik.compare(old, new).differs
    assert ik.compare(old.public(), new.public()).every(Dropped)


def test_what_else_has_changed_is_told_all_the_same(call: Call) -> None:
    write("alt.yaml", internal=False)
    write("neu.yaml", internal=True)
    text = Path("neu.yaml").read_text(encoding="utf-8")
    for before, after in (
        ("KANARI geheim", "KANARI anders"),
        ("streng", "sehr"),
        ("Entwurf steht", "Entwurf liegt vor"),
    ):
        text = text.replace(before, after)
    text = text.replace("end: 2027", "end: 2028", 1)
    Path("neu.yaml").write_text(text, encoding="utf-8")
    result = call("compare", "alt.yaml", "neu.yaml")
    assert "KANARI" not in result.output
    assert "2028" in result.output
    assert "risks: another wording" in result.output
    assert result.exit_code == 1


def test_of_a_list_what_is_still_to_be_seen_stays_though_something_internal_came_before_it(call: Call) -> None:
    write("alt.yaml", internal=False)
    begin = "        risks:\n"
    text = Path("alt.yaml").read_text(encoding="utf-8")
    new = text.replace(begin, f"{begin}          - {{text: KANARI, internal: true}}\n")
    Path("neu.yaml").write_text(new, encoding="utf-8")
    assert call("compare", "alt.yaml", "neu.yaml").exit_code == 0


def test_what_has_become_internal_is_no_change_since_a_snapshot(call: Call) -> None:
    given = ("--today", "2026-06-01")
    call("evaluate", write("stadt.yaml", internal=False), *given, "--snapshot", "s.json")
    write("stadt.yaml", internal=True)
    output = call("evaluate", "stadt.yaml", *given, "--since", "s.json").output
    assert "KANARI" not in output
    text = Path("stadt.yaml").read_text(encoding="utf-8").replace("end: 2027", "end: 2028", 1)
    Path("stadt.yaml").write_text(text, encoding="utf-8")
    output = call("evaluate", "stadt.yaml", *given, "--since", "s.json").output
    assert "Offener Kurs" in output
    assert "KANARI" not in output


def test_a_notebook_shows_the_public_view(call: Call) -> None:
    concept = ik.load(write("intern.yaml", internal=True))
    shown = concept._repr_html_()
    assert "Offener Kurs" in shown
    assert "KANARI" not in shown
    hidden = ik.replace(concept, concept.address, internal=True, title="KANARI")
    assert "KANARI" not in hidden._repr_html_()
    assert "internal" in hidden._repr_html_() or "intern" in hidden._repr_html_()


def test_in_python_what_is_given_is_evaluated(call: Call) -> None:
    concept = ik.load(write("intern.yaml", internal=True))
    day = date(2026, 6, 1)
    assert len(ik.evaluate(concept, day).measures) == 2
    assert len(ik.evaluate(concept.public(), day).measures) == 1
