"""Records in one line: a period, an amount, a person, an observed value."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import attrs

from integrationskonzept.blocks.tree import Content, Inline, joined, listed
from integrationskonzept.documents.titles import link
from integrationskonzept.evaluation.rhythm_words import rhythm_in_words
from integrationskonzept.i18n.formatting import number
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.activity import Recurrence
from integrationskonzept.model.actor import Actor, Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.element import Statement
from integrationskonzept.model.format_value import period_text, range_text, value_message
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.indicator import Target
from integrationskonzept.model.measure import ExpectedEffect
from integrationskonzept.model.money import Amount
from integrationskonzept.model.observation import BreakdownPart, Observation
from integrationskonzept.model.provenance import Citation
from integrationskonzept.model.record import Record
from integrationskonzept.model.stocktake import OpeningTime


class Line(NamedTuple):
    """What is said of a record in one line, and the attributes said by it."""

    content: Content
    covers: frozenset[str]


def line(record: Record, concept: Concept | None, unit: str | None) -> Line | None:
    """Return what is said of a record in one line; None for a class that has no such line.

    Args:
        record: The record.
        concept: The concept whose titles stand in place of ids, if there is one.
        unit: The unit of the values of the indicator around it.
    """
    write = _LINES.get(type(record))
    return write(record, concept, unit) if write else None


def _involvement(one: Involvement, concept: Concept | None, _: str | None) -> Line:
    if not one.actor_refs:
        named = one.printed or one.role
        covers = frozenset({"printed" if one.printed else "role"}) if named else frozenset()
        return Line((named,) if named else (), covers)
    people = listed(link(concept, f"{Actor.noun}/{id}") for id in one.actor_refs)
    role: Content = (" (", one.role, ")") if one.role else ()
    return Line((*people, *role), frozenset({"actor_refs", "role"}))


def _time_frame(one: HorizonStatement, concept: Concept | None, _: str | None) -> Line:
    period = period_text(one.start, one.end) if one.start or one.end else None
    named = link(concept, f"horizon/{one.horizon_ref}") if one.horizon_ref else None
    return Line(joined(filter(None, (named, period)), ": "), frozenset({"horizon_ref", "start", "end"}))


def _citation(one: Citation, concept: Concept | None, _: str | None) -> Line:
    parts: list[Inline | None] = [
        link(concept, f"section/{one.section_ref}") if one.section_ref else None,
        link(concept, f"reference/{one.reference_ref}") if one.reference_ref else None,
        message("p. {page}", page=one.page) if one.page is not None else None,
        message("line {line}", line=one.line) if one.line is not None else None,
        one.text,
    ]
    covers = frozenset({"section_ref", "reference_ref", "page", "line", "text"})
    return Line(listed(part for part in parts if part is not None), covers)


def _observation(one: Observation, _: Concept | None, unit: str | None) -> Line:
    """Return the date and the value with its unit."""
    said = list(_measured(one, unit))
    if one.missing is not None:
        said.append(one.missing)
    return Line(_dated(one.as_of, joined(said, " · ")), _OBSERVED | {"as_of", "missing", "approximate"})


def _target(one: Target, _: Concept | None, unit: str | None) -> Line:
    said = joined(_measured(one, unit), " · ")
    due = message("by {day}", day=value_message(one.due)) if one.due else None
    return Line((due, ": ", *said) if due and said else (due,) if due else said, _OBSERVED | {"due"})


def _part(one: BreakdownPart, _: Concept | None, unit: str | None) -> Line:
    about = joined(filter(None, (one.dimension, one.category)), " · ")
    value = _about(number(one.value, one.unit or unit), one) if one.value is not None else one.missing
    covers = frozenset({"dimension", "category", "value", "approximate", "missing" if one.value is None else "unit"})
    return Line((*about, ": ", value) if value else about, covers)


def _measured(one: Observation | Target, unit: str | None) -> Iterator[Inline]:
    """Yield what an observation or target states: a number, a range, an event, a text."""
    if one.value is not None:
        yield _about(number(one.value, unit), one)
    if one.minimum is not None or one.maximum is not None:
        limits = range_text(one.minimum, one.maximum)
        yield _about(message("{value} {unit}", value=limits, unit=unit) if unit else limits, one)
    if one.reached is not None:
        yield message("reached") if one.reached else message("not reached")
    if one.text is not None:
        yield one.text


_OBSERVED = frozenset({"value", "minimum", "maximum", "reached", "text"})


def _about(said: Message, one: Any) -> Message:
    return message("about {value}", value=said) if getattr(one, "approximate", False) else said


def _dated(day: Any, said: Content) -> Content:
    if day is None:
        return said
    return (value_message(day), ": ", *said) if said else (value_message(day),)


def _statement(one: Statement, _: Concept | None, __: str | None) -> Line:
    return Line((one.text,), frozenset({"text"}))


def _in_words(one: ExpectedEffect | OpeningTime, _: Concept | None, __: str | None) -> Line:
    return Line((one.text,), frozenset({"text"})) if one.text else Line((), frozenset())


def _span(one: Span, _: Concept | None, __: str | None) -> Line:
    return Line((period_text(one.start, one.end),), frozenset({"start", "end"}))


def _amount(one: Amount, _: Concept | None, __: str | None) -> Line:
    covers = {"value", "minimum", "maximum", "currency", "per", "approximate"}
    return Line((value_message(attrs.evolve(one, basis=None)),), frozenset(covers))


def _rhythm(one: Recurrence, _: Concept | None, __: str | None) -> Line:
    covers = {"frequency", "interval", "weekdays", "positions", "until", "text"}
    said: Content = (rhythm_in_words(one), *((" · ", one.text) if one.text else ()))
    return Line(said, frozenset(covers))


_LINES: Mapping[type[Record], Callable[[Any, Concept | None, str | None], Line]] = {
    Statement: _statement,
    ExpectedEffect: _in_words,
    OpeningTime: _in_words,
    Span: _span,
    Amount: _amount,
    Recurrence: _rhythm,
    Involvement: _involvement,
    HorizonStatement: _time_frame,
    Citation: _citation,
    Observation: _observation,
    Target: _target,
    BreakdownPart: _part,
}
"""How a class of records is said in one line."""
