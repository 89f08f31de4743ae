"""Outputs read back from their bytes agree on whether a measure stands, when it is due, and what is derived."""

import csv
import io
import json
from collections import Counter
from datetime import date
from random import Random
from typing import Any

from attrs import evolve, frozen
from icalendar import Calendar

import integrationskonzept as ik
from integrationskonzept import Concept, ConceptEvaluation
from integrationskonzept.blocks import to_text
from integrationskonzept.documents.evaluation_data import evaluation_data
from integrationskonzept.testing import town
from integrationskonzept_ical.working_days import last_working_day
from tests.accounts.read_report import ReportedMeasure, reported_measures
from tests.figures.read_courses import seen_targets
from tests.figures.read_overview import SeenBox, seen_boxes
from tests.figures.read_timeline import seen_measures

TODAY = date(2026, 11, 27)
CONCEPTS, LEAST = 220, 20
HEAD = """
horizons:
  - {id: kurz, title: kurz, maximum_years: 1}
  - {id: mittel, title: mittel, minimum_years: 1, maximum_years: 3}
  - {id: rund, title: rund, minimum_years: 2, maximum_years: 4, approximate: true}
  - {id: immer, title: dauernd, permanent: true}
  - {id: jahre, title: Jahre, start: 2027, end: 2028-06}
status_scale:
  - {id: laeuft, title: läuft, neutral: started}
  - {id: fertig, title: fertig, neutral: done}
  - {id: dauer, title: Daueraufgabe, neutral: permanent}
  - {id: aus, title: aufgegeben, neutral: cancelled}
"""
DATES = ("2026-03-31", "2026-09", "2027", "2027-Q2", "2028-H1", "2028-12-31")
CASES = {
    "horizon only": "time_frames: [{horizon}]",
    "two horizons": "time_frames: [kurz, mittel]",
    "horizon with a start": "time_frames: [{{horizon_ref: kurz, start: {date}}}]",
    "steps only": "steps: [{{id: s-{n}, title: Schritt, due: {date}}}, {{id: t-{n}, title: Schritt}}]",
    "approximate class": "time_frames: [rund]",
    "schedule": "schedule: {{planned: {{start: 2025, end: {date}}}}}",
    "duration": "schedule: {{planned: {{start: 2025-04-01}}, duration_months: {months}}}",
    "open schedule": "schedule: {{planned: {{start: 2025-04-01}}}}, time_frames: [{horizon}]",
    "nothing": "commitment: adopted",
    "rejected": "rejected: zu teuer, time_frames: [{horizon}]",
    "merged": "merged_into: m-0, schedule: {{planned: {{end: {date}}}}}",
    "split": "split_into: [m-0, m-1], time_frames: [{horizon}]",
    "replaced": "{replaced}: m-0, time_frames: [{horizon}]",
    "cancelled": "{status}: [{{as_of: 2026-05, {level}: aus}}], time_frames: [{horizon}]",
    "done": "{status}: [{{as_of: 2026-05, {level}: fertig}}], schedule: {{planned: {{end: {date}}}}}",
    "permanent": "{status}: [{{as_of: 2026-05, {level}: dauer}}], schedule: {{planned: {{end: {date}}}}}",
    "permanent class": "time_frames: [immer]",
    "running": "{status}: [{{as_of: 2026-05, {level}: laeuft}}], schedule: {{planned: {{end: {date}}}}}",
    "internal": "internal: true, schedule: {{planned: {{end: {date}}}}}",
}
INDICATOR = (
    "{{id: i-{n}, title: Kurse {n}, kind: count, unit: Kurse, baseline: {{as_of: 2025, value: 1}},"
    " target: {{due: {date}, value: 9}}, observations: [{observed}]}}"
)
OBSERVED = ("", "{as_of: 2026-03, value: 5}", "{as_of: 2025-06, value: 2}, {as_of: 2026, value: 9}")
WORDS = {"replaced": "replaced_by", "status": "status_reports", "level": "level_ref"}
"""Names of attributes in the files."""


@frozen(kw_only=True)
class Generated:
    """A concept with the case of each of its measures."""

    concept: Concept
    cases: dict[str, str]


def generated(seed: int) -> Generated:
    random = Random(seed)  # noqa: S311 - nothing secret
    names = ["schedule", "horizon only", *random.choices(sorted(CASES), k=random.randint(3, 7))]
    measures = [
        f"{{id: m-{n}, title: Maßnahme {n}, {CASES[name].format(n=n, **drawn(random))},"
        f" indicators: [{INDICATOR.format(n=n, date=random.choice(DATES), observed=random.choice(OBSERVED))}]}}"
        for n, name in enumerate(names)
    ]
    period = random.choice(["{start: 2025, end: 2029}", "{start: 2025-03-01, end: 2030}", "{start: 2025-01}"])
    ags = random.choice(["'08118076'", "'11000000'", "'09162000'"])
    document = f"{HEAD}\noverarching: {{measures: [{', '.join(measures)}]}}"
    concept = town(document, period=period, municipality=f"{{name: Musterstadt, ags: {ags}}}")
    return Generated(concept=concept, cases={f"m-{n}": name for n, name in enumerate(names)})


def drawn(random: Random) -> dict[str, Any]:
    return WORDS | {
        "horizon": random.choice(["kurz", "mittel", "jahre"]),
        "date": random.choice(DATES),
        "months": random.choice([6, 18, 30]),
    }


@frozen(kw_only=True)
class Told:
    """What one output says of a measure: when it is due, and whether that is derived."""

    due: str | None
    is_derived: bool


def by_table(concept: Concept) -> tuple[dict[str, Told], dict[str, str]]:
    content = ik.tables(concept)["measures"].to_csv()
    rows = list(csv.DictReader(io.StringIO(content)))
    told = {
        row["measure"]: Told(due=row["planned_end"] or None, is_derived=row["deadline_basis"] == "derived")
        for row in rows
    }
    return told, {row["measure"]: row["pursuit"] for row in rows}


def by_evaluation(concept: Concept) -> tuple[dict[str, Told], dict[str, str]]:
    content = json.loads(json.dumps(evaluation_data(ik.evaluate(concept, date.max))))["measures"]
    told = {
        row["address"].removeprefix("measure/"): Told(
            due=row["deadline"], is_derived=row["deadline_basis"] == "derived"
        )
        for row in content
    }
    return told, {row["address"].removeprefix("measure/"): row["pursuit"] for row in content}


def by_calendar(concept: Concept, **options: Any) -> dict[str, Told]:
    """Return the last entry of each measure, read back with the words that a reader of it sees."""
    content = ik.export(concept, "ical", kinds="measures", today=TODAY, **options).files[0].content
    calendar = Calendar.from_ical(content)
    last: dict[str, Told] = {}
    for part in [*calendar.todos, *calendar.events]:
        id = str(part["UID"]).partition("@")[0].removeprefix("measure-").removesuffix("--due").partition("--")[0]
        day: Any = part.get("DUE") or part["DTSTART"]
        due: str = day.dt.isoformat()
        if id not in last or (last[id].due or "") <= due:
            last[id] = Told(
                due=due, is_derived="abgeleitet, im Konzept nicht angegeben" in str(part.get("DESCRIPTION"))
            )
    return last


DERIVED = "abgeleitet, im Konzept nicht angegeben"


def by_timeline(concept: Concept) -> dict[str, Told]:
    """Return what the timeline says and draws of each measure that is pursued."""
    files = ik.export(concept, "charts", kinds="timeline", today=TODAY).files
    seen = seen_measures(file.content for file in files)
    for measure in seen.values():
        if measure.due and measure.end and not measure.goes_on:
            assert measure.end == measure.due, (concept.id, measure)
    return {
        id: Told(due=measure.due.isoformat() if measure.due else None, is_derived=measure.is_due_derived)
        for id, measure in seen.items()
        if measure.stands
    }


def by_report(evaluation: ConceptEvaluation) -> dict[str, ReportedMeasure]:
    """Return what the text of the evaluation tells of each measure."""
    text = to_text(evaluation.blocks("de"), width=None)
    return {f"m-{title.removeprefix('Maßnahme ')}": one for title, one in reported_measures(text).items()}


def by_overview(concept: Concept) -> dict[str, SeenBox]:
    """Return the box of each measure on the overview."""
    return seen_boxes(file.content for file in ik.export(concept, "charts", kinds="overview", today=TODAY).files)


def derived_bars(concept: Concept) -> set[str]:
    files = ik.export(concept, "charts", kinds="timeline", today=TODAY).files
    return {id for id, one in seen_measures(file.content for file in files).items() if one.is_plan_derived}


GONE = {"rejected", "merged", "split", "replaced", "given_up"}


def test_no_output_disagrees_with_another() -> None:
    met: Counter[str] = Counter()
    compared = 0
    for seed in range(CONCEPTS):
        made = generated(seed)
        met.update(made.cases.values())
        public = made.concept.public()
        table, pursued = by_table(public)
        evaluated, states = by_evaluation(public)
        assert pursued == states, seed
        assert table == evaluated, seed
        state = {"08": "BW", "11": "BE", "09": "BY"}[(public.municipality.ags or "")[:2]]
        expected = {
            id: evolve(told, due=shown(told, state))
            for id, told in table.items()
            if told.due and pursued[id] not in GONE
        }
        compared += len(expected)
        drawn = by_timeline(made.concept)
        assert drawn.keys() == {id for id, state in pursued.items() if state not in GONE}, seed
        assert {id: one for id, one in drawn.items() if one.due} == {id: table[id] for id in expected}, seed
        bases = {one.address: one.schedule for one in ik.evaluate(public, TODAY).measures}
        plans = {id for id in drawn if bases[f"measure/{id}"].planned.basis == "derived"}
        assert derived_bars(made.concept) == plans, seed
        for options in ({"deadlines": "todos"}, {"deadlines": "events", "bundle": False}):
            assert by_calendar(made.concept, **options) == expected, (seed, options)
        agenda = ik.due(public, date(2020, 1, 1), date(2040, 1, 1), kinds=["measure"])
        assert {one.address.removeprefix("measure/") for one in agenda.items} == expected.keys(), seed
        agree_on_the_report(made, table, seed)
        agree_on_targets(made, state, seed)
    assert all(met[case] >= LEAST for case in CASES), met
    assert compared > 2 * CONCEPTS


def agree_on_the_report(made: Generated, table: dict[str, Told], seed: int) -> None:
    """Compare the text of the evaluation and the overview with the tables and the evaluation's data."""
    evaluation = ik.evaluate(made.concept.public(), TODAY)
    report, boxes = by_report(evaluation), by_overview(made.concept)
    answers = {row["address"].removeprefix("measure/"): row for row in evaluation_data(evaluation)["measures"]}
    internal = {id for id, case in made.cases.items() if case == "internal"}
    assert report.keys() == boxes.keys() == made.cases.keys() - internal, seed
    for id, told in report.items():
        assert (told.due and told.due.isoformat()) == table[id].due, (seed, id)
        assert told.is_plan_derived == (answers[id]["basis"] == "derived"), (seed, id)
        assert told.stands == boxes[id].stands == (answers[id]["pursuit"] not in GONE), (seed, id)
        assert (told.is_overdue == "▲ ja") == boxes[id].is_overdue == (answers[id]["overdue"] == "yes"), (seed, id)


def agree_on_targets(made: Generated, state: str, seed: int) -> None:
    """Compare the deadlines of targets on the courses, in the calendar and on the agenda."""
    public = made.concept.public()
    courses = seen_targets(
        file.content for file in ik.export(made.concept, "charts", kinds="courses", today=TODAY).files
    )
    answers = evaluation_data(ik.evaluate(public, TODAY))["measures"]
    assert {id.replace("i-", "m-") for id in courses} == {
        row["address"].removeprefix("measure/") for row in answers if row["pursuit"] not in GONE
    }, seed
    content = ik.export(made.concept, "ical", kinds="targets", today=TODAY, deadlines="todos").files[0].content
    todos = {str(part["UID"]).partition("--")[0].removeprefix("indicator-"): part for part in read(content)}
    assert todos.keys() == courses.keys(), seed
    for id, due in courses.items():
        assert todos[id]["DUE"].dt in {due, last_working_day(due, state)}, (seed, id)
    agenda = ik.due(public, date(2020, 1, 1), date(2040, 1, 1), kinds=["target"])
    listed = {one.address.removeprefix("indicator/"): one.day.value for one in agenda.items}
    assert {id: day and day.latest for id, day in listed.items()} == courses, seed


def read(content: bytes) -> list[Any]:
    """Return the tasks of a calendar."""
    return list(Calendar.from_ical(content).todos)


def shown(told: Told, state: str) -> str | None:
    """Return the day a calendar shows: a derived one on a working day."""
    if told.due is None or not told.is_derived:
        return told.due
    return last_working_day(date.fromisoformat(told.due), state).isoformat()
