"""German and misspelt keys are recognised, and the values below them are checked as well."""

import pytest

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.key_correction import MAX_LOOKED_UP
from integrationskonzept.formats.key_suggestions import key_meaning
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model.activity import Activity
from integrationskonzept.model.actor import Actor
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.money import Cost
from integrationskonzept.model.record import Record
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.synonyms import WORDS, folded, is_slip, meanings

_ALL: tuple[type[Record], ...] = (Concept, *MODEL.below(Concept))
KINDS = {kind.__name__: kind for kind in _ALL}

TOWN = """\
schema: 2
id: musterstadt-2025
title: Integrationskonzept Musterstadt
municipality: {name: Musterstadt}
"""


def findings(text: str) -> list[Finding]:
    with pytest.raises(InvalidConceptError) as error:
        read_file(text.encode("utf-8"), YAML, "stadt.yaml")
    return list(error.value.findings)


def places(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(finding.code, finding.place.line, finding.place.column) for finding in findings(text)]


@pytest.mark.parametrize(
    ("kind", "word", "meant"),
    [
        (Measure, "kosten", ("cost",)),
        (Measure, "Kostenplan", ("cost",)),
        (Measure, "Budget", ("cost",)),
        (Measure, "zuständig", ("leads",)),
        (Measure, "zustaendig", ("leads",)),
        (Measure, "Zuständigkeiten", ("leads",)),
        (Measure, "verantwortlich", ("leads",)),
        (Measure, "Verantwortliche Stelle", ("leads",)),
        (Measure, "federfuehrung", ("leads",)),
        (Measure, "frist", ("schedule", "time_frames")),
        (Measure, "Fristen", ("schedule", "time_frames")),
        (Measure, "ziele", ("target_state", "goal_refs")),
        (Measure, "beginn", ("schedule",)),
        (Measure, "ende", ("schedule",)),
        (Measure, "termine", ("schedule", "activities")),
        (Measure, "ansprechpartner", ("contacts",)),
        (Measure, "Ansprechpartner*innen", ("contacts",)),
        (Measure, "kooperationspartner", ("partners",)),
        (Measure, "bezeichnung", ("title",)),
        (Measure, "meilensteine", ("steps",)),
        (Measure, "quelle", ("sources",)),
        (Measure, "hemmnisse", ("obstacles",)),
        (Measure, "ausgangslage", ("current_state",)),
        (Measure, "Massnahmentyp", ("kind",)),
        (Measure, "Zielgruppe(n)", ("target_group_refs",)),
        (Measure, "Bestand", ("current_state",)),
        (Measure, "Zeitschiene", ("time_frames", "schedule")),
        (Measure, "Wirkzeitraum", ("effect_time_frame",)),
        (Measure, "Erfolgskriterien", ("indicators",)),
        (Measure, "Goal Refs", ("goal_refs",)),
        (FieldOfAction, "Ziele", ("goals",)),
        (FieldOfAction, "Maßnahme", ("measures",)),
        (Goal, "titel", ("text",)),
        (Goal, "frist", ("time_frames",)),
        (Indicator, "ziel", ("target", "goal_refs")),
        (Indicator, "verantwortlich", ("collected_by",)),
        (Indicator, "quelle", ("sources", "data_source")),
        (Actor, "ansprechpartnerin", ("contact",)),
        (Actor, "bezeichnung", ("title",)),
        (Concept, "gemeinde", ("municipality",)),
        (Concept, "handlungsfeld", ("fields_of_action",)),
        (Concept, "Quellen", ("references",)),
        (Concept, "laufzeit", ("period",)),
        (Cost, "budget", ("total",)),
        (Step, "Frist", ("due",)),
        (Span, "ende", ("end",)),
        (Activity, "zuständig", ("organisers",)),
        (Measure, "fields", ()),
        (Measure, "target_stat", ("target_state",)),
        (Measure, "traget_state", ("target_state",)),
        (Measure, "kostne", ("cost",)),
        (Measure, "q" * 200, ()),
        (Activity, "are", ("area",)),
        (Goal, "area", ()),
        (Goal, "kosten", ("cost",)),
    ],
)
def test_a_word_of_an_officer_leads_to_the_attribute_it_means(
    kind: type[Record], word: str, meant: tuple[str, ...]
) -> None:
    assert key_meaning(kind, word).names == meant


@pytest.mark.parametrize(
    ("kind", "word", "hint"),
    [
        (FieldOfAction, "einheit", "it belongs elsewhere: 'unit' under 'indicators' (indicators)"),
        (Measure, "gemeinde", "it belongs elsewhere: 'municipality' at the top of the file"),
        (Concept, "measures", "it belongs elsewhere: 'measures' under 'fields_of_action' (fields of action)"),
        (Goal, "due", "it belongs elsewhere: 'due' under 'steps' (steps)"),
        (Measure, "frist", "did you mean 'schedule' or 'time_frames'?"),
    ],
)
def test_the_hint_for_a_key_of_a_different_record_names_where_it_belongs(
    kind: type[Record], word: str, hint: str
) -> None:
    assert str(key_meaning(kind, word).hint).startswith(hint)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_no_word_of_the_table_gets_another_suggestion_than_what_it_means(kind: type[Record]) -> None:
    for words in WORDS:
        for word in (each.strip() for each in words.split(",")):
            for spelling in (word, folded(word)):
                if spelling in MODEL[kind].keys:
                    continue
                meaning = key_meaning(kind, spelling)
                assert set(meaning.names) <= set(MODEL[kind].keys)
                stated = {name for each in meanings(word) for name in each.removeprefix("~").split(".")[-1].split("+")}
                labelled = key_meaning(kind, word).names
                assert set(meaning.names) <= stated | set(labelled), (kind, spelling, meaning)
                assert all(name in MODEL[other].keys for other, name in meaning.elsewhere)


def test_every_attribute_of_the_table_exists() -> None:
    everywhere = {name for kind in KINDS.values() for name in MODEL[kind].keys}
    for meaning in (each.strip().removeprefix("~") for said in WORDS.values() for each in said.split(",")):
        owner, _, names = meaning.rpartition(".")
        known = MODEL[KINDS[owner]].keys if owner else everywhere
        assert set(names.split("+")) <= set(known), meaning


def test_a_word_stands_in_the_table_once() -> None:
    words = [folded(word) for said in WORDS for word in said.split(",")]
    assert [word for word in set(words) if words.count(word) > 1] == []


@pytest.mark.parametrize(
    ("typed", "meant", "is_one"),
    [
        ("titel", "title", True),
        ("titl", "title", True),
        ("titlee", "title", True),
        ("tutle", "title", True),
        ("tulte", "title", False),
        ("title", "title", False),
        ("tit", "ti", False),
        ("title", "titlexx", False),
    ],
)
def test_one_slip_of_the_pen_is_one_letter_or_two_swapped(typed: str, meant: str, is_one: bool) -> None:
    assert is_slip(typed, meant) is is_one


def test_what_stands_below_a_german_or_misspelt_key_is_checked_at_its_own_lines() -> None:
    text = """\
handlungsfelder:
  - id: sprache
    titel: Sprache
    measuers:
      - id: kurse
        title: Sprachkurse
        number: 1
        kind: projekt
        leads: [{actor_refs: [stadt], rolle: 5}]
"""
    assert places(TOWN + text) == [
        ("IK040", 5, 1),
        ("IK040", 7, 5),
        ("IK040", 8, 5),
        ("IK042", 11, 17),
        ("IK043", 12, 15),
        ("IK040", 13, 39),
        ("IK042", 13, 46),
    ]


def test_a_finding_below_a_german_key_names_the_element_it_lies_in() -> None:
    reported = findings(TOWN + "handlungsfelder: [{id: sprache, title: Sprache, massnahmen: [{id: a, titel: 1}]}]\n")
    assert [finding.address for finding in reported] == [
        "concept/musterstadt-2025",
        "field_of_action/sprache",
        "measure/a",
        "measure/a",
    ]


def test_nothing_is_read_under_a_wrong_key_beside_the_right_one() -> None:
    (finding,) = findings(TOWN + "fields_of_action: []\nhandlungsfelder: [{id: 5}]\n")
    assert str(finding.hint) == (
        "did you mean 'fields_of_action'? 'fields_of_action' says that here as well: keep one of the two;"
        " nothing below this one is read"
    )


def test_of_two_wrong_keys_that_mean_the_same_only_the_first_is_read_under() -> None:
    reported = findings(TOWN + "handlungsfelder: [{id: 5}]\nfields_of_actoin: [{id: 7}]\n")
    assert [(each.code, each.place.line) for each in reported] == [
        ("IK040", 5),
        ("IK041", 5),
        ("IK042", 5),
        ("IK040", 6),
    ]
    last = findings(TOWN + "handlungsfelder: []\nfields_of_actoin: [{id: 7}]\n")[-1]
    assert "'handlungsfelder' says that here as well" in str(last.hint)


def test_a_key_with_two_meanings_is_not_read_under() -> None:
    text = "overarching: {measures: [{id: a, title: A, frist: {planned: 5}}]}\n"
    assert [finding.code for finding in findings(TOWN + text)] == ["IK040"]


def test_the_same_holds_for_json() -> None:
    text = '{"schema": 2, "id": "a", "titel": 5, "municipality": {"name": "M"}}'
    with pytest.raises(InvalidConceptError) as error:
        read_file(text.encode(), JSON)
    assert [(each.code, each.place.column) for each in error.value.findings] == [("IK040", 26), ("IK042", 35)]


def test_of_very_many_unknown_keys_not_all_are_looked_up() -> None:
    text = TOWN + "".join(f"unbekannt{number}: 1\n" for number in range(MAX_LOOKED_UP + 1)) + "moto: 5\n"
    *_, last = findings(text)
    assert (last.code, str(last.hint)) == ("IK040", "did you mean 'motto'?")  # and `motto: 5` is not reported


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("cost: 12000", "such as `total: …`, `actual: …`, `one_off: …`, `recurring: …`"),
        ("cost: [12000]", "such as `total: …`, `actual: …`, `one_off: …`, `recurring: …`"),
        ("schedule: 2026", "such as `planned: …`, `actual: …`, `duration_months: …`, `after: …`"),
    ],
)
def test_where_keys_are_expected_they_are_named(line: str, hint: str) -> None:
    (finding,) = findings(TOWN + f"overarching: {{measures: [{{id: a, title: A, {line}}}]}}\n")
    assert str(finding.hint) == f"write its keys below it, indented, {hint}"
