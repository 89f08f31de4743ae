"""One check of a file with many faults shows them all, and none that only follows from another."""

from pathlib import Path

import pytest

from integrationskonzept import api
from integrationskonzept.formats import partial_concept

TOWN = """\
schema: 2
id: musterstadt-2025
{title}: Integrationskonzept Musterstadt
municipality: {{name: Musterstadt}}
period: {{start: 2025, end: {end}}}
actors: [{{id: {actor}, title: Stadt}}]
{fields}:
  - id: sprache
    title: Sprache
    measures:
      - id: kurse
        title: Sprachkurse
        {lead}: [stadtt]
        requires: [kurs]
"""
SOUND = {"title": "title", "end": "2029", "actor": "stadt", "fields": "fields_of_action", "lead": "leads"}


def codes(tmp_path: Path, more: str = "", **changes: str) -> list[tuple[str, int | None]]:
    file = tmp_path / "stadt.yaml"
    file.write_text(TOWN.format(**{**SOUND, **changes}) + more, encoding="utf-8")
    report = api.check(file)
    return [(each.code, each.place.line) for each in report.findings if each.severity.value == "error"]


DANGLING = [("IK102", 13), ("IK102", 14)]


@pytest.mark.parametrize(
    ("changes", "structure"),
    [
        ({}, []),
        ({"title": "titel"}, [("IK040", 3)]),
        ({"fields": "handlungsfelder", "lead": "zuständig"}, [("IK040", 7), ("IK040", 13)]),
        ({"end": "31.12.2029"}, [("IK045", 5)]),
    ],
)
def test_references_are_checked_beside_what_is_wrong_with_the_file(
    tmp_path: Path, changes: dict[str, str], structure: list[tuple[str, int]]
) -> None:
    assert codes(tmp_path, **changes) == [*structure, *DANGLING]


@pytest.mark.parametrize(
    ("more", "structure"),
    [
        ("      - {id: kurs}\n", [("IK041", 15)]),
        ("        kind: projekt\n", [("IK043", 15)]),
        ("        number: 2.5\n", [("IK042", 15)]),
    ],
)
def test_an_element_with_a_fault_is_still_there_to_be_referred_to(
    tmp_path: Path, more: str, structure: list[tuple[str, int]]
) -> None:
    expected = DANGLING[:1] if "kurs}" in more else DANGLING
    assert codes(tmp_path, more) == [*structure, *expected]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("titel: Zweiter Titel\n", [("IK040", 15)]),
        ("        cost: {total: ca. 5 TEUR}\n", [("IK042", 15), *DANGLING]),
    ],
)
def test_references_are_checked_unless_elements_may_have_been_left_out(
    tmp_path: Path, more: str, told: list[tuple[str, int]]
) -> None:
    assert codes(tmp_path, more) == told


@pytest.mark.parametrize("actor", ["Stadt", "5"])
def test_where_an_id_cannot_be_read_no_reference_is_blamed(tmp_path: Path, actor: str) -> None:
    assert [code for code, _ in codes(tmp_path, actor=actor)] in (["IK044"], ["IK042"])


def test_where_elements_may_stand_under_an_unknown_key_no_reference_is_blamed(tmp_path: Path) -> None:
    assert codes(tmp_path, "unbekannt: [{id: stadtt}]\n") == [("IK040", 15)]


def test_what_only_follows_from_a_value_that_was_left_out_is_not_told(tmp_path: Path) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_text(TOWN.format(**{**SOUND, "end": "Herbst 2029"}), encoding="utf-8")
    assert "IK204" not in {finding.code for finding in api.check(file).findings}


def test_notes_are_told_as_well_where_nothing_had_to_be_left_out(tmp_path: Path) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_text(TOWN.format(**{**SOUND, "title": "titel"}), encoding="utf-8")
    assert any(finding.severity.value == "note" for finding in api.check(file).findings)


@pytest.mark.parametrize("text", ["schema: 7\n", "a: [", "- 5\n", "schema: 2\nid: a\ntitle: A\n", ""])
def test_of_a_file_of_which_nothing_can_be_made_only_its_own_problems_are_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "stadt.yaml"
    file.write_text(text, encoding="utf-8")
    assert all(finding.code < "IK1" for finding in api.check(file).findings)


def test_a_file_that_cannot_be_read_in_a_few_rounds_gets_the_findings_of_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    activity = "        activities: [{id: a, title: A, recurrence: {frequency: weekly, interval: 0, until: 5}}]\n"
    assert codes(tmp_path, activity) == [("IK042", 15), *DANGLING]
    monkeypatch.setattr(partial_concept, "_ROUNDS", 1)
    assert codes(tmp_path, activity) == [("IK042", 15)]
