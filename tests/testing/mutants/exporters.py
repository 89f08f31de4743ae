"""A good exporter, and bad ones."""

import os
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from attrs import evolve, field, frozen

from integrationskonzept import Concept, Export, Exporter, ExportFile, Loss, Message
from integrationskonzept.errors import OptionError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model import Measure
from integrationskonzept.plugins import OtherFormat
from integrationskonzept.plugins.kit import Declaration
from integrationskonzept.testing import ExporterContract
from integrationskonzept.testing.exporter_contract import exporter_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant


class Form(StrEnum):
    SHORT = "short"
    LONG = "long"


@frozen(kw_only=True)
class Options:
    form: Form = field(default=Form.LONG, metadata={"help": TITLE})
    heading: bool = field(default=True, metadata={"help": TITLE})
    letterhead: Path | None = field(default=None, metadata={"help": TITLE})


def lines(concept: Concept) -> list[str]:
    return [" ".join(measure.display_title.split()) for measure in concept.measures]


def export(concept: Concept, options: Options) -> Export:
    if options.form is Form.SHORT and options.heading:
        raise OptionError(message("a short list has no heading"))
    head = options.letterhead.read_text(encoding="utf-8") if options.letterhead else "Liste"
    content = "\n".join((head, *lines(concept))).encode()
    with tempfile.TemporaryDirectory() as folder:  # as some libraries do
        draft = Path(folder, "below", "draft.txt")
        draft.parent.mkdir()
        draft.write_bytes(content)
        content = draft.read_bytes()
    lost = tuple(Loss(address=one.address, message=TITLE) for one in concept.action_days)
    return Export(files=(ExportFile(name="list.txt", content=content, media_type="text/plain"),), losses=lost)


LIST = Exporter(name="list", title=TITLE, media_type="text/plain", suffix=".txt", export=export, options=Options)


def of_text(text: str, media_type: str = "text/plain", suffix: str = ".txt") -> Export:
    return Export(files=(ExportFile(name=f"list{suffix}", content=text.encode(), media_type=media_type),))


def with_text(write: Callable[[Concept], object], media_type: str = "text/plain", suffix: str = ".txt") -> Exporter:
    return evolve(
        LIST,
        export=lambda concept, _: of_text(str(write(concept)), media_type, suffix),
        media_type=media_type,
        suffix=suffix,
    )


def by_a_thread(_: Concept) -> str:
    seen: list[str] = []
    thread = Thread(target=lambda: seen.append(str(date.today())))  # noqa: DTZ011 - that is its fault
    thread.start()
    thread.join()
    return seen[0]


def shuffled(concept: Concept, _: Options) -> Export:
    return of_text(" ".join({measure.display_title for measure in concept.measures}))


def by_the_folder(_: Concept, __: Options) -> Export:
    return of_text(str(Path.cwd()))


def by_the_environment(_: Concept, __: Options) -> Export:
    return of_text(os.environ.get("HOME", ""))


def forcing(concept: Concept, options: Options) -> Export:
    object.__setattr__(concept, "title", concept.title + "!")
    return export(concept, options)


def in_a_thread(work: Callable[[], object]) -> Callable[[Concept, Options], Export]:
    def bad(concept: Concept, options: Options) -> Export:
        thread = Thread(target=partial(_quietly, work))
        thread.start()
        thread.join()
        return export(concept, options)

    return bad


def _quietly(work: Callable[[], object]) -> None:
    with suppress(Exception):
        work()


def after(work: Callable[[], object]) -> Callable[[Concept, Options], Export]:
    def bad(concept: Concept, options: Options) -> Export:
        work()
        return export(concept, options)

    return bad


seen: dict[str, Concept] = {}


def losing_what_is_internal(concept: Concept, options: Options) -> Export:
    known = seen.setdefault(concept.id, concept)
    lost = tuple(Loss(address=one.address, message=TITLE) for one in known.measures)
    return evolve(export(concept, options), losses=lost)


def naming_files_by_what_is_internal(concept: Concept, options: Options) -> Export:
    known = seen.setdefault(concept.id, concept)
    name = f"{known.actors[-1].id if known.actors else 'x'}.txt"
    return Export(files=(evolve(export(concept, options).files[0], name=name),))


def telling_in_english(concept: Concept, options: Options) -> Export:
    lost = tuple(Loss(address=one.address, message=ENGLISH) for one in concept.measures)
    return evolve(export(concept, options), losses=lost)


def telling_of(address: str) -> Callable[[Concept, Options], Export]:
    return lambda concept, options: evolve(export(concept, options), losses=(Loss(address=address, message=TITLE),))


def calendar(concept: Concept) -> str:
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCALENDAR", f"X-TITLE:{concept.title}", "END:VCALENDAR"))


@frozen(kw_only=True)
class Silent:
    heading: bool = True


@frozen(kw_only=True)
class Misspelt:
    heading: bool = field(
        default=True, metadata={"help": Message(template="head", translations={"de": "der {Kopf}"}, values={"x": 1})}
    )


@frozen(kw_only=True)
class Anything:
    heading: object = field(default=True, metadata={"help": TITLE})


def with_options(kind: type) -> Exporter:
    return evolve(LIST, options=kind, export=lambda concept, _: export(concept, Options()))


@frozen(kw_only=True)
class Formatted:
    format: str = field(default="txt", metadata={"help": TITLE})


def with_page(suffix: str) -> Exporter:
    page = OtherFormat(format="html", suffix=suffix, media_type="text/plain")
    return evolve(with_options(Formatted), other_formats=(page,))


def named_badly() -> Exporter:
    bad = evolve(LIST)
    object.__setattr__(bad, "name", "../../x")  # whatever an exporter checks itself
    return bad


def bad(
    sentence: str,
    test: str,
    said: str,
    exporter: Exporter | Callable[[Concept, Any], Any],
    says: Sequence[str] = (),
) -> Mutant:
    def suite() -> ExporterContract:
        made = exporter if isinstance(exporter, Exporter) else evolve(LIST, export=exporter)
        return exporter_suite(made, says=says)

    return Mutant(sentence, test, said, suite)


def declaring(said: str, *names: str) -> Mutant:
    """Return the list of measures with these attributes of them declared."""
    declaration = Declaration(written={Measure: names})
    return Mutant(DECLARED, ONLY, said, lambda: exporter_suite(LIST, declares=declaration))


ANY_TIME = "it gives the same bytes at any time and in any time zone"
MACHINE = "it gives the same bytes on another machine"
PROGRAMS = "it uses no network and no other program"
FILES = "it reads and writes no files"
HOSTILE = "it survives hostile texts"
INSIDE = "what is internal stays inside"
ONLY = "it writes what it declares and nothing else"
TOLD = "it can be told in every language"

CLOCK = "The bytes do not depend on the clock or the time zone, although a library may read them."
ELSEWHERE = "The bytes do not depend on locale, current folder, environment or the order of sets, in a new process."
NETWORK = "No network is used, no other program is run, and environment and current folder stay as they are."
WRITES = "No file is written, except temporary ones."
READS = "No file is read, except those of the package and those that an option names."
TEXTS = "Hostile texts stay texts, as far as JSON, XML, HTML, calendars, CSV and archives can be checked."
INTERNAL = "Nothing internal is exported or named by a loss, when the public view is exported."
SAYS = "Of the nouns in `says`, each element is in the export or among its losses; each is a noun of the model."
DECLARED = "Each attribute in `declares` is in the export whenever it is stated, and no other one changes the export."
GERMAN = "Title, options and losses exist in German and English, with a value for every placeholder."

MUTANTS = (
    bad("The same concept gives the same bytes.", "the same concept gives the same bytes", "two exports of one concept "
        "differ", with_text(lambda _: uuid.uuid4().hex)),
    bad(CLOCK, ANY_TIME, "shows in the result; it reads the clock: today in .*exporters, line", with_text(
        lambda _: date.today())),  # noqa: DTZ011 - that is its fault
    bad(CLOCK, ANY_TIME, "shows in the result; it reads the clock: today in", with_text(by_a_thread)),
    bad(ELSEWHERE, MACHINE, "order of a set shows", shuffled),
    bad(ELSEWHERE, MACHINE, "folder, environment", by_the_folder),
    bad(ELSEWHERE, MACHINE, "folder, environment", by_the_environment),
    bad("The concept is left as it is.", "it leaves the concept as it is", "the export changed the concept", forcing),
    bad(NETWORK, PROGRAMS, "uses the network: socket", after(lambda: socket.create_connection(("localhost", 9)))),
    bad(NETWORK, PROGRAMS, "uses the network: socket", in_a_thread(lambda: socket.create_connection(("localhost", 9)))),
    bad(NETWORK, PROGRAMS, "runs a program: subprocess", after(lambda: subprocess.run(["true"], check=False))),  # noqa: S607
    bad(NETWORK, PROGRAMS, "changes the current folder: os.chdir", after(lambda: os.chdir("/"))),
    bad(NETWORK, PROGRAMS, "changes the environment: os.putenv", after(lambda: os.putenv("IK", "1"))),
    bad(WRITES, FILES, "writes to the disk: open", after(lambda: Path("list.txt").write_text("x", encoding="utf-8"))),
    bad(WRITES, FILES, "writes to the disk: os.mkdir", after(lambda: Path("list").mkdir())),
    bad(READS, FILES, "reads a file: open '/etc/hostname'", with_text(lambda _: Path("/etc/hostname").read_bytes())),
    bad(READS, FILES, "reads a file: open 'pyproject.toml'", with_text(lambda _: Path("pyproject.toml").read_bytes())),
    bad("Any concept is exported: any level may be missing, and references may lead nowhere.",
        "it exports any concept", "IndexError", with_text(lambda concept: concept.measures[0].display_title)),
    bad("An empty concept is exported, and one of 2,000 measures.", "it exports nothing and very much",
        "ZeroDivisionError", with_text(lambda concept: concept.motto or 1 // len(concept.measures))),
    bad(TEXTS, HOSTILE, "", with_text(lambda concept: f"<p>{concept.title}</p>", "text/html", ".html")),
    bad(TEXTS, HOSTILE, "", with_text(calendar, "text/calendar", ".ics")),
    bad(TEXTS, HOSTILE, "", with_text(lambda concept: f'a,"{concept.title}"', "text/csv", ".csv")),
    bad(INTERNAL, INSIDE, "list.txt holds what is internal", with_text(
        lambda concept: lines(seen.setdefault(concept.id, concept)))),
    bad(INTERNAL, INSIDE, "a loss tells what is internal", losing_what_is_internal),
    bad(INTERNAL, INSIDE, "holds what is internal", naming_files_by_what_is_internal),
    bad("A loss names an element that exists.", "it exports any concept",
        "a loss names measure/x, which the concept does not have", telling_of("measure/x")),
    bad("The main file has the announced suffix and media type.", "its main file is what it announces",
        "list.md does not end in .txt", lambda *_: of_text("", "text/markdown", ".md")),
    bad("The main file has the announced suffix and media type.", "its main file is what it announces",
        "the export has no file", lambda *_: Export(files=())),
    bad("The main file has the announced suffix and media type.", "its main file is what it announces",
        "it returned None instead of an Export", lambda *_: None),
    bad("Each of its other formats is written when the option `format` asks for it.", "every other format is written",
        "list.txt does not end in .html", with_page(".html")),
    bad(SAYS, "what it cannot say is among its losses", "is neither in the export nor among its losses",
        with_text(lambda _: ""), says=("measure",)),
    bad(SAYS, "what it cannot say is among its losses", "there is no noun 'measures' in the model; did you mean",
        LIST, says=("measures",)),
    declaring("Measure.priority is declared, and the export does not show it", "title", "priority"),
    declaring("Measure.title is not declared, and the export depends on it"),
    bad(GERMAN, TOLD, "its title is not told in German: 'a list that nobody", evolve(LIST, title=ENGLISH)),
    bad(GERMAN, TOLD, "a loss is not told in German", telling_in_english),
    bad(GERMAN, TOLD, "the 'help' of its option heading is empty", with_options(Silent)),
    bad(GERMAN, TOLD, "the 'help' of its option heading needs a value for Kopf in 'de'", with_options(Misspelt)),
    bad("Wrong options are refused by an error that names them.", "wrong options are refused",
        "the option heading takes anything", with_options(Anything)),
    bad("Every choice of an option is accepted, or refused with an `OptionError`.",
        "every choice of an option exports", "ZeroDivisionError",
        lambda concept, options: export(concept, options) if options.heading else 1 // 0),
    bad("A host accepts its name and everything else it states.", "a host takes it", "", named_badly()),
)  # fmt: skip
"""Bad exporters."""
