"""Observations from outside: CSV as spreadsheets write it, and what dataframe libraries hold."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import integrationskonzept as ik
from integrationskonzept.model import FieldOfAction, Indicator, IndicatorKind, Municipality, Observation
from integrationskonzept.observations.sources import read_csv

COUNT = Indicator(id="kurse", title="Kurse", kind=IndicatorKind.COUNT, unit="Kurse")
TOWN = ik.Concept(
    id="oberstadt",
    title="Oberstadt",
    municipality=Municipality(name="Oberstadt"),
    fields_of_action=(FieldOfAction(id="sprache", title="Sprache", indicators=(COUNT,)),),
)


def csv(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    file = tmp_path / "werte.csv"
    file.write_bytes(text.encode(encoding))
    return file


def observed(concept: ik.Concept) -> list[tuple[str, Any]]:
    return [(str(one.as_of), one.value) for one in concept.indicator("kurse").observations]


@pytest.mark.parametrize(
    "text",
    [
        "indicator,as_of,value\nkurse,2026-12-31,18.5\n",
        "indicator;as_of;value\r\nkurse;2026-12-31;18,5\r\n",
        "Indikator\tStand\tWert\nkurse\t31.12.2026\t18,5\n",
        'Indikator;Stand;Wert\n"kurse";"31.12.2026";"18,5"\n',
        "\n\nIndikator;Datum;Messwert\nkurse;31.12.2026;18,5\n;;\n",
        "\ufeffIndikator;Stand;Wert\nkurse;31.12.2026;18,5\n",
    ],
    ids=["comma", "semicolon", "tabulator", "quoted", "blank lines", "byte order mark"],
)
def test_a_table_is_read_however_a_spreadsheet_saved_it(tmp_path: Path, text: str) -> None:
    merged = ik.merge_observations(TOWN, csv(tmp_path, text))
    assert merged.findings == ()
    assert observed(merged.concept) == [("2026-12-31", 18.5)]


def test_how_a_german_table_was_read_is_said(tmp_path: Path) -> None:
    merged = ik.merge_observations(TOWN, csv(tmp_path, "Indikator;Stand;Wert\nkurse;31.12.2026;18,5\n"))
    assert [str(remark) for remark in merged.remarks] == [
        "cells are separated by a semicolon",
        "numbers such as 18,5 are read with a decimal comma",
        "dates such as 31.12.2026 are read as day.month.year",
    ]


def test_a_table_without_german_numbers_and_dates_needs_no_more_words(tmp_path: Path) -> None:
    merged = ik.merge_observations(TOWN, csv(tmp_path, "indicator,as_of,value\nkurse,2026,18\n"))
    assert [str(remark) for remark in merged.remarks] == ["cells are separated by a comma"]


@pytest.mark.parametrize(
    ("encoding", "said"), [("latin-1", "Windows-1252 or Latin-1"), ("utf-16", "saved as UTF-16, not as UTF-8")]
)
def test_another_encoding_is_refused_with_the_next_step(tmp_path: Path, encoding: str, said: str) -> None:
    merged = ik.merge_observations(TOWN, csv(tmp_path, "indicator;as_of;value;note\nkurse;2026;1;für alle\n", encoding))
    (finding,) = merged.findings
    assert merged.concept is TOWN
    assert said in finding.text()
    assert "CSV UTF-8" in finding.text()
    assert (finding.code, finding.place.file) == ("IK950", str(tmp_path / "werte.csv"))


@pytest.mark.parametrize(
    ("text", "said", "row"),
    [
        ("", "the file is empty", 1),
        ("\n \n", "the file is empty", 1),
        ("\nkurse 2026 18\n", "the headers are not separated: 'kurse 2026 18'", 2),
        ("indicator,as_of,value,value\nkurse,2026,1,2\n", "column 'value' stands there twice", 1),
        ('indicator,as_of,value\nkurse,2026,1\n"kurse,2027,2\n', "from here on the file cannot be read as CSV", 3),
    ],
)
def test_what_is_no_table_is_reported_with_its_row(tmp_path: Path, text: str, said: str, row: int) -> None:
    merged = ik.merge_observations(TOWN, csv(tmp_path, text))
    finding = merged.findings[-1]
    assert said in finding.text()
    assert finding.place.path == ("row", row)


def test_a_comma_too_many_is_reported_and_not_guessed(tmp_path: Path) -> None:
    text = "indicator,as_of,value\nkurse,2025,18,5\nkurse,2026,19\n"
    merged = ik.merge_observations(TOWN, csv(tmp_path, text))
    (finding,) = merged.findings
    assert finding.place.path == ("row", 2)
    assert "the row has 4 cells, the headers are 3" in finding.text()
    assert "comma in double quotes" in finding.text()
    assert observed(merged.concept) == [("2026", 19)]


def test_rows_are_counted_as_the_spreadsheet_counts_them(tmp_path: Path) -> None:
    text = 'indicator;as_of;value;note\nkurse;2025;1;"zwei\nZeilen"\n;;;\n\nkurse;2026;viele;\n'
    merged = ik.merge_observations(TOWN, csv(tmp_path, text))
    (finding,) = merged.findings
    assert finding.place.path == ("row", 5, "value")


def test_a_column_without_header_is_left_alone() -> None:
    content = read_csv(b"indicator,,as_of\nkurse,x,2026\n")
    assert content.rows == ({"indicator": "kurse", "as_of": "2026"},)


def test_a_thousands_point_is_taken_only_by_the_decimal_mark_named(tmp_path: Path) -> None:
    file = csv(tmp_path, "Indikator;Stand;Wert\nkurse;2026;1.234\n")
    assert "two ways" in ik.merge_observations(TOWN, file).findings[0].text()
    assert observed(ik.merge_observations(TOWN, file, decimal=",").concept) == [("2026", 1234)]
    assert observed(ik.merge_observations(TOWN, file, decimal=".").concept) == [("2026", 1.234)]


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    file = csv(tmp_path, "Indikator;Stand;Wert\nkurse;31.12.2026;18,5\nkurse;2027;19\n")
    once = ik.merge_observations(TOWN, file)
    twice = ik.merge_observations(once.concept, file)
    assert (once.added, twice.added, twice.unchanged) == (2, 0, 2)
    assert twice.concept is once.concept


ROWS = {"indicator": ["kurse", "kurse"], "as_of": ["2025", "2026-06"], "value": [8, None], "missing": [None, "Umzug"]}


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table], ids=["pandas", "polars", "arrow"])
def test_a_frame_of_any_library_is_merged(make: Callable[[Any], Any]) -> None:
    merged = ik.merge_observations(TOWN, make(ROWS))
    assert merged.findings == ()
    assert merged.concept.indicator("kurse").observations == (
        Observation(as_of=ik.PartialDate("2025"), value=8),
        Observation(as_of=ik.PartialDate("2026-06"), missing="Umzug"),
    )


def test_days_and_years_of_a_pandas_frame_keep_their_precision() -> None:
    days = pd.DataFrame({"indicator": "kurse", "as_of": pd.to_datetime(["2026-12-31", None]), "value": [1, 2]})
    merged = ik.merge_observations(TOWN, days)
    assert observed(merged.concept) == [("2026-12-31", 1)]
    years = pd.DataFrame({"indicator": "kurse", "as_of": [2026, 2027], "value": [1.0, None], "missing": [None, "-"]})
    assert [str(one.as_of) for one in ik.merge_observations(TOWN, years).concept.indicator("kurse").observations] == [
        "2026",
        "2027",
    ]


def test_a_concept_takes_in_its_own_table_and_nothing_changes() -> None:
    concept = ik.observe(
        ik.observe(TOWN, "indicator/kurse", as_of="2026", value=3), "indicator/kurse", as_of="2027", value=4
    )
    merged = ik.merge_observations(concept, ik.tables(concept).observations)
    assert (merged.findings, merged.unchanged) == ((), 2)
    assert merged.concept is concept


def test_rows_may_be_mappings_and_nothing_else() -> None:
    merged = ik.merge_observations(TOWN, [{"indicator": "kurse", "as_of": "2026", "value": 3}])
    assert merged.added == 1
    with pytest.raises(TypeError, match="row 1 must be a mapping such as"):
        ik.merge_observations(TOWN, [("kurse", "2026", 3)])


def test_a_file_that_is_not_there_is_an_error_of_the_call(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ik.merge_observations(TOWN, tmp_path / "nirgends.csv")
