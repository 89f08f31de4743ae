"""The data package: what open data portals read, checked by a program that is not ours."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from frictionless import Package

import integrationskonzept as ik
from integrationskonzept.model import Edition, FieldOfAction, Indicator, Measure, Municipality
from integrationskonzept.plugins.datapackage import DATAPACKAGE, REFERENCES
from integrationskonzept.testing import ExporterContract, example_concept, seeded
from tests.model.conftest import NAMES, town

DOUBLED = (Measure(id="kurs", title="Eins"), Measure(id="kurs", title="Zwei"))
TOWN = ik.Concept(
    id="oberstadt",
    title="Oberstadt",
    municipality=Municipality(name="Oberstadt", ags="08118076"),
    fields_of_action=(
        FieldOfAction(
            id="sprache",
            title="Sprache",
            measures=(Measure(id="kurs", title="Kurs", indicators=(Indicator(id="zahl", title="Zahl"),)),),
        ),
    ),
)


def exported(concept: ik.Concept, folder: Path, **options: Any) -> dict[str, Any]:
    ik.export(concept, "datapackage", **options).write_to(folder)
    descriptor: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return descriptor


def problems(folder: Path) -> list[Any]:
    report = Package(str(folder / "datapackage.json")).validate()
    return [*report.errors, *(error for task in report.tasks for error in task.errors)]


def schema(descriptor: dict[str, Any], table: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one["schema"] for one in descriptor["resources"] if one["name"] == table)
    return found


class TestContract(ExporterContract):
    """Run by pytest."""

    exporter = DATAPACKAGE
    given = ({}, {"language": "en"})
    says = ("measure", "indicator", "activity", "action_day", "offer", "need", "interface")

    def text(self, content: bytes) -> str:
        """Take quotes of cells away."""
        return content.decode().replace('""', '"')


@pytest.mark.parametrize("concept", [TOWN, ik.concept("sachsenheim"), example_concept(), *map(town, NAMES), seeded(3)])
def test_a_program_of_other_people_finds_nothing_wrong(concept: ik.Concept, tmp_path: Path) -> None:
    exported(concept, tmp_path)
    assert problems(tmp_path) == []


def test_every_table_is_there_with_every_row(tmp_path: Path) -> None:
    concept = ik.concept("sachsenheim")
    descriptor = exported(concept, tmp_path)
    tables = {name: frame for name, frame in ik.tables(concept.public()).items() if name != "findings"}
    package = Package(str(tmp_path / "datapackage.json"))
    assert {one["name"]: one["path"] for one in descriptor["resources"]} == {
        name: f"data/{name}.csv" for name in tables
    }
    for name, frame in tables.items():
        resource: Any = package.get_resource(name)
        assert [row.to_dict() for row in resource.read_rows()] == list(frame)


def test_every_column_says_what_it_means_in_both_languages(tmp_path: Path) -> None:
    descriptor = exported(TOWN, tmp_path, language="en")
    for resource in descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description"] == field["descriptions"]["en"]
            assert field["descriptions"]["de"]


def test_rows_are_told_apart_and_lead_to_other_tables(tmp_path: Path) -> None:
    descriptor = exported(TOWN, tmp_path)
    assert schema(descriptor, "measures")["primaryKey"] == ["measure"]
    assert schema(descriptor, "indicators")["foreignKeys"] == [
        {"fields": "measure", "reference": {"resource": "measures", "fields": "measure"}}
    ]
    assert sum(len(one["schema"].get("foreignKeys", ())) for one in descriptor["resources"]) == len(REFERENCES)


def test_where_an_id_is_doubled_no_key_is_claimed(tmp_path: Path) -> None:
    (field,) = TOWN.fields_of_action
    doubled = attrs.evolve(TOWN, fields_of_action=(attrs.evolve(field, measures=(*field.measures, *DOUBLED)),))
    descriptor = exported(doubled, tmp_path)
    assert "primaryKey" not in schema(descriptor, "measures")
    assert "foreignKeys" not in schema(descriptor, "indicators")
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("CC BY 4.0", [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]),
        ("cc-by 4.0", [{"name": "CC-BY-4.0", "title": "cc-by 4.0"}]),
        ("dl-de/by-2-0", [{"name": "dl-de-by-2.0", "title": "dl-de/by-2-0"}]),
        ("https://www.govdata.de/dl-de/by-2-0", [{"path": "https://www.govdata.de/dl-de/by-2-0"}]),
    ],
)
def test_a_known_licence_is_stated(stated: str, expected: list[dict[str, str]], tmp_path: Path) -> None:
    licensed = attrs.evolve(TOWN, edition=Edition(licence=stated))
    assert exported(licensed, tmp_path)["licenses"] == expected
    assert problems(tmp_path) == []
    assert ik.export(licensed, "datapackage").warnings == ()


@pytest.mark.parametrize(("stated", "said"), [(None, "no licence is stated"), ("frei", "'frei' cannot be stated")])
def test_without_a_licence_that_can_be_named_there_is_a_doubt(stated: str | None, said: str) -> None:
    export = ik.export(attrs.evolve(TOWN, edition=Edition(licence=stated)), "datapackage")
    (warning,) = export.warnings
    assert said in str(warning)
    assert b"licenses" not in export.files[0].content


def test_a_cell_that_a_spreadsheet_would_compute_is_made_harmless_and_told() -> None:
    hostile = ik.replace(TOWN, "measure/kurs", title='=HYPERLINK("https://example.invalid")', priority="+1 (cmd|x)")
    export = ik.export(hostile, "datapackage")
    measures = next(file.content.decode() for file in export.files if file.name == "data/measures.csv")
    assert '"\'=HYPERLINK(""https://example.invalid"")"' in measures
    assert any("measures: 2 cells begin like a formula" in str(warning) for warning in export.warnings)
    assert "'" in ik.tables(hostile).measures.to_csv()
    assert "'" not in ik.tables(hostile).measures.to_csv(safe=False)


@pytest.mark.parametrize("text", ["=1", "@SUM", "+A1", "-A1", "+1+1", "-1-1", "+49-7147", "- Punkt", "\t=1"])
def test_a_text_that_begins_like_a_formula_is_made_harmless_unless_it_is_a_number(text: str) -> None:
    assert f"'{text}" in ik.tables(ik.replace(TOWN, "measure/kurs", priority=text)).measures.to_csv()


@pytest.mark.parametrize("text", ["-1", "+1.234,5", "-12,5 %", "-", "1-2", "--06-28"])
def test_a_number_with_its_sign_stays_as_it_is(text: str) -> None:
    assert "'" not in ik.tables(ik.replace(TOWN, "measure/kurs", priority=text)).measures.to_csv()


def test_a_day_without_a_year_is_no_formula() -> None:
    export = ik.export(ik.concept("sachsenheim"), "datapackage")
    activities = next(file.content.decode() for file in export.files if file.name == "data/activities.csv")
    assert ",--02-20," in activities


def test_what_stands_in_no_table_is_counted() -> None:
    losses = {str(loss) for loss in ik.export(ik.concept("sachsenheim"), "datapackage").losses}
    assert "concept/sachsenheim: challenge: stated 14 times, and in no table" in losses
    assert "concept/sachsenheim: measure, current state: stated 10 times, and in no table" in losses
    assert not any("measure, title" in loss for loss in losses)


def test_a_concept_that_the_tables_tell_in_full_loses_nothing_but_its_fields() -> None:
    assert [str(loss) for loss in ik.export(TOWN, "datapackage").losses] == [
        "concept/oberstadt: field of action: stated 1 times, and in no table"
    ]
