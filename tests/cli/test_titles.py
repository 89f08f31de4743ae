"""Profiles, tables, kinds and exporters answer to the titles that are shown."""

import json
from pathlib import Path

import pytest

from integrationskonzept.suggest import named_by_title
from tests.cli.conftest import Call


@pytest.mark.parametrize("name", ["council", "Council", "Gemeinderat", "gemeinderat", "GEMEINDERAT"])
def test_a_profile_answers_to_its_title(call: Call, name: str) -> None:
    by_name = call("check", "sachsenheim", "--profile", "council").output
    assert call("check", "sachsenheim", "--profile", name).output == by_name
    assert call("check", "sachsenheim").output != by_name


@pytest.mark.parametrize("name", ["measures", "Maßnahmen", "massnahmen", "MASSNAHMEN"])
def test_a_table_answers_to_its_title(call: Call, name: str) -> None:
    by_name = call("tables", "sachsenheim", "--table", "measures").output
    assert by_name.count("\n") > 10
    assert call("tables", "sachsenheim", "--table", name).output == by_name


def test_the_table_of_findings_answers_to_its_title(call: Call) -> None:
    assert call("tables", "sachsenheim", "--table", "befunde").output.startswith("concept,edition,code")


@pytest.mark.parametrize("kind", ["action_day", "Aktionstag", "aktionstag", "action day"])
def test_a_kind_of_entry_answers_to_its_title(call: Call, kind: str) -> None:
    result = call("due", "musterstadt-2027", "--from", "2027-01-01", "--kind", kind, "--format", "json")
    assert {one["kind"] for one in json.loads(result.stdout)["due"]} == {"action_day"}


@pytest.mark.parametrize(
    ("option", "name", "title"),
    [
        ("--lead", "sozialamt", "Amt 50"),
        ("--field", "verwaltung", "Offene und vielfältige Verwaltung"),
    ],
)
def test_actors_and_fields_answer_to_their_titles(call: Call, option: str, name: str, title: str) -> None:
    words = ("due", "musterstadt-2027", "--from", "2027-01-01", "--to", "2029-12-31")
    by_name = call(*words, option, name)
    assert by_name.exit_code == 0
    assert call(*words, option, title).output == by_name.output != call(*words).output


def test_an_actor_that_there_is_not_is_named_as_it_was_typed(call: Call) -> None:
    result = call("due", "musterstadt-2027", "--lead", "Amt für Wetter", LANG="de_DE.UTF-8")
    assert result.exit_code == 2
    assert "Amt für Wetter" in result.output


@pytest.mark.parametrize(
    ("option", "name", "title"),
    [
        ("--only", "overdue", "überfällig"),
        ("--only", "to-be-decided", "zu entscheiden"),
        ("--sort", "lead", "Federführung"),
        ("--sort", "deadline", "Frist"),
    ],
)
def test_a_choice_of_measures_answers_to_its_title(call: Call, option: str, name: str, title: str) -> None:
    words = ("evaluate", "musterstadt-2027", "--today", "2030-06-30")
    by_name = call(*words, option, name)
    assert by_name.exit_code == 0
    assert call(*words, option, title).output == by_name.output != call(*words).output


def test_an_unknown_kind_is_refused_with_those_that_there_are(call: Call) -> None:
    result = call("due", "musterstadt-2027", "--kind", "Aktion", LANG="de_DE.UTF-8")
    assert result.exit_code == 2
    assert "'Aktion' ist nicht zulässig; möglich sind 'measure'" in result.output


def test_an_exporter_answers_to_its_title_without_what_is_in_brackets(call: Call) -> None:
    assert call("export", "sachsenheim", "Kalender", "-o", "s.ics").exit_code == 0
    assert Path("s.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert (
        "-o profile=eines von: standard, integreat  [standard]"
        in call("--lang", "de", "export", "kalender", "--help").output
    )


def test_the_options_of_an_exporter_are_german(call: Call) -> None:
    output = call("--lang", "de", "export", "ical", "--help").output
    assert "-o bundle=ja oder nein  [ja]" in output
    assert "-o start=ein Tag wie 2027-06-30\n" in output
    assert "one of" not in output


def test_what_a_plugin_provides_is_named_in_german(call: Call) -> None:
    said = " ".join(call("--lang", "de", "plugins").output.split())
    assert "Ausgabeformat" in said
    assert "exporter" not in said
    assert "Regel (1" in said


def test_a_title_of_several_things_or_of_none_names_nothing() -> None:
    titles = {"a": ["Bericht (kurz)"], "b": ["Bericht (lang)"], "c": ["Übersicht", "Overview"]}
    assert named_by_title("Bericht", titles) == "Bericht"
    assert named_by_title("Plan", titles) == "Plan"
    assert named_by_title("übersicht", titles) == "c"
    assert named_by_title("Uebersicht", titles) == "c"
    assert named_by_title("ubersicht", titles) == "c"
    assert named_by_title("()", titles) == "()"
