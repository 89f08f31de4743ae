"""Time frames of measures and goals, steps and targets become to-dos."""

from datetime import date

import integrationskonzept as ik
from integrationskonzept.testing import town
from plugins.ical.tests.calendars import entries, entry, losses, warnings

HORIZONS = """
horizons:
  - {id: short, title: kurzfristig, maximum_years: 1}
  - {id: long, title: langfristig, minimum_years: 3, maximum_years: 4, approximate: true}
  - {id: open, title: offen}
  - {id: forever, title: dauerhaft, maximum_years: 5, permanent: true}
  - {id: phase-two, title: zweite Phase, start: 2027, end: 2028-06}
status_scale:
  - {id: geplant, title: geplant, neutral: planned}
  - {id: laeuft, title: läuft, neutral: started}
  - {id: fertig, title: fertig, neutral: done}
  - {id: aufgegeben, title: aufgegeben, neutral: cancelled}
  - {id: unklar, title: unklar, neutral: unknown}
"""


def measure(text: str) -> str:
    return f"{HORIZONS}\noverarching: {{measures: [{{id: kurse, title: Sprachkurse, {text}}}]}}"


def test_a_time_frame_becomes_a_to_do_with_a_derived_day_that_says_how_it_was_found() -> None:
    todo = entry(town(measure("time_frames: [short]")))
    assert todo.name == "VTODO"
    assert todo["UID"] == "measure-kurse@musterstadt.integrationskonzept"
    assert todo["SUMMARY"] == "Sprachkurse"
    assert todo["DUE"].dt == date(2026, 12, 30)
    assert todo["DESCRIPTION"] == (
        "Fällig 31.12.2025 bis 30.12.2026: abgeleitet, im Konzept nicht angegeben:"
        " Zeitrahmen „kurzfristig“, ab Beginn der Laufzeit (Beginn: 2025, Höchstens (Jahre): 1)."
        "\n\nZeitrahmen: kurzfristig"
    )


def test_several_time_frames_become_a_to_do_each_and_are_told_apart() -> None:
    todos = entries(town(measure("time_frames: [short, {horizon_ref: long, phase: Ausbau}]")))
    assert {uid: (todo["SUMMARY"], todo["DUE"].dt) for uid, todo in todos.items()} == {
        "measure-kurse": ("Sprachkurse (kurzfristig)", date(2026, 12, 30)),
        "measure-kurse--ausbau": ("Sprachkurse (Ausbau)", date(2030, 6, 28)),
    }
    assert "Fällig 30.06.2028 bis 29.06.2030" in todos["measure-kurse--ausbau"]["DESCRIPTION"]


def test_a_time_frame_named_twice_keeps_two_identities() -> None:
    todos = entries(town(measure("time_frames: [short, short, {end: 2027-05}, {end: 2027-06}]")))
    assert list(todos) == [
        "measure-kurse",
        "measure-kurse--short--2",
        "measure-kurse--2027",
        "measure-kurse--2027--2",
    ]
    assert [todo["SUMMARY"] for todo in todos.values()][2:] == ["Sprachkurse (2027-05)", "Sprachkurse (2027-06)"]


def test_a_time_frame_with_a_beginning_of_its_own_counts_from_there() -> None:
    todo = entry(town(measure("time_frames: [{horizon_ref: short, start: 2026-04-01}]")))
    assert todo["DUE"].dt == date(2027, 3, 31)
    assert "gezählt ab eigenem Beginn (Beginn: 01.04.2026" in todo["DESCRIPTION"]


def test_stated_ends_are_taken_as_their_last_day() -> None:
    assert entry(town(measure("time_frames: [{end: 2026-09-30}]")))["DUE"].dt == date(2026, 9, 30)
    assert entry(town(measure("time_frames: [phase-two]")))["DUE"].dt == date(2028, 6, 30)
    stated = entry(town(measure("time_frames: [{end: 2026-Q3}]")))
    assert stated["DUE"].dt == date(2026, 9, 30)
    assert "letzter Tag der Angabe 3. Quartal 2026" in stated["DESCRIPTION"]


def test_a_planned_end_takes_the_place_of_the_time_frames() -> None:
    todo = entry(town(measure("time_frames: [short], schedule: {planned: {start: 2026-02, end: 2026-11-15}}")))
    assert todo["UID"] == "measure-kurse@musterstadt.integrationskonzept"
    assert (todo["DTSTART"].dt, todo["DUE"].dt) == (date(2026, 2, 1), date(2026, 11, 15))


def test_a_planned_start_and_a_duration_make_an_end() -> None:
    todo = entry(town(measure("schedule: {planned: {start: 2026-02}, duration_months: 18}")))
    assert (todo["DTSTART"].dt, todo["DUE"].dt) == (date(2026, 2, 1), date(2027, 8, 27))
    assert todo["DESCRIPTION"] == (
        "Fällig 31.07.2027 bis 27.08.2027: abgeleitet, im Konzept nicht angegeben:"
        " ihr geplanter Beginn und ihre Dauer (Beginn: Februar 2026, Laufzeit in Monaten: 18)."
    )
    nowhere = measure("schedule: {planned: {start: --02-01}, duration_months: 18}")
    assert losses(town(nowhere)) == ["measure/kurse: the planned dates of its schedule name no year"]


def test_years_in_the_timeline_go_before_time_frames_but_not_before_stated_dates() -> None:
    def due(frames: str, years: str = "[2025, 2026]") -> date:
        timeline = f"\ntimeline: {{rows: [{{id: zeile, title: Kurse, measure_ref: kurse, years: {years}}}]}}"
        day: date = entry(town(measure(f"time_frames: [{frames}]") + timeline))["DUE"].dt
        return day

    assert due("long") == date(2026, 12, 31)
    assert due("{end: 2027-03-31}") == date(2027, 3, 31)
    assert due("long", "[]") == date(2030, 6, 28)


def test_a_year_that_there_is_not_is_lost() -> None:
    timeline = "\ntimeline: {rows: [{id: zeile, title: Kurse, measure_ref: kurse, years: [20260]}]}"
    lost = ["measure/kurse: its row of the timeline names no years of the calendar"]
    assert losses(town(measure("time_frames: [short]") + timeline)) == lost


def test_a_beginning_that_is_not_before_the_end_is_left_out() -> None:
    todo = entry(town(measure("schedule: {planned: {start: 2026-11-15, end: 2026-11-15}}")))
    assert "DTSTART" not in todo


def test_what_has_no_end_is_lost() -> None:
    for stated, why in (
        ("time_frames: [open]", "time frame 'offen' states no years"),
        ("time_frames: [unbekannt]", "time frame 'unbekannt' is not defined"),
        ("time_frames: [{start: 2026}]", "no end is stated"),
        ("commitment: adopted", "neither a schedule nor a time frame is stated"),
        ("schedule: {planned: {start: 2026}}", "no end is stated"),
        ("kind: permanent", "it has no end, by intention"),
    ):
        assert losses(town(measure(stated))) == [f"measure/kurse: {why}"]


def test_what_counts_from_nowhere_is_lost() -> None:
    lost = "measure/kurse: time frame 'kurzfristig' counts from the start of the period, which is not stated"
    assert losses(town(measure("time_frames: [short]"), period=None)) == [lost]
    assert losses(town(measure("time_frames: [short]"), period="{end: 2029}")) == [lost]
    yearless = town(measure("time_frames: [{horizon_ref: short, start: --04-01}]"))
    assert losses(yearless) == ["measure/kurse: no end is stated"]


def test_an_end_without_a_year_is_lost() -> None:
    assert losses(town(measure("time_frames: [{end: --09-30}]"))) == ["measure/kurse: a day without a year: --09-30"]
    planned = measure("schedule: {planned: {end: --09-30}}")
    assert losses(town(planned)) == ["measure/kurse: the planned dates of its schedule name no year"]


def test_the_last_report_tells_how_far_a_to_do_is() -> None:
    def told(*reports: str) -> tuple[str | None, int | None]:
        todo = entry(town(measure(f"time_frames: [short], status_reports: [{', '.join(reports)}]")))
        return todo.get("STATUS"), todo.get("PERCENT-COMPLETE")

    assert told() == (None, None)
    assert told("{as_of: 2025-06, level_ref: geplant}") == ("NEEDS-ACTION", None)
    assert told("{as_of: 2025-06, level_ref: geplant}", "{as_of: 2025-12, level_ref: laeuft, completion: 40}") == (
        "IN-PROCESS",
        40,
    )
    assert told("{as_of: 2025-06, level_ref: fertig, completion: 140}") == ("COMPLETED", 100)
    assert told("{as_of: 2025-06, level_ref: unklar}") == (None, None)
    assert told("{as_of: 2025-06, level_ref: gibt-es-nicht}") == (None, None)


def test_what_is_nothing_to_do_any_more_is_lost() -> None:
    for stated, why in (
        ("merged_into: andere", "it was merged into measure 'andere'"),
        ("split_into: [a, b]", "it was split into a and b"),
        ("replaced_by: andere", "it was replaced by measure 'andere'"),
        ("rejected: zu teuer", "it was rejected: zu teuer"),
        ("status_reports: [{as_of: 2025, level_ref: aufgegeben}]", "reported as aufgegeben (cancelled), as of 2025"),
    ):
        concept = town(measure(f"time_frames: [short], {stated}"))
        assert losses(concept) == [f"measure/kurse: not pursued any more: {why}"]
        assert entries(concept) == {}


def test_nothing_in_a_measure_that_is_not_pursued_has_a_date_but_what_was_done() -> None:
    concept = town("""
overarching:
  measures:
    - id: kurse
      title: Sprachkurse
      rejected: zu teuer
      activities: [{id: fest, title: Fest, date: 2026-06-27}]
      indicators: [{id: zahl, title: Zahl, target: {due: 2026, value: 3}}]
      steps:
        - {id: raum, title: Raum, due: 2025-03}
        - {id: plan, title: Plan, done_on: 2025-02-03}
      sub_measures: [{id: abendkurse, title: Abendkurse, schedule: {planned: {end: 2026}}}]
""")
    assert list(entries(concept)) == ["step-plan"]
    lost = {loss.partition(":")[0] for loss in losses(concept)}
    assert lost == {"measure/kurse", "measure/abendkurse", "activity/fest", "indicator/zahl", "step/raum"}


def test_a_measure_is_done_once_it_ended() -> None:
    ended = measure("schedule: {planned: {end: 2026}, actual: {end: 2025-12}}")
    assert entry(town(ended))["STATUS"] == "COMPLETED"
    status = "status_reports: [{as_of: 2025, level_ref: geplant}]"
    reported = measure(f"schedule: {{planned: {{end: 2026}}, actual: {{end: 2025}}}}, {status}")
    assert entry(town(reported))["STATUS"] == "COMPLETED"


def test_a_measure_with_dated_steps_is_due_with_the_last_of_them_as_its_evaluation_says() -> None:
    concept = town(measure("steps: [{id: a, title: Raum, due: 2026-Q4}, {id: b, title: Plan, due: 2026-09}]"))
    todo = entries(concept, kinds=("measures",))["measure-kurse"]
    planned = ik.evaluate(concept, date(2026, 1, 1)).measure("kurse").schedule.planned
    assert planned.value
    assert todo["DUE"].dt == planned.value.last == date(2026, 12, 31)
    assert "Ende ist das Datum des letzten datierten Arbeitsschritts, „Raum“" in todo["DESCRIPTION"]


def test_a_measure_tells_what_it_is_to_reach_and_who_is_responsible() -> None:
    todo = entry(
        town("""
actors: [{id: ib, title: Integrationsbeauftragte}]
fields_of_action:
  - id: sprache
    title: Sprache und Bildung
    measures:
      - id: kurse
        title: Sprachkurse
        description: Kurse am Abend.
        target_state: [Alle sprechen A2]
        leads: [ib, {printed: AK Asyl}]
        time_frames: [{end: 2026-09-30, printed: bis Herbst 2026}]
""")
    )
    assert todo["DESCRIPTION"].split("\n\n") == [
        "Kurse am Abend.",
        "Soll-Zustand:\n– Alle sprechen A2",
        "Federführung: Integrationsbeauftragte, AK Asyl",
        "Zeitrahmen: bis Herbst 2026",
        "Handlungsfeld: Sprache und Bildung",
    ]


def test_a_goal_with_a_time_frame_becomes_a_to_do() -> None:
    concept = town(
        HORIZONS + "overarching: {goals: [{id: a2, text: Alle sprechen A2, time_frames: [short]}, {id: b, text: B}]}"
    )
    todo = entry(concept)
    assert (todo["UID"], todo["SUMMARY"]) == ("goal-a2@musterstadt.integrationskonzept", "Alle sprechen A2")
    assert losses(concept) == []


def test_steps_become_to_dos_and_done_ones_say_so() -> None:
    concept = town("""
overarching:
  measures:
    - id: kurse
      title: Sprachkurse
      steps:
        - {id: a, title: Raum, due: 2025-03, milestone: true}
        - {id: b, title: Plan, done_on: 2025-02-03}
        - {id: c, title: Rest}
""")
    steps = entries(concept, kinds=("steps",))
    assert steps["step-a"]["DUE"].dt == date(2025, 3, 31)
    assert "STATUS" not in steps["step-a"]
    assert "Meilenstein\n\nMaßnahme: Sprachkurse" in steps["step-a"]["DESCRIPTION"]
    assert (steps["step-b"]["DUE"].dt, steps["step-b"]["STATUS"]) == (date(2025, 2, 3), "COMPLETED")
    assert losses(concept) == ["step/c: no date is stated"]


def test_targets_with_a_date_become_to_dos_and_those_without_are_lost() -> None:
    concept = town("""
overarching:
  indicators:
    - id: kurse
      title: Zahl der Kurse
      unit: Kurse
      target: {due: 2029, value: 30}
      interim_targets: [{due: 2027-06-30, minimum: 15, maximum: 20}, {value: 25}]
    - {id: ohne, title: Ohne Zielwert}
""")
    targets = entries(concept)
    assert list(targets) == ["indicator-kurse--target", "indicator-kurse--interim--2027"]
    assert targets["indicator-kurse--target"]["SUMMARY"] == "Zielwert: Zahl der Kurse"
    assert targets["indicator-kurse--target"]["DUE"].dt == date(2029, 12, 31)
    assert targets["indicator-kurse--target"]["DESCRIPTION"].endswith("\n\nWert: 30 Kurse")
    assert targets["indicator-kurse--interim--2027"]["DESCRIPTION"] == "Mindestens: 15 Kurse\n\nHöchstens: 20 Kurse"
    assert losses(concept) == ["indicator/kurse: no date is stated by which the target is to be met"]


def test_what_derived_days_rest_on_is_warned_of_once() -> None:
    concept = town("""
discrepancies:
  - {id: laufzeit, kind: ambiguity, text: Der Beginn ist nicht genannt., attribute: period}
horizons:
  - id: short
    title: kurzfristig
    maximum_years: 1
    discrepancies: [{id: ab-wann, kind: omission, text: Ab wann gezählt wird bleibt offen., attribute: maximum_years}]
overarching: {measures: [{id: a, title: A, time_frames: [short]}, {id: b, title: B, time_frames: [short]}]}
""")
    assert warnings(concept) == [
        "concept/musterstadt: Doubtful: Der Beginn ist nicht genannt.",
        "horizon/short: Doubtful: Ab wann gezählt wird bleibt offen.",
    ]
    assert warnings(concept, kinds=("action_days",)) == []
