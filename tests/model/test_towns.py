"""What holds for every shape of concept, shown by twelve fictitious towns."""

import json
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
import yaml

import integrationskonzept as ik
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.format import Format, ParsedData
from integrationskonzept.formats.json import JSON
from integrationskonzept.formats.load import read_concept, read_file
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.model import (
    BreakdownPart,
    Cost,
    Decision,
    ExpectedEffect,
    Funding,
    Goal,
    Indicator,
    Measure,
    Observation,
    OpeningTime,
    Predecessor,
    PreviousGoal,
    RatingLevel,
    Schedule,
    StatedCount,
    StatusEntry,
    StatusLevel,
    Step,
    Successor,
    Target,
)
from integrationskonzept.model.concept import addresses
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.record import Record
from tests.model.conftest import NAMES, TOWNS, town

FOREIGN = {"x-kostenstelle": {"nummer": 4711, "teile": [True, None, "ä", {"x": 0.5}]}}


def written(concept: Any, form: Format) -> bytes:
    assert form.write
    return form.write(file_data(concept))


def mappings(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from mappings(value)


def with_foreign_keys_everywhere(data: Any) -> Any:
    if isinstance(data, list):
        return [with_foreign_keys_everywhere(item) for item in data]
    if isinstance(data, dict):
        return {key: with_foreign_keys_everywhere(value) for key, value in data.items()} | FOREIGN
    return data


def test_there_is_a_town_for_every_shape() -> None:
    assert [
        *("continued", "effects", "goals", "lineage", "monitoring", "offers"),
        *("projects", "recommendations", "series", "sheets", "steered", "vague"),
    ] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_no_town_needs_a_key_of_its_own(name: str) -> None:
    data = yaml.safe_load((TOWNS / f"{name}.yaml").read_text(encoding="utf-8"))
    assert [key for mapping in mappings(data) for key in mapping if key.startswith("x-")] == []


@pytest.mark.parametrize("form", [YAML, JSON], ids=lambda form: form.name)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_reads_the_same_and_is_written_the_same(name: str, form: Format) -> None:
    concept = town(name)
    content = written(concept, form)
    again = read_file(content, form)
    assert again == concept
    assert written(again, form) == content


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_file_is_lost_or_added(name: str) -> None:
    data = yaml.safe_load((TOWNS / f"{name}.yaml").read_text(encoding="utf-8"))
    words = sorted(value for mapping in mappings(data) for value in mapping.values() if isinstance(value, str))
    kept = json.dumps(file_data(town(name)), ensure_ascii=False)
    assert [word for word in words if json.dumps(word, ensure_ascii=False)[1:-1] not in kept] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_id_and_reference_leads_somewhere(name: str) -> None:
    concept = town(name)
    lost = [
        f"{path} {noun}/{id}"
        for kind, found in concept.records.items()
        for attribute, noun, many in ((each.name, each.noun, each.many) for each in MODEL[kind].references)
        for path, record in found
        for id in (getattr(record, attribute) if many else [getattr(record, attribute)])
        if id is not None and (id if noun == "*" else f"{noun}/{id}") not in concept.index
    ]
    assert lost == []


@pytest.mark.parametrize("name", NAMES)
def test_no_two_elements_share_an_address(name: str) -> None:
    concept = town(name)
    assert len(addresses(concept)) == len(concept.index)


@pytest.mark.parametrize("name", NAMES)
def test_a_town_can_be_pickled_hashed_and_shown(name: str) -> None:
    concept = town(name)
    again = pickle.loads(pickle.dumps(concept))  # noqa: S301 - pickled here
    assert again == concept
    assert hash(again) == hash(concept)
    assert again.place(("title",)) == concept.place(("title",))
    assert concept.title in concept._repr_html_()
    assert all(len(repr(record)) < 250 for found in concept.records.values() for _, record in found)


@pytest.mark.parametrize("name", NAMES)
def test_foreign_keys_survive_anywhere(name: str) -> None:
    data = with_foreign_keys_everywhere(file_data(town(name)))
    concept = read_concept(ParsedData(data=data))
    assert file_data(concept) == data
    records = [record for found in concept.records.values() for _, record in found]
    assert sum(bool(record.extra) for record in records) == len([*mappings(file_data(town(name)))])
    for form in (YAML, JSON):
        assert read_file(written(concept, form), form) == concept
    assert hash(concept) == hash(read_concept(ParsedData(data=data)))


def test_foreign_keys_survive_in_an_observation_a_part_of_a_breakdown_and_an_amount() -> None:
    data = with_foreign_keys_everywhere(file_data(town("projects")))
    concept = read_concept(ParsedData(data=data))
    measure = concept.measure("eltern-kind-gruppe")
    observation = concept.indicator("griffbereit-teilnehmende").observations[0]
    assert measure.cost
    assert measure.cost.material
    for record in (observation, observation.breakdown[0], measure.cost.material, measure.cost.by_year[0]):
        number = record.extra["x-kostenstelle"]["nummer"]
        assert number == 4711


@pytest.mark.parametrize(
    "kind",
    [
        BreakdownPart,
        Cost,
        Decision,
        ExpectedEffect,
        Funding,
        Goal,
        Indicator,
        Measure,
        Observation,
        OpeningTime,
        Predecessor,
        PreviousGoal,
        RatingLevel,
        Schedule,
        StatedCount,
        StatusEntry,
        StatusLevel,
        Step,
        Successor,
        Target,
    ],
)
def test_every_attribute_is_used_by_one_of_the_towns(kind: type[Record]) -> None:
    records = [record for name in NAMES for _, record in town(name).records.get(kind)]
    shared = {attribute.name for attribute in attrs.fields(Sourced)}
    unused = [
        attribute.name
        for attribute in attrs.fields(kind)
        if attribute.name not in shared
        and all(getattr(record, attribute.name) == attribute.default for record in records)
    ]
    assert unused == []


@pytest.mark.parametrize("name", NAMES)
def test_a_check_finds_no_error_in_a_town(name: str) -> None:
    assert [str(finding) for finding in ik.check(town(name)).findings if finding.severity is ik.Severity.ERROR] == []
