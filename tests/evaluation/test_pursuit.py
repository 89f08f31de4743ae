"""Pursuit of measures, goals and steps."""

from datetime import date
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept import PursuitState
from integrationskonzept.evaluation.schedule import schedule
from integrationskonzept.model.activity import Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.schedule import Schedule, Step
from integrationskonzept.model.status import NeutralStatus, StatusLevel
from tests.evaluation.town import SCALE, TODAY, day, measure, reported, span, town


def found(one: Measure, *others: Measure, today: date | None = TODAY) -> ik.Pursuit:
    """Ask whether a measure is still pursued."""
    return ik.pursuit(one, town(one, *others), today)


RELATIONS: list[tuple[dict[str, Any], PursuitState, tuple[str, ...], str]] = [
    ({"rejected": "zu teuer"}, PursuitState.REJECTED, (), "it was rejected: zu teuer"),
    ({"merged_into": "b"}, PursuitState.MERGED, ("measure/b",), "it was merged into measure 'Treff'"),
    ({"split_into": ("b", "x")}, PursuitState.SPLIT, ("measure/b", "measure/x"), "it was split into Treff and x"),
    ({"replaced_by": "b"}, PursuitState.REPLACED, ("measure/b",), "it was replaced by measure 'Treff'"),
]


@pytest.mark.parametrize(("relation", "state", "into", "why"), RELATIONS)
def test_what_is_stated_once_and_for_all_decides(
    relation: dict[str, Any], state: PursuitState, into: tuple[str, ...], why: str
) -> None:
    one = measure("a", status_reports=reported(("2027-03", "started")), **relation)
    answer = found(one, measure("b", title="Treff"))
    assert (answer.state, answer.into, str(answer.reason)) == (state, into, why)
    assert not answer.stands


@pytest.mark.parametrize(
    ("status", "state", "stands"),
    [
        ("not-started", PursuitState.ACTIVE, True),
        ("planned", PursuitState.ACTIVE, True),
        ("started", PursuitState.ACTIVE, True),
        ("delayed", PursuitState.ACTIVE, True),
        ("realigned", PursuitState.ACTIVE, True),
        ("done", PursuitState.DONE, True),
        ("permanent", PursuitState.PERMANENT, True),
        ("cancelled", PursuitState.GIVEN_UP, False),
        ("merged", PursuitState.MERGED, False),
        ("unknown", PursuitState.UNKNOWN, True),
        ("zu", PursuitState.UNKNOWN, True),
        ("verschollen", PursuitState.UNKNOWN, True),
    ],
)
def test_the_latest_report_decides_where_no_relation_does(status: str, state: PursuitState, stands: bool) -> None:
    answer = found(measure(status_reports=reported(("2026", "started"), ("2027-03", status))))
    assert (answer.state, answer.stands) == (state, stands)


def test_what_was_never_reported_cannot_be_said_to_be_pursued() -> None:
    answer = found(measure())
    assert answer.state is PursuitState.UNKNOWN
    assert answer.text() == "cannot be said: no status was ever reported"


@pytest.mark.parametrize(
    ("neutral", "state"),
    [
        (NeutralStatus.ADVANCED, PursuitState.DONE),
        (NeutralStatus.NOT_STARTED, PursuitState.UNKNOWN),
        (NeutralStatus.CANCELLED, PursuitState.GIVEN_UP),
    ],
)
def test_nothing_is_pursued_beyond_a_terminal_level(neutral: NeutralStatus, state: PursuitState) -> None:
    last = StatusLevel(id="schluss", title="Schluss", neutral=neutral, terminal=True)
    one = measure(status_reports=reported(("2027-03", "schluss")))
    concept = town(one, status_scale=(*SCALE, last))
    assert ik.pursuit(one, concept, TODAY).state is state
    assert schedule(concept, TODAY).measures[0].finished.is_yes


def test_a_report_counts_from_the_day_it_was_known_and_without_a_day_every_report_counts() -> None:
    one = measure(status_reports=reported(("2027-03", "started"), ("2028", "cancelled")))
    assert found(one).state is PursuitState.ACTIVE
    assert found(one, today=date(2028, 1, 1)).state is PursuitState.GIVEN_UP
    assert found(one, today=None).state is PursuitState.GIVEN_UP


def test_a_measure_that_ended_is_done_from_that_day_on_unless_it_was_given_up() -> None:
    ended = Schedule(actual=span("2025", "2027-04-30"))
    one = measure(schedule=ended, status_reports=reported(("2026", "started")))
    assert found(one).state is PursuitState.DONE
    assert found(one, today=date(2027, 4, 29)).state is PursuitState.ACTIVE
    given_up = measure(schedule=ended, status_reports=reported(("2027-04-30", "cancelled")))
    assert found(given_up).state is PursuitState.GIVEN_UP


# -- parts ------------------------------------------------------------------------------------------


def parts(*inner: Measure, **attributes: Any) -> Measure:
    """Make a measure of parts."""
    return measure("ganz", title="Ganzes", sub_measures=inner, **attributes)


@pytest.mark.parametrize(("relation", "state", "into", "why"), RELATIONS)
def test_a_part_goes_with_the_whole(
    relation: dict[str, Any], state: PursuitState, into: tuple[str, ...], why: str
) -> None:
    inmost = measure("teil", status_reports=reported(("2027-03", "started")))
    concept = town(parts(measure("mitte", sub_measures=(inmost,)), **relation), measure("b", title="Treff"))
    answer = ik.pursuit(inmost, concept, TODAY)
    assert (answer.state, answer.into) == (state, into)
    assert str(answer.reason) == f"part of 'Ganzes', which is not pursued: {why}"


def test_a_part_keeps_what_became_of_it() -> None:
    done, gone = measure("a", status_reports=reported(("2026", "done"))), measure("b", merged_into="x")
    concept = town(parts(done, gone, rejected="zu teuer"))
    assert ik.pursuit(done, concept).state is PursuitState.DONE
    assert ik.pursuit(gone, concept).state is PursuitState.MERGED


def test_a_part_that_the_whole_was_split_into_stands_with_its_own_parts() -> None:
    inmost = measure("teil")
    heir, other = measure("erbe", sub_measures=(inmost,)), measure("rest")
    concept = town(parts(heir, other, split_into=("erbe",)))
    assert ik.pursuit(heir, concept).stands
    assert ik.pursuit(inmost, concept).stands
    assert not ik.pursuit(other, concept).stands


def test_a_part_reported_after_the_whole_was_given_up_goes_on() -> None:
    before = measure("vorher", status_reports=reported(("2026", "permanent")))
    later = measure("spaeter", status_reports=reported(("2027-02", "started")))
    same = measure("damals", status_reports=reported(("2026", "started")))
    concept = town(parts(before, later, same, status_reports=reported(("2026", "cancelled"))))
    assert ik.pursuit(later, concept).state is PursuitState.ACTIVE
    assert ik.pursuit(before, concept).state is PursuitState.GIVEN_UP
    assert ik.pursuit(same, concept).state is PursuitState.GIVEN_UP


def test_a_step_is_done_once_its_day_has_come_and_goes_with_its_measure_otherwise() -> None:
    taken, ahead = Step(id="a", title="A", done_on=day("2026-05")), Step(id="b", title="B")
    given_up = town(measure(steps=(taken, ahead), status_reports=reported(("2027", "cancelled"))))
    assert ik.pursuit(taken, given_up).state is PursuitState.DONE
    assert ik.pursuit(ahead, given_up).state is PursuitState.GIVEN_UP
    assert ik.pursuit(taken, given_up, date(2026, 1, 1)).state is PursuitState.UNKNOWN
    assert ik.pursuit(ahead, town(measure(steps=(ahead,)))).state is PursuitState.UNKNOWN


def test_an_activity_goes_with_its_measure() -> None:
    activity = Activity(id="fest", title="Fest")
    assert ik.pursuit(activity, town(measure(activities=(activity,), rejected="nein"))).state is PursuitState.REJECTED
    assert ik.pursuit(activity, town(measure(activities=(activity,)))).stands


def test_a_sub_goal_goes_with_its_goal() -> None:
    inner = Goal(id="b", text="Mehr Kurse")
    goal = Goal(id="a", text="Gute Sprache", sub_goals=(inner,), status_reports=reported(("2027", "cancelled")))
    concept: Concept = town(fields_of_action=(FieldOfAction(id="f", title="F", goals=(goal,)),))
    assert ik.pursuit(goal, concept).state is PursuitState.GIVEN_UP
    assert "part of 'Gute Sprache'" in str(ik.pursuit(inner, concept).reason)


def test_what_the_concept_does_not_hold_is_judged_by_itself() -> None:
    assert ik.pursuit(measure("fremd", rejected="nein"), town()).state is PursuitState.REJECTED
    assert ik.pursuit(measure("fremd"), town()).state is PursuitState.UNKNOWN


def test_every_state_has_its_own_word_in_both_languages() -> None:
    for language in ("de", "en"):
        assert len({state.word.text(language) for state in PursuitState}) == len(PursuitState)
    assert all(state.word.text("de") != state.word.text("en") for state in PursuitState)
