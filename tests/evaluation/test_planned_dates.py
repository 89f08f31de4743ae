"""Planned periods of measures, and their basis."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from integrationskonzept.evaluation.date_range import PlannedPeriod, UncertainDate
from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.evaluation.planned_dates import actual, planned
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.measure import Measure, MeasureKind
from integrationskonzept.model.schedule import Schedule, Step
from integrationskonzept.model.timeline import Timeline, TimelineRow
from integrationskonzept.testing import town as small_town
from tests.evaluation import town as make
from tests.evaluation.town import TODAY, day, horizons, measure, reported, span, town


def exactly(text: str) -> UncertainDate:
    """Name one day."""
    return UncertainDate(date.fromisoformat(text), date.fromisoformat(text))


def between(first: str, last: str) -> UncertainDate:
    """Name the limits of a day."""
    return UncertainDate(date.fromisoformat(first), date.fromisoformat(last))


def window(one: Measure, concept: Concept | None = None) -> PlannedPeriod:
    """Return the planned window, which has to be known."""
    found = planned(one, concept or town(one)).value
    assert found is not None
    return found


def test_a_stated_schedule_is_taken_as_stated() -> None:
    one = measure(schedule=make.planned("2025-04", "2026"))
    found = planned(one, town(one))
    assert found.basis is Basis.STATED
    assert found.value == PlannedPeriod(between("2025-04-01", "2025-04-30"), exactly("2026-12-31"))
    assert [(i.address, i.attribute) for i in found.inputs] == [
        ("measure/kurse", "schedule.planned.start"),
        ("measure/kurse", "schedule.planned.end"),
    ]


def test_a_duration_gives_the_missing_end_or_start() -> None:
    from_start = measure(schedule=make.planned("2025-04-01", months=6))
    to_end = measure(schedule=make.planned(None, "2025-12", months=6))
    assert window(from_start).end == exactly("2025-09-30")
    assert window(to_end).start == exactly("2025-07-01")
    assert planned(from_start, town()).basis is planned(to_end, town()).basis is Basis.DERIVED


@pytest.mark.parametrize(
    ("end", "months", "start"),
    [
        ("2026-06-30", 6, "2026-01-01"),
        ("2026-04-30", 1, "2026-04-01"),
        ("2026-02-28", 3, "2025-12-01"),
        ("2024-02-29", 12, "2023-03-01"),
    ],
)
def test_a_duration_up_to_the_last_day_of_a_month_begins_on_the_first_of_one(end: str, months: int, start: str) -> None:
    assert window(measure(schedule=make.planned(None, end, months))).start == exactly(start)


DAYS = strategies.dates(date(1900, 1, 1), date(2200, 1, 1))
MONTHS = strategies.integers(1, 240)


@given(DAYS, MONTHS)
def test_the_end_of_the_start_of_an_end_is_that_end_as_far_as_months_have_its_day(end: date, months: int) -> None:
    start = window(measure(schedule=make.planned(None, end.isoformat(), months))).start
    assert start is not None
    again = window(measure(schedule=make.planned(start.earliest.isoformat(), None, months))).end
    assert again is not None
    next_day = end + timedelta(days=1)
    assert again.latest == end if next_day.day <= 28 else end - timedelta(days=3) <= again.latest <= end


@given(DAYS, MONTHS)
def test_the_start_of_the_end_of_a_start_is_that_start_as_far_as_months_have_its_day(start: date, months: int) -> None:
    end = window(measure(schedule=make.planned(start.isoformat(), None, months))).end
    assert end is not None
    again = window(measure(schedule=make.planned(None, end.latest.isoformat(), months))).start
    assert again is not None
    assert again.latest == start if start.day <= 28 else start - timedelta(days=3) <= again.latest <= start


@pytest.mark.parametrize("months", [0, 0.4])
def test_a_duration_of_no_month_says_nothing_of_an_end(months: float) -> None:
    assert window(measure(schedule=make.planned("2025-04-01", None, months))).end is None
    assert window(measure(schedule=make.planned(None, "2025-04-01", months))).start is None


def test_a_duration_alone_is_no_schedule() -> None:
    one = measure(schedule=make.planned(months=6))
    assert not planned(one, town(one)).known
    assert str(planned(one, town(one)).rule) == "its schedule states a duration, but neither a start nor an end"


# -- steps -------------------------------------------------------------------------------------------

STEPS = (
    Step(id="eins", title="Raum finden", due=day("2026-03-31")),
    Step(id="drei", title="Fest feiern", due=day("2026-Q4")),
    Step(id="zwei", title="Leute einladen", due=day("2026-09")),
    Step(id="vier", title="Danken"),
)


def test_a_measure_with_dated_steps_ends_with_the_last_of_them() -> None:
    found = planned(measure(steps=STEPS), town())
    assert (found.value, found.basis) == (PlannedPeriod(None, exactly("2026-12-31")), Basis.DERIVED)
    assert [(i.address, i.attribute, i.value) for i in found.inputs] == [("step/drei", "due", day("2026-Q4"))]
    assert str(found.rule) == "its end is the date of the last of its steps that have one, 'Fest feiern'"


def test_steps_give_the_end_that_neither_schedule_nor_time_frame_states() -> None:
    found = planned(measure(schedule=make.planned("2025-04-01"), steps=STEPS), town())
    assert (found.value, found.basis) == (PlannedPeriod(exactly("2025-04-01"), exactly("2026-12-31")), Basis.DERIVED)
    assert [i.address for i in found.inputs] == ["measure/kurse", "step/drei"]
    assert planned(measure(time_frames=horizons("ungesagt"), steps=STEPS), town()).known
    assert window(measure(schedule=make.planned("2025", "2028"), steps=STEPS)).end == exactly("2028-12-31")
    assert window(measure(schedule=make.planned("2025"), kind=MeasureKind.PERMANENT, steps=STEPS)).permanent


def test_the_reason_why_nothing_is_known_is_true() -> None:
    nothing = planned(measure(steps=STEPS[3:]), town())
    assert str(nothing.rule) == "neither a schedule nor a time frame is stated, and no step has a date"
    no_year = planned(measure(schedule=make.planned("--04-01")), town())
    assert str(no_year.rule) == "the planned dates of its schedule name no year"


def test_a_permanent_measure_without_an_end_has_none_by_intention() -> None:
    assert window(measure(schedule=make.planned("2025"), kind=MeasureKind.PERMANENT)).permanent
    assert not window(measure(schedule=make.planned("2025", "2026"), kind=MeasureKind.PERMANENT)).permanent
    assert not window(measure(schedule=make.planned("2025"))).permanent
    by_kind = planned(measure(kind=MeasureKind.RECURRING), town())
    assert by_kind.value == PlannedPeriod(permanent=True)
    assert by_kind.basis is Basis.STATED


def test_a_time_frame_counts_from_the_start_of_the_period() -> None:
    one = measure(time_frames=horizons("lang"))
    found = planned(one, town(one))
    assert found.basis is Basis.DERIVED
    assert found.value == PlannedPeriod(exactly("2028-01-01"), exactly("2029-12-31"))
    assert [(i.address, i.attribute, i.value) for i in found.inputs] == [
        ("concept/dorf", "period.start", day("2025-01-01")),
        ("horizon/lang", "minimum_years", 3),
        ("horizon/lang", "maximum_years", 5),
    ]


def test_a_period_that_starts_in_some_year_leaves_the_days_open() -> None:
    one = measure(time_frames=horizons("kurz"))
    assert window(one, town(one, period=span("2025", "2029"))).end == between("2025-12-31", "2026-12-30")


def test_about_two_to_three_years_is_half_a_year_either_way() -> None:
    one = measure(time_frames=horizons("mittel"))
    found = planned(one, town(one))
    assert found.approximate
    assert found.value == PlannedPeriod(between("2026-07-01", "2027-07-01"), between("2027-06-30", "2028-06-30"))
    said = "Beginn: 01.07.2026 bis 01.07.2027; Ende: 30.06.2027 bis 30.06.2028"
    assert found.value.text("de") == said


def test_a_time_frame_may_have_no_end_or_no_years_or_no_meaning() -> None:
    assert window(measure(time_frames=horizons("ab-drei"))) == PlannedPeriod(exactly("2028-01-01"))
    assert window(measure(time_frames=horizons("immer"))) == PlannedPeriod(exactly("2025-01-01"), permanent=True)
    assert "states no years" in str(planned(measure(time_frames=horizons("offen")), town()).rule)
    assert "is not defined" in str(planned(measure(time_frames=horizons("bald")), town()).rule)


def test_a_time_frame_of_calendar_years_needs_no_period() -> None:
    one = measure(time_frames=horizons("jahre"))
    assert window(one, town(one, period=Span())) == PlannedPeriod(
        between("2025-01-01", "2025-12-31"), exactly("2026-12-31")
    )


def test_without_a_start_of_the_period_nothing_is_made_up() -> None:
    found = planned(measure(time_frames=horizons("kurz")), town(period=Span()))
    assert (found.value, found.basis) == (None, Basis.UNKNOWN)
    assert "which is not stated" in str(found.rule)
    assert found.inputs[0].address == "horizon/kurz"


def test_several_time_frames_run_from_the_first_start_to_the_last_end() -> None:
    found = planned(measure(time_frames=horizons("kurz", "lang")), town())
    assert found.value == PlannedPeriod(exactly("2025-01-01"), exactly("2029-12-31"))
    assert "2 time frames" in str(found.rule)
    assert window(measure(time_frames=horizons("kurz", "ab-drei"))).end is None


def test_one_unknown_time_frame_among_several_leaves_the_whole_unknown() -> None:
    assert not planned(measure(time_frames=horizons("kurz", "bald")), town()).known


def test_dates_of_a_horizon_statement_come_before_its_class() -> None:
    dated = measure(time_frames=(HorizonStatement(horizon_ref="kurz", start=day("2026"), end=day("2027")),))
    assert window(dated) == PlannedPeriod(between("2026-01-01", "2026-12-31"), exactly("2027-12-31"))
    assert planned(dated, town()).basis is Basis.STATED


def timeline(*years: int | None, **row: object) -> Timeline:
    """Lay out a timeline with one row for the measure."""
    return Timeline(rows=(TimelineRow(id="zeile", title="Kurse", measure_ref="kurse", years=years or None),))  # type: ignore[arg-type]


def test_the_timeline_comes_before_the_classes_but_after_dates() -> None:
    one = measure(time_frames=horizons("kurz"))
    assert window(one, town(one, timeline=timeline(2026, 2028))) == PlannedPeriod(
        between("2026-01-01", "2026-12-31"), exactly("2028-12-31")
    )
    dated = measure(time_frames=(HorizonStatement(end=day("2027")),))
    assert window(dated, town(dated, timeline=timeline(2026))).end == exactly("2027-12-31")


def test_a_row_without_years_says_nothing_of_the_plan() -> None:
    one = measure(time_frames=horizons("kurz"))
    assert window(one, town(one, timeline=timeline())).end == exactly("2025-12-31")


def test_a_year_outside_the_calendar_is_no_plan() -> None:
    one = measure()
    assert "no years of the calendar" in str(planned(one, town(one, timeline=timeline(0))).rule)


def test_a_measure_that_says_nothing_of_time_is_not_planned() -> None:
    found = planned(measure(), town())
    assert not found.known
    assert "neither a schedule nor a time frame" in str(found.rule)


@pytest.mark.parametrize("years", [0, 0.5, 1e9])
def test_odd_numbers_of_years_stay_within_the_calendar(years: float) -> None:
    concept = town()
    odd = concept.replace("horizon/kurz", maximum_years=years)
    found = planned(measure(time_frames=horizons("kurz")), odd).value
    assert found is not None
    assert found.end is not None


# -- what came of it ------------------------------------------------------------------------------


def test_the_actual_dates_are_taken_as_stated() -> None:
    one = measure(schedule=Schedule(actual=span("2025-09")))
    found = actual(one, town(one), TODAY)
    assert (found.basis, found.value) == (Basis.STATED, PlannedPeriod(between("2025-09-01", "2025-09-30")))


def test_reports_tell_between_which_days_a_measure_began_and_ended() -> None:
    one = measure(status_reports=reported(("2025-06-30", "planned"), ("2026-06-30", "started"), ("2027-03-31", "done")))
    found = actual(one, town(one), TODAY)
    assert found.basis is Basis.DERIVED
    assert found.value == PlannedPeriod(between("2025-06-30", "2026-06-30"), between("2026-06-30", "2027-03-31"))


def test_a_first_report_of_work_says_only_by_when_it_began() -> None:
    one = measure(status_reports=reported(("2026-06-30", "advanced")))
    found = actual(one, town(one), TODAY).value
    assert found is not None
    assert str(found) == "start: by 2026-06-30; end: not stated"


def test_reports_of_later_days_are_not_known_yet() -> None:
    one = measure(status_reports=reported(("2027-12-31", "started")))
    assert not actual(one, town(one), TODAY).known


def test_a_status_that_the_scale_does_not_have_tells_no_dates() -> None:
    one = measure(status_reports=reported(("2026", "verschollen")))
    assert not actual(one, town(one), TODAY).known


def test_a_period_tells_its_end_as_it_is_stated() -> None:
    plans = {
        "{start: 2025, end: 2027-Q2}": "2025 bis 2. Quartal 2027",
        "{end: 2027-06}": "bis Juni 2027",
        "{start: 2025-04-01, end: 2027}": "April 2025 bis 2027",
        "{start: 2025-04-01, end: 2027-06-30}": "April 2025 bis Juni 2027",
        "{start: 2025, end: --06-30}": "ab 2025",
    }
    for plan, said in plans.items():
        concept = small_town(f"overarching: {{measures: [{{id: a, title: A, schedule: {{planned: {plan}}}}}]}}")
        found = planned(concept.measure("a"), concept).value
        assert found is not None
        assert found.text("de") == said
