"""The data package: what open data portals read, checked by a program that is not ours."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from frictionless import Package

import integrationskonzept as ik
from integrationskonzept.model import Edition, FieldOfAction, Indicator, Measure, Municipality
from integrationskonzept.plugins.datapackage import BUILTIN_TABLES, DATAPACKAGE, losses
from integrationskonzept.tabular.record_classes import CLASSES
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
    given = ({}, {"language": "en"}, {"today": "2027-06-30"})
    says = tuple(getattr(kind, "noun", "") for kind in CLASSES.tables if CLASSES.has_address(kind))

    def text(self, content: bytes) -> str:
        """Take quotes of cells away."""
        return content.decode().replace('""', '"')


@pytest.mark.parametrize("concept", [ik.concept("musterstadt-2027"), example_concept(), town("projects"), seeded(3)])
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
        read = [[_plain(value) for value in row.to_dict().values()] for row in resource.read_rows()]
        assert read == [[_plain(value) for value in row.values()] for row in frame]


def _plain(value: Any) -> Any:
    """Return an exact number as the one that Python writes for it."""
    return float(value) if isinstance(value, Decimal) else value


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
        {"fields": "field_of_action", "reference": {"resource": "fields_of_action", "fields": "field_of_action"}},
        {"fields": "goal", "reference": {"resource": "goals", "fields": "goal"}},
        {"fields": "measure", "reference": {"resource": "measures", "fields": "measure"}},
    ]
    assert schema(descriptor, "involvement")["foreignKeys"][-1] == {
        "fields": "actor",
        "reference": {"resource": "actors", "fields": "actor"},
    }


def test_where_an_id_is_doubled_no_key_is_claimed(tmp_path: Path) -> None:
    (field,) = TOWN.fields_of_action
    doubled = attrs.evolve(TOWN, fields_of_action=(attrs.evolve(field, measures=(*field.measures, *DOUBLED)),))
    descriptor = exported(doubled, tmp_path)
    assert "primaryKey" not in schema(descriptor, "measures")
    assert [key["fields"] for key in schema(descriptor, "indicators")["foreignKeys"]] == ["field_of_action", "goal"]
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("CC BY 4.0", [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]),
        ("cc-by 4.0", [{"name": "CC-BY-4.0", "title": "cc-by 4.0"}]),
        ("dl-by-de/2.0", [{"name": "dl-de-by-2.0", "title": "dl-by-de/2.0"}]),
        ("dl-de/by-2-0", [{"name": "dl-de-by-2.0", "title": "dl-de/by-2-0"}]),
        ("https://www.govdata.de/dl-de/by-2-0", [{"path": "https://www.govdata.de/dl-de/by-2-0"}]),
    ],
)
def test_a_known_licence_is_stated(stated: str, expected: list[dict[str, str]], tmp_path: Path) -> None:
    licensed = attrs.evolve(TOWN, edition=Edition(data_licence=stated))
    descriptor = exported(licensed, tmp_path)
    assert descriptor["licenses"] == expected
    first = Package.from_descriptor({**descriptor, "resources": descriptor["resources"][:1]}, basepath=str(tmp_path))
    assert first.validate().valid
    assert ik.export(licensed, "datapackage").warnings == ()


@pytest.mark.parametrize(
    ("stated", "said"), [(None, "no licence of the data is stated"), ("frei", "'frei' cannot be stated")]
)
def test_without_a_licence_that_can_be_named_there_is_a_doubt(stated: str | None, said: str) -> None:
    export = ik.export(attrs.evolve(TOWN, edition=Edition(data_licence=stated)), "datapackage")
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
    days = next(file.content.decode() for file in export.files if file.name == "data/action_days.csv")
    assert ",--02-20," in days


def test_what_stands_in_no_table_is_counted() -> None:
    text = """\
schema: 2
id: oberstadt
title: Oberstadt
municipality: {name: Oberstadt, x-ampel: gelb}
checks: {profile: council}
x-eigenes: 1
themes: [{id: sprache, title: Sprache, x-ampel: rot}]
"""
    told = [str(loss) for loss in ik.export(ik.loads(text), "datapackage", internal=True).losses]
    assert told == [
        "concept/oberstadt: checks: stated 1 times, and in no table",
        "concept/oberstadt: x-ampel: stated 2 times, and in no table",
        "concept/oberstadt: x-eigenes: stated 1 times, and in no table",
    ]


@pytest.mark.parametrize("concept", [TOWN, ik.concept("sachsenheim"), *map(town, NAMES)])
def test_a_concept_without_keys_of_its_own_loses_nothing(concept: ik.Concept) -> None:
    assert ik.export(concept, "datapackage").losses == ()


def test_a_noun_whose_table_is_missing_is_a_loss() -> None:
    tables = {name: table for name, table in BUILTIN_TABLES.items() if name != "measures"}
    assert [str(loss) for loss in losses(TOWN, tables)] == [
        "concept/oberstadt: measure: stated 1 times, and in no table"
    ]


def test_tables_that_depend_on_a_day_are_written_for_the_day_given(tmp_path: Path) -> None:
    descriptor = exported(ik.concept("musterstadt-2027"), tmp_path, today="2027-06-30")
    assert {"agenda", "evaluation"} < {one["name"] for one in descriptor["resources"]}
    assert problems(tmp_path) == []
    assert not {"agenda", "evaluation"} & {one["name"] for one in exported(TOWN, tmp_path)["resources"]}
