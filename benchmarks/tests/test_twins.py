"""The twins are the model: every record, every attribute, and the same documents taken and refused."""

import copy
import json
from enum import Enum
from typing import Any

import attrs
import msgspec
import pydantic
import pytest

import integrationskonzept as ik
from benchmarks import data, twins

DATA = data.whole()


def reads(text: str | bytes) -> dict[str, bool]:
    """Tell who reads a document."""
    took = {}
    for name, read, error in (
        ("ours", lambda: ik.loads(text, "json"), ik.InvalidConceptError),
        ("pydantic", lambda: twins.twin(twins.PYDANTIC).Concept.model_validate_json(text), pydantic.ValidationError),
        ("msgspec", lambda: msgspec.json.decode(text, type=twins.twin(twins.MSGSPEC).Concept), msgspec.ValidationError),
    ):
        try:
            read()
            took[name] = True
        except error:
            took[name] = False
    return took


def changed(*path: Any, **values: Any) -> str:
    """Write the bundled concept with other values in the mapping at a path."""
    document = copy.deepcopy(DATA)
    place: Any = document
    for step in path:
        place = place[step]
    place.update(values)
    return json.dumps(document)


@pytest.mark.parametrize("kind", twins.kinds(), ids=lambda kind: kind.__name__)
def test_every_record_and_word_has_its_twins(kind: type[Any]) -> None:
    pydantic_twin = getattr(twins.twin(twins.PYDANTIC), kind.__name__)
    msgspec_twin = getattr(twins.twin(twins.MSGSPEC), kind.__name__)
    if issubclass(kind, Enum):
        words = [member.value for member in kind]
        assert [member.value for member in pydantic_twin] == [member.value for member in msgspec_twin] == words
    else:
        names = {each.name for each in twins.attributes(kind)} | ({"schema"} if kind is ik.Concept else set())
        assert names == set(pydantic_twin.model_fields) == set(msgspec_twin.__struct_fields__)
        required = {each.name for each in twins.attributes(kind) if each.default is attrs.NOTHING}
        needed = {name for name, field in pydantic_twin.model_fields.items() if field.is_required()}
        assert needed - {"schema"} == required


@pytest.mark.parametrize(
    "text",
    [
        changed(),
        changed(motto=None),
        changed("fields_of_action", 0, title="anders"),
        changed(period={"start": 2025, "end": "2029-12"}),
        data.as_json(data.realistic()),
    ],
)
def test_what_we_read_they_read(text: str | bytes) -> None:
    assert reads(text) == {"ours": True, "pydantic": True, "msgspec": True}


@pytest.mark.parametrize(
    "text",
    [
        changed(titel="unbekannt"),
        changed(title=5),
        changed(id="Mit Leerzeichen"),
        changed(title=None),
        changed(period={"start": "bald"}),
        changed("fields_of_action", 0, measures={}),
        changed("fields_of_action", 0, internal="ja"),
        changed(sections=[[]]),
        "[]",
    ],
)
def test_what_we_refuse_they_refuse(text: str) -> None:
    assert reads(text) == {"ours": False, "pydantic": False, "msgspec": False}


def test_what_we_write_they_write() -> None:
    text = ik.dumps(ik.loads(json.dumps(DATA), "json"), "json")
    read = twins.twin(twins.PYDANTIC).Concept.model_validate_json(text)
    assert json.loads(read.model_dump_json(exclude_defaults=True)) == json.loads(text)
