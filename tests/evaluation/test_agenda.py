"""Deadlines, evaluations and events in a period."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import HealthCheck, given, settings

from integrationskonzept import model
from integrationskonzept.evaluation.agenda import Due, DueKind, LeftOut
from integrationskonzept.evaluation.agenda import due as due_between
from integrationskonzept.evaluation.date_attributes import NOT_ON_THE_AGENDA, date_attributes
from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.evaluation.event_times import occurrences
from integrationskonzept.model.activity import ActionDay, Activity, Frequency, Recurrence
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.edition import Decision, Edition
from integrationskonzept.model.element import Element
from integrationskonzept.model.evaluation import Evaluation, EvaluationRule
from integrationskonzept.model.field_of_action import Overarching
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.group import Group
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.meeting import Meeting
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.schedule import Schedule, Step
from integrationskonzept.model.timeline import Timeline, TimelineRow
from integrationskonzept.model.tree import iter_path, walk
from integrationskonzept.testing import concepts
from tests.evaluation.town import aim, day, horizons, indicator, measure, planned, reported, seen, span, town


def due(concept: Concept, start: str = "2026-01-01", end: str = "2026-12-31") -> list[Due]:
    """List what falls due, without the period of the concept and the starts of measures."""
    found = due_between(concept, date.fromisoformat(start), date.fromisoformat(end)).items
    return [one for one in found if one.kind not in {DueKind.PERIOD, DueKind.START}]


def activities(*activities: Activity, **attributes: Any) -> Concept:
    """Make a town with these activities."""
    days = tuple(one for one in activities if isinstance(one, ActionDay))
    others = tuple(one for one in activities if not isinstance(one, ActionDay))
    return town(overarching=Overarching(activities=others, action_days=days), **attributes)


YEARLY = Recurrence(frequency=Frequency.YEARLY)


def test_the_end_of_a_measure_falls_due_and_says_whether_it_is_done() -> None:
    concept = town(
        measure("eins", schedule=planned("2025", "2026-06")),
        measure("zwei", schedule=planned("2025", "2026-03"), status_reports=reported(("2026-04", "done"))),
        measure("drei", schedule=planned("2025", "2027-03")),
        measure("vier", schedule=planned("2025")),
        measure("fuenf"),
    )
    found = due(concept)
    assert [(one.address, str(one.day.value), one.done.verdict) for one in found] == [
        ("measure/zwei", "2026-03-31", "yes"),
        ("measure/eins", "2026-06-30", "unknown"),
    ]
    assert all(one.within.is_yes and one.kind is DueKind.MEASURE for one in found)


def test_what_is_known_only_within_limits_may_fall_into_the_stretch() -> None:
    (found,) = due(town(measure(time_frames=horizons("mittel"))), "2028-01-01", "2028-03-31")
    assert found.within.is_unknown
    assert "known only roughly: 2027-06-30 to 2028-06-30" in str(found.within.why)


def test_steps_fall_due_and_are_done_only_where_a_day_says_so() -> None:
    steps = (
        Step(id="raum", title="Raum gefunden", due=day("2026-02"), done_on=day("2026-03-01")),
        Step(id="start", title="Start", due=day("2026-05")),
        Step(id="ohne", title="Ohne Frist"),
    )
    found = due(town(measure(steps=steps)))
    done = [(one.title, one.done.verdict) for one in found]
    assert done == [("Raum gefunden", "yes"), ("Kurse", "unknown"), ("Start", "unknown")]
    assert str(found[0]) == "2026-02-28: Raum gefunden; done: yes: done on 2026-03-01"


@pytest.mark.parametrize(
    ("stated", "last", "basis", "rule"),
    [
        ("2026-05-31", "2026-05-31", Basis.STATED, "stated"),
        ("2026-05", "2026-05-31", Basis.DERIVED, "last day of 2026-05"),
        ("2026-Q2", "2026-06-30", Basis.DERIVED, "last day of 2026-Q2"),
    ],
)
def test_a_day_is_called_stated_only_where_it_is_stated(stated: str, last: str, basis: Basis, rule: str) -> None:
    target = indicator(target=aim(stated, 30))
    one = measure(
        schedule=planned("2025", stated), steps=(Step(id="raum", title="Raum", due=day(stated)),), indicators=(target,)
    )
    found = due(town(one, measure("zwei", time_frames=(HorizonStatement(end=day(stated)),))))
    assert len(found) == 4
    for each in found:
        assert (str(each.day.value), each.day.basis) == (last, basis)
        if basis is Basis.DERIVED:
            assert rule in str(each.day.rule)


def test_the_last_year_marked_in_the_timeline_makes_a_derived_day() -> None:
    rows = (TimelineRow(id="z", title="Z", measure_ref="kurse", years=(2025, 2026)),)
    (found,) = due(town(measure(), timeline=Timeline(rows=rows)), "2026-12-31", "2026-12-31")
    assert found.day.basis is Basis.DERIVED
    assert "taken as the last day of 2026" in str(found.day.rule)


def test_targets_and_interim_targets_fall_due() -> None:
    one = indicator(
        baseline=seen("2024", 0),
        target=aim("2026-12", 30),
        interim_targets=(aim("2026-06", 10), aim(None, 20)),
        observations=(seen("2026-06", 12),),
    )
    bare = indicator("bare")
    found = due(town(measure(indicators=(one, bare))))
    assert [(item.kind, item.done.verdict, item.day.inputs[0].attribute) for item in found] == [
        (DueKind.INTERIM_TARGET, "yes", "interim_targets[0].due"),
        (DueKind.TARGET, "unknown", "target.due"),
    ]


def test_evaluations_fall_due_held_or_not() -> None:
    concept = town(
        evaluation=EvaluationRule(interval_years=1),
        evaluations=(
            Evaluation(id="erste", title="Erste Bilanz", held_on=day("2026-01-15")),
            Evaluation(id="zweite", due=day("2026-02")),
            Evaluation(id="dritte"),
        ),
        edition=Edition(as_of=day("2026-12")),
    )
    found = due(concept)
    assert [(one.address, one.title, one.done.verdict) for one in found] == [
        ("evaluation/erste", "Erste Bilanz", "yes"),
        ("evaluation/zweite", "Evaluation", "no"),
    ]
    open_ones = due(town(evaluation=EvaluationRule(interval_years=1)), "2027-01-01", "2027-06-30")
    assert [(one.address, one.done.verdict) for one in open_ones] == [("concept/dorf", "unknown")]


def test_an_action_day_comes_once_in_every_year_of_the_period() -> None:
    concept = activities(ActionDay(id="tag", title="Tag", date=day("--02-21")))
    assert [str(one.day.value) for one in due(concept, "2020-01-01", "2040-01-01")] == [
        f"{year}-02-21" for year in range(2025, 2030)
    ]
    assert [one.kind for one in due(concept)] == [DueKind.ACTION_DAY]


def test_without_a_period_the_stretch_asked_for_bounds_the_years() -> None:
    concept = activities(ActionDay(id="tag", title="Tag", date=day("--02-21")), period=Span())
    assert [str(one.day.value) for one in due(concept, "2026-03-01", "2028-12-31")] == ["2027-02-21", "2028-02-21"]


def test_the_29th_of_february_comes_in_leap_years_only() -> None:
    concept = activities(ActionDay(id="tag", title="Tag", date=day("--02-29")))
    assert [str(one.day.value) for one in due(concept, "2025-01-01", "2029-12-31")] == ["2028-02-29"]


def test_a_yearly_activity_comes_by_its_interval_from_its_first_day_until_its_last() -> None:
    rule = Recurrence(frequency=Frequency.YEARLY, interval=2, until=day("2028"))
    concept = activities(Activity(id="fest", title="Fest", date=day("2024-05-09"), recurrence=rule))
    assert [str(one.day.value) for one in due(concept, "2025-06-01", "2040-12-31")] == ["2026-05-09", "2028-05-09"]
    assert "comes round every year" in str(due(concept)[0].day.rule)


def test_every_second_year_without_a_first_one_names_no_years() -> None:
    rule = Recurrence(frequency=Frequency.YEARLY, interval=2)
    assert due(activities(ActionDay(id="tag", title="Tag", date=day("--02-21"), recurrence=rule))) == []


def test_a_day_without_a_year_that_does_not_come_round_has_no_day() -> None:
    assert due(activities(Activity(id="fest", title="Fest", date=day("--06-28")))) == []
    weekly = Recurrence(frequency=Frequency.WEEKLY)
    assert due(activities(ActionDay(id="tag", title="Tag", date=day("--06-28"), recurrence=weekly))) == []


def test_a_dated_activity_lasts_until_its_last_day() -> None:
    concept = activities(
        Activity(id="fest", title="Fest", date=day("2026-06-26"), end_date=day("2026-06-28")),
        Activity(id="monat", title="Monat", date=day("2026-07"), recurrence=YEARLY),
        Activity(id="ohne", title="Ohne"),
    )
    assert [str(one.day.value) for one in due(concept)] == ["2026-06-26 to 2026-06-28", "2026-07"]


def test_everything_is_listed_in_the_order_of_time() -> None:
    concept = town(
        measure(schedule=planned("2025", "2026-06"), steps=(Step(id="s", title="S", due=day("2026-06")),)),
        overarching=Overarching(action_days=(ActionDay(id="tag", title="Tag", date=day("--02-21")),)),
    )
    agenda = due_between(concept, date(2026, 1, 1), date(2026, 12, 31))
    assert [one.address for one in agenda.items] == ["action_day/tag", "measure/kurse", "step/s"]
    assert str(agenda) == "2026-01-01 to 2026-12-31: 3 due"
    assert agenda._repr_html_().count("<tr>") == 4


def test_a_stretch_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="start must not be after end; got start 2027-01-01 and end 2026-01-01"):
        due_between(town(), date(2027, 1, 1), date(2026, 1, 1))


CLASSES = {kind.__name__: kind for kind in date_attributes()}


def test_every_exception_names_an_attribute_of_the_model() -> None:
    for key in NOT_ON_THE_AGENDA:
        kind, *path = key.split(".")
        if len(path) == 1:
            assert path[0] in date_attributes()[CLASSES[kind]]
        else:
            assert getattr(fields(getattr(model, kind)), path[0]).type


def all_dates(concept: Concept) -> Iterator[tuple[str, str, PartialDate]]:
    """Yield every date in a concept, found by going through its plain data, with the address of its element."""
    for path, record in walk(concept):
        for name in (one.name for one in fields(type(record))):
            value = getattr(record, name)
            if isinstance(value, PartialDate):
                around = list(iter_path(concept, path))
                nearest = max(n for n, one in enumerate(around) if isinstance(one, Element))
                key = f"{type(record).__name__}.{name}"
                if isinstance(record, Span | HorizonStatement):
                    holder = [step for step in path if isinstance(step, str)][-1]
                    parent = [one for one in around[:-1] if isinstance(one, Record)][-1]
                    key = f"{type(parent).__name__}.{holder}.{name}"
                if key not in NOT_ON_THE_AGENDA:
                    yield around[nearest].address, name, value


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(concepts())
def test_every_date_is_on_the_agenda_or_said_to_be_left_out(concept: Concept) -> None:
    agenda = due_between(concept, date(2015, 1, 1), date(2045, 12, 31))
    everything: list[Due | LeftOut] = [*agenda.items, *agenda.left_out]
    told = {(one.address, one.attribute.rpartition(".")[2]) for one in everything}
    told |= {(source.address, source.attribute.rpartition(".")[2]) for one in agenda.items for source in one.day.inputs}
    addresses = {one.address for one in everything}
    for address, name, value in all_dates(concept):
        if value.earliest and value.latest and not (value.earliest.year >= 2015 and value.latest.year <= 2045):
            continue  # not in the period asked about
        is_event = isinstance(concept.index[address][1], Activity | Meeting)
        step = concept.index[address][1]
        beside = name == "end_date" and address in addresses
        beside |= (
            isinstance(step, Step) and name == "done_on" and bool(step.due and step.due.latest)
        )  # with its deadline
        assert (address, name) in told or beside or (is_event and _has_no_day(concept, address)), (address, name, value)


def _has_no_day(concept: Concept, address: str) -> bool:
    """Return whether an event takes place on no day of the period asked about."""
    event = concept.index[address][1]
    assert isinstance(event, Activity | Meeting)
    return next(occurrences(event, concept, date(2015, 1, 1), date(2045, 12, 31)), None) is None


def test_what_is_not_pursued_or_has_no_year_is_left_out_and_said_so() -> None:
    gone = measure("weg", rejected="zu teuer", schedule=planned("2025", "2026-06"))
    concept = town(
        gone,
        measure("da", schedule=Schedule(planned=span(None, "--06-30"))),
        overarching=Overarching(activities=(Activity(id="fest", title="Fest", date=day("--06-28")),)),
    )
    agenda = due_between(concept, date(2026, 1, 1), date(2026, 12, 31))
    assert sorted(map(str, agenda.left_out)) == [
        "activity/fest date: a day without a year: --06-28",
        "measure/da schedule.planned.end: a day without a year: --06-30",
        "measure/weg schedule.planned.end: it was rejected: zu teuer",
        "measure/weg schedule.planned.start: it was rejected: zu teuer",
    ]


def test_an_agenda_can_be_of_a_field_an_actor_or_a_kind_and_of_several_towns() -> None:
    leads, step = (Involvement(actor_refs=("stadt",)),), Step(id="s", title="S", due=day("2026-05"))
    concept = town(
        measure("eins", schedule=planned("2025", "2026-06"), leads=leads, steps=(step,)),
        measure("zwei", schedule=planned("2025", "2026-03")),
        overarching=Overarching(action_days=(ActionDay(id="tag", title="Tag", date=day("--02-21")),)),
    )
    field = concept.fields_of_action[0].id
    window = date(2026, 1, 1), date(2026, 12, 31)
    assert [one.address for one in due_between(concept, *window, fields=[field]).items] == [
        "measure/zwei",
        "step/s",
        "measure/eins",
    ]
    assert [one.address for one in due_between(concept, *window, actors=["stadt"]).items] == ["step/s", "measure/eins"]
    assert [one.address for one in due_between(concept, *window, kinds=["action_day"]).items] == ["action_day/tag"]
    assert due_between(concept, *window, fields=["anderes"]).items == ()
    other = evolve(concept, id="anderes-dorf")
    both = due_between((concept, other), *window, kinds=[DueKind.STEP]).items
    assert [(one.concept, one.address) for one in both] == [(other.id, "step/s"), (concept.id, "step/s")]


def test_a_step_without_a_year_is_left_out() -> None:
    concept = town(measure(steps=(Step(id="s", title="S", due=day("--05-01"), done_on=day("2026-05-03")),)))
    agenda = due_between(concept, date(2026, 1, 1), date(2026, 12, 31), kinds=["step"])
    assert [(one.attribute, one.done.verdict) for one in agenda.items] == [("done_on", "yes")]
    assert [str(one) for one in agenda.left_out] == ["step/s due: a day without a year: --05-01"]


def test_decisions_meetings_starts_and_goals_are_on_the_agenda() -> None:
    goal = Goal(id="ziel", text="Alle sprechen A2", time_frames=(HorizonStatement(end=day("2026-10-31")),))
    concept = town(
        measure("eins", schedule=planned("2026-04"), decisions=(Decision(id="b", date=day("2026-02-03")),)),
        meetings=(Meeting(id="m", title="Treffen", date=day("2026-03-04")),),
        overarching=Overarching(goals=(goal,)),
        groups=(Group(id="ag", title="AG", formed_on=day("2026-01-15")),),
        period=span("2026", "2026"),
    )
    found = due_between(concept, date(2026, 1, 1), date(2026, 12, 31)).items
    assert {(one.kind.value, one.address) for one in found} == {
        ("other", "group/ag"),
        ("decision", "decision/b"),
        ("meeting", "meeting/m"),
        ("start", "measure/eins"),
        ("goal", "goal/ziel"),
        ("period", "concept/dorf"),
    }
