"""Good formats, and bad ones."""

import time
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from integrationskonzept import Format
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Severity
from integrationskonzept.formats.format import Edited, ParsedData
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.testing.format_contract import format_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant

OURS = evolve(YAML, name="yaml2", suffixes=(".yaml2",))
SMALL = b"schema: 2\nid: ulm\ntitle: Ulm\nmunicipality: {name: Ulm}\n"


def read(content: bytes) -> ParsedData:
    assert YAML.read
    return YAML.read(content)


def write(data: Mapping[str, Any]) -> bytes:
    assert YAML.write
    return YAML.write(data)


def refusal(*findings: Finding) -> InvalidConceptError:
    return InvalidConceptError("the file cannot hold it", findings)


def has_nothing(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(has_nothing, value.values()))
    return any(map(has_nothing, value)) if isinstance(value, list) else value is None


def write_without_nothing(data: Mapping[str, Any]) -> bytes:
    if has_nothing(data):
        raise refusal(Finding(code="TOML002", severity=Severity.ERROR, message=TITLE))
    return write(data)


HONEST = evolve(OURS, write=write_without_nothing)
"""A format that refuses what it cannot say, as TOML has no null."""

READ_ONLY = evolve(OURS, write=None, edit=None)


def refusing_all(_: object) -> Any:
    raise refusal(Finding(code="X001", severity=Severity.ERROR, message=TITLE))


def refusing_most(data: Mapping[str, Any]) -> bytes:
    return write(data) if data["id"] in {"leer", "musterlingen-2026"} else refusing_all(data)


def refusing_silently(_: object) -> Any:
    raise refusal()


def forgetting(content: bytes) -> ParsedData:
    parsed = read(content)
    return evolve(parsed, data={key: value for key, value in parsed.data.items() if key != "motto"})


def clipping(data: Mapping[str, Any]) -> bytes:
    return write({**data, "title": data["title"][:1000]})


def failing_when_large(data: Mapping[str, Any]) -> bytes:
    content = write(data)
    return content if len(content) < 1_000_000 else content[:1_000_000]


def bad(sentence: str, test: str, said: str, form: Format, reads: Sequence[bytes] = ()) -> Mutant:
    return Mutant(sentence, test, said, lambda: format_suite(form, reads=reads))


ROUND_TRIP = "it reads what it writes"
KEPT = "The example, an empty concept and at least one of the generated ones are kept; others may be refused."
READ = "A format that does not write has contents of files in `reads`, and each is a concept."
RUBBISH = "What is no file of the format is refused with findings, and not read as a concept."
MADE_FOR = "it reads the files it is made for"
TOLD = "The title exists in German and English, and it reads or writes."

MUTANTS = (
    bad("A concept that was saved and loaded is equal to the original.", ROUND_TRIP, "comes back as another",
        evolve(OURS, read=forgetting)),
    bad(KEPT, ROUND_TRIP, "it refuses a concept with nothing but a title", evolve(OURS, write=refusing_all)),
    bad(KEPT, ROUND_TRIP, "it keeps 0 of 40 generated concepts and refuses", evolve(OURS, write=refusing_most)),
    bad("A refusal is an `InvalidConceptError` with findings.", "it keeps or refuses hostile texts",
        "a refusal holds no finding", evolve(OURS, write=refusing_silently)),
    bad(READ, MADE_FOR, "it does not write; give contents", READ_ONLY),
    bad(READ, MADE_FOR, "InvalidConceptError", READ_ONLY, reads=(b"title: Ulm",)),
    bad(READ, MADE_FOR, "it does not read, and has 'reads'", evolve(OURS, read=None), reads=(SMALL,)),
    bad("A concept of 2,000 measures comes back, or is refused.", "it reads and writes very much", "",
        evolve(OURS, write=failing_when_large)),
    bad("Hostile texts are kept or refused, and never changed.", "it keeps or refuses hostile texts",
        "comes back as another", evolve(OURS, write=clipping)),
    bad("The same concept gives the same bytes.", "the same concept gives the same bytes",
        "two files of one concept differ", evolve(OURS, write=lambda _: uuid.uuid4().bytes, read=None)),
    bad("The result of `edit` contains the new data, or `UneditableError` is raised.",
        "it changes what it was asked to", "what it changed says something else",
        evolve(OURS, edit=lambda content, *_: Edited(content))),
    bad("Reading and writing do not depend on the clock or the time zone.",
        "it reads and writes the same at any time and in any time zone", "it reads the clock: localtime in",
        evolve(OURS, write=lambda _: str(time.localtime()[:4]).encode(), read=None)),
    bad("Reading and writing use no network, no other program and no files.",
        "it uses no network no other program and no files", "reads a file: open '/etc/hostname'",
        evolve(OURS, write=lambda _: Path("/etc/hostname").read_bytes(), read=None)),
    bad(RUBBISH, "it refuses rubbish", "it takes any bytes for a file",
        evolve(READ_ONLY, read=lambda content: ParsedData({"text": content.decode("latin-1")})), reads=(SMALL,)),
    bad(RUBBISH, "it refuses rubbish", "is read as a concept",
        evolve(READ_ONLY, read=lambda _: read(SMALL)), reads=(SMALL,)),
    bad(RUBBISH, "it refuses rubbish", "the refusal of .* holds no finding",
        evolve(READ_ONLY, read=refusing_silently), reads=(SMALL,)),
    bad(RUBBISH, "it refuses rubbish", "invalid literal",
        evolve(READ_ONLY, read=lambda content: ParsedData({"x": int(content)})), reads=(SMALL,)),
    bad("For every path it returns positions of key and value, or None.", "it knows where things stand",
        "the position of .* is 'here'", evolve(OURS, read=lambda _: ParsedData(
            {}, lambda _: ("here", None)))),  # type: ignore[arg-type,return-value]  # the point
    bad(TOLD, "it can be told in every language", "its title is not told in German", evolve(OURS, title=ENGLISH)),
    bad(TOLD, "it can be told in every language", "it neither reads nor writes", evolve(OURS, read=None, write=None)),
    bad("A host accepts its name, its suffixes and everything else it states.", "a host takes it",
        "files ending in .yaml stay with the format 'yaml'", evolve(OURS, suffixes=(".yaml",))),
)  # fmt: skip
"""Bad formats."""
