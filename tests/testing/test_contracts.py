"""Each contract catches the faults it is meant for, and leaves what keeps to it in peace."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from html import escape
from io import BytesIO
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest import SkipTest
from zipfile import ZipFile, ZipInfo

import attrs
import pytest
from attrs import field, frozen

from integrationskonzept import Concept, Export, Exporter, ExportFile, Format, Hit, Loss, Message, Rule, Severity
from integrationskonzept.errors import InvalidConceptError, OptionError, UneditableError
from integrationskonzept.findings import Finding
from integrationskonzept.formats.format import Edited
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins import (
    NoOptions,
    OtherFormat,
    ParsedData,
    PluginHost,
    Publisher,
    SendOutcome,
    SendPlan,
    SendStep,
    Sent,
    TargetState,
)
from integrationskonzept.rules.builtin import BUILTIN
from integrationskonzept.testing import (
    BrokenContractError,
    ExporterContract,
    FormatContract,
    PublisherContract,
    RuleContract,
    check_exporter,
    check_format,
    check_rule,
    example_concept,
    pure,
    seeded,
    with_canaries,
)
from integrationskonzept.testing.canaries import leaks
from integrationskonzept.testing.contract import breaches
from integrationskonzept.testing.purity import ImpureError, watch
from integrationskonzept.testing.sample_texts import FORMULA, SCRIPT
from integrationskonzept.testing.subprocess_check import exported_elsewhere
from integrationskonzept.testing.well_formed import well_formed

TITLE = Message(template="list", translations={"de": "Liste"})


class Form(StrEnum):
    SHORT = "short"
    LONG = "long"


@frozen(kw_only=True)
class Options:
    form: Form = field(default=Form.LONG, metadata={"help": TITLE})
    heading: bool = field(default=True, metadata={"help": TITLE})


@frozen(kw_only=True)
class Formatted:
    format: str = field(default="txt", metadata={"help": TITLE})


PAGE = OtherFormat(format="html", suffix=".html", media_type="text/html")


def lines(concept: Concept) -> list[str]:
    return [" ".join(measure.display_title.split()) for measure in concept.measures]


def export(concept: Concept, options: Options) -> Export:
    if options.form is Form.SHORT and options.heading:
        raise OptionError(message("a short list has no heading"))
    content = "\n".join(("Liste", *lines(concept))).encode()
    lost = tuple(Loss(address=one.address, message=TITLE) for one in concept.action_days)
    return Export(files=(ExportFile(name="list.txt", content=content, media_type="text/plain"),), losses=lost)


LIST = Exporter(name="list", title=TITLE, media_type="text/plain", suffix=".txt", export=export, options=Options)


class TestTheListKeepsItsContract(ExporterContract):
    exporter = LIST
    given = ({}, {"form": "long", "heading": "no"})
    says = ("measure", "action_day")


class TestYaml(FormatContract):
    format = YAML


class TestTheFirstRule(RuleContract):
    rule = BUILTIN[0]


@pytest.mark.parametrize("rule", BUILTIN, ids=lambda rule: rule.code)
def test_every_rule_of_the_library_keeps_its_contract(rule: Rule) -> None:
    check_rule(rule)


def test_every_format_of_the_library_keeps_its_contract() -> None:
    for form in PluginHost(discover=False).formats().values():
        check_format(form)


# -- exporters ------------------------------------------------------------------------------------


def with_content(
    write: Callable[[Concept], str], media_type: str = "text/plain", suffix: str = ".txt", **changes: Any
) -> Exporter:
    def bad(concept: Concept, _: Options) -> Export:
        file = ExportFile(name=f"list{suffix}", content=write(concept).encode(), media_type=media_type)
        return Export(files=(file,))

    return attrs.evolve(LIST, export=bad, media_type=media_type, suffix=suffix, **changes)


def with_export(bad: Callable[[Concept, Options], Any]) -> Exporter:
    return attrs.evolve(LIST, export=bad)


def forcing(concept: Concept, options: Options) -> Export:
    object.__setattr__(concept, "title", concept.title + "!")
    return export(concept, options)


def naming_what_is_not_there(concept: Concept, options: Options) -> Export:
    return attrs.evolve(export(concept, options), losses=(Loss(address="measure/x", message=TITLE),))


def losing_what_is_internal(concept: Concept, options: Options) -> Export:
    known = seen.setdefault(concept.id, concept)
    lost = tuple(Loss(address=one.address, message=TITLE) for one in known.measures)
    return attrs.evolve(export(concept, options), losses=lost)


def naming_files_by_what_is_internal(concept: Concept, options: Options) -> Export:
    known = seen.setdefault(concept.id, concept)
    name = f"{known.actors[-1].id if known.actors else 'x'}.txt"
    return Export(files=(attrs.evolve(export(concept, options).files[0], name=name),))


seen: dict[str, Concept] = {}


@frozen(kw_only=True)
class Silent:
    heading: bool = True


@frozen(kw_only=True)
class Anything:
    heading: Any = field(default=True, metadata={"help": TITLE})


def calendar(concept: Concept) -> str:
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCALENDAR", f"X-TITLE:{concept.title}", "END:VCALENDAR"))


BAD_EXPORTERS = {
    "the same concept gives the same bytes": with_content(lambda _: uuid.uuid4().hex),
    "it leaves the concept as it is": with_export(forcing),
    "it looks at no clock and no network": with_content(lambda _: str(time.time() > 0)),
    "it exports any concept": with_content(lambda concept: concept.measures[0].display_title),
    "it exports nothing and very much": with_content(lambda concept: concept.motto or str(1 // len(concept.measures))),
    "its main file is what it announces": with_export(
        lambda *_: Export(files=(ExportFile(name="x.md", content=b"", media_type="text/markdown"),))
    ),
    "what it cannot say is among its losses": with_content(lambda _: ""),
    "it can be told in every language": attrs.evolve(
        LIST, options=Silent, export=lambda concept, _: export(concept, Options())
    ),
    "wrong options are refused": attrs.evolve(
        LIST, options=Anything, export=lambda concept, _: export(concept, Options())
    ),
    "every choice of an option exports": with_export(
        lambda concept, options: export(concept, options) if options.heading else 1 // 0
    ),
    "what is internal stays inside": with_export(losing_what_is_internal),
    "every other format is written": attrs.evolve(
        LIST, options=Formatted, export=lambda concept, _: export(concept, Options()), other_formats=(PAGE,)
    ),
}


class Here(ExporterContract):
    """The contract without other processes, which take their time."""

    def test_it_gives_the_same_bytes_on_another_machine(self) -> None:
        raise SkipTest("not here")


def found(exporter: Exporter, says: Sequence[str] = ("measure",)) -> str:
    suite = Here()
    suite.exporter, suite.says = exporter, says
    return "\n".join(breaches(suite))


@pytest.mark.parametrize("fault", BAD_EXPORTERS)
def test_a_bad_exporter_is_caught_by_the_test_meant_for_its_fault(fault: str) -> None:
    assert f"{fault}: " in found(BAD_EXPORTERS[fault])


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (with_export(lambda *_: None), "it returned None instead of an Export"),
        (with_export(naming_what_is_not_there), "a loss names measure/x, which the concept does not have"),
        (with_export(lambda *_: Export(files=())), "the export has no file"),
        (with_export(naming_files_by_what_is_internal), "holds what is internal"),
        (with_content(lambda concept: f"<p>{concept.title}</p>", "text/html", ".html"), "it survives hostile texts: "),
        (with_content(calendar, "text/calendar", ".ics"), "it survives hostile texts: "),
        (with_content(lambda concept: f'a,"{concept.title}"', "text/csv", ".csv"), "it survives hostile texts: "),
    ],
)
def test_what_is_wrong_is_said(bad: Exporter, said: str) -> None:
    assert said in found(bad)


@pytest.mark.parametrize(
    ("media_type", "content", "said"),
    [
        ("application/json", "{", "a is no JSON"),
        ("application/xml", "<a>", "a is no XML"),
        ("image/svg+xml", f"<svg>{SCRIPT}</svg>", "runs markup out of a text"),
        ("text/html", f"<p>{SCRIPT}</p>", "runs markup out of a text"),
        ("text/html", '<p title=""><img src=x onerror=alert(1)>', "takes an attribute out of a text: onerror"),
        ("text/calendar", "SUMMARY:a\r\nX-INJECTED:1\r\n", "a line break in a text begins a new line in a"),
        ("text/calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "every line of a ends with CR and LF"),
        ("text/calendar", f"SUMMARY:{'ä' * 34}\r\n", "a line of a has 76 octets; long lines are folded at 75"),
        ("text/vcard", "FN:a\x00\r\n", "a has control characters"),
        ("text/csv", f'a;b\nc;\'{FORMULA}\nd;"=HYPERLINK("', "a spreadsheet would compute a text of a"),
        ("application/zip", "x", "a is no archive"),
        ("text/plain; charset=ascii", "ä", "a is not ascii"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_caught(media_type: str, content: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        well_formed(ExportFile(name="a", content=content.encode(), media_type=media_type))


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        ("application/ld+json", "[]"),
        ("image/svg+xml", f"<svg><text>{escape(SCRIPT)}</text></svg>"),
        ("text/html", f'<p title="{escape(SCRIPT)}">{escape(SCRIPT)}</p><script>start()</script>'),
        ("text/calendar", f"SUMMARY:{'ä' * 33}\r\n {'ä' * 33}\r\n"),
        ("text/csv", f"a,b\nc,'{FORMULA.split('(')[0]}"),
        ("text/plain; charset=latin-1", "ä"),
        ("application/octet-stream", "anything"),
    ],
)
def test_a_file_that_is_what_it_says_passes(media_type: str, content: str) -> None:
    well_formed(ExportFile(name="a", content=content.encode(), media_type=media_type))


def test_an_archive_passes_unless_a_part_of_it_is_broken() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(ZipInfo("a.txt"), "text that is not packed")
    whole = ExportFile(name="a.zip", content=packed.getvalue(), media_type="application/zip")
    well_formed(whole)
    broken = attrs.evolve(whole, content=whole.content.replace(b"not packed", b"was packed"))
    with pytest.raises(AssertionError, match=r"a.zip holds a broken part: a.txt"):
        well_formed(broken)


def test_one_call_runs_the_whole_contract() -> None:
    check_exporter(LIST, given=({"heading": "no"},), says=("measure", "action_day"))
    with pytest.raises(BrokenContractError, match=r"the exporter 'list' does not keep its contract:\n- "):
        check_exporter(BAD_EXPORTERS["it looks at no clock and no network"])


def test_an_export_that_fails_in_another_process_says_why() -> None:
    with pytest.raises(AssertionError, match="the export fails in another process: "):
        exported_elsewhere(with_export(print), example_concept(), None)


def test_an_export_that_cannot_travel_is_skipped() -> None:
    with pytest.raises(SkipTest, match="the export function cannot be sent to another process"):
        exported_elsewhere(with_export(lambda *_: None), example_concept(), None)
    here_alone = ModuleType("here_alone")
    exec("def export(concept, options): ...", vars(here_alone))  # noqa: S102 - a module no other process has
    sys.modules["here_alone"] = here_alone
    with pytest.raises(SkipTest, match="cannot be imported there: No module named 'here_alone'"):
        exported_elsewhere(with_export(here_alone.export), example_concept(), None)
    del sys.modules["here_alone"]


# -- looking at the machine -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (lambda: datetime.now().astimezone(), "reads the clock: now in "),
        (time.localtime, "reads the clock: localtime in "),
        (lambda: socket.create_connection(("localhost", 9)), "uses the network: socket."),
        (lambda: subprocess.run(["true"], check=False), "runs a program: subprocess.Popen"),  # noqa: S607
        (tempfile.mkstemp, "writes to the disk: tempfile.mkstemp"),
        (lambda: Path("x").write_text("x", encoding="utf-8"), "writes to the disk: open 'x', 'w'"),
        (lambda: os.open("x", os.O_CREAT | os.O_WRONLY), "writes to the disk: open 'x'"),
        (lambda: Path("x").mkdir(), "writes to the disk: os.mkdir 'x'"),
    ],
)
def test_looking_at_the_machine_is_noticed(
    look: Callable[[], object], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ImpureError, match=said), pure():
        look()
    assert list(tmp_path.iterdir()) == []


def test_whoever_calls_a_clock_is_noted_but_for_bystanders() -> None:
    def watched(event: str, module: str, *functions: object) -> None:
        for function in functions:
            frame: Any = SimpleNamespace(f_globals={"__name__": module}, f_lineno=7)
            watch(frame, event, function)

    no_clocks = len, SimpleNamespace(__name__="now", __self__="no class")
    said = "reads the clock: time in guest, line 7; reads the clock: now in guest, line 7$"
    with pytest.raises(ImpureError, match=said), pure():
        watched("c_call", "guest", time.time, datetime.now, *no_clocks)
    with pure():
        watched("c_return", "guest", time.time)
        watched("c_call", "logging", time.time)


def test_what_is_tried_and_caught_is_noticed_too() -> None:
    def daring() -> None:
        with contextlib.suppress(BaseException):
            socket.getaddrinfo("localhost", 80)

    with pytest.raises(ImpureError, match="uses the network"), pure():
        daring()


def test_reading_a_file_and_working_with_given_days_is_pure(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    with pure():
        assert (tmp_path / "x").read_bytes() == b"x"
        assert datetime(2027, 6, 30).isoformat()  # noqa: DTZ001 - the point


# -- internal things --------------------------------------------------------------------------------


@pytest.mark.parametrize("concept", [example_concept(), *(seeded(seed) for seed in range(5))], ids=lambda one: one.id)
def test_no_canary_sings_in_the_public_view(concept: Concept) -> None:
    planted = with_canaries(concept)
    assert len(planted.index) > len(concept.index)
    assert not leaks(repr(attrs.asdict(planted.public(), recurse=True)))


def test_canaries_sing_everywhere_else() -> None:
    planted = with_canaries(example_concept())
    titles = [measure.title for measure in planted.measures if measure.internal]
    assert any(leaks(title or "") for title in titles)
    assert any(leaks(" ".join(measure.goal_refs)) for measure in planted.measures)
    assert leaks(b"Geheim-\r\n 4711")


# -- rules ----------------------------------------------------------------------------------------


def rule(check: Callable[[Concept], Iterable[Hit]], **changes: Any) -> Rule:
    given: dict[str, Any] = {
        "code": "TEST001",
        "family": "test",
        "title": TITLE,
        "why": TITLE,
        "severity": Severity.NOTE,
        "message": TITLE,
        "check": check,
    }
    return Rule(**given | changes)


def without_motto(concept: Concept) -> Iterator[Hit]:
    if concept.motto is None:
        yield Hit((), {"title": concept.title})


MOTTO = rule(without_motto, message=Message(template="{title} has no motto"))


def test_a_rule_that_keeps_its_contract_is_left_in_peace() -> None:
    concept = example_concept()
    check_rule(MOTTO, finds=[attrs.evolve(concept, motto=None)], passes=[concept])


BAD_RULES = {
    "it finds what it is about: AssertionError: it finds nothing in": rule(lambda _: ()),
    "it says the same twice": rule(lambda _: [Hit((), {"x": uuid.uuid4()})]),
    "it looks at no clock and no network": rule(lambda _: [Hit(()) for _ in (time.time(),)]),
    "it checks any concept": rule(lambda concept: [Hit(("measures", 0)) for _ in (concept.measures[0],)]),
    "it survives hostile texts": rule(without_motto, message=Message(template="{name}")),
    "it checks nothing and very much": rule(lambda _: [Hit(("motto", "x"))]),
    "it can be told in every language": rule(without_motto, why=Message(template=" ")),
    "it checks any concept: AssertionError: it finds 1 of 0": rule(
        lambda _: [Hit(())], summary=Message(template="{count} of {total}"), total=lambda _: 0
    ),
    "it checks any concept: KeyError: 'way'": rule(without_motto, hint=Message(template="{way}")),
}


@pytest.mark.parametrize("fault", BAD_RULES)
def test_a_bad_rule_is_caught_by_the_test_meant_for_its_fault(fault: str) -> None:
    with pytest.raises(BrokenContractError, match=f"- {fault}"):
        check_rule(BAD_RULES[fault], finds=[attrs.evolve(example_concept(), motto=None)])


def test_a_rule_that_speaks_too_often_is_caught() -> None:
    with pytest.raises(BrokenContractError, match="it finds something in"):
        check_rule(rule(lambda _: [Hit(())]), passes=[example_concept()])


# -- formats ----------------------------------------------------------------------------------------


def test_a_format_that_only_writes_or_only_reads_keeps_its_contract() -> None:
    check_format(attrs.evolve(YAML, read=None))
    check_format(attrs.evolve(YAML, write=None))
    check_format(attrs.evolve(YAML, edit=uneditable))


def raising(_: object) -> Any:
    raise InvalidConceptError("no")


def uneditable(*_: object) -> Edited:
    raise UneditableError(message("too old"))


def forgetting(content: bytes) -> ParsedData:
    assert YAML.read
    document = YAML.read(content)
    return attrs.evolve(document, data={key: value for key, value in document.data.items() if key != "motto"})


BAD_FORMATS = {
    "it reads what it writes: AssertionError": attrs.evolve(YAML, read=forgetting),
    "it refuses rubbish: AssertionError: the refusal of .* holds no finding": attrs.evolve(YAML, read=raising),
    "it keeps or refuses hostile texts: AssertionError: a refusal holds no finding": attrs.evolve(YAML, write=raising),
    "it refuses rubbish: ValueError": attrs.evolve(YAML, read=lambda content: ParsedData({"x": int(content)})),
    "it changes what it was asked to": attrs.evolve(YAML, edit=lambda content, *_: Edited(content)),
    "the same concept gives the same bytes": attrs.evolve(YAML, write=lambda _: uuid.uuid4().bytes, read=None),
    "it looks at no clock and no network": attrs.evolve(YAML, write=lambda _: str(time.time()).encode(), read=None),
    "it can be told in every language: AssertionError: its suffixes": attrs.evolve(YAML, suffixes=("yaml",)),
    "it can be told in every language: AssertionError: it neither": attrs.evolve(YAML, read=None, write=None),
    "it knows where things stand": attrs.evolve(
        YAML,
        read=lambda _: ParsedData({}, lambda _: ("here", None)),  # type: ignore[arg-type,return-value]  # the point
    ),
}


@pytest.mark.parametrize("fault", BAD_FORMATS)
def test_a_bad_format_is_caught_by_the_test_meant_for_its_fault(fault: str) -> None:
    bad: Format = BAD_FORMATS[fault]
    with pytest.raises(BrokenContractError, match=f"- {fault}"):
        check_format(bad)


# -- publishers ---------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Site:
    pages: dict[str, str] = field(factory=dict, metadata={"help": TITLE})


def plan(concept: Concept, site: Site) -> SendPlan:
    def state(address: str, title: str) -> TargetState:
        there = site.pages.get(address)
        return TargetState.NEW if there is None else TargetState.SAME if there == title else TargetState.CHANGED

    steps = tuple(
        SendStep(
            address=one.address, action=Message(template=one.display_title), state=state(one.address, one.display_title)
        )
        for one in concept.fields_of_action
    )
    return SendPlan(steps=steps)


def perform(planned: SendPlan, site: Site) -> Iterator[Sent]:
    for step in planned.steps:
        if step.state is TargetState.SAME:
            yield Sent(step=step, outcome=SendOutcome.SKIPPED)
        else:
            site.pages[step.address] = step.action.template
            yield Sent(step=step, outcome=SendOutcome.DONE)


PAGES = Publisher(name="pages", title=TITLE, plan=plan, perform=perform, options=Site)


class TestPages(PublisherContract):
    publisher = PAGES

    def options(self) -> Site:
        return Site()


def test_a_publisher_contract_asks_how_to_reach_the_other_side() -> None:
    with pytest.raises(NotImplementedError):
        PublisherContract().options()


def greedy(concept: Concept, site: Site) -> SendPlan:
    site.pages[concept.address] = concept.title
    return attrs.evolve(plan(concept, site), steps=plan(concept, site).steps[: len(site.pages) % 2])


def secretive(concept: Concept, site: Site) -> SendPlan:
    known = seen.setdefault(concept.id, concept)
    return plan(known, site)


def sending_again(planned: SendPlan, site: Site) -> Iterator[Sent]:
    for sent in perform(planned, site):
        yield attrs.evolve(sent, outcome=SendOutcome.DONE)


BAD_PUBLISHERS = {
    "a plan changes nothing": attrs.evolve(PAGES, plan=lambda *_: SendPlan(steps=())),
    "every step is done and reported": attrs.evolve(PAGES, perform=lambda *_: ()),
    "what was sent is there": attrs.evolve(PAGES, perform=sending_again),
    "what is internal stays inside": attrs.evolve(PAGES, plan=lambda concept, site: plan(with_canaries(concept), site)),
    "it can be told in every language": attrs.evolve(PAGES, title=Message(template="")),
}


@pytest.mark.parametrize("fault", BAD_PUBLISHERS)
def test_a_bad_publisher_is_caught_by_the_test_meant_for_its_fault(fault: str) -> None:
    suite = PublisherContract()
    suite.publisher = BAD_PUBLISHERS[fault]
    suite.options = Site  # type: ignore[method-assign]  # what a subclass does
    assert any(breach.startswith(fault) for breach in breaches(suite)), breaches(suite)


def test_a_publisher_that_plans_for_what_is_not_there_is_caught() -> None:
    suite = PublisherContract()
    suite.options = NoOptions  # type: ignore[method-assign]  # what a subclass does
    elsewhere = SendStep(address="measure/x", action=TITLE, state=TargetState.NEW)
    suite.publisher = attrs.evolve(PAGES, plan=lambda *_: SendPlan(steps=(elsewhere,)))
    assert "steps or losses name what the concept does not have: measure/x" in breaches(suite)[0]
    suite.publisher = attrs.evolve(PAGES, plan=lambda *_: None)  # type: ignore[arg-type]  # the point
    assert "it planned None instead of a SendPlan" in breaches(suite)[0]


def test_a_finding_of_a_refusal_is_what_a_format_owes() -> None:
    with pytest.raises(InvalidConceptError) as caught:
        YAML.read(b"a: b: c")  # type: ignore[misc]  # it reads
    assert all(isinstance(finding, Finding) for finding in caught.value.findings)
