"""A colleague writes a concept and learns every mistake, its place and the next step."""

import pickle
from typing import Any

import pytest
from cattrs.errors import ClassValidationError

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding
from integrationskonzept.formats import structure
from integrationskonzept.formats.format import Format, ParsedData
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_concept, read_file
from integrationskonzept.formats.structure import Collector
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.structure import Hook

TOWN = """\
schema: 2
id: musterstadt-2025
title: Integrationskonzept Musterstadt
municipality: {name: Musterstadt}
"""
DATES = (
    "expected a date such as 2024, 2024-07, 2024-07-31, 2024-Q3, 2024-H1, 2024-spring, 2015/2016 (years),"
    " 2016/17 (school year) or --02-20 (a day without a year)"
)
ENTRY = "write each entry below the key, line by line: `- id: …`, `  title: …`"
FIELD = """\
fields_of_action:
  - id: sprache
    title: Sprache
    measures:
      - id: kurse
        title: Sprachkurse
"""


def read(text: str) -> Concept:
    return read_file(text.encode("utf-8"), YAML, "stadt.yaml")


def findings(text: str) -> tuple[Finding, ...]:
    with pytest.raises(InvalidConceptError) as error:
        read(text)
    return error.value.findings


def said(text: str) -> list[str]:
    """Return each finding as people see it, without the name of the file."""
    return [str(finding).removeprefix("stadt.yaml:") for finding in findings(text)]


def test_every_mistake_is_reported_at_once_in_the_order_of_the_file() -> None:
    text = TOWN + FIELD.replace("id: sprache", "id: Sprache").replace("title: Sprachkurse", "titel: Sprachkurse")
    text += (
        "        number: 1\n        kind: projekt\n        status_reports: [{as_of: 2025-02-30, level_ref: offen}]\n"
    )
    text += "motto: *alles\n"
    assert [(finding.code, finding.place.line, finding.place.column) for finding in findings(text)] == [
        ("IK044", 6, 9),
        ("IK040", 10, 9),
        ("IK042", 11, 17),
        ("IK043", 12, 15),
        ("IK045", 13, 34),
        ("IK013", 14, 8),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("moto: A", "unknown key 'moto'; did you mean 'motto'?"),
        ("handlungsfelder: []", "unknown key 'handlungsfelder'; did you mean 'fields_of_action'?"),
        ("X-eigenes: 1", "unknown key 'X-eigenes'; use a key of the layout, or one of your own that begins with 'x-'"),
        ("motto: 2025", "expected text; got the number 2025; put it in quotes: '2025'"),
        ("motto: true", "expected text; got the truth value true; put it in quotes: 'true'"),
        ("motto: [a]", "expected text; got a list"),
        ("edition: {number: 1.5}", "expected a whole number; got the number 1.5"),
        ("edition: {number: zwei}", "expected a whole number; got the text 'zwei'"),
        ("edition:", "expected a mapping (lines `key: value`); got nothing; give a value, or leave the key out"),
        ("figures: {a: 1}", f"expected a list; got a mapping (lines `key: value`); {ENTRY}"),
        ("period: {start: 31.12.2025}", f"no date: {DATES}; got '31.12.2025'; write 2025-12-31"),
        ("period: {start: 2025-02-30}", "no date: 2025-02-30 is not in the calendar"),
        ("period: {start: 20250}", "expected a date, as text or as a year of four digits; got the number 20250"),
        ("period: {start: 2030, end: 2025}", "cannot be: start must not be after end; got start 2030 and end 2025"),
        (
            "evaluation: {interval_years: '2,5'}",
            "expected a number; got the text '2,5'; write a point instead of the comma: 2.5",
        ),
        ("evaluation: {earlier_if_needed: ja}", "expected true or false; got the text 'ja'; write true"),
        (
            "meetings: [{id: a, title: A, start_time: 1830}]",
            "expected a time of day such as '14:30', in quotes; got the number 1830",
        ),
        (
            "groups: [{id: a, title: A, kind: Verein}]",
            "expected one of working, standing, project, steering; got the text 'Verein'",
        ),
        (
            "groups: [{id: a, title: A, kind: workin}]",
            "expected one of working, standing, project, steering; got the text 'workin'; did you mean 'working'?",
        ),
    ],
)
def test_a_finding_says_what_was_expected_what_came_and_what_to_do(line: str, expected: str) -> None:
    (finding,) = findings(TOWN + line + "\n")
    assert finding.text() == expected
    assert finding.place.line == 5


@pytest.mark.parametrize(("german", "meant"), [("Arbeitsgruppe", "working"), ("Projektgrupe", "project")])
def test_a_german_word_leads_to_the_one_that_is_meant(german: str, meant: str) -> None:
    (finding,) = findings(TOWN + f"groups: [{{id: a, title: A, kind: {german}}}]\n")
    assert str(finding.hint) == f"did you mean '{meant}'?"


def test_a_finding_names_the_path_and_the_element_it_lies_in() -> None:
    (finding,) = findings(TOWN + FIELD + "        leads: [{actor_refs: [stadt], role: 5}]\n")
    assert finding.place.path == ("fields_of_action", 0, "measures", 0, "leads", 0, "role")
    assert finding.address == "measure/kurse"
    assert finding.place.file == "stadt.yaml"


def test_a_bare_value_that_is_refused_belongs_to_the_element_around_it() -> None:
    (finding,) = findings(TOWN + FIELD + "        current_state: [5]\n")
    assert (finding.place.path[-2:], finding.address) == ((0, "text"), "measure/kurse")


def test_one_misspelt_key_in_forty_places_is_one_finding() -> None:
    figures = "".join(f"  - {{id: zahl-{number}, title: Zahl, einheit: Personen}}\n" for number in range(40))
    (finding,) = findings(TOWN + "figures:\n" + figures)
    assert finding.message.text() == "unknown key 'einheit'"
    assert [place.line for place in finding.places] == list(range(6, 46))


def test_a_key_given_twice_is_shown_at_both_places() -> None:
    (finding,) = findings(TOWN + "title: Noch einer\n")
    assert [(place.line, place.column) for place in finding.places] == [(5, 1), (3, 1)]


def test_what_the_reader_refused_is_not_reported_a_second_time() -> None:
    assert [finding.code for finding in findings(TOWN + "edition: {number: 007}\n")] == ["IK019"]


def test_columns_count_characters_not_bytes() -> None:
    (finding,) = findings(TOWN + "period: {x-art: 'größtmögliche 😀', start: x}\n")
    assert finding.place.column == len("period: {x-art: 'größtmögliche 😀', start: ") + 1


def test_foreign_attributes_are_kept_anywhere() -> None:
    concept = read(TOWN + FIELD + "        x-haushalt: {stelle: [1.5, {x: null}]}\nx-quelle: intern\n")
    assert concept.extra == {"x-quelle": "intern"}
    assert concept.measure("kurse").extra == {"x-haushalt": {"stelle": (1.5, {"x": None})}}


def test_a_concept_knows_where_it_came_from() -> None:
    concept = read(TOWN + FIELD + "        current_state:\n          - Es gibt Kurse.\n")
    place = concept.place(("fields_of_action", 0, "measures", 0, "current_state", 0, "text"))
    assert str(place) == "stadt.yaml:12:13"
    assert place.address == "measure/kurse"


@pytest.mark.parametrize("form", [YAML, JSON], ids=["yaml", "json"])
def test_a_concept_can_be_pickled_with_its_places(form: Format) -> None:
    content = (
        TOWN.encode("utf-8")
        if form is YAML
        else b'{"schema": 2, "id": "m", "title": "M", "municipality": {"name": "M"}}'
    )
    concept = read_file(content, form, "stadt")
    again = pickle.loads(pickle.dumps(concept))  # noqa: S301 - our own
    assert again == concept
    assert again.place(("municipality", "name")) == concept.place(("municipality", "name"))


def test_a_newer_file_is_refused_in_one_sentence() -> None:
    (finding,) = findings(TOWN.replace("schema: 2", "schema: 7") + "unbekannt: 1\n")
    assert finding.message.text() == "the file follows version 7 of the layout; this program reads versions up to 2"


def test_a_file_without_version_gets_a_hint_beside_all_other_findings() -> None:
    found = findings(TOWN.replace("schema: 2\n", "titel: 1\n"))
    assert [finding.code for finding in found] == ["IK030", "IK040"]
    assert "write `schema: 2` on the first line" in found[0].text()


def test_the_error_itself_says_the_first_problem_and_how_many_more_there_are() -> None:
    with pytest.raises(InvalidConceptError) as error:
        read(TOWN + "moto: M\nslogan: 2\n")
    assert str(error.value) == "stadt.yaml:5:1: error IK040 unknown key 'moto'; did you mean 'motto'? (and 1 more)"


def test_plain_data_from_elsewhere_needs_no_places() -> None:
    with pytest.raises(InvalidConceptError) as error:
        read_concept(ParsedData({"schema": 2, "id": "m", "title": "M", "municipality": {"name": None}}))
    assert str(error.value).startswith("concept/m: error IK042 expected text; got nothing")


@pytest.mark.parametrize("value", [{1, 2}, b"x", object(), float("nan"), {"a": [float("inf")]}])
def test_a_format_that_brings_more_than_plain_data_is_refused(value: Any) -> None:
    with pytest.raises(InvalidConceptError):
        read_concept(ParsedData({"schema": 2, "id": "m", "title": "M", "municipality": {"name": "M"}, "x-a": value}))


def test_a_mistake_of_our_own_is_not_taken_for_one_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Collector):
        def record(self, kind: type) -> Hook:
            def read(_: Any) -> Any:
                raise ClassValidationError("broken", [RuntimeError("a mistake of our own")], kind)

            return read

    monkeypatch.setattr(structure, "collector", Broken)
    with pytest.raises(RuntimeError, match="a mistake of our own"):
        read_concept(ParsedData({"schema": 2}))


def test_a_format_that_is_only_written_cannot_be_read() -> None:
    with pytest.raises(ValueError, match="the format 'aushang' is only written, not read"):
        read_file(b"", Format(name="aushang", title=message("Aushang"), suffixes=(".txt",), media_type="text/plain"))


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("edition: {number: -1}", 19, "expected 0 or more; got the number -1"),
        ("meetings: [{id: a, title: A, participant_count: -80}]", 49, "expected 0 or more; got the number -80"),
        ("sources: [{page: -3}]", 18, "expected 0 or more; got the number -3"),
        ("evaluation: {interval_years: -2}", 30, "expected 0 or more; got the number -2"),
        ("sections: [{id: a, title: A, level: -1}]", 37, "expected 0 or more; got the number -1"),
        (
            "overarching: {measures: [{id: a, title: A, cost: {total: -5}}]}",
            58,
            "expected 0 or more; got the number -5",
        ),
        (
            "overarching: {measures: [{id: a, title: A, cost: {staff_fte: '-0.0'}}]}",
            62,
            "expected 0 or more; got the text '-0.0'",
        ),
        ("edition: {number: 0b1}", 19, "expected a whole number; got the text '0b1'; write 1"),
    ],
)
def test_a_negative_count_or_amount_is_refused_at_its_own_place(line: str, column: int, expected: str) -> None:
    (finding,) = findings(TOWN + line + "\n")
    assert (finding.text(), finding.place.line, finding.place.column) == (expected, 5, column)
