"""A good importer, and bad ones."""

import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from integrationskonzept import Concept
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Severity
from integrationskonzept.model import Municipality, Theme
from integrationskonzept.plugins import Doubt, Draft, Importer, InputFile
from integrationskonzept.testing.importer_contract import importer_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant

HEAD = b"Themen von "
THEMES = InputFile(name="alt.themes", content=HEAD + b"Ulm\nSprache\nNachbarschaft?\n")


@frozen(kw_only=True)
class Options:
    level: str = field(default="", metadata={"help": TITLE})


def read(document: InputFile, _: Options) -> Draft:
    try:
        town, *themes = document.content.removeprefix(HEAD).decode("utf-8").splitlines()
    except ValueError:
        raise refusal(Finding(code="THEME001", severity=Severity.ERROR, message=TITLE)) from None
    if not document.content.startswith(HEAD) or not town.strip():
        raise refusal(Finding(code="THEME001", severity=Severity.ERROR, message=TITLE))
    return draft(town, themes)


def draft(town: str, themes: Sequence[str]) -> Draft:
    found = tuple(Theme(id=f"thema-{number}", title=one.strip("?")) for number, one in enumerate(themes, 1) if one)
    doubts = tuple(
        Doubt(code="guess", message=TITLE, place=f"line {number + 1}", quotation=one, address=f"theme/thema-{number}")
        for number, one in enumerate(themes, 1)
        if one.endswith("?")
    )
    concept = Concept(id="entwurf", title=town, municipality=Municipality(name=town), themes=found)
    return Draft(concept=concept, doubts=doubts)


def refusal(*findings: Finding) -> InvalidConceptError:
    return InvalidConceptError("it is no list of themes", findings)


IMPORTER = Importer(name="themes", title=TITLE, suffixes=(".themes",), read=read, options=Options)

Read = Callable[[InputFile, Any], Any]


def with_theme(title: Callable[[], str]) -> Read:
    return lambda document, options: draft(read(document, options).concept.title, [title()])


def shuffled(document: InputFile, options: Options) -> Draft:
    themes = {one.title for one in read(document, options).concept.themes} | {"Arbeit", "Wohnen", "Bildung"}
    return draft("Ulm", [str(one) for one in themes])


def with_doubt(**changes: Any) -> Read:
    def bad(document: InputFile, options: Options) -> Draft:
        right = read(document, options)
        return evolve(right, doubts=tuple(evolve(doubt, **changes) for doubt in right.doubts))

    return bad


def refusing_silently(document: InputFile, options: Options) -> Draft:
    try:
        return read(document, options)
    except InvalidConceptError:
        raise refusal() from None


def misnamed() -> Importer:
    importer = evolve(IMPORTER)
    object.__setattr__(importer, "name", None)
    return importer


def bad(
    sentence: str, test: str, said: str, importer: Importer | Read, documents: Sequence[InputFile] = (THEMES,)
) -> Mutant:
    made = importer if isinstance(importer, Importer) else evolve(IMPORTER, read=importer)
    return Mutant(sentence, test, said, lambda: importer_suite(made, documents=documents))


DRAFTS = "Each of `documents`, and there is one, becomes a draft whose concept can be saved and loaded."
DOUBTS = "A doubt states its kind, its place and a sentence in German and English; its address is one of the draft."
RUBBISH = "A document that cannot be read is refused with findings, and nothing else is raised."
BECOME = "its documents become drafts"
SAY = "its doubts say where and what"

MUTANTS = (
    bad(DRAFTS, BECOME, "there is no document to read", IMPORTER, documents=()),
    bad(DRAFTS, BECOME, "instead of a Draft", lambda *_: None),
    bad(DRAFTS, BECOME, "InvalidConceptError", with_theme(lambda: "Sprache\ud800")),
    bad(DOUBTS, SAY, "a doubt does not say what kind it is, or where", with_doubt(place="")),
    bad(DOUBTS, SAY, "the doubt about line 3 is not told in German", with_doubt(message=ENGLISH)),
    bad(DOUBTS, SAY, "a doubt names measure/x, which the draft does not have", with_doubt(address="measure/x")),
    bad("The same document gives the same draft.", "the same document gives the same draft",
        "two drafts of one document differ", with_theme(lambda: uuid.uuid4().hex)),
    bad("The draft does not depend on the clock or the time zone.",
        "it gives the same draft at any time and in any time zone", "it reads the clock: localtime",
        with_theme(lambda: str(time.localtime().tm_year))),
    bad("The draft does not depend on locale, current folder, environment or the order of sets, in a new process.",
        "it gives the same draft on another machine", "the order of a set shows", shuffled),
    bad("No network, no other program and no files are used.", "it uses no network no other program and no files",
        "reads a file", with_theme(lambda: Path("/etc/hostname").read_text(encoding="utf-8"))),
    bad(RUBBISH, "it refuses rubbish", "it takes any bytes for a document", lambda *_: draft("Ulm", ["Fest"])),
    bad(RUBBISH, "it refuses rubbish", "the refusal of .* holds no finding", refusing_silently),
    bad(RUBBISH, "it refuses rubbish", "UnicodeDecodeError",
        lambda document, _: draft(document.content.decode("utf-8"), [])),
    bad("Title and options exist in German and English.", "it can be told in every language",
        "its title is not told in German", evolve(IMPORTER, title=ENGLISH)),
    bad("A host accepts its name, its suffixes and everything else it states.", "a host takes it",
        "name of Importer must be", misnamed()),
)  # fmt: skip
"""Bad importers."""
