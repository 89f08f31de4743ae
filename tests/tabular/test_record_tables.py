"""The tables of the model's nouns: where a row stands, what hangs on it, and what is computed beside it."""

import pickle
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

import integrationskonzept as ik
from integrationskonzept.model import Concept, Measure
from integrationskonzept.model.description import MODEL, Description
from integrationskonzept.model.element import Element
from integrationskonzept.model.record import record
from integrationskonzept.plugins.isolation import checked_columns
from integrationskonzept.tabular.builtin import BUILTIN
from integrationskonzept.tabular.record_classes import CLASSES, RecordClasses
from integrationskonzept.tabular.record_tables import record_tables
from integrationskonzept.testing import seeded
from tests.model.conftest import town

MUSTERSTADT = ik.concept("musterstadt-2027")
TODAY = date(2027, 11, 30)


def rows(table: str, concept: Concept = MUSTERSTADT, **wanted: Any) -> list[dict[str, Any]]:
    found = ik.tables(concept, today=TODAY)[table]
    return [row for row in found if all(row[name] == value for name, value in wanted.items())]


def test_every_noun_has_a_table_of_one_name_and_every_column_is_there_once() -> None:
    tables = ik.tables(today=TODAY)
    assert len(tables) == len(CLASSES.tables) + 7
    nouns = {kind for kind in MODEL.below(Concept) if issubclass(kind, Element)}
    assert nouns <= {frame.table.kind for frame in tables.values()}
    for frame in tables.values():
        names = [column.name for column in frame.columns]
        assert names[:2] == ["concept", "edition"]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("seed", range(5))
def test_every_cell_is_of_the_type_of_its_column(seed: int) -> None:
    concept = seeded(seed)
    for table in BUILTIN:
        data = table.fill_on(concept, TODAY) if table.fill_on else table.fill(concept)
        checked_columns(table, concept.id, data)


def test_a_new_noun_of_the_model_has_its_table_without_a_further_line() -> None:
    @record
    class Partnership(Element):
        noun = "partnership"
        title: str
        places: int | None = None

    @record
    class Town(Concept):
        partnerships: tuple[Partnership, ...] = ()

    class Description(type(MODEL)):  # type: ignore[misc]  # a description with one noun more
        def below(self, kind: type) -> tuple[type, ...]:
            return (*super().below(kind), Partnership) if kind is Concept else super().below(kind)

        def __getitem__(self, kind: type) -> Any:
            return super().__getitem__(Town if kind is Concept else kind)

    tables = {table.name: table for table in record_tables(RecordClasses(Description()))}
    concept = Town(
        id="ulm",
        title="Ulm",
        municipality=MUSTERSTADT.municipality,
        partnerships=(Partnership(id="wien", title="Wien", places=3),),
    )
    filled = tables["partnerships"].fill(concept)
    told = ("partnership", "address", "parent", "part", "title", "places")
    assert [list(filled[name]) for name in told] == [
        ["wien"],
        ["partnership/wien"],
        ["concept/ulm"],
        ["partnerships"],
        ["Wien"],
        [3],
    ]


def test_every_town_is_among_the_concepts_however_little_it_says() -> None:
    bare = ik.loads("schema: 2\nid: ulm\ntitle: Ulm\nmunicipality: {name: Ulm}\n")
    (row,) = rows("concepts", bare)
    assert (row["concept"], row["edition"], row["municipality_name"], row["period_start"]) == ("ulm", None, "Ulm", None)
    (row,) = rows("concepts")
    assert (row["edition"], row["edition_adopted_on"], row["period_end_latest"]) == (
        "2027-09-30",
        "2027-11-18",
        date(2029, 12, 31),
    )
    assert (row["municipality_state"], row["evaluation_interval_years"]) == ("Baden-Württemberg", 2)


def test_a_row_says_what_it_hangs_on() -> None:
    (measure,) = rows("measures", measure="kita-sprachfoerderung")
    assert (measure["parent"], measure["part"], measure["field_of_action"]) == (
        "field_of_action/fruehe-bildung",
        "measures",
        "fruehe-bildung",
    )
    (decision, _) = rows("decisions")
    assert (decision["parent"], decision["part"]) == ("concept/musterstadt", "edition.decisions")
    (old, *_) = rows("previous_goals")
    assert (old["parent"], old["part"]) == ("concept/musterstadt", "edition.predecessor.previous_goals")
    (first, second) = rows("predecessors")
    assert (first["title"], first["parent_path"]) == ("Integrationskonzept Musterstadt 2025–2029", None)
    assert (second["title"], second["parent_path"]) == ("Leitlinien Integration 2018", first["path"])


def test_parts_of_a_value_lead_to_their_value() -> None:
    values = {row["path"]: row for row in rows("observations")}
    women = next(row for row in rows("breakdowns") if row["category"] == "Frauen")
    value = values[women["parent_path"]]
    assert (women["value"], value["value"], value["as_of"]) == (21, 34, "2025")


def test_actors_take_part_in_fields_goals_steps_and_evaluations_too() -> None:
    leads = [(row["parent"], row["actor"]) for row in rows("involvement", part="leads") if not row["measure"]]
    assert ("field_of_action/sprache", "volkshochschule") in leads
    (found,) = rows("involvement", parent="evaluation/evaluation-2029")
    assert (found["part"], found["actor"], found["title"]) == ("evaluated_by", "integrationsbuero", "Integrationsbüro")
    shared = rows("involvement", parent="group/ag-sprache")
    assert [row["actor"] for row in shared] == ["volkshochschule", "stadtbuecherei"]
    assert len({row["path"] for row in shared}) == 2


def test_money_is_exact_and_stands_with_its_currency() -> None:
    (row, own) = rows("funding")
    assert [str(row[name]) for name in ("planned", "granted", "spent")] == ["12000", "10500", "10211.5"]
    assert (row["granted_currency"], row["granted_per"], row["year_latest"]) == ("EUR", "total", date(2025, 12, 31))
    assert (own["granted"], own["granted_currency"]) == (None, None)
    frame = ik.tables(MUSTERSTADT).funding.to_arrow()
    assert frame["spent"].type == pa.float64()
    assert frame["spent"].to_pylist() == [10211.5, None]


def test_lists_of_records_are_counted_or_named() -> None:
    (row,) = rows("measures", measure="sprachkurse-abends")
    assert (row["steps"], row["funding"], row["status_reports"], row["obstacles"]) == (3, 2, 3, 0)
    assert (row["leads"], row["partners"], row["time_frames"]) == (
        "volkshochschule",
        "integrationsbuero; jobcenter",
        "mittel",
    )


def test_a_measure_says_why_it_is_no_longer_pursued() -> None:
    (row,) = rows("measures", measure="bewerbungstreff")
    assert (row["pursuit"], row["pursued_in"]) == ("merged", "jobcafe")
    assert row["pursuit_reason"] == "sie wurde in die Maßnahme „Job-Café“ übergeleitet"
    assert {row["pursuit"] for row in rows("observations", measure="bewerbungstreff")} == {"merged"}
    assert {row["pursuit"] for row in rows("involvement", parent="group/ag-sprache")} == {None}


def test_overdue_is_yes_no_or_unknown_with_its_reason() -> None:
    told = {row["measure"]: (row["overdue"], row["overdue_reason"]) for row in rows("evaluation")}
    assert told["wohnraumlotsen"][0] == "yes"
    assert told["mentoring"] == ("unknown", "ein Ende ist nicht angegeben")
    assert told["jobcafe"][0] == "no"


def test_the_agenda_is_that_of_the_twelve_months_from_the_day_on() -> None:
    agenda = ik.due(MUSTERSTADT, TODAY, date(2028, 11, 29))
    assert [row["address"] for row in rows("agenda")] == [item.address for item in agenda.items]
    last = ik.tables(MUSTERSTADT, today=date.max).agenda
    assert len(last) == len(ik.due(MUSTERSTADT, date.max, date.max).items)


def test_a_table_that_needs_a_day_says_so() -> None:
    tables = ik.tables(MUSTERSTADT)
    assert "agenda" not in tables
    with pytest.raises(KeyError, match=r"the table 'agenda' depends on a day; give it: tables.on\(date"):
        tables["agenda"]
    assert len(tables.on(TODAY)["evaluation"]) == 18


def test_references_are_rows_and_tell_which_lead_nowhere() -> None:
    links = rows("links", address="measure/sprachkurse-abends", attribute="goal_refs")
    assert [(row["refers_to"], row["found"]) for row in links] == [("goal/sprache-fuer-alle", True)]
    lost = ik.replace(MUSTERSTADT, "measure/monitoring", goal_refs=["nirgends"])
    assert [row["address"] for row in rows("links", lost, found=False)] == ["measure/monitoring"]


def test_measurability_is_answered_for_each_indicator() -> None:
    found = {row["indicator"]: row for row in rows("measurability", ik.concept("sachsenheim"))}
    listing = found["ausbildungsunternehmen-liste"]
    assert listing["measurable"] == "no"
    assert listing["reason"].startswith("er benennt eine Aufgabe und nichts, was sich feststellen lässt")
    assert listing["lacking"].split("; ")[:2] == [
        "er benennt eine Aufgabe und nichts, was sich feststellen lässt",
        "er benennt zwei Größen",
    ]


def test_a_time_series_holds_figures_with_one_value_and_with_many() -> None:
    concept = town("series")
    figures = {figure.address: figure for figure in concept.every(ik.model.Figure)}
    told = [row["address"] for row in rows("time_series", concept) if row["role"] == "observation"]
    for address, figure in figures.items():
        own = figure.value is not None or figure.text is not None or figure.missing is not None
        assert told.count(address) == len(figure.observations) + own


def test_tables_answer_to_their_german_titles_where_these_are_unique() -> None:
    tables = ik.tables(MUSTERSTADT)
    assert tables["Maßnahmen"] is tables.measures
    assert tables["Kennzahlen"] is tables.figures
    with pytest.raises(KeyError):  # the title of two tables
        tables["Zeitrahmen"]
    with pytest.raises(KeyError, match="has no column 'planed'; did you mean 'planned'"):
        tables.funding["planed"]


def test_a_question_about_what_people_do_is_no_task() -> None:
    found = {row["indicator"]: row["measurable"] for row in rows("measurability")}
    assert found["stimmung"] == "unknown"  # Wie Gäste das Café erleben: people have to judge it


def test_a_table_travels_to_other_processes_by_the_class_of_its_records() -> None:
    ours = next(table for table in record_tables() if table.kind is Measure)
    concept = ik.concept("musterstadt-2027")
    assert dict(pickle.loads(pickle.dumps(ours.fill))(concept)).keys() == dict(ours.fill(concept)).keys()  # noqa: S301 - our own bytes
    others = next(table for table in record_tables(RecordClasses(Description())) if table.kind is Measure)
    with pytest.raises(TypeError, match="only the tables of the model as it ships"):
        pickle.dumps(others.fill)
