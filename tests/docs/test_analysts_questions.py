"""The answers to the nine questions of analysts are those that the files give when they are counted by hand."""

import contextlib
import io
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.notebooks import read

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "docs" / "notebooks" / "what-analysts-ask.ipynb"
CONCEPTS = ROOT / "src" / "integrationskonzept" / "concepts"
OLD, NEW, SACHSENHEIM = (
    yaml.safe_load((CONCEPTS / f"{name}.yaml").read_text("utf-8"))
    for name in ("musterstadt-2025", "musterstadt-2027", "sachsenheim")
)


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    """Run the notebook's cells and return its variables."""
    found: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in cells():
            exec(cell.source, found)  # noqa: S102 - a notebook of our own
    return found


def cells() -> list[Any]:
    return [cell for cell in read(NOTEBOOK).cells if cell.cell_type == "code"]


def undertakings(data: dict[str, Any], part: str) -> Iterator[dict[str, Any]]:
    """Yield the measures or goals of a file, those of sub-fields included."""
    fields = [data.get("overarching", {}), *data["fields_of_action"]]
    while fields:
        field = fields.pop(0)
        yield from field.get(part, ())
        fields += field.get("sub_fields", ())


def measures(data: dict[str, Any]) -> list[dict[str, Any]]:
    return list(undertakings(data, "measures"))


def indicators(data: dict[str, Any]) -> list[dict[str, Any]]:
    fields = [data.get("overarching", {}), *data["fields_of_action"]]
    holders = [*fields, *undertakings(data, "goals"), *measures(data)]
    return [indicator for holder in holders for indicator in holder.get("indicators", ())]


GONE = {"bewerbungstreff", "praktikumsboerse", "sprachenregister"}
"""In the edition of 2027 one was merged, one split, and the last report on one is "eingestellt"."""


def test_each_answer_takes_ten_lines_at_most() -> None:
    assert len(cells()) == 10
    assert max(len(cell.source.splitlines()) for cell in cells()) <= 10


def test_overdue_is_what_should_have_ended_and_was_reported_unfinished_after_that(answers: dict[str, Any]) -> None:
    ids = {one["id"] for one in measures(NEW)}
    (late,) = [one for one in measures(NEW) if one["id"] == "wohnraumlotsen"]
    assert late["schedule"]["planned"]["end"] == "2026-06"
    assert (late["status_reports"][-1]["as_of"], late["status_reports"][-1]["level_ref"]) == ("2027-08", "begonnen")
    assert answers["overdue"]["yes"] == ["wohnraumlotsen"]
    assert answers["overdue"]["unknown"] == ["mentoring"]  # its last time frame has a start and no end
    assert set(answers["overdue"]["no"]) == ids - {"wohnraumlotsen", "mentoring"}
    assert answers["reasons"] == {"mentoring": "ein Ende ist nicht angegeben"}


def test_never_measurable_are_tasks_and_pairs_of_quantities(answers: dict[str, Any]) -> None:
    titles = {one["id"]: one["title"] for one in indicators(SACHSENHEIM)}
    counted = answers["verdicts"]
    assert {key: counted.get(("sachsenheim", "2024-11", key), 0) for key in ("yes", "no", "unknown")} == {
        "yes": 0,
        "no": 8,
        "unknown": 24,
    }
    assert len(titles) == 32
    assert {edition for edition, _ in answers["never"]} == {"2024-11"}
    assert sorted(titles[id] for _, id in answers["never"]) == [
        "Anzahl der Mannschaften/ Teilnehmenden",
        "Ausbau des Dolmetscherpools",
        "Berichte/ Impressionen",
        "Berichte/ Impressionen",
        "Erarbeitete Projekte/ Konzepte",
        "Impressionen/ Berichte in der Presse und in den sozialen Medien",
        "Liste der Firmen/ Unternehmen, die ausbilden, auf der Homepage der Stadt veröffentlichen",
        "Termine/ Teilnahmen an interkulturellen Veranstaltungen",
    ]
    assert len(indicators(NEW)) == sum(
        count for (town, edition, _), count in counted.items() if (town, edition) == ("musterstadt", "2027-09-30")
    )


def test_the_workload_counts_the_leads_of_measures_and_fields_that_stand(answers: dict[str, Any]) -> None:
    titles = {one["id"]: one["title"] for one in NEW["actors"]}
    fields = [*NEW["fields_of_action"], *(sub for one in NEW["fields_of_action"] for sub in one.get("sub_fields", ()))]
    standing = [one for one in measures(NEW) if one["id"] not in GONE]
    led = Counter(titles[actor] for one in [*standing, *fields] for actor in one.get("leads", ()))
    assert {name: count for name, count in answers["leads"].items() if count} == dict(led)
    assert led["Integrationsbüro"] == 9


def test_the_budget_says_how_much_of_it_is_known(answers: dict[str, Any]) -> None:
    money = [(one["id"], each) for one in measures(NEW) for each in one.get("funding", ())]
    assert [(id, each["kinds"], each["planned"], each.get("granted")) for id, each in money] == [
        ("sprachkurse-abends", ["state"], 12000, 10500),
        ("sprachkurse-abends", ["own"], 8000, None),
    ]
    assert answers["budget"] == {
        ("sprache", "state"): ("12.000 (1 von 1 Werten bekannt)", "10.500 (1 von 1 Werten bekannt)"),
        ("sprache", "own"): ("8000 (1 von 1 Werten bekannt)", "0 von 1 Werten bekannt"),
    }


def test_what_changed_between_the_editions_is_in_both_files(answers: dict[str, Any]) -> None:
    before, after = ({one["id"]: one for one in measures(data)} for data in (OLD, NEW))
    changes = answers["changes"]
    assert set(changes["Added"]) == after.keys() - before.keys()
    assert set(changes["Dropped"]) == before.keys() - after.keys()
    assert changes["Merged"] == [id for id, one in after.items() if "merged_into" in one]
    assert changes["Split"] == [id for id, one in after.items() if "split_into" in one]
    both = [id for id in after if id in before]
    assert set(changes["Renamed"]) == {id for id in both if before[id]["title"] != after[id]["title"]} - set(
        changes["Merged"]
    )
    led = {id for id in both if before[id].get("leads") != after[id].get("leads")}
    assert set(changes["LeadChanged"]) == led


def test_what_keeps_two_towns_from_being_compared_is_told(answers: dict[str, Any]) -> None:
    (gap,) = [one for one in indicators(NEW) if one["id"] == "luecke-beschaeftigung"]
    assert "definition" not in gap
    (told,) = answers["obstacles"].values()
    assert told == [
        f"population differs: “{gap['population']}” (musterstadt), “18 bis unter 65 Jahre” (nachbarstadt)",
        "definition is not stated everywhere: not stated (musterstadt, nachbarstadt)",
    ]
    uncoded = {"musterstadt": len(indicators(NEW)) - 1, "nachbarstadt": len(indicators(OLD)) - 1, "sachsenheim": 32}
    assert dict(answers["uncoded"]) == uncoded


def test_the_shares_are_those_counted_in_the_files(answers: dict[str, Any]) -> None:
    for data, key in ((OLD, "2025-03-15"), (NEW, "2027-09-30"), (SACHSENHEIM, "2024-11")):
        found = answers["shares"][data["id"], key]
        all_of_them = measures(data)
        led = sum(bool(one.get("leads")) for one in all_of_them)
        targeted = sum(any("target" in each for each in one.get("indicators", ())) for one in all_of_them)
        ended = sum(ends(one, data) for one in all_of_them)
        shares = [round(count / len(all_of_them), 3) for count in (led, targeted, ended)]
        assert [found["lead"], found["target"], found["date"]] == shares, key


def ends(measure: dict[str, Any], data: dict[str, Any]) -> bool:
    """Return whether an end is planned: a stated one, or that of every time frame, none of which is permanent."""
    if measure.get("schedule", {}).get("planned", {}).get("end"):
        return True
    horizons = {one["id"]: one for one in data["horizons"]}
    frames = [horizons[one] if isinstance(one, str) else one for one in measure.get("time_frames", ())]
    frames = [{**horizons.get(one.get("horizon_ref"), {}), **one} for one in frames]
    return bool(frames) and all("end" in one or "maximum_years" in one for one in frames)


def test_a_time_series_has_every_value_and_target_in_the_order_of_time(answers: dict[str, Any]) -> None:
    (one,) = [each for each in indicators(NEW) if each["id"] == "teilnehmende-abends"]
    told = [("baseline", str(one["baseline"]["as_of"]), one["baseline"]["value"])]
    told += [("observation", str(each["as_of"]), each["value"]) for each in one["observations"]]
    told += [("interim_target", str(each["due"]), each["value"]) for each in one["interim_targets"]]
    told += [("target", str(one["target"]["due"]), one["target"]["value"])]
    last = {"2024": "2024-12", "2025": "2025-12", "2026": "2026-12"}
    assert sorted(map(tuple, answers["path"])) == sorted(told)
    days = [last.get(day, day) for _, day, _ in answers["path"]]
    assert days == sorted(days)


def test_the_year_ahead_holds_the_dates_of_all_towns(answers: dict[str, Any]) -> None:
    agenda = answers["agenda"]
    assert (agenda.start, agenda.end) == (date(2027, 12, 1), date(2028, 11, 30))
    told = {(item.day.value.latest, item.concept, item.address) for item in answers["certain"]}
    assert (date(2027, 12, 31), "musterstadt", "indicator/auszuege") in told  # due: 2027-12
    assert (date(2028, 3, 31), "musterstadt", "step/vierter-kurs") in told  # due: 2028-03
    assert (date(2028, 2, 21), "musterstadt", "action_day/tag-der-muttersprache") in told  # --02-21
    assert (date(2028, 2, 20), "sachsenheim", "action_day/tag-der-muttersprache") in told  # --02-20
    days = [day for field in SACHSENHEIM["fields_of_action"] for day in field.get("action_days", ())]
    assert [day["date"] for day in days] == ["--02-20", "--06-20", "--09-20", "--12-05"]
    assert sum(item.kind == "action_day" for item in agenda.items) == len(days + NEW["overarching"]["action_days"])
    assert all(agenda.start <= day <= agenda.end for day, _, _ in told)
