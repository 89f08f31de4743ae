"""A good bundled concept, and bad ones."""

import socket
import time
from pathlib import Path
from typing import Any

from attrs import evolve

from integrationskonzept.plugins import BundledConcept
from integrationskonzept.testing.concept_contract import concept_suite
from integrationskonzept.testing.example import EXAMPLE
from tests.testing.mutants.formats import OURS
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant

MUSTERLINGEN = BundledConcept(name="musterlingen", title=TITLE, read=EXAMPLE.read_bytes, format="yaml2")

WITH_A_REFERENCE_TO_NOTHING = """\
schema: 2
id: ulm
title: Ulm
municipality: {name: Ulm}
fields_of_action: [{id: a, title: A, measures: [{id: m, title: M, requires: [gibt-es-nicht]}]}]
"""


def dated() -> bytes:
    return f"# {time.localtime().tm_year}\n".encode() + EXAMPLE.read_bytes()


def fetched() -> bytes:
    with socket.create_connection(("localhost", 9)) as line:
        return line.recv(1)


def logged() -> bytes:
    Path("log.txt").write_text("read", encoding="utf-8")
    return EXAMPLE.read_bytes()


def bad(sentence: str, test: str, said: str, **changes: Any) -> Mutant:
    return Mutant(sentence, test, said, lambda: concept_suite(evolve(MUSTERLINGEN, **changes), formats=(OURS,)))


FILE = "The bytes are a concept in the format that it names; a format of the plugin is given in `formats`."
ALONE = "No network and no other program is used, and nothing is written."

MUTANTS = (
    bad(FILE, "its file is a concept", "its file is no concept: .*title", read=lambda: b"schema: 2\n"),
    bad(FILE, "its file is a concept", "instead of bytes", read=lambda: "schema: 2"),
    bad(FILE, "its file is a concept", "no format 'toml'", format="toml"),
    bad("A check of it finds no error.", "its concept has no errors", "1 errors, such as: .*gibt-es-nicht",
        read=WITH_A_REFERENCE_TO_NOTHING.encode),
    bad("The bytes do not depend on the clock.", "it reads the same at any time", "it reads the clock", read=dated),
    bad(ALONE, "it uses no network and writes nothing", "uses the network", read=fetched),
    bad(ALONE, "it uses no network and writes nothing", "writes to the disk: open 'log.txt'", read=logged),
    bad("Its title exists in German and English.", "it can be told in every language",
        "its title is not told in German", title=ENGLISH),
    bad("A host accepts its name and everything else it states.", "a host takes it",
        "integrationskonzept brought one of this name first", name="sachsenheim"),
)  # fmt: skip
"""Bad bundled concepts."""
