"""A guest that brings one thing of every kind, and keeps to all contracts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from integrationskonzept import Concept, Export, Exporter, ExportFile, Format, Hit, Message, Rule, Severity, hookimpl
from integrationskonzept.plugins import (
    BundledConcept,
    Column,
    ColumnType,
    ParsedData,
    Profile,
    Publisher,
    SendOutcome,
    SendPlan,
    SendStep,
    Sent,
    Table,
    TargetState,
)

TITLE = Message(template="well-behaved", translations={"de": "wohlerzogen"})


def export(concept: Concept, _: Any) -> Export:
    title = " ".join(concept.title.split())
    file = ExportFile(name="title.txt", content=title.encode(), media_type="text/plain")
    return Export(files=(file,))


def check(concept: Concept) -> Iterable[Hit]:
    if concept.motto is None:
        yield Hit(())


def write(data: Mapping[str, Any]) -> bytes:
    return repr(sorted(data)).encode()


def read(content: bytes) -> ParsedData:
    return ParsedData({"schema": 2, "id": "gast", "title": content.decode(), "municipality": "Gast"})


def fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
    return {"concept": [concept.id]}


def plan(concept: Concept, _: Any) -> SendPlan:
    step = SendStep(address=concept.address, action=TITLE, state=TargetState.NEW, target="https://guest.example")
    return SendPlan(steps=(step,))


def perform(planned: SendPlan, _: Any) -> Iterator[Sent]:
    for step in planned.steps:
        yield Sent(step=step, outcome=SendOutcome.DONE)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    return (Exporter(name="guest-title", title=TITLE, media_type="text/plain", suffix=".txt", export=export),)


@hookimpl
def integrationskonzept_rules() -> Sequence[Rule]:
    rule = Rule(
        code="GUEST001",
        family="guest",
        title=TITLE,
        why=TITLE,
        severity=Severity.NOTE,
        message=Message(template="there is no motto", translations={"de": "es gibt kein Motto"}),
        check=check,
    )
    return (rule,)


@hookimpl
def integrationskonzept_profiles() -> Sequence[Profile]:
    return (Profile(name="guest", title=TITLE, rules={"guest": Severity.WARNING}),)


@hookimpl
def integrationskonzept_formats() -> Sequence[Format]:
    return (Format(name="keys", title=TITLE, suffixes=(".keys",), media_type="text/plain", read=read, write=write),)


@hookimpl
def integrationskonzept_concepts() -> Sequence[BundledConcept]:
    document = b"schema: 2\nid: gastlingen\ntitle: Gastlingen\nmunicipality: {name: Gastlingen}\n"
    return (BundledConcept(name="gastlingen", title=TITLE, read=lambda: document),)


@hookimpl
def integrationskonzept_tables() -> Sequence[Table]:
    column = Column(name="concept", type=ColumnType.STRING, description=TITLE)
    return (Table(name="guest", title=TITLE, columns=(column,), fill=fill),)


@hookimpl
def integrationskonzept_publishers() -> Sequence[Publisher]:
    return (Publisher(name="guest", title=TITLE, plan=plan, perform=perform),)
