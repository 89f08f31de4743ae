"""A good source of observations, and bad ones."""

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from integrationskonzept import Concept
from integrationskonzept.model import Indicator
from integrationskonzept.plugins import InputFile, ObservationSource
from integrationskonzept.testing.source_contract import source_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant

STATISTICS = InputFile(name="statistik.txt", content=b"2026: 25")


@frozen(kw_only=True)
class Options:
    level: str = field(default="", metadata={"help": TITLE})


def read(concept: Concept, file: InputFile | None, _: Options) -> Iterator[Mapping[str, Any]]:
    assert file is not None
    year, value = file.content.decode().split(": ")
    for _path, indicator in concept.records.get(Indicator):
        if indicator.id == "anzahl-abendkurse":
            yield {"indicator": indicator.id, "as_of": year, "value": value}


SOURCE = ObservationSource(name="statistics", title=TITLE, suffixes=(".txt",), read=read, options=Options)

Read = Callable[[Concept, InputFile | None, Any], Any]


def with_row(**changes: Any) -> Read:
    return lambda concept, file, options: [{**row, **changes} for row in read(concept, file, options)]


def counting(concept: Concept, file: InputFile | None, options: Options) -> list[Mapping[str, Any]]:
    calls.append(1)
    return [{**row, "as_of": 2000 + len(calls)} for row in read(concept, file, options)]


calls: list[int] = []


def forcing(concept: Concept, file: InputFile | None, options: Options) -> list[Mapping[str, Any]]:
    object.__setattr__(concept, "title", concept.title + "!")
    return list(read(concept, file, options))


def dated(concept: Concept, file: InputFile | None, options: Options) -> list[Mapping[str, Any]]:
    return [{**row, "as_of": time.localtime().tm_year} for row in read(concept, file, options)]


def logging(concept: Concept, file: InputFile | None, options: Options) -> list[Mapping[str, Any]]:
    Path("log.txt").write_text("asked", encoding="utf-8")
    return list(read(concept, file, options))


def bad(sentence: str, test: str, said: str, source: ObservationSource | Read) -> Mutant:
    made = source if isinstance(source, ObservationSource) else evolve(SOURCE, read=source)
    return Mutant(sentence, test, said, lambda: source_suite(made, files=(STATISTICS,)))


def misnamed() -> ObservationSource:
    source = evolve(SOURCE)
    object.__setattr__(source, "name", "Statistik der Stadt")
    return source


ROWS = "There are rows for the concept; each names one of its indicators, and has values in columns that are known."
MERGED = "its rows can be merged"

MUTANTS = (
    bad(ROWS, MERGED, "it yields no row for the concept", lambda *_: ()),
    bad(ROWS, MERGED, "1 problems, such as: .*gibt-es-nicht", with_row(indicator="gibt-es-nicht")),
    bad(ROWS, MERGED, "1 problems, such as: column 'valeu' is not known", with_row(valeu=1)),
    bad(ROWS, MERGED, "1 problems, such as: .*viele", with_row(value="viele")),
    bad(ROWS, MERGED, "it yields 'kurse' instead of a mapping", lambda *_: ["kurse"]),
    bad("Rows that were merged change nothing the second time.", "its rows twice change nothing",
        "change the concept again", counting),
    bad("Any concept can be asked for, one without its indicators too.", "it takes any concept", "IndexError",
        lambda concept, file, options: [*read(concept, file, options), *concept.measures[0].extra]),
    bad("The concept is left as it is.", "it leaves the concept as it is", "reading observations changed", forcing),
    bad("The rows do not depend on the clock or the time zone.",
        "it gives the same rows at any time and in any time zone", "it reads the clock: localtime", dated),
    bad("Nothing is written, and no other program is run.", "it writes nothing and runs no other program",
        "writes to the disk: open 'log.txt'", logging),
    bad("Title and options exist in German and English.", "it can be told in every language",
        "its title is not told in German", evolve(SOURCE, title=ENGLISH)),
    bad("A host accepts its name, its suffixes and everything else it states.", "a host takes it", "", misnamed()),
)  # fmt: skip
"""Bad sources of observations."""
