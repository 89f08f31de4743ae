"""Write the German list of keys for officials from the schema: what each key is called, and what it means."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from integrationskonzept.formats.schema import json_schema

PAGE = Path(__file__).parent.parent / "docs" / "de" / "schluessel.md"

HEADER = """\
# Die Schlüssel der Datei

<!-- written by `nox -s generate` from the sources; edit the docstrings and the German catalogue -->

In der Datei eines Konzepts steht vor jedem Doppelpunkt ein Schlüssel, etwa `title: Sprachcafé`. Diese Seite nennt alle
Schlüssel mit ihrer deutschen Bezeichnung und ihrer Bedeutung. Schlüssel mit **Pflicht** müssen dort stehen; was Sie
nicht wissen, lassen Sie weg. Schlüssel, die auf `_ref` oder `_refs` enden, nennen die Kennungen anderer Elemente.
Eigene Schlüssel beginnen mit `x-`. Ein [Editor](editor.md) zeigt dieselben Texte, während Sie schreiben.
"""


def written() -> str:
    """Return the page."""
    schema = json_schema(language="de")
    records = {"Konzept": schema, **{name: each for name, each in schema["$defs"].items() if "properties" in each}}
    sections = ("\n".join(_section(name, record, schema["$defs"])) for name, record in records.items())
    return "\n\n".join([HEADER.rstrip(), "\n".join(_common(schema)), *sections]) + "\n"


def _common(schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys that almost every part of a file can have."""
    defs = schema["$defs"]
    shared = {key: defs[key] for key, value in schema["properties"].items() if value == {"$ref": f"#/$defs/{key}"}}
    yield "## Schlüssel, die fast überall stehen können"
    yield ""
    yield from _table(shared, (), defs)


def _section(name: str, record: Mapping[str, Any], defs: Mapping[str, Any]) -> Iterator[str]:
    """Yield the table of the keys of a record."""
    title, _, meaning = record["description"].partition(": ")
    yield f'<a id="{name.lower()}"></a>'
    yield ""
    yield f"## {_cell(title.rstrip('.'))}"
    yield ""
    if meaning:
        yield f"{_cell(meaning[0].upper() + meaning[1:])}"
        yield ""
    own = {key: value for key, value in record["properties"].items() if value != {"$ref": f"#/$defs/{key}"}}
    yield from _table(own, record.get("required", ()), defs)


def _table(keys: Mapping[str, Any], required: Collection[str], defs: Mapping[str, Any]) -> Iterator[str]:
    yield "| Schlüssel | Bezeichnung | Bedeutung |"
    yield "| --- | --- | --- |"
    for key, value in keys.items():
        marked = " **Pflicht**" if key in required else ""
        said = value["description"] if value["description"].rstrip(".") != value["title"] else ""
        meant = " ".join(filter(None, [_cell(said), *_values(value, defs)]))
        yield f"| `{key}`{marked} | {_cell(value['title'])} | {meant} |"


def _values(value: Mapping[str, Any], defs: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words that a key can have, and the sections about the records it can hold."""
    for name in dict.fromkeys(re.findall(r"#/\$defs/(\w+)", repr(value))):
        found = defs[name]
        if "enum" in found:
            words = zip(found["enum"], found.get("enumDescriptions", found["enum"]), strict=True)
            yield "; ".join(f"`{word}`: {_cell(said)}" for word, said in words) + "."
        elif "properties" in found:
            yield f"→ [{_cell(found['description'].partition(': ')[0].rstrip('.'))}](#{name.lower()})"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())


if __name__ == "__main__":
    PAGE.write_text(written(), "utf-8")
