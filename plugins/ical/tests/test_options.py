"""Content of the calendar by options."""

from datetime import date
from typing import Any

import attrs
import pytest
from icalendar import Calendar

import integrationskonzept as ik
from integrationskonzept.errors import OptionError
from integrationskonzept.testing import town
from integrationskonzept_ical import Options
from plugins.ical.tests.calendars import entries, exported, losses, rule

CONCEPT = town("""
horizons: [{id: short, title: kurz, maximum_years: 1}]
evaluation: {interval_years: 4}
meetings: [{id: netzwerk, title: Netzwerktreffen, date: 2026-03-18}]
groups:
  - {id: ag-sprache, title: AG Sprache, field_of_action_ref: sprache}
  - {id: ag-fest, title: AG Fest}
  - {id: ag-leer, title: AG ohne Termin}
  - {id: lenkung, title: Lenkungskreis}
fields_of_action:
  - id: sprache
    title: Sprache
    action_days: [{id: tag, title: Tag, date: --02-21, recurrence: yearly}]
    measures:
      - id: kurse
        title: Kurse
        steering_group_ref: lenkung
        time_frames: [short]
        steps: [{id: raum, title: Raum, due: 2025-03-01}]
        indicators: [{id: zahl, title: Zahl, target: {due: 2028-01-31}}]
    sub_fields:
      - id: kita
        title: Kita
        goals: [{id: ziel, text: Ziel, time_frames: [short]}]
        activities: [{id: vorlesen, title: Vorlesen, date: 2026-05-05}]
  - id: kultur
    title: Kultur
    group_ref: ag-fest
    activities: [{id: fest, title: Fest, date: 2026-06-27, end_date: 2026-06-28, measure_refs: [kurse]}]
""")

EVERYTHING = [
    "concept-musterstadt--evaluation--1",
    "meeting-netzwerk",
    "measure-kurse",
    "step-raum",
    "indicator-zahl--target",
    "action_day-tag",
    "goal-ziel",
    "activity-vorlesen",
    "activity-fest",
]


def chosen(**options: Any) -> set[str]:
    return set(entries(CONCEPT, **options))


def test_without_options_everything_goes_in() -> None:
    assert chosen() == set(EVERYTHING)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("action_days", "action_day-tag"),
        ("meetings", "meeting-netzwerk"),
        ("evaluations", "concept-musterstadt--evaluation--1"),
        ("measures", "measure-kurse"),
        ("goals", "goal-ziel"),
        ("steps", "step-raum"),
        ("targets", "indicator-zahl--target"),
    ],
)
def test_kinds_can_be_chosen(kind: str, expected: str) -> None:
    assert chosen(kinds=(kind,)) == {expected}
    assert chosen(kinds=(kind, "activities")) == {expected, "activity-vorlesen", "activity-fest"}


def test_a_field_brings_its_sub_fields_along() -> None:
    sprache = {"action_day-tag", "measure-kurse", "step-raum", "indicator-zahl--target"}
    assert chosen(fields=("sprache",)) == sprache | {"goal-ziel", "activity-vorlesen"}
    assert chosen(fields=("kita",)) == {"goal-ziel", "activity-vorlesen"}
    assert chosen(fields=("kita", "kultur")) == {"goal-ziel", "activity-vorlesen", "activity-fest"}


def test_a_measure_brings_along_what_hangs_on_it_and_what_serves_it() -> None:
    assert chosen(measures=("kurse",)) == {
        "measure-kurse", "step-raum", "indicator-zahl--target", "activity-fest",
    }  # fmt: skip


def test_a_group_brings_along_the_field_it_works_on_and_the_measure_it_steers() -> None:
    assert chosen(groups=("ag-sprache",)) == chosen(fields=("sprache",))
    assert chosen(groups=("ag-fest",)) == {"activity-fest"}
    assert chosen(groups=("lenkung",)) == {"measure-kurse", "step-raum", "indicator-zahl--target"}


def test_choices_of_several_kinds_must_all_hold() -> None:
    assert chosen(fields=("kultur",), measures=("kurse",), kinds=("activities",)) == {"activity-fest"}
    assert chosen(fields=("kultur",), groups=("ag-sprache",)) == set()


def test_an_activity_can_name_its_groups_itself() -> None:
    document = (
        "groups: [{id: ag, title: AG}]\n"
        "overarching: {activities: [{id: a, title: A, date: 2026-01-02, group_refs: [ag]}]}"
    )
    assert set(entries(town(document), groups=("ag",))) == {"activity-a"}


@pytest.mark.parametrize("option", ["fields", "measures", "groups"])
def test_what_does_not_exist_cannot_be_chosen(option: str) -> None:
    with pytest.raises(OptionError, match=f"the option '{option}': concept/musterstadt has no .* 'spraeche'"):
        chosen(**{option: ("spraeche",)})


def test_what_is_internal_cannot_be_chosen() -> None:
    concept = town("fields_of_action: [{id: geheim, title: Geheim, internal: true}]")
    with pytest.raises(OptionError):
        exported(concept, fields=("geheim",))


def test_a_period_cuts_off_what_lies_outside_and_keeps_what_reaches_in() -> None:
    assert chosen(start=date(2026, 6, 28), end=date(2026, 11, 30)) == {"activity-fest"}
    assert chosen(start=date(2026, 6, 29), end=date(2026, 11, 30)) == set()
    assert chosen(start=date(2026, 12, 30), end=date(2026, 12, 30)) == {"measure-kurse", "goal-ziel"}
    assert chosen(end=date(2025, 3, 1)) == {"step-raum", "action_day-tag"}
    assert chosen(start=date(2027, 1, 1)) == {
        "action_day-tag",
        "indicator-zahl--target",
        "concept-musterstadt--evaluation--1",
    }


def test_a_period_cuts_a_series_to_the_days_inside() -> None:
    day = entries(CONCEPT, start=date(2026, 3, 1), end=date(2028, 1, 1))["action_day-tag"]
    assert day["DTSTART"].dt == date(2027, 2, 21)
    assert rule(day) == "FREQ=YEARLY;UNTIL=20280101"
    assert "action_day-tag" in chosen(start=date(2029, 2, 21))
    assert "action_day-tag" not in chosen(start=date(2029, 2, 22))


def test_a_series_of_several_days_that_reaches_into_the_period_stays() -> None:
    document = (
        "overarching: {activities: [{id: a, title: A, date: 2026-06-27, end_date: 2026-06-29, recurrence: yearly}]}"
    )
    part = entries(town(document), start=date(2027, 6, 29))["activity-a"]
    assert (part["DTSTART"].dt, part["DTEND"].dt) == (date(2027, 6, 27), date(2027, 6, 30))


def test_a_series_near_the_end_of_all_days_does_not_run_over_it() -> None:
    document = (
        "overarching: {activities: [{id: a, title: A, date: 9999-12-20, end_date: 9999-12-25, recurrence: daily}]}"
    )
    endless = town(document, period="{start: 2025, end: 9999}")
    assert list(entries(endless, start=date(9999, 12, 31))) == ["activity-a"]
    assert len(entries(endless, profile="integreat", today=date(9999, 12, 30))) > 1


def test_an_endless_series_stays_endless() -> None:
    document = "overarching: {action_days: [{id: tag, title: Tag, date: --02-21, recurrence: yearly}]}"
    endless = town(document, period="{start: 2025}")
    assert rule(entries(endless, start=date(2026, 1, 1))["action_day-tag"]) == "FREQ=YEARLY"


def test_each_group_gets_a_feed_of_its_own_beside_the_whole_calendar() -> None:
    files = exported(CONCEPT, per_group=True).files
    assert [file.name for file in files] == [
        "calendar-musterstadt.ics",
        "calendar-musterstadt-ag-sprache.ics",
        "calendar-musterstadt-ag-fest.ics",
        "calendar-musterstadt-lenkung.ics",
    ]
    fest = Calendar.from_ical(files[2].content)
    assert fest["NAME"] == "Integrationskonzept der Stadt Musterstadt – AG Fest"
    assert [event["UID"] for event in fest.events] == ["activity-fest@musterstadt.integrationskonzept"]
    assert "group/ag-leer: its calendar would be empty" in losses(CONCEPT, per_group=True)


def test_of_chosen_groups_only_those_get_a_feed() -> None:
    files = exported(CONCEPT, per_group=True, groups=("ag-fest",)).files
    assert [file.name for file in files] == ["calendar-musterstadt.ics", "calendar-musterstadt-ag-fest.ics"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"alarm_days": -1},
        {"alarm_days": 367},
        {"colour": "#ff0000"},
        {"start": date(2027, 1, 2), "end": date(2027, 1, 1)},
    ],
)
def test_values_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong)).partition("_")[0]):
        Options(**wrong)


def test_options_are_taken_from_text_as_a_command_line_gives_them() -> None:
    said = ik.export(
        CONCEPT, "ical", profile="standard", kinds="meetings,steps", alarm_days="3", start="2026-01-01", per_group="no"
    )
    (event,) = Calendar.from_ical(said.files[0].content).events
    assert event["SUMMARY"] == "Netzwerktreffen"


def test_an_earlier_edition_is_given_as_it_is_or_in_a_list() -> None:
    one = ik.export(CONCEPT, "ical", previous=CONCEPT)
    assert one == ik.export(CONCEPT, "ical", previous=[CONCEPT])


def test_every_option_is_explained_in_both_languages() -> None:
    for attribute in (each for each in attrs.fields(Options) if each.init):
        said = attribute.metadata["help"]
        assert said.text("en") != said.text("de")
