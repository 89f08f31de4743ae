"""The published schema accepts exactly the files that the loader accepts."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from cattrs.errors import BaseValidationError
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis_jsonschema import from_schema
from jsonschema import Draft202012Validator

from integrationskonzept.errors import IntegrationskonzeptError, InvalidConceptError
from integrationskonzept.formats import patterns, schema
from integrationskonzept.formats.file_data import file_data
from integrationskonzept.formats.format import ParsedData
from integrationskonzept.formats.load import read_concept
from integrationskonzept.formats.structure import collector
from integrationskonzept.model import value_problems
from integrationskonzept.model.annotations import Number
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.refusal import RefusedError
from integrationskonzept.testing import concepts

SCHEMA = json.loads(schema.SCHEMA_FILE.read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
PATIENTLY = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))

JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 1.0, 2.5, 2024, 2024.0, 999, 10000, 1e300, 2**53, -(10**15), 1e15, 1e-7),
    *("", "text", "x", "A", "a-b", "a--b", "a\n", "2024", "0000", "2024-02-29", "2023-02-29", "1900-02-29"),
    *("2000-02-29", "2024-13", "2024-11-31", "2024-Q4", "2024-Q5", "2024-H2", "2016/17", "2016/18", "1999/00"),
    *("9999/00", "--02-29", "--02-30", "2024-07-31\n", "14:30", "24:00", "14:30\n", "1.50", "1.", "1e3", "-0"),
    *("1" * 16, "project", "PROJECT", "yearly", "mo", "yes", "error", "٢٠٢٤", [], {}, [[]], [None], [1, "a"]),
    *({"x-a": 1}, {"a": 1}, {"id": "a", "title": "A"}, {"text": "A"}, {"value": 1}, {"frequency": "daily"}),
    *({"start": 2024}, {"x-": {"a": [1e300]}}, {"x-b": {"": [{}, None, True, 1.5, "ü"]}}),
)


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """List the paths to every value in plain data."""
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, item in below for found in paths(item, (*path, step)))]


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """Return data of a concept in which a few values are replaced, removed or added."""
    data = file_data(draw(concepts()))
    for _ in range(draw(st.integers(0, 2))):
        *around, step = draw(st.sampled_from(paths(data)[1:]))
        inner: Any = data
        for outer in around:
            inner = inner[outer]
        match draw(st.sampled_from(["replace", "replace", "leave out", "add"])):
            case "replace":
                inner[step] = deepcopy(draw(st.sampled_from(JUNK)))
            case "leave out":
                del inner[step]
            case _ if isinstance(inner, dict):
                inner[draw(st.sampled_from(["x-neu", "X-neu", "titel", "title", "id", "text", "internal"]))] = draw(
                    st.sampled_from(JUNK)
                )
    return data


def codes(data: Any) -> set[str]:
    """Return the codes of the errors that the loader finds in `data`."""
    try:
        read_concept(ParsedData(data))
    except InvalidConceptError as error:
        return {finding.code for finding in error.findings}
    return set()


def test_the_schema_in_the_package_is_current() -> None:
    assert schema.json_schema() == SCHEMA, "run `python -m integrationskonzept.formats.schema`"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@PATIENTLY
@given(concepts())
def test_the_schema_accepts_every_concept(concept: Concept) -> None:
    VALIDATOR.validate(file_data(concept))


@PATIENTLY
@given(damaged())
def test_schema_and_loader_agree_on_damaged_concepts(data: dict[str, Any]) -> None:
    found = codes(data)
    assume(found != {value_problems.CONTRADICTION.code})  # the one thing JSON Schema has no words for
    assert VALIDATOR.is_valid(data) == (not found)


def records(kind: type[Record] = Record) -> Iterator[type[Record]]:
    """Yield every class of record that the schema defines, and the concept itself."""
    for inner in kind.__subclasses__():
        current = getattr(sys.modules[inner.__module__], inner.__name__, None)  # attrs makes each class twice
        if inner is current and (inner is Concept or inner.__name__ in SCHEMA["$defs"]):
            yield inner
        yield from records(inner)


RECORDS = sorted(set(records()), key=lambda kind: kind.__name__)


def definition(kind: type[Record]) -> dict[str, Any]:
    """Return the schema of the long form of a record."""
    found: dict[str, Any] = SCHEMA if kind is Concept else SCHEMA["$defs"][kind.__name__]
    return found if "properties" in found else found["anyOf"][1]


def loads(data: Any, described: AttributeDescription) -> bool:
    try:
        collector().value(described)(data)
    except (IntegrationskonzeptError, RefusedError, BaseValidationError):
        return False
    return True


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_schema_and_loader_agree_on_every_attribute(kind: type[Record]) -> None:
    properties = definition(kind)["properties"]
    for name in MODEL[kind].keys:
        validator = Draft202012Validator({"$defs": SCHEMA["$defs"], **properties[name]})
        for value in JUNK:
            assert validator.is_valid(value) == loads(value, MODEL[kind].attributes[name]), (name, value)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_schema_and_loader_agree_on_which_keys_a_record_needs(kind: type[Record]) -> None:
    known = [key for key in definition(kind)["properties"] if key != "schema"]
    needed = [key for key in definition(kind).get("required", ()) if key != "schema"]
    assert known == list(MODEL[kind].keys)
    assert needed == list(MODEL[kind].required)


@pytest.mark.parametrize("name", ["id", "date", "time", "amount"])
def test_the_loader_reads_what_the_schema_describes(name: str) -> None:
    types = {
        each.value.partition(" ")[0]: each for each in (ValueType.ID, ValueType.DATE, ValueType.TIME, ValueType.AMOUNT)
    }
    described = AttributeDescription(name=name, type=types[name], kind=None, default=None)

    @settings(deadline=None, suppress_health_check=list(HealthCheck))
    @given(from_schema(SCHEMA["$defs"][name]))
    def agrees(value: Any) -> None:
        assert loads(value, described)

    agrees()


@given(
    st.text("0123456789-/QH", max_size=11)
    | st.dates().map(str)
    | st.from_regex(r"\A[0-9]{4}(/[0-9]{2}|-[0-9]{2}(-[0-9]{2})?)\Z")
)
def test_the_pattern_of_a_date_is_that_of_the_model(text: str) -> None:
    try:
        PartialDate(text)
    except ValueError:
        assert not re.search(patterns.anchored(patterns.DATE), text)
    else:
        assert re.search(patterns.anchored(patterns.DATE), text)


def test_every_key_is_described_and_named_in_german() -> None:
    for kind in RECORDS:
        assert definition(kind)["description"]
        for name, described in definition(kind)["properties"].items():
            named = SCHEMA["$defs"][name] if set(described) == {"$ref"} else described
            assert named["title"], (kind, name)
            assert named["description"], (kind, name)


@frozen(kw_only=True)
class Shapes(Record):
    """Shapes of attributes that no record has yet."""

    number: Number
    """A number that must be given."""


def test_an_attribute_of_a_new_shape_is_described_too() -> None:
    properties = schema.record_schema(Shapes, schema.Definitions())["properties"]
    validator = Draft202012Validator(properties["number"])
    assert [value for value in JUNK if validator.is_valid(value)] == [
        value for value in JUNK if loads(value, MODEL[Shapes].attributes["number"])
    ]


def test_the_schema_can_be_written_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "concept.schema.json"
    subprocess.run([sys.executable, "-m", "integrationskonzept.formats.schema", file], check=True)
    assert file.read_bytes() == schema.SCHEMA_FILE.read_bytes()


def test_the_german_schema_accepts_the_same_and_says_it_in_german() -> None:
    def bare(value: Any) -> Any:
        """Return a schema without what it says to people."""
        said = {"$id", "title", "description", "enumDescriptions", "patternErrorMessage", "defaultSnippets"}
        if isinstance(value, dict):
            return {key: bare(each) for key, each in value.items() if key not in said}
        return list(map(bare, value)) if isinstance(value, list) else value

    german = schema.json_schema(language="de")
    assert german["title"] == "Integrationskonzept"
    assert german["$defs"]["Measure"]["properties"]["leads"]["title"] == "Federführung"
    assert german["$defs"]["date"]["patternErrorMessage"].startswith("Schreiben Sie das Datum")
    assert german["$id"] != SCHEMA["$id"]
    assert bare(german["$defs"]["date"]) == bare(SCHEMA["$defs"]["date"])
    assert german["$defs"].keys() == SCHEMA["$defs"].keys()


def test_every_word_of_a_list_is_explained() -> None:
    german = schema.json_schema(language="de")["$defs"]
    lists = {name: each for name, each in german.items() if "enum" in each}
    assert lists
    for each in lists.values():
        assert len(each["enum"]) == len(each["enumDescriptions"])
    kinds = dict(zip(lists["ActorKind"]["enum"], lists["ActorKind"]["enumDescriptions"], strict=True))
    assert kinds["club"] == "Verein"


def filled(body: Any) -> Any:
    """Return a template with what its places show, or the first choice."""
    if isinstance(body, dict):
        return {key: filled(value) for key, value in body.items()}
    if isinstance(body, list):
        return list(map(filled, body))
    word = re.sub(r"\$\{\d[:|]([^,}|]*)[^}]*\}", r"\1", body)
    return int(word[1:]) if word.startswith("^") else word


@pytest.mark.parametrize("name", ["Measure", "Indicator", "StatusEntry"])
def test_a_template_is_a_valid_entry_once_its_ids_are_typed(name: str) -> None:
    (snippet,) = SCHEMA["$defs"][name]["defaultSnippets"]
    entry = filled(snippet["body"])
    validator = Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": f"#/$defs/{name}"})
    assert list(validator.iter_errors(entry)) == []
