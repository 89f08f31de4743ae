"""``show``: print a concept or one of its elements."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import Output, deliver, force_option, internal_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.i18n.messages import label_text, message, wording
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Addressed, Element
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.record import Record


@click.command("show", short_help="Show a concept, or one of its elements.")
@click.argument("source")
@click.argument("address", required=False)
@internal_option
@output_option
@force_option
@pass_session
def command(
    session: Session, source: str, address: str | None, internal: bool, output: Path | None, force: bool
) -> None:
    """Show an overview of SOURCE, or the element with ADDRESS, such as measure/sprachkurse.

    Internal content is left out.
    """
    whole = session.concept(source)
    concept = whole if internal else whole.public()
    if address in whole.index and address not in concept.index:
        hidden = message("{address} is marked internal; show it with --internal", address=address)
        raise WrongUseError(hidden)
    element = concept.element(address) if address else None
    lines = _element(element, session.language) if element else _overview(concept, session.language)
    reason = _not_pursued(element, concept, session.language).strip() if element else ""
    deliver(
        session,
        Output.of_text("\n".join([reason, *lines] if reason else lines), output),
        force=force,
        sources=(source,),
    )


def _overview(concept: Concept, language: str) -> Iterator[str]:
    yield concept.title
    yield " · ".join(
        part for part in (concept.municipality.name, concept.years, str(concept.edition.as_of or "")) if part
    )
    for kind, found in concept.records.items():
        noun = getattr(kind, "noun", None)
        if noun and noun != "concept":
            yield f"  {len(found):5} {label_text(noun, language)}"
    heading: FieldOfAction | None = None
    for measure in concept.measures:
        field = concept.field_of(measure.address)
        if field is not heading and field is not None:
            yield f"\n{field.title}  ({field.address})"
        heading = field
        yield f"  {measure.title}{_not_pursued(measure, concept, language)}"
        yield f"      {_measure(concept, measure, language)}"


def _not_pursued(element: Addressed, concept: Concept, language: str) -> str:
    """Return the reason why an element is no longer pursued; empty if it is."""
    found = pursuit(element, concept) if isinstance(element, Element) else None
    return f"  [{found.text(language)}]" if found and not found.stands else ""


def _measure(concept: Concept, measure: Measure, language: str) -> str:
    horizons = [
        _horizon(concept, statement.horizon_ref, statement.start, statement.end) for statement in measure.time_frames
    ]
    counted = message("indicators: {count}", count=len(measure.indicators)).text(language)
    return " · ".join((measure.address, *horizons, counted))


def _horizon(concept: Concept, horizon: str | None, start: Any, end: Any) -> str:
    address = f"horizon/{horizon}"
    if horizon and address in concept.index:
        return concept.horizon(horizon).title
    return horizon or "–".join(str(date) for date in (start, end) if date)


def _element(record: Record, language: str, indent: str = "") -> Iterator[str]:
    """Yield every attribute that is set, with its label, and records indented below."""
    for attribute in sorted(MODEL[type(record)].attributes.values(), key=lambda attribute: attribute.last):
        value = getattr(record, attribute.name)
        if value == attribute.default or value in (None, ()) or not attribute.in_files:
            continue
        name = label_text(attribute.name, language)
        values = value if isinstance(value, tuple) else (value,)
        if any(isinstance(item, Record) for item in values):
            yield f"{indent}{name}:"
            for item in values:
                yield from _below(item, language, indent + "  ")
        elif attribute.name == "extra":
            yield from (f"{indent}{key}: {item}" for key, item in value.items())
        else:
            yield f"{indent}{name}: {', '.join(_value(item, language) for item in values)}"


def _below(record: Record, language: str, indent: str) -> Iterator[str]:
    """Yield the lines of a record in a list: the first after a dash, or its only value."""
    lines = list(_element(record, language, indent + "  "))
    first = lines[0].strip() if lines else ""
    if record.SHORT and len(lines) == 1:
        first = first.removeprefix(f"{label_text(record.SHORT, language)}: ")
    yield f"{indent}- {first}"
    yield from lines[1:]


def _value(value: object, language: str) -> str:
    if isinstance(value, bool):
        return message("yes").text(language) if value else message("no").text(language)
    return wording(value, language) if isinstance(value, StrEnum) else str(value)
