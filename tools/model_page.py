"""Write the reference page of the model from its docstrings."""

from inspect import getdoc
from pathlib import Path

from integrationskonzept.i18n.messages import wording
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.record import Record

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "model.md"

HEADER = """\
# The model

<!-- written by `nox -s generate` from the sources; edit the docstrings there -->

Every kind of record with its attributes. Names are the same in Python and in files: `measure.current_state`
in Python is the key `current_state:` of a measure in YAML. **Bold** attributes are required; each meaning begins
with the German term. Keys that begin with `x-` are allowed everywhere.

"""
_IDS = "file-format.md#ids-and-addresses"
_PLAIN = {
    ValueType.TEXT: "text",
    ValueType.WHOLE_NUMBER: "whole number",
    ValueType.NUMBER: "number",
    ValueType.AMOUNT: "number",
    ValueType.TRUTH: "`true` or `false`",
    ValueType.TIME: "time of day",
    ValueType.DATE: "[date](file-format.md#dates)",
    ValueType.ANY: "any value",
}


def nouns() -> tuple[type[Record], ...]:
    """List every class of record that a concept can contain, from the top down."""
    found: list[type[Record]] = [Concept]
    for kind in found:
        found += [each.kind for each in MODEL[kind].records if each.kind not in found]
    return tuple(dict.fromkeys(found))


def type_text(each: AttributeDescription) -> str:
    """Return the type of an attribute in the words of the file format."""
    single = _single(each)
    return f"list of {single}" if each.many else single


def _single(each: AttributeDescription) -> str:
    match each.type:
        case ValueType.ID:
            return f"[id]({_IDS})"
        case ValueType.REFERENCE:
            return f"[address]({_IDS})" if each.noun == "*" else f"id of a {str(each.noun).replace('_', ' ')}"
        case ValueType.RECORD:
            return f"[{each.kind.__name__}](#{each.kind.__name__.lower()})"
        case ValueType.CHOICE:
            return ", ".join(f"`{value}` ({wording(value, 'de')})" for value in each.kind)
    return _PLAIN[each.type] + (", not negative" if each.minimum == 0 else "")


def written() -> str:
    """Return the page."""
    return HEADER + "\n".join(_noun(kind) for kind in (*nouns(), Element, Sourced))


def _noun(kind: type[Record]) -> str:
    above = next(base for base in (Element, Sourced, Record) if issubclass(kind, base) and base is not kind)
    inherited = MODEL[above].attributes
    lines = [f"## {kind.__name__}", "", _text(getdoc(kind) or ""), ""]
    if above is not Record:
        also = ", ".join(f"`{name}`" for name in inherited if name != "extra")
        lines += [f"Also takes what every [{above.__name__}](#{above.__name__.lower()}) takes: {also}.", ""]
    lines += ["| key | takes | meaning |", "| --- | --- | --- |"]
    rows = (each for each in MODEL[kind].attributes.values() if each.name not in inherited and each.in_files)
    lines += map(_row, rows)
    return "\n".join([*lines, ""])


def _row(each: AttributeDescription) -> str:
    name = f"**`{each.name}`**" if each.required else f"`{each.name}`"
    cells = (name, type_text(each), _text(each.meaning))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _text(docstring: str) -> str:
    """Return a docstring with its code marks in Markdown."""
    return docstring.replace("``", "`")


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
