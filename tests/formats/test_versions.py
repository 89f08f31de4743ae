"""A file from year one opens in year five."""

from pathlib import Path
from typing import Any

import pytest

from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.load import read_file
from integrationskonzept.formats.versions import MIGRATIONS, SCHEMA, identify, migrate
from integrationskonzept.formats.yaml import YAML

OLD = sorted(Path(__file__).parents[1].joinpath("documents").glob("v*/*.yaml"))


@pytest.mark.parametrize("document", OLD, ids=lambda document: f"{document.parent.name}/{document.name}")
def test_a_document_of_every_published_version_opens_and_can_be_saved(document: Path) -> None:
    concept = read_file(document.read_bytes(), YAML)
    assert YAML.write is not None
    assert read_file(YAML.write(file_data(concept)), YAML) == concept


def test_there_is_a_document_of_every_published_version() -> None:
    assert {document.parent.name for document in OLD} == {f"v{version}" for version in range(1, SCHEMA + 1)}


def test_every_older_version_has_a_migration_to_the_next() -> None:
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA))


def test_migrations_are_taken_one_after_the_other() -> None:
    def first(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "steps": [1]}

    def second(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "steps": [*data["steps"], 2]}

    old = {"schema": 1, "id": "m"}
    assert migrate(old, 1, {1: first, 2: second}, target=3) == {"id": "m", "steps": [1, 2]}
    assert migrate(old, 2, {1: first, 2: lambda data: data}, target=3) == {"id": "m"}
    assert old == {"schema": 1, "id": "m"}


def test_one_point_zero_is_one_as_it_is_for_json_schema() -> None:
    assert identify({"schema": 1.0}) == 1
