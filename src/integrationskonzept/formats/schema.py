"""The JSON Schema of a concept's file (draft 2020-12), generated from the model.

The schema accepts exactly the files that the loader accepts, with one exception that JSON Schema cannot express: two
values that contradict each other, such as a start after its end.

``python -m integrationskonzept.formats.schema`` writes the file that ships with the package, or the file named by its
argument.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import time
from decimal import Decimal
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any

from attrs import field, frozen

from integrationskonzept.files import write_whole
from integrationskonzept.formats import patterns
from integrationskonzept.formats.schema_snippets import snippets
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.i18n.messages import label_text, meaning_text, wording
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

TEXTS = ("description", "patternErrorMessage")
"""Keys of a schema with sentences for people."""

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
            "type": ["integer", "string"],
            "minimum": MIN_YEAR,
            "maximum": MAX_YEAR,
            "pattern": patterns.anchored(patterns.DATE),
            "patternErrorMessage": "Write the date like 2026, 2026-Q3, 2026-12 or 2026-12-31 (not 31.12.2026).",
        },
    ),
    time: (
        "time",
        {
            "description": "Time of day, such as 14:30.",
            "type": "string",
            "pattern": patterns.anchored(TIME),
            "patternErrorMessage": "Write the time in quotes and with four digits, like '09:30'.",
        },
    ),
    Decimal: (
        "amount",
        {
            "description": "A decimal number; as text where a binary number would change it.",
            "type": ["number", "string"],
            "exclusiveMinimum": -(10**AMOUNT_DIGITS),
            "exclusiveMaximum": 10**AMOUNT_DIGITS,
            "pattern": patterns.anchored(AMOUNT),
            "patternErrorMessage": "Write the number with digits and a decimal point, like 5000 or 12.50.",
        },
    ),
}


@frozen
class Definitions:
    """The definitions that a schema refers to, and the language it is written in."""

    language: str = "en"
    found: dict[str, Any] = field(factory=dict)

    def told(self, definition: dict[str, Any]) -> dict[str, Any]:
        """Return a definition whose texts are in the language."""
        return {
            name: meaning_text(value, self.language) if name in TEXTS else value for name, value in definition.items()
        }

    def refer(self, name: str, definition: dict[str, Any]) -> dict[str, Any]:
        """Return a reference to a definition, which is added under its name if there is none yet."""
        self.found.setdefault(name, self.told(definition))
        return {"$ref": f"#/$defs/{name}"}


def json_schema(attributes: Iterable[ForeignAttribute[Any]] = (), language: str = "en") -> dict[str, Any]:
    """Return the schema of the version of the layout that is written, with these foreign attributes described."""
    defs = Definitions(language)
    defs.refer("foreign", _foreign())
    concept = record_schema(Concept, defs)
    for each in attributes:
        single = _single(each.described, defs)
        _mapping(concept if each.kind is Concept else defs.found[each.kind.__name__])["properties"][each.key] = {
            "title": each.title.text(language),
            "description": each.meaning.text(language),
            **({"type": "array", "items": single} if each.many else single),
        }
    version = {"title": "Version", "description": "Version des Aufbaus: version of the layout.", "const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:integrationskonzept:schema:{SCHEMA}:{language}",
        "title": label_text("concept", language),
        **concept,
        "required": ["schema", *concept["required"]],
        "properties": {"schema": defs.told(version), **concept["properties"]},
        "$defs": dict(sorted(defs.found.items())),
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


def record_schema(kind: type[Record], defs: Definitions) -> dict[str, Any]:
    """Return the schema of a record as a mapping; definitions it refers to are added to `defs`."""
    described = MODEL[kind]
    properties = {}
    for name, each in described.in_files.items():
        title = label_text(name, defs.language)
        explained = {"title": title, "description": each.meaning, **_value(each, defs)}
        properties[name] = defs.refer(name, explained) if each.last else defs.told(explained)
    return {
        "description": meaning_text(class_doc(kind), defs.language),
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


def _value(each: AttributeDescription, defs: Definitions) -> dict[str, Any]:
    """Return the schema of an attribute's value; classes are added to `defs`."""
    single = _single(each, defs)
    value = {"type": "array", "items": single} if each.many else single
    if not each.optional:
        return value
    return {**value, "type": [value["type"], "null"]} if "type" in value else {"anyOf": [value, _NULL]}


def _single(each: AttributeDescription, defs: Definitions) -> dict[str, Any]:
    if each.minimum is not None:
        return _bounded(each.kind, each.minimum, defs)
    if each.type is ValueType.ID:
        return defs.refer("id", _id())
    if each.kind in _SCALARS:
        return _SCALARS[each.kind]
    return defs.refer(*_NAMED[each.kind]) if each.kind in _NAMED else _class(each.kind, defs)


def _bounded(kind: Any, minimum: int, defs: Definitions) -> dict[str, Any]:
    """Return the schema of a number that is not below `minimum`."""
    if kind is Decimal:
        pattern = patterns.anchored(AMOUNT.removeprefix("-?"))
        described = "A decimal number that is not negative; as text where a binary number would change it."
        amount = {**_NAMED[Decimal][1], "description": described, "minimum": minimum, "pattern": pattern}
        del amount["exclusiveMinimum"]
        return defs.refer("amount_of_money", amount)
    return {**_SCALARS[int if kind is int else float], "minimum": minimum}


def _id() -> dict[str, Any]:
    description = "Lower-case letters a-z and digits in groups joined by -, . or _"
    return {
        "description": description,
        "type": "string",
        "pattern": patterns.anchored(patterns.ID),
        "patternErrorMessage": "Write the id with lower-case letters a-z, digits and hyphens, like sprachkurse-2026.",
    }


def _class(kind: type, defs: Definitions) -> dict[str, Any]:
    if kind.__name__ not in defs.found:
        defs.found[kind.__name__] = {}  # a class may contain itself
        is_words = issubclass(kind, Enum)
        defs.found[kind.__name__] = _words(kind, defs) if is_words else _mapping_or_short_form(kind, defs)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _words(kind: type[StrEnum], defs: Definitions) -> dict[str, Any]:
    return {
        "description": meaning_text(class_doc(kind), defs.language),
        "enum": [member.value for member in kind],
        "enumDescriptions": [wording(member, defs.language) for member in kind],
    }


def _mapping_or_short_form(kind: type[Record], defs: Definitions) -> dict[str, Any]:
    bare, long = MODEL[kind].bare, record_schema(kind, defs)
    found = {"anyOf": [_single(bare, defs), long]} if bare else long
    offered = snippets(kind, defs.language)
    return {**found, "defaultSnippets": offered} if offered else found


def english_texts() -> Iterator[str]:
    """Yield every text of the schema that exists in other languages."""
    yield from _texts(json_schema())


def _texts(schema: Any) -> Iterator[str]:
    inner = schema.items() if isinstance(schema, dict) else ((None, each) for each in schema)
    for name, value in inner:
        if isinstance(value, (dict, list)):
            yield from _texts(value)
        elif name in TEXTS:
            yield value


def schema_bytes(attributes: Iterable[ForeignAttribute[Any]] = (), language: str = "en") -> bytes:
    """Return the content of a file with the schema."""
    return (json.dumps(json_schema(attributes, language), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def write(file: Path = SCHEMA_FILE) -> Path:
    """Write the schema to `file`."""
    return write_whole(file, schema_bytes())


if __name__ == "__main__":
    write(*map(Path, sys.argv[1:]))
