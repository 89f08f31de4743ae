"""The calendar of Sachsenheim's concept, as the town would subscribe to it."""

from collections import Counter
from datetime import date
from typing import Any

import attrs
import pytest
import vobject
from icalendar import Calendar

import integrationskonzept as ik
from integrationskonzept import Concept, Export
from plugins.ical.tests.calendars import Part, entries, read, rule
from plugins.ical.tests.test_integreat import TODAY, refusals


@pytest.fixture(scope="module")
def sachsenheim() -> Concept:
    return ik.concept("sachsenheim")


@pytest.fixture(scope="module")
def export(sachsenheim: Concept) -> Export:
    return ik.export(sachsenheim, "ical", deadlines="todos")


@pytest.fixture(scope="module")
def told(export: Export) -> dict[str, Part]:
    return read(export.files[0].content)


def named(told: dict[str, Part], noun: str) -> dict[str, Part]:
    return {uid.removeprefix(f"{noun}-"): part for uid, part in told.items() if uid.startswith(f"{noun}-")}


def test_the_four_action_days_come_round_in_each_of_the_five_years(told: dict[str, Part]) -> None:
    days = named(told, "action_day")
    assert {part["DTSTART"].dt for part in days.values()} == {
        date(2025, 2, 20), date(2025, 6, 20), date(2025, 9, 20), date(2025, 12, 5),
    }  # fmt: skip
    assert {rule(part) for part in days.values()} == {"FREQ=YEARLY;UNTIL=20291231"}


def test_mother_language_day_goes_out_as_printed_and_the_doubt_with_it(told: dict[str, Part], export: Export) -> None:
    day = told["action_day-tag-der-muttersprache"]
    assert day["DTSTART"].dt == date(2025, 2, 20)
    assert "(im Dokument: 20.02.) (richtig: 21.02.)" in day["DESCRIPTION"]
    (doubt,) = [doubt for doubt in export.warnings if doubt.address == "action_day/tag-der-muttersprache"]
    assert "21. Februar" in doubt.message.text("de")


def test_the_dated_meetings_are_told_and_the_undated_lost(told: dict[str, Part], export: Export) -> None:
    assert sorted(part["DTSTART"].dt for part in named(told, "meeting").values()) == [
        date(2023, 4, 18), date(2023, 5, 10), date(2023, 7, 24), date(2024, 4, 22),
    ]  # fmt: skip
    assert [loss.address for loss in export.losses if loss.address.startswith("meeting/")] != []


def test_eleven_time_frames_of_ten_measures_are_eleven_to_dos(told: dict[str, Part], sachsenheim: Concept) -> None:
    todos = named(told, "measure")
    assert Counter(part["DUE"].dt for part in todos.values()) == {
        date(2026, 12, 30): 3, date(2029, 6, 29): 5, date(2030, 6, 28): 3,
    }  # fmt: skip
    assert {uid.partition("--")[0] for uid in todos} == {measure.id for measure in sachsenheim.measures}
    assert all("abgeleitet, im Konzept nicht angegeben" in part["DESCRIPTION"] for part in todos.values())
    assert all("STATUS" not in part for part in todos.values())  # the concept states none


def test_the_evaluations_fall_due_every_two_years_and_say_what_that_rests_on(told: dict[str, Part]) -> None:
    due = named(told, "concept")
    assert [part["DTSTART"].dt for part in due.values()] == [date(2027, 12, 31), date(2029, 12, 31)]
    assert all("da die Evaluationsregel keinen Beginn" in part["DESCRIPTION"] for part in due.values())


def test_that_is_all_there_is(told: dict[str, Part]) -> None:
    assert len(told) == 4 + 4 + 11 + 2


def test_every_activity_is_among_the_losses_since_none_states_a_whole_date(
    export: Export, sachsenheim: Concept
) -> None:
    lost = {loss.address: loss.message.text("de") for loss in export.losses}
    assert {activity.address for activity in sachsenheim.activities} <= lost.keys()
    assert lost["activity/heimatfest"] == "ein Tag ohne Jahr: 28.06."
    assert lost["activity/heimatfest-2025"] == "kein Tag angegeben, nur 2025"


def test_a_second_parser_reads_the_same(export: Export, told: dict[str, Part]) -> None:
    other = vobject.readOne(export.files[0].content.decode())
    seen: list[Any] = [*other.contents["vevent"], *other.contents["vtodo"]]
    assert {part.uid.value: part.summary.value for part in seen} == {
        str(part["UID"]): str(part["SUMMARY"]) for part in told.values()
    }
    assert {part.uid.value: part.dtstart.value for part in other.contents["vevent"]} == {
        str(part["UID"]): part["DTSTART"].dt for part in told.values() if part.name == "VEVENT"
    }


def test_by_default_every_deadline_is_an_event_and_those_of_one_day_are_one(sachsenheim: Concept) -> None:
    read = Calendar.from_ical(ik.export(sachsenheim, "ical", kinds="measures").files[0].content)
    assert read.todos == []
    assert {event.DTSTART: str(event["SUMMARY"]) for event in read.events} == {
        date(2026, 12, 30): "3 Fristen (voraussichtlich)",
        date(2029, 6, 29): "5 Fristen (voraussichtlich)",
        date(2030, 6, 28): "3 Fristen (voraussichtlich)",
    }


def test_integreat_takes_over_the_action_days_and_the_evaluations_and_refuses_nothing(sachsenheim: Concept) -> None:
    export = ik.export(sachsenheim, "ical", profile="integreat", today=TODAY)
    content = export.files[0].content
    assert refusals(content) == []
    assert Counter(str(event["UID"]).partition("-")[0] for event in Calendar.from_ical(content).events) == {
        "action_day": 4, "concept": 2,
    }  # fmt: skip
    assert {loss.address for loss in export.losses} >= {measure.address for measure in sachsenheim.measures}


def test_each_working_group_has_a_feed(sachsenheim: Concept) -> None:
    export = ik.export(sachsenheim, "ical", per_group=True, kinds="measures", deadlines="todos")
    todos = {file.name: len(Calendar.from_ical(file.content).todos) for file in export.files}
    assert max(todos.values()) == 11
    assert sum(todos.values()) == 2 * 11  # in the whole calendar, and in that of the group of their field


def test_the_next_edition_changes_what_changed_and_nothing_else(sachsenheim: Concept) -> None:
    edition = sachsenheim.edition
    later = sachsenheim.replace("measure/sprachkurse", short_title="Deutschkurse").replace(
        "concept/sachsenheim", edition=_dated(edition, "2026-11")
    )
    before, after = entries(sachsenheim), entries(later, previous=sachsenheim)
    changed = {uid for uid in before if before[uid].to_ical() != after[uid].to_ical()}
    assert changed == {"measure-sprachkurse"}
    assert after["measure-sprachkurse"]["SEQUENCE"] > before["measure-sprachkurse"]["SEQUENCE"]


def _dated(edition: Any, as_of: str) -> Any:
    return attrs.evolve(edition, as_of=ik.PartialDate(as_of))
