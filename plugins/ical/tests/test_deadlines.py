"""Deadlines are events by default, since most calendar programs show no to-dos of a feed."""

from datetime import date

import pytest

from integrationskonzept import Concept
from integrationskonzept.testing import town
from plugins.ical.tests.calendars import Part, entries, entry, exported, read

SCALE = "status_scale: [{id: fertig, title: fertig, neutral: done}]\n"


def measures(*stated: str, **header: str) -> Concept:
    said = ", ".join(f"{{id: m-{number}, title: Kurs {number}, {text}}}" for number, text in enumerate(stated, 1))
    return town(f"{SCALE}overarching: {{measures: [{said}]}}", **header)


def events(concept: Concept, **options: object) -> dict[str, Part]:
    return entries(concept, deadlines="events", **options)


def test_a_stated_deadline_is_an_event_of_its_day_that_keeps_nobody_busy() -> None:
    (event,) = events(measures("schedule: {planned: {end: 2026-09-30}}")).values()
    assert event.name == "VEVENT"
    assert event["UID"] == "measure-m-1--due@musterstadt.integrationskonzept"
    assert (event["SUMMARY"], event["TRANSP"]) == ("Frist: Kurs 1", "TRANSPARENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 9, 30), date(2026, 10, 1))


def test_a_derived_deadline_says_so_in_its_title() -> None:
    (event,) = events(measures("schedule: {planned: {end: 2026-09}}")).values()
    assert event["SUMMARY"] == "Frist: Kurs 1 (voraussichtlich)"
    (english,) = events(measures("schedule: {planned: {end: 2026-09}}"), language="en").values()
    assert english["SUMMARY"] == "Deadline: Kurs 1 (expected)"


def test_what_is_done_has_a_tick_or_is_left_out() -> None:
    done = measures("schedule: {planned: {end: 2026-09-30}, actual: {end: 2026-08-15}}")
    (event,) = events(done).values()
    assert event["SUMMARY"] == "✓ Frist: Kurs 1"
    assert events(done, done=False) == {}
    todo = entry(done)
    assert (todo["STATUS"], todo["PERCENT-COMPLETE"]) == ("COMPLETED", 100)
    assert todo["COMPLETED"].to_ical() == b"20260815T000000Z"


def test_several_deadlines_of_a_day_are_one_event_unless_asked_otherwise() -> None:
    one_day = ["schedule: {planned: {end: 2026-09-30}}"] * 2
    concept = measures(
        *one_day, "status_reports: [{as_of: 2026-08, level_ref: fertig}], time_frames: [{end: 2026-09-30}]"
    )
    bundle = events(concept)["concept-musterstadt--deadlines--2026-09-30"]
    assert bundle["SUMMARY"] == "3 Fristen"
    assert bundle["DESCRIPTION"] == "– Maßnahme: Kurs 1\n– Maßnahme: Kurs 2\n– ✓ Maßnahme: Kurs 3"
    assert set(events(concept, bundle=False)) == {"measure-m-1--due", "measure-m-2--due", "measure-m-3--due"}


def test_a_target_among_the_deadlines_of_a_day_is_named_once() -> None:
    target = "indicators: [{id: z, title: Z, target: {due: 2026-09-30}}]"
    concept = measures(f"schedule: {{planned: {{end: 2026-09-30}}}}, {target}")
    bundle = events(concept)["concept-musterstadt--deadlines--2026-09-30"]
    assert bundle["DESCRIPTION"] == "– Maßnahme: Kurs 1\n– Zielwert: Z"


def test_the_event_of_a_day_lists_a_hundred_deadlines_and_counts_the_rest() -> None:
    many = measures(*["schedule: {planned: {end: 2026-09-30}}"] * 103)
    bundle = events(many)["concept-musterstadt--deadlines--2026-09-30"]
    assert bundle["SUMMARY"] == "103 Fristen"
    assert bundle["DESCRIPTION"].endswith("– Maßnahme: Kurs 100\n– und 3 weitere")


@pytest.mark.parametrize("shown", ["events", "todos", "both"])
def test_deadlines_are_shown_as_asked(shown: str) -> None:
    found = entries(measures("schedule: {planned: {end: 2026-09-30}}"), deadlines=shown)
    names = {"events": {"VEVENT"}, "todos": {"VTODO"}, "both": {"VEVENT", "VTODO"}}
    assert {part.name for part in found.values()} == names[shown]


def test_a_postponed_measure_keeps_its_identity() -> None:
    frames = "horizons: [{id: kurz, title: kurz, maximum_years: 1}, {id: mittel, title: mittel, maximum_years: 3}]\n"
    kurz = town(f"{frames}overarching: {{measures: [{{id: kurse, title: Kurse, time_frames: [kurz]}}]}}")
    mittel = town(f"{frames}overarching: {{measures: [{{id: kurse, title: Kurse, time_frames: [mittel]}}]}}")
    plan = town("overarching: {measures: [{id: kurse, title: Kurse, schedule: {planned: {end: 2028}}}]}")
    assert list(entries(kurz)) == list(entries(mittel)) == list(entries(plan)) == ["measure-kurse"]
    assert all("STATUS" not in part for part in entries(mittel, previous=kurz).values())


def test_a_step_and_a_target_belong_to_their_measure_where_it_has_an_entry() -> None:
    concept = town("""
overarching:
  measures:
    - id: kurse
      number: '3.2'
      title: Sprachkurse für Frauen mit kleinen Kindern
      short_title: Frauenkurse
      schedule: {planned: {end: 2027-06-30}}
      steps: [{id: raum, title: Raum, due: 2026-05-04}]
      indicators: [{id: zahl, title: Zahl, target: {due: 2027-02-01}}]
""")
    for shown, suffix in (("todos", ""), ("events", "--due")):
        found = entries(concept, deadlines=shown)
        parent = f"measure-kurse{suffix}@musterstadt.integrationskonzept"
        assert found[f"step-raum{suffix}"]["RELATED-TO"] == parent
        assert found[f"indicator-zahl--target{suffix}"]["RELATED-TO"] == parent
        assert found[f"measure-kurse{suffix}"]["SUMMARY"].endswith("3.2 Frauenkurse")
    assert "RELATED-TO" not in entry(concept, kinds=("steps",))


def test_an_entry_leads_to_the_report_of_an_evaluation_or_to_the_published_concept() -> None:
    concept = town(
        "evaluations: [{id: eins, held_on: 2026-05-04, url: 'https://example.org/bericht'}]\n"
        "meetings: [{id: m, title: Treffen, date: 2026-05-05}]",
        edition="{as_of: 2026-01, url: 'https://example.org/konzept'}",
    )
    found = entries(concept)
    assert found["evaluation-eins"]["URL"] == "https://example.org/bericht"
    assert found["meeting-m"]["URL"] == "https://example.org/konzept"
    assert (
        "URL"
        not in entries(town("meetings: [{id: m, title: T, date: 2026-05-05}]", edition="{url: 'a b'}"))["meeting-m"]
    )


def test_the_calendar_of_a_group_bundles_its_own_deadlines_only() -> None:
    concept = town("""
groups: [{id: ag, title: AG, field_of_action_ref: sprache}]
fields_of_action:
  - {id: sprache, title: Sprache, measures: [{id: a, title: A, schedule: {planned: {end: 2026-09-30}}}]}
  - {id: kultur, title: Kultur, measures: [{id: b, title: B, schedule: {planned: {end: 2026-09-30}}}]}
""")
    whole, own = (read(file.content) for file in exported(concept, deadlines="events", per_group=True).files)
    assert list(whole) == ["concept-musterstadt--deadlines--2026-09-30"]
    assert list(own) == ["measure-a--due"]
