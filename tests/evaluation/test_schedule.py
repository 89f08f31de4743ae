"""Measures overdue or behind schedule: yes, no, or cannot be said."""

from datetime import date
from typing import Any

import pytest

import integrationskonzept as ik
from integrationskonzept.evaluation.answer import Answer
from integrationskonzept.evaluation.current_status import current_status
from integrationskonzept.evaluation.schedule import is_behind_schedule, overdue, schedule
from integrationskonzept.model.dates import Span
from integrationskonzept.model.measure import Measure, MeasureKind
from integrationskonzept.model.schedule import Schedule
from tests.evaluation.town import TODAY, day, horizons, measure, planned, reported, span, town


def late(one: Measure, today: date = TODAY) -> Answer:
    """Ask whether a measure is overdue."""
    return overdue(one, town(one), today)


def lagging(one: Measure, today: date = TODAY) -> Answer:
    """Ask whether a measure is behind its plan."""
    return is_behind_schedule(one, town(one), today)


PAST = planned("2025", "2026")
"""A plan whose end is past on 30 June 2027."""


def test_a_measure_reported_open_after_its_planned_end_is_overdue() -> None:
    answer = late(measure(schedule=PAST, status_reports=reported(("2027-03", "started"))))
    assert answer.is_yes
    assert str(answer) == "yes: its planned end was 2026-12-31; reported as started, as of 2027-03"


def test_a_report_from_before_the_planned_end_does_not_tell() -> None:
    answer = late(measure(schedule=PAST, status_reports=reported(("2026-06", "started"))))
    assert answer.is_unknown
    assert "the latest report is older" in str(answer.why)


def test_a_measure_never_reported_cannot_be_said_to_be_overdue() -> None:
    answer = late(measure(schedule=PAST))
    assert answer.is_unknown
    assert "no status was ever reported" in str(answer.why)


def test_a_measure_is_not_overdue_on_the_last_day_of_its_plan() -> None:
    one = measure(schedule=PAST, status_reports=reported(("2026-12-31", "started")))
    assert late(one, date(2026, 12, 31)).is_no
    assert late(one, date(2027, 1, 1)).is_unknown


def test_between_the_earliest_and_the_latest_end_it_cannot_be_said() -> None:
    one = measure(time_frames=horizons("kurz"), status_reports=reported(("2026-05", "started")))
    concept = town(one, period=span("2025", "2029"))
    assert overdue(one, concept, date(2025, 12, 31)).is_no
    between = overdue(one, concept, date(2026, 6, 1))
    assert between.is_unknown
    assert "known only roughly: 2025-12-31 to 2026-12-30" in str(between.why)


@pytest.mark.parametrize("status", ["done", "permanent", "cancelled", "merged", "zu"])
def test_what_is_settled_is_not_overdue(status: str) -> None:
    one = measure(schedule=PAST, status_reports=reported(("2026", status)))
    assert late(one).is_no
    assert lagging(one).is_no


@pytest.mark.parametrize(
    ("relation", "why"),
    [
        ({"merged_into": "treff"}, "merged into measure 'treff'"),
        ({"split_into": ("a", "b")}, "split into a and b"),
        ({"replaced_by": "neu"}, "replaced by measure 'neu'"),
        ({"rejected": "zu teuer"}, "rejected: zu teuer"),
    ],
)
def test_what_went_into_other_measures_is_not_overdue(relation: dict[str, Any], why: str) -> None:
    answer = late(measure(schedule=PAST, **relation))
    assert answer.is_no
    assert why in str(answer.why)


def test_a_measure_that_ended_is_not_overdue_once_it_ended() -> None:
    one = measure(schedule=Schedule(planned=span("2025", "2026"), actual=span("2025", "2027-04-30")))
    assert late(one).is_no
    assert late(one, date(2027, 4, 1)).is_unknown


@pytest.mark.parametrize("status", ["unknown", "verschollen"])
def test_a_status_without_a_meaning_leaves_it_open(status: str) -> None:
    assert late(measure(schedule=PAST, status_reports=reported(("2027-03", status)))).is_unknown


def test_what_has_no_end_by_intention_is_not_overdue_and_what_states_none_cannot_be_said() -> None:
    assert late(measure(schedule=planned("2025"), kind=MeasureKind.PERMANENT)).is_no
    assert late(measure(schedule=planned("2025"))).is_unknown
    assert late(measure()).is_unknown


def test_reports_count_by_their_dates_whatever_their_order() -> None:
    one = measure(
        schedule=PAST, status_reports=reported(("2027-03", "started"), ("2026", "done"), ("--06-30", "cancelled"))
    )
    assert current_status(one, town(one), TODAY).as_of == day("2027-03")
    assert late(one).is_yes


def test_reports_of_later_days_are_not_known_yet() -> None:
    one = measure(schedule=PAST, status_reports=reported(("2027-03", "started"), ("2028", "done")))
    assert late(one).is_yes
    assert late(one, date(2029, 1, 1)).is_no


def test_standing_says_the_status_as_worded_and_as_meant() -> None:
    one = measure(status_reports=reported(("2027-03", "zu")))
    assert str(current_status(one, town(one), TODAY)) == "zu den Akten (unknown), as of 2027-03"
    assert str(current_status(measure(), town(), TODAY)) == "never reported"
    strange = measure(status_reports=reported(("2027-03", "verschollen")))
    assert str(current_status(strange, town(strange), TODAY)) == "verschollen (unknown), as of 2027-03"


# -- behind -----------------------------------------------------------------------------------------


def test_an_overdue_measure_is_behind() -> None:
    assert lagging(measure(schedule=PAST, status_reports=reported(("2027-03", "started")))).is_yes


def test_a_measure_reported_as_delayed_is_behind_before_its_end() -> None:
    assert lagging(measure(schedule=planned("2026", "2028"), status_reports=reported(("2027-03", "delayed")))).is_yes


def test_a_measure_reported_as_not_begun_after_its_stated_start_is_behind() -> None:
    one = measure(schedule=planned("2026-09", "2028"), status_reports=reported(("2027-03", "planned")))
    assert lagging(one).is_yes
    assert lagging(one, date(2026, 8, 1)).is_no


def test_an_old_report_of_not_begun_does_not_tell() -> None:
    assert lagging(
        measure(schedule=planned("2026-09", "2028"), status_reports=reported(("2026-03", "planned")))
    ).is_unknown


def test_a_time_frame_says_by_when_and_not_from_when() -> None:
    answer = lagging(
        measure(time_frames=horizons("mittel"), status_reports=reported(("2027-12", "planned"))), date(2027, 12, 31)
    )
    assert answer.is_unknown


def test_a_measure_under_way_within_its_plan_is_not_behind() -> None:
    answer = lagging(measure(schedule=planned("2026", "2028"), status_reports=reported(("2027-03", "started"))))
    assert answer.is_no
    assert "reported as started" in str(answer.why)


def test_a_measure_that_is_yet_to_begin_is_not_behind() -> None:
    assert lagging(measure(schedule=planned("2028", "2029"))).is_no


def test_without_a_report_or_a_plan_it_cannot_be_said() -> None:
    assert lagging(measure(schedule=planned("2026", "2028"))).is_unknown
    assert lagging(measure(status_reports=reported(("2027-03", "started")))).is_unknown


# -- the whole schedule -------------------------------------------------------------------------------


def test_the_schedule_of_a_concept_counts_what_is_overdue() -> None:
    concept = town(
        measure("alt", schedule=PAST, status_reports=reported(("2027-03", "started"))),
        measure("neu", schedule=planned("2028", "2029")),
        measure("offen", time_frames=horizons("kurz", "lang")),
        measure("still", schedule=PAST),
    )
    found = schedule(concept, TODAY)
    assert str(found) == "4 measures on 2027-06-30; overdue: 1 yes, 2 no; 3 of 4 known"
    assert [len(one.phases) for one in found.measures] == [0, 0, 2, 0]
    assert str(found.measures[1]).startswith("Neu: planned 2028 to 2029 (stated: its schedule)")
    page = found._repr_html_()
    assert page.count("<tr>") == 5
    assert "Alt" in page


def test_a_page_shows_markup_as_text() -> None:
    page = schedule(town(measure(title="<b>Kurse</b>")), TODAY)._repr_html_()
    assert "&lt;b&gt;Kurse&lt;/b&gt;" in page


def test_sachsenheim_states_no_status_so_that_nothing_can_be_called_overdue_nor_done() -> None:
    sachsenheim = ik.concept("sachsenheim")
    in_time = schedule(sachsenheim, date(2025, 12, 31))
    assert (in_time.overdue.yes, in_time.overdue.no, in_time.overdue.unknown) == (0, 10, 0)
    late_on = schedule(sachsenheim, date(2031, 1, 1))
    assert (late_on.overdue.yes, late_on.overdue.no, late_on.overdue.unknown) == (0, 0, 10)
    assert all(one.planned.basis.value == "derived" for one in late_on.measures)


def test_without_a_period_sachsenheims_classes_give_no_years() -> None:
    bare = ik.concept("sachsenheim").replace("concept/sachsenheim", period=Span())
    assert schedule(bare, TODAY).overdue.unknown == 10
