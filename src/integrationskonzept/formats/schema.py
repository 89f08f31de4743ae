"""The JSON Schema of a concept's file (draft 2020-12), generated from the model.

The schema accepts exactly the files that the loader accepts, with one exception that JSON Schema cannot express: two
values that contradict each other, such as a start after its end.

``python -m integrationskonzept.formats.schema`` writes the file that ships with the package, or the file named by its
argument.
"""

import json
import sys
from collections.abc import Iterable
from datetime import time
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from integrationskonzept.files import write_whole
from integrationskonzept.formats import patterns
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.i18n.messages import label_text
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.foreign import FOREIGN
from integrationskonzept.model.foreign_attribute import ForeignAttribute
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.values import AMOUNT, AMOUNT_DIGITS, MAX_NUMBER, MAX_YEAR, MIN_YEAR, TIME


def class_doc(kind: type) -> str:
    """Return the first paragraph of a class's docstring on one line."""
    return _one_line((kind.__doc__ or "").split("\n\n", maxsplit=1)[0])


def _one_line(text: str) -> str:
    return " ".join(text.split())


SCHEMA_FILE = Path(__file__).parent.parent / "concept.schema.json"
"""The schema as it ships with the package."""

_BOUNDS = {"minimum": -MAX_NUMBER, "maximum": MAX_NUMBER}
_NULL = {"type": "null"}
_FOREIGN = {"$ref": "#/$defs/foreign"}

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", **_BOUNDS},
    float: {"type": "number", **_BOUNDS},
}
_NAMED: dict[Any, tuple[str, dict[str, Any]]] = {
    PartialDate: (
        "date",
        {
            "description": class_doc(PartialDate),
            "anyOf": [
                {"type": "integer", "minimum": MIN_YEAR, "maximum": MAX_YEAR},
                {"type": "string", "pattern": patterns.anchored(patterns.DATE)},
            ],
        },
    ),
    time: (
        "time",
        {"description": "Time of day, such as 14:30.", "type": "string", "pattern": patterns.anchored(TIME)},
    ),
    Decimal: (
        "amount",
        {
            "description": "A decimal number; as text where a binary number would change it.",
            "anyOf": [
                {"type": "number", "exclusiveMinimum": -(10**AMOUNT_DIGITS), "exclusiveMaximum": 10**AMOUNT_DIGITS},
                {"type": "string", "pattern": patterns.anchored(AMOUNT)},
            ],
        },
    ),
}


def json_schema(attributes: Iterable[ForeignAttribute[Any]] = ()) -> dict[str, Any]:
    """Return the schema of the version of the layout that is written, with these foreign attributes described."""
    defs: dict[str, Any] = {"foreign": _foreign()}
    concept = record_schema(Concept, defs)
    for each in attributes:
        single = _single(each.described, defs)
        _mapping(concept if each.kind is Concept else defs[each.kind.__name__])["properties"][each.key] = {
            "title": each.title.text("de"),
            "description": each.meaning.text("de"),
            **({"type": "array", "items": single} if each.many else single),
        }
    version = {"title": "Version", "description": "Version des Aufbaus: version of the layout.", "const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": label_text("concept", "de"),
        **concept,
        "required": ["schema", *concept["required"]],
        "properties": {"schema": version, **concept["properties"]},
        "$defs": dict(sorted(defs.items())),
    }


def _mapping(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a record's long form."""
    return schema["anyOf"][-1] if "properties" not in schema else schema


def _foreign() -> dict[str, Any]:
    number = _SCALARS[float]
    lists = {"type": "array", "items": _FOREIGN}
    mappings = {"type": "object", "additionalProperties": _FOREIGN}
    plain = {"type": ["null", "boolean", "string"]}
    return {"description": "An attribute of the town's own.", "anyOf": [plain, number, lists, mappings]}


def record_schema(kind: type[Record], defs: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a record as a mapping; definitions it refers to are added to `defs`."""
    described = MODEL[kind]
    properties = {}
    for name, each in described.in_files.items():
        explained = {"title": each.term, "description": each.meaning, **_value(each, defs)}
        properties[name] = _named(name, explained, defs) if each.last else explained
    return {
        "description": class_doc(kind),
        "type": "object",
        "properties": properties,
        **({"required": list(described.required)} if described.required else {}),
        **({"anyOf": list(map(_stated, described.named_by))} if described.named_by else {}),
        "patternProperties": {f"^{FOREIGN}": _FOREIGN},
        "additionalProperties": False,
    }


def _stated(name: str) -> dict[str, Any]:
    """Return the schema of a record that states a text."""
    return {"required": [name], "properties": {name: {"type": "string"}}}


def _value(each: AttributeDescription, defs: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of an attribute's value; classes are added to `defs`."""
    single = _single(each, defs)
    value = {"type": "array", "items": single} if each.many else single
    if not each.optional:
        return value
    return {**value, "type": [value["type"], "null"]} if "type" in value else {"anyOf": [value, _NULL]}


def _single(each: AttributeDescription, defs: dict[str, Any]) -> dict[str, Any]:
    if each.minimum is not None:
        return _bounded(each.kind, each.minimum, defs)
    if each.type is ValueType.ID:
        return _named("id", _id(), defs)
    if each.kind in _SCALARS:
        return _SCALARS[each.kind]
    return _named(*_NAMED[each.kind], defs) if each.kind in _NAMED else _class(each.kind, defs)


def _bounded(kind: Any, minimum: int, defs: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a number that is not below `minimum`."""
    if kind is Decimal:
        number, text = _NAMED[Decimal][1]["anyOf"]
        pattern = patterns.anchored(AMOUNT.removeprefix("-?"))
        least = {"type": "number", "minimum": minimum, "exclusiveMaximum": number["exclusiveMaximum"]}
        described = "A decimal number that is not negative; as text where a binary number would change it."
        return _named(
            "amount_of_money", {"description": described, "anyOf": [least, {**text, "pattern": pattern}]}, defs
        )
    return {**_SCALARS[int if kind is int else float], "minimum": minimum}


def _id() -> dict[str, Any]:
    description = "Lower-case letters a-z and digits in groups joined by -, . or _"
    return {"description": description, "type": "string", "pattern": patterns.anchored(patterns.ID)}


def _named(name: str, definition: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    defs.setdefault(name, definition)
    return {"$ref": f"#/$defs/{name}"}


def _class(kind: type, defs: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in defs:
        defs[kind.__name__] = {}  # a class may contain itself
        is_words = issubclass(kind, Enum)
        defs[kind.__name__] = _words(kind) if is_words else _mapping_or_short_form(kind, defs)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _words(kind: type[Enum]) -> dict[str, Any]:
    return {"description": class_doc(kind), "enum": [member.value for member in kind]}


def _mapping_or_short_form(kind: type[Record], defs: dict[str, Any]) -> dict[str, Any]:
    bare, long = MODEL[kind].bare, record_schema(kind, defs)
    return {"anyOf": [_single(bare, defs), long]} if bare else long


def schema_bytes(attributes: Iterable[ForeignAttribute[Any]] = ()) -> bytes:
    """Return the content of a file with the schema."""
    return (json.dumps(json_schema(attributes), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def write(file: Path = SCHEMA_FILE) -> Path:
    """Write the schema to `file`."""
    return write_whole(file, schema_bytes())


if __name__ == "__main__":
    write(*map(Path, sys.argv[1:]))
