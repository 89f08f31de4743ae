"""Write the reference page of the model from its docstrings."""

import ast
import types
from collections.abc import Iterator
from enum import StrEnum
from inspect import getdoc, getsource
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

import attrs

from integrationskonzept.i18n.messages import wording
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.record import Record, RefersTo, bound
from tools.docstrings import attributes

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "model.md"

HEADER = """\
# The model

<!-- written by `nox -s generate` from the sources; edit the docstrings there -->

Every noun of a concept with its attributes. They are the same in Python and in a file: what is
`measure.current_state` in Python is the key `current_state:` of a measure in YAML. **Bold** ones
must be given; each meaning begins with the German word. Keys that begin with `x-` may stand anywhere.

"""
_IDS = "file-format.md#ids-and-addresses"
_PLAIN = {
    "str": "text",
    "int": "whole number",
    "float": "number",
    "Decimal": "number",
    "bool": "`true` or `false`",
    "date": "day",
    "time": "time of day",
    "PartialDate": "[date](file-format.md#dates)",
}


def nouns() -> tuple[type[Record], ...]:
    """Return every class of record that a concept can contain, from the top down."""
    found: list[type[Record]] = [Concept]
    for kind in found:
        attrs.resolve_types(kind, include_extras=True)
        for attribute in attrs.fields(kind):
            held = (part for part in _parts(attribute.type) if isinstance(part, type) and issubclass(part, Record))
            found += [part for part in held if part not in found]
    return tuple(found)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _described(kind: type) -> dict[str, str]:
    """Return the docstrings of a class's attributes, including those of its bases."""
    node = ast.parse(getsource(kind)).body[0]
    inherited: dict[str, str] = {}
    for base in kind.__bases__:
        inherited |= _described(base) if issubclass(base, Record) else {}
    return inherited | (dict(attributes(node)) if isinstance(node, ast.ClassDef) else {})


def type_text(annotation: Any) -> str:
    """Return a type in the words of the file format."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        if bound(annotation):
            return f"{type_text(arguments[0])}, not negative"
        refers = next((mark for mark in arguments if isinstance(mark, RefersTo)), None)
        if refers is None:
            return "[id](file-format.md#ids-and-addresses)"
        return (
            "[address](file-format.md#ids-and-addresses)"
            if refers.noun == "*"
            else f"id of a {refers.noun.replace('_', ' ')}"
        )
    if origin is tuple:
        return f"list of {type_text(arguments[0])}"
    if origin in (Union, types.UnionType):
        said = dict.fromkeys(type_text(part) for part in arguments if part is not type(None))
        return "number" if set(said) == {"whole number", "number"} else " or ".join(said)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return ", ".join(f"`{value}` ({wording(value, 'de')})" for value in annotation)
    return _PLAIN.get(getattr(annotation, "__name__", ""), "any value")


def written() -> str:
    """Return the page."""
    return HEADER + "\n".join(_noun(kind) for kind in (*nouns(), Element, Sourced))


def _noun(kind: type[Record]) -> str:
    attrs.resolve_types(kind, include_extras=True)
    above = next(base for base in (Element, Sourced, Record) if issubclass(kind, base) and base is not kind)
    inherited = [attribute.name for attribute in attrs.fields(above)]
    lines = [f"## {kind.__name__}", "", _text(getdoc(kind) or ""), ""]
    if above is not Record:
        also = ", ".join(f"`{name}`" for name in inherited if name != "extra")
        lines += [f"Also takes what every [{above.__name__}](#{above.__name__.lower()}) takes: {also}.", ""]
    rows = [attribute for attribute in attrs.fields(kind) if attribute.name not in inherited]
    lines += ["| key | takes | meaning |", "| --- | --- | --- |"]
    lines += [_row(kind, attribute) for attribute in rows if attribute.metadata.get("file") is not False]
    return "\n".join([*lines, ""])


def _row(kind: type[Record], attribute: "attrs.Attribute[Any]") -> str:
    name = f"`{attribute.name}`"
    name = f"**{name}**" if attribute.default is attrs.NOTHING else name
    cells = (name, type_text(attribute.type), _text(_described(kind)[attribute.name]))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _text(docstring: str) -> str:
    """Return a docstring with its code marks in Markdown."""
    return docstring.replace("``", "`")


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
