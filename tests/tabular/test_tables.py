"""Tidy tables of a concept, for notebooks and open data."""

import csv
import io
from datetime import date

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import integrationskonzept as ik
from integrationskonzept.model import (
    Actor,
    Affiliation,
    FieldOfAction,
    Indicator,
    Involvement,
    Measure,
    Municipality,
    NeutralStatus,
    Observation,
    Overarching,
    Span,
    StatusEntry,
    StatusLevel,
)
from integrationskonzept.tabular.findings import FINDINGS, findings_frame
from integrationskonzept.tabular.table import ColumnType
from integrationskonzept.tabular.tables import Tables

BASELINE = Observation(as_of=ik.PartialDate("2025"), value=8)
SERIES = (
    Observation(as_of=ik.PartialDate("2026-07"), value=21, approximate=True),
    Observation(as_of=ik.PartialDate("2027"), missing="keine Statistik"),
)
COURSES = Indicator(
    id="kurse", title="Kurse", unit="Kurse", baseline=BASELINE, observations=SERIES, benchmarks=(BASELINE,)
)
MEASURE = Measure(
    id="sprachkurse",
    title="Sprachkurse",
    leads=(Involvement(actor_refs=("stadt", "vhs"), affiliation=Affiliation.INTERNAL), Involvement(printed="Verein X")),
    status_reports=(StatusEntry(as_of=ik.PartialDate("2026"), level_ref="laeuft"),),
    indicators=(COURSES,),
)
TOWN = ik.Concept(
    id="oberstadt",
    title="Oberstadt",
    municipality=Municipality(name="Oberstadt"),
    status_scale=(StatusLevel(id="laeuft", title="läuft", neutral=NeutralStatus.STARTED),),
    actors=(Actor(id="stadt", title="Stadt Oberstadt"),),
    overarching=Overarching(measures=(Measure(id="leitbild", title="Leitbild"),)),
    fields_of_action=(FieldOfAction(id="sprache", title="Sprache", measures=(MEASURE,)),),
)


def rows(concept: ik.Concept, table: str) -> list[dict[str, object]]:
    return list(ik.tables(concept)[table])


def test_every_measure_has_a_row_and_an_overarching_one_has_no_field() -> None:
    found = {row["measure"]: row for row in rows(TOWN, "measures")}
    assert found["leitbild"]["field_of_action"] is None
    assert found["sprachkurse"]["field_of_action"] == "sprache"
    assert found["sprachkurse"]["leads"] == "stadt; vhs; Verein X"


def test_a_status_never_reported_is_missing_and_not_planned() -> None:
    found = {row["measure"]: row for row in rows(TOWN, "measures")}
    assert (found["sprachkurse"]["status"], found["sprachkurse"]["status_neutral"]) == ("laeuft", "started")
    assert (found["leitbild"]["status"], found["leitbild"]["status_neutral"]) == (None, None)


def test_observations_keep_their_precision_and_say_why_one_is_missing() -> None:
    found = rows(TOWN, "observations")
    assert [row["part"] for row in found] == ["baseline", "observations", "observations", "benchmarks"]
    july, lost = found[1], found[2]
    dates = (july["as_of"], july["as_of_earliest"], july["as_of_latest"])
    assert dates == ("2026-07", date(2026, 7, 1), date(2026, 7, 31))
    assert (july["value"], july["approximate"], july["unit"]) == (21, True, "Kurse")
    assert (lost["value"], lost["missing"]) == (None, "keine Statistik")


def test_a_joined_involvement_gives_one_row_an_actor() -> None:
    found = [(row["actor"], row["title"], row["affiliation"]) for row in rows(TOWN, "involvement")]
    assert found == [("stadt", "Stadt Oberstadt", "internal"), ("vhs", None, "internal"), (None, "Verein X", None)]


def test_the_schedule_of_a_concept_without_period_is_empty() -> None:
    assert rows(TOWN, "schedule") == []


@pytest.mark.parametrize(("end", "rows"), [("2124", 200), ("2125", 0), ("9999", 0)])
def test_the_schedule_of_a_period_beyond_a_hundred_years_has_no_rows(end: str, rows: int) -> None:
    period = Span(start=ik.PartialDate("2025"), end=ik.PartialDate(end))
    concept = attrs.evolve(TOWN, period=period)
    assert len(ik.tables(concept).schedule) == rows
    lost = [str(loss.message) for loss in ik.export(concept, "datapackage").losses if "schedule by year" in str(loss)]
    assert len(lost) == (rows == 0)
    if not rows:
        years = int(end) - 2024
        assert lost[0].startswith(f"the period covers {years} years; the schedule by year is written for 100 at most")


def test_the_last_report_by_date_is_the_status_whatever_the_order() -> None:
    reports = (*MEASURE.status_reports, StatusEntry(as_of=ik.PartialDate("2025"), level_ref="frueher"))
    (row,) = [
        row
        for row in ik.tables(ik.replace(TOWN, "measure/sprachkurse", status_reports=reports)).measures
        if row["status"]
    ]
    assert (row["status"], row["status_as_of"]) == ("laeuft", "2026")


def test_sachsenheims_schedule_is_derived_and_says_so() -> None:
    found = [row for row in rows(ik.concept("sachsenheim"), "schedule") if row["measure"] == "ausbildungsunternehmen"]
    assert {row["year"] for row in found} == {2025, 2026, 2027, 2028, 2029}
    assert {row["basis"] for row in found} == {"derived"}
    assert {row["approximate"] for row in found} == {True}


def test_sachsenheim_fills_every_table_with_the_documents_counts() -> None:
    tables = ik.tables(ik.concept("sachsenheim"))
    names = ("concepts", "fields_of_action", "measures", "indicators", "offers", "needs", "challenges", "roles")
    assert [len(tables[name]) for name in names] == [1, 4, 10, 32, 30, 13, 14, 4]
    assert [row["interface"] for row in tables.interfaces] == [
        "projektarbeit",
        "netzwerkarbeit",
        "vermittlung",
        "wegweiser",
    ]
    assert [row["parent"] for row in tables.statements].count("role/gemeinderat") == 4


@pytest.mark.parametrize("name", list(ik.tables(TOWN)))
def test_every_library_sees_the_same_cells(name: str) -> None:
    frame = ik.tables(TOWN)[name]
    expected = [{key: row[key] for key in row} for row in frame]
    assert frame.to_arrow().to_pylist() == expected
    assert frame.to_polars().to_dicts() == expected
    pandas = frame.to_pandas()
    assert list(pandas.columns) == [column.name for column in frame.columns]
    assert len(pandas) == len(frame)
    for column in frame.columns:
        assert pandas[column.name].isna().tolist() == [row[column.name] is None for row in expected]


def test_a_whole_number_that_can_be_missing_stays_whole_in_pandas() -> None:
    frame = ik.tables(TOWN).measures.to_pandas()
    assert frame["indicators"].dtype == pd.Int64Dtype()
    assert ik.tables(TOWN).observations.to_pandas()["reached"].dtype == pd.BooleanDtype()


def test_types_are_the_same_whether_a_table_has_rows_or_not() -> None:
    empty = ik.tables(ik.Concept(id="leer", title="leer", municipality=Municipality(name="Leer")))
    for name, frame in ik.tables(TOWN).items():
        assert empty[name].to_arrow().schema == frame.to_arrow().schema
        assert isinstance(empty[name].to_arrow(), pa.Table)
        assert dict(empty[name].to_polars().schema) == dict(frame.to_polars().schema)
        assert isinstance(frame.to_polars(), pl.DataFrame)


def test_csv_has_a_header_and_an_empty_cell_for_what_is_missing() -> None:
    read = list(csv.DictReader(io.StringIO(ik.tables(TOWN).observations.to_csv(), newline="")))
    assert read[2]["value"] == ""
    assert read[2]["missing"] == "keine Statistik"
    assert read[1]["approximate"] == "true"


def test_columns_are_documented_in_both_languages_and_the_first_names_the_concept() -> None:
    for frame in ik.tables(TOWN).values():
        assert frame.columns[0].name == "concept"
        for column in frame.columns:
            assert column.type in ColumnType
            assert column.description.text("de") != column.description.text("en")


def test_tables_of_two_towns_stand_under_each_other() -> None:
    tables = ik.tables(TOWN, ik.concept("sachsenheim"))
    assert set(tables.measures["concept"]) == {"oberstadt", "sachsenheim"}
    assert len(tables.measures) == 12


def test_of_several_towns_every_table_has_the_rows_of_each() -> None:
    towns = (TOWN, ik.concept("sachsenheim"), ik.replace(TOWN, TOWN.address, id="unterstadt"))
    for name, frame in ik.tables(*towns).items():
        expected = [row for town in towns for row in ik.tables(town)[name]]
        assert list(frame) == expected
        assert frame.to_arrow().to_pylist() == expected
        assert frame.to_polars().to_dicts() == expected
        wanted = pd.DataFrame(expected, columns=list(frame.data)).astype(object)
        assert pd.DataFrame(frame.data).astype(object).equals(wanted)


@pytest.mark.parametrize("name", list(ik.tables(TOWN)))
def test_of_no_town_a_table_has_columns_and_no_rows(name: str) -> None:
    frame = ik.tables()[name]
    assert len(frame) == len(frame.to_arrow()) == 0
    assert frame.to_arrow().schema == ik.tables(TOWN)[name].to_arrow().schema


def test_a_misspelt_table_gets_a_near_name() -> None:
    tables = ik.tables(TOWN)
    with pytest.raises(AttributeError, match="did you mean 'measures'"):
        _ = tables.mesures
    with pytest.raises(KeyError, match="did you mean 'measures'"):
        _ = tables["mesures"]
    assert "measures" in dir(tables)
    assert "measures" in repr(tables)
    with pytest.raises(AttributeError):
        _ = tables._repr_mimebundle_


def test_a_notebook_shows_the_first_rows_and_escapes_them() -> None:
    hostile = ik.replace(TOWN, "measure/sprachkurse", title="<script>alert(1)</script>")
    assert "<script>" not in ik.tables(hostile).measures._repr_html_()
    assert "<td" in ik.tables(ik.concept("sachsenheim")).activities._repr_html_()
    many = ik.tables(ik.concept("sachsenheim"), ik.concept("sachsenheim")).activities
    assert f"… und {len(many) - 100} weitere" in many._repr_html_()


def test_a_concept_that_was_not_checked_has_no_findings() -> None:
    assert {len(values) for values in FINDINGS.fill(TOWN).values()} == {0}


def test_a_frame_names_its_table_and_its_size() -> None:
    assert (
        repr(ik.tables(TOWN).measures) == f"<Frame measures: 2 rows, {len(ik.tables(TOWN).measures.columns)} columns>"
    )


def test_findings_become_a_table_with_a_row_a_place() -> None:
    concept = ik.concept("sachsenheim")
    report = ik.check(concept, profile="council")
    frame = findings_frame(concept, report.findings, "de")
    assert len(frame) == sum(len(finding.places) for finding in report.findings)
    assert set(frame["severity"]) == {"warning", "note"}
    assert None not in frame["line"]


def test_a_table_is_filled_once() -> None:
    tables = ik.tables(TOWN)
    assert isinstance(tables, Tables)
    assert tables.measures is tables["measures"]
    assert len(tables) == len(list(tables))
