"""A guest that brings one thing of every kind, and keeps to all contracts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

import integrationskonzept as ik
from integrationskonzept import Concept, Export, Exporter, ExportFile, Format, Hit, Message, Rule, Severity, hookimpl
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.plugins import (
    BundledConcept,
    CliCommand,
    Column,
    ColumnType,
    Doubt,
    Draft,
    ForeignAttribute,
    Importer,
    InputFile,
    Language,
    ObservationSource,
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


def draft(file: InputFile, _: Any) -> Draft:
    data = {"schema": 2, "id": "entwurf", "title": file.content.decode(), "municipality": {"name": "Gast"}}
    doubt = Doubt(code="title", message=TITLE, place="line 1", quotation=file.content.decode())
    return Draft(concept=ik.from_dict(data), doubts=(doubt,))


@hookimpl
def integrationskonzept_importers() -> Sequence[Importer]:
    return (Importer(name="guest-text", title=TITLE, suffixes=(".guest",), read=draft),)


def observe(concept: Concept, file: InputFile | None, _: Any) -> Iterator[Mapping[str, Any]]:
    for indicator in concept.indicators:
        yield {"indicator": indicator.id, "as_of": "2026", "missing": file.name if file else "nothing counted"}


@hookimpl
def integrationskonzept_sources() -> Sequence[ObservationSource]:
    return (ObservationSource(name="guest-counts", title=TITLE, read=observe, suffixes=(".counts",)),)


@hookimpl
def integrationskonzept_attributes() -> Sequence[ForeignAttribute[Any]]:
    return (ForeignAttribute(noun="measure", key="x-guest", title=TITLE, meaning=TITLE),)


def build() -> click.Command:
    @click.command("guest")
    @click.argument("source")
    @pass_session
    def command(session: Session, source: str) -> None:
        """Print the title of a concept."""
        click.echo(session.concept(source).title)

    return command


@hookimpl
def integrationskonzept_commands() -> Sequence[CliCommand]:
    return (CliCommand(name="guest", summary=TITLE, build=build),)


@hookimpl
def integrationskonzept_languages() -> Sequence[Language]:
    return (Language(code="nds", day_of_year="{day}.{month}."),)
