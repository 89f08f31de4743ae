"""The JSON Schema of a concept's file (draft 2020-12), generated from the model.

The schema accepts exactly the files that the loader accepts, with one exception that JSON Schema cannot express: two
values that contradict each other, such as a start after its end.

``python -m integrationskonzept.formats.schema`` writes the file that ships with the package, or the file named by its
argument.
"""

import ast
import json
import sys
from datetime import time
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import attrs

from integrationskonzept.files import write_whole
from integrationskonzept.formats import patterns
from integrationskonzept.formats.field_order import PROVENANCE_KEYS, attributes, union_members
from integrationskonzept.formats.limits import AMOUNT_DIGITS, MAX_NUMBER
from integrationskonzept.formats.values import MAX_YEAR, MIN_YEAR
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.i18n.messages import label_text
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.record import FOREIGN, Record, bound
from integrationskonzept.model.tree import types_of


def class_doc(kind: type) -> str:
    """Return the first paragraph of a class's docstring on one line."""
    return _one_line((kind.__doc__ or "").split("\n\n", maxsplit=1)[0])


def attribute_docs(kind: type) -> dict[str, str]:
    """Return the docstring of every attribute of a class, inherited ones included, each on one line."""
    documents: dict[str, str] = {}
    for parent in reversed(kind.__mro__):
        documents.update(_module_docs(parent.__module__).get(parent.__name__, {}))
    return documents


@cache
def _module_docs(module: str) -> dict[str, dict[str, str]]:
    file = getattr(sys.modules[module], "__file__", None)
    tree = ast.parse(Path(file).read_text("utf-8")) if file else ast.Module([], [])
    return {node.name: dict(_below_attributes(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _below_attributes(node: ast.ClassDef) -> list[tuple[str, str]]:
    pairs = zip(node.body, node.body[1:], strict=False)
    return [
        (statement.target.id, _one_line(str(below.value.value)))
        for statement, below in pairs
        if isinstance(statement, ast.AnnAssign)
        and isinstance(statement.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    ]


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
        {"description": "Time of day, such as 14:30.", "type": "string", "pattern": patterns.anchored(patterns.TIME)},
    ),
    Decimal: (
        "amount",
        {
            "description": "A decimal number; as text where a binary number would change it.",
            "anyOf": [
                {"type": "number", "exclusiveMinimum": -(10**AMOUNT_DIGITS), "exclusiveMaximum": 10**AMOUNT_DIGITS},
                {"type": "string", "pattern": patterns.anchored(patterns.AMOUNT)},
            ],
        },
    ),
}


def json_schema() -> dict[str, Any]:
    """Return the schema of the version of the layout that is written."""
    defs: dict[str, Any] = {"foreign": _foreign()}
    concept = record_schema(Concept, defs)
    version = {"title": "Version", "description": "Version des Aufbaus: version of the layout.", "const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": label_text("concept", "de"),
        **concept,
        "required": ["schema", *concept["required"]],
        "properties": {"schema": version, **concept["properties"]},
        "$defs": dict(sorted(defs.items())),
    }


def _foreign() -> dict[str, Any]:
    number = _SCALARS[float]
    lists = {"type": "array", "items": _FOREIGN}
    mappings = {"type": "object", "additionalProperties": _FOREIGN}
    plain = {"type": ["null", "boolean", "string"]}
    return {"description": "An attribute of the town's own.", "anyOf": [plain, number, lists, mappings]}


def record_schema(kind: type[Record], defs: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a record as a mapping; definitions it refers to are added to `defs`."""
    types, documents = types_of(kind), attribute_docs(kind)
    properties, required = {}, []
    for attribute in attributes(kind):
        name = attribute.name
        described = {"title": label_text(name, "de"), "description": documents[name], **_value(types[name], defs)}
        shared = name in PROVENANCE_KEYS and issubclass(kind, Sourced)
        properties[name] = _named(name, described, defs) if shared else described
        if attribute.default is attrs.NOTHING:
            required.append(name)
    return {
        "description": class_doc(kind),
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "patternProperties": {f"^{FOREIGN}": _FOREIGN},
        "additionalProperties": False,
    }


def _value(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type; classes are added to `defs`."""
    if get_origin(kind) is Annotated and (limit := bound(kind)):
        return _bounded(get_args(kind)[0], limit.minimum, defs)
    if get_origin(kind) is Annotated:
        return _named("id", _id(), defs) if "id" in get_args(kind)[1:] else _SCALARS[str]
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _value(get_args(kind)[0], defs)}
    choices = union_members(kind)
    if choices:
        return _choice(choices, defs)
    if kind in _SCALARS:
        return _SCALARS[kind]
    if kind in _NAMED:
        return _named(*_NAMED[kind], defs)
    return _class(kind, defs)


def _bounded(kind: Any, minimum: int, defs: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a number that is not below `minimum`."""
    if kind is Decimal:
        number, text = _NAMED[Decimal][1]["anyOf"]
        pattern = patterns.anchored(patterns.AMOUNT.removeprefix("-?"))
        least = {"type": "number", "minimum": minimum, "exclusiveMaximum": number["exclusiveMaximum"]}
        described = "A decimal number that is not negative; as text where a binary number would change it."
        return _named(
            "amount_of_money", {"description": described, "anyOf": [least, {**text, "pattern": pattern}]}, defs
        )
    return {**_SCALARS[int if kind is int else float], "minimum": minimum}


def _id() -> dict[str, Any]:
    description = "Lower-case letters a-z and digits in groups joined by -, . or _"
    return {"description": description, "type": "string", "pattern": patterns.anchored(patterns.ID)}


def _choice(choices: set[Any], defs: dict[str, Any]) -> dict[str, Any]:
    wanted = choices - {NoneType} - ({int} if float in choices else set())
    (single,) = wanted
    value = _value(single, defs)
    if NoneType not in choices:
        return value
    return {**value, "type": [value["type"], "null"]} if "type" in value else {"anyOf": [value, _NULL]}


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
    long = record_schema(kind, defs)
    if kind.SHORT is None:
        return long
    short = _value(types_of(kind)[kind.SHORT], defs)
    return {"anyOf": [_short(short), long]}


def _short(value: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of the short form: a single item for a list, and never null."""
    if value.get("type") == "array":
        return dict(value["items"])
    if isinstance(value.get("type"), list):
        return {**value, "type": next(kind for kind in value["type"] if kind != "null")}
    return next((choice for choice in value.get("anyOf", ()) if choice != _NULL), value)


def write(file: Path = SCHEMA_FILE) -> Path:
    """Write the schema to `file`."""
    return write_whole(file, (json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode("utf-8"))


if __name__ == "__main__":
    write(*map(Path, sys.argv[1:]))
