"""What the six towns state that other concepts could not: on any level, in numbers, without a title, roughly dated."""

from datetime import date

import pytest

import integrationskonzept as ik
from integrationskonzept.errors import InvalidConceptError, InvalidValueError
from integrationskonzept.evaluation import deadlines_of
from integrationskonzept.evaluation.current_status import current_status
from integrationskonzept.evaluation.planned_dates import planned
from integrationskonzept.formats.text_migration import migrate_text
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model import (
    Decision,
    Evaluation,
    Figure,
    Goal,
    Indicator,
    Measure,
    MunicipalityKind,
    Overarching,
    Precision,
    format_value,
)
from tests.model.conftest import town

HEAD = "schema: 2\nid: m\ntitle: M\nmunicipality: {name: M}\n"
SERIES, STEERED, CONTINUED, VAGUE = map(town, ("series", "steered", "continued", "vague"))


def test_figures_and_indicators_stand_on_the_concept_a_field_a_goal_a_measure_and_an_evaluation() -> None:
    parents = {one.id: SERIES.parent(one.address) for kind in (Figure, Indicator) for one in SERIES.every(kind)}
    assert {id: type(parent).__name__ for id, parent in parents.items()} == {
        "einwohner": "Concept",
        "gemeldet": "Evaluation",
        "abschluesse": "FieldOfAction",
        "quote-ausbildung": "FieldOfAction",
        "plaetze": "Goal",
        "ruecklauf": "Evaluation",
        "ind-9": "Goal",
    }
    measure = town("effects").measure("mobil")
    assert [figure.value for figure in measure.figures] == [46]


def test_a_stock_take_counts_by_the_levels_of_the_status_scale() -> None:
    (figure,) = SERIES.every(Evaluation)[0].figures
    assert figure.value == sum(part.value or 0 for part in figure.breakdown)
    assert [part.level_ref for part in figure.breakdown] == [level.id for level in SERIES.status_scale]


def test_an_element_known_by_its_number_alone_is_shown_by_it() -> None:
    assert (SERIES.goal("ziel-9").text, SERIES.goal("ziel-9").display_title) == (None, "Ziel 9")
    assert STEERED.measure("bruecke").display_title == "A3.1"
    assert Decision(id="d").display_title == "d"
    assert Overarching().display_title == "Übergreifendes"


@pytest.mark.parametrize("kind", [Goal, Measure, Indicator, Figure])
def test_an_element_without_title_and_number_is_refused(kind: type[Goal | Measure | Indicator | Figure]) -> None:
    with pytest.raises(InvalidValueError, match="or number must be stated"):
        kind(id="a")
    assert kind(id="a", number="1").display_title == "1"


def test_a_file_says_that_a_title_is_missing_where_no_number_is_given() -> None:
    with pytest.raises(InvalidConceptError, match="the key 'title' is missing"):
        ik.loads(HEAD + "overarching: {measures: [{id: a}]}\n")
    with pytest.raises(InvalidConceptError, match="title or number must be stated"):
        ik.loads(HEAD + "overarching: {measures: [{id: a, title: }]}\n")


def test_field_goal_and_overarching_part_say_who_when_money_and_commitment() -> None:
    whole = STEERED.overarching
    assert whole
    assert whole.cost
    assert [one.actor_refs for one in whole.leads] == [("sozialamt",)]
    goal = STEERED.goal("treff")
    plan = planned(goal, STEERED)
    assert plan.value
    assert plan.value.last == date(2028, 2, 29)
    assert [one.attribute for one in deadlines_of(goal, STEERED)] == ["schedule"]
    assert current_status(goal, STEERED, date(2026, 7, 1)).title == "läuft"
    field = STEERED.field_of_action("wohnen")
    assert [one.attribute for one in deadlines_of(field, STEERED)] == ["time_frames[0]"]
    assert deadlines_of(STEERED.field_of_action("jugendarbeit"), STEERED) == []


def test_who_leads_the_goal_is_asked_for_the_value_of_its_indicator() -> None:
    text = (
        HEAD
        + "actors: [{id: amt, title: Amt}]\nfields_of_action:\n  - id: f\n    title: F\n    leads: [amt]\n"
        + "    goals: [{id: g, number: '1', indicators: [{id: i, number: '1.1'}]}]\n"
    )
    (asked,) = ik.evaluate(ik.loads(text), date(2026, 1, 1)).to_collect
    assert (asked.title, asked.by) == ("1.1", ("Amt",))


def test_a_length_after_an_event_gives_no_day_and_one_after_a_start_does() -> None:
    second = VAGUE.goal("g2")
    assert planned(second, VAGUE).value is None
    assert "Beschluss" in planned(second, VAGUE).rule.text("de")
    built, run = deadlines_of(VAGUE.measure("lotsen"), VAGUE)
    assert (built.latest, run.latest) == (date(2028, 6, 29), None)
    interim = deadlines_of(VAGUE.indicator("i1"), VAGUE)[1]
    assert interim.latest == date(2027, 2, 28)
    assert deadlines_of(VAGUE.indicator("i1"), VAGUE)[0].day.value is None


def test_the_agenda_holds_targets_steps_and_the_next_edition() -> None:
    agenda = ik.due([VAGUE, CONTINUED], date(2026, 1, 1), date(2030, 1, 1))
    found = {(one.address, one.attribute) for one in agenda.items}
    assert {
        ("indicator/i1", "interim_targets[0].time_frame.end"),
        ("step/auftakt", "due"),
        ("step/auftakt", "start"),
        ("evaluation/runde-1", "start"),
        ("concept/brunnwald-2024", "edition.successor.due"),
    } <= found


def test_a_decision_about_a_goal_that_is_still_open_is_one_to_be_made() -> None:
    pending = STEERED.replace("decision/jha", result="pending", body=None, body_ref="steuerer")
    (one,) = [one for one in ik.evaluate(pending, date(2026, 1, 1)).open_decisions if one.address == "decision/jha"]
    assert one.title == "Lenkungskreis Integration"
    assert "Lenkungskreis Integration" in str(one)


def test_seasons_and_spans_of_years_are_written_in_german() -> None:
    (start,) = [step.start for step in STEERED.field_of_action("wohnen").steps]
    assert start
    assert start.precision is Precision.SEASON
    assert format_value.format_value(start, "de") == "Frühjahr 2026"
    assert format_value.format_value(start) == "2026-spring"
    winter = STEERED.goal("treff").schedule
    assert winter
    assert winter.planned
    assert format_value.format_value(winter.planned.end, "de") == "Winter 2027/28"


OLD = b"""\
schema: 1
id: m
title: M
municipality: {name: M, kind: city_district}
overarching:
  measures:
    - id: a
      title: A
      area: Nord, "West"
      funding: [{kind: "own"}, {kind: state}]
"""


def test_what_was_one_value_in_version_1_becomes_a_list_in_the_text() -> None:
    new = migrate_text(OLD, YAML)
    assert b'areas: ["Nord, \\"West\\""]' in new
    assert b'funding: [{kinds: ["own"]}, {kinds: [state]}]' in new
    concept = ik.loads(new.decode())
    assert concept == ik.loads(OLD.decode())
    assert concept.municipality.kind is MunicipalityKind.INDEPENDENT_CITY
    assert concept.measure("a").areas == ('Nord, "West"',)


def test_the_overarching_part_can_be_removed_as_an_element() -> None:
    assert ik.remove(town("offers"), "overarching/overarching").overarching is None
