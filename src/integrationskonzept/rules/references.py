"""Rules about ids and references: what is meant must exist, and exist once."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from integrationskonzept.findings import Severity
from integrationskonzept.language import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.link import Link
from integrationskonzept.model.nearby import nearest
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.model.record import Record
from integrationskonzept.model.walk import types_of
from integrationskonzept.rules.looking import kind_of, named
from integrationskonzept.rules.rule import Hit, Rule
from integrationskonzept.rules.saying import suggestion

_SUGGESTIONS = 10  # a search over thousands of ids takes a moment; after so many wrong names nobody reads on


def _doubled_ids(concept: Concept) -> Iterator[Hit]:
    """Yield every place of an address that several elements have, the first among them."""
    for kind, found in concept.records.items():
        if issubclass(kind, (Element, Discrepancy)):
            places: dict[str, list[Any]] = {}
            for path, element in found:
                places.setdefault(element.id, []).append(path)
            for id, paths in places.items():
                for path in paths if len(paths) > 1 else ():
                    yield Hit((*path, "id"), {"noun": named(kind.noun), "id": id})


def _undefined_references(concept: Concept) -> Iterator[Hit]:
    """Yield every reference to nothing, each distinct name with one near name that exists."""
    near: dict[tuple[str, str], Message | str] = {}
    for reference in concept.links:
        name = (reference.noun, reference.id)
        if reference.address in concept.index:
            continue
        if name not in near:
            near[name] = suggestion(_nearest(concept, reference) if len(near) < _SUGGESTIONS else None)
        noun = message("element") if reference.noun == "*" else named(reference.noun)
        yield Hit(reference.path, {"noun": noun, "id": reference.id, "near": near[name]})


def _nearest(concept: Concept, reference: Link) -> str | None:
    """Return the near id, or the near address; an id alone is an address that lacks its noun."""
    if reference.noun != "*":
        known = (element.id for _, element in concept.index.values() if element.noun == reference.noun)
        return nearest(reference.id, known)
    same_id = (address for address in concept.index if address.partition("/")[2] == reference.id)
    return next(same_id, None) or nearest(reference.id, concept.index)


def _unknown_attributes(concept: Concept) -> Iterator[Hit]:
    """Yield every attribute named under `inferred` or by a discrepancy that its record does not have."""
    for kind, found in concept.records.items():
        if not issubclass(kind, Sourced):
            continue
        for path, record in found:
            for position, name in enumerate(record.inferred):
                yield from _unknown(record, name, (*path, "inferred", position), "inferred")
            for position, discrepancy in enumerate(record.discrepancies):
                place = (*path, "discrepancies", position, "attribute")
                yield from _unknown(record, discrepancy.attribute or "", place, "attribute")


def _unknown(record: Record, name: str, path: Any, said_in: str) -> Iterator[Hit]:
    kind: Any = type(record)
    known = _attributes(kind)
    stem = name.partition(".")[0].partition("[")[0]
    if stem and stem not in known:
        owner, near = named(kind_of(record)), suggestion(nearest(name, known))
        yield Hit(path, {"list": said_in, "name": name, "noun": owner, "near": near})


@cache
def _attributes(kind: Any) -> tuple[str, ...]:
    return tuple(attribute.name for attribute in attrs.fields(kind))


def _doubled_references(concept: Concept) -> Iterator[Hit]:
    """Yield an id that stands in a list of references for the second time."""
    seen: set[tuple[Any, ...]] = set()
    for reference in concept.links:
        if isinstance(reference.path[-1], int):
            entry = (*reference.path[:-1], reference.id)
            if entry in seen:
                yield Hit(reference.path, {"id": reference.id, "attribute": named(reference.attribute)})
            seen.add(entry)


def _empty_texts(concept: Concept) -> Iterator[Hit]:
    """Yield every title, name or text that has to be there and holds nothing but blanks."""
    for kind, found in concept.records.items():
        required: Any = kind
        for name in _required_texts(required):
            for path, record in found:
                if not getattr(record, name).strip():
                    yield Hit((*path, name), {"attribute": named(name)})


@cache
def _required_texts(kind: Any) -> tuple[str, ...]:
    types = types_of(kind)
    return tuple(
        field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING and types[field.name] is str
    )


RULES = (
    Rule(
        code="IK101",
        family="references",
        title=message("Id given twice"),
        why=message(
            "Calendars, comparisons and reports find an element by its id. Of two elements with one id, every"
            " reference finds the first, and the second cannot be reached."
        ),
        severity=Severity.ERROR,
        message=message("{noun} {id!r} is defined more than once"),
        hint=message("give each an id of its own; ids of earlier editions stay as they are"),
        check=_doubled_ids,
    ),
    Rule(
        code="IK102",
        family="references",
        title=message("Reference to nothing"),
        why=message("A reference that leads nowhere is mostly a slip of the keyboard; what was meant gets lost."),
        severity=Severity.ERROR,
        message=message("{noun} {id!r} is not defined"),
        hint=message("{near}define it, or correct the reference"),
        check=_undefined_references,
    ),
    Rule(
        code="IK103",
        family="references",
        title=message("Unknown attribute named"),
        why=message(
            "What is inferred, and what does not agree with the document, is told by the name of an attribute."
            " Under a name that does not exist nobody finds it."
        ),
        severity=Severity.WARNING,
        message=message("{list!r} names {name!r}, but {noun} has no attribute of that name"),
        hint=message("{near}name the attribute as the file writes it"),
        check=_unknown_attributes,
    ),
    Rule(
        code="IK104",
        family="references",
        title=message("Reference given twice"),
        why=message("Named twice in one list, an element is counted twice in tables and reports."),
        severity=Severity.WARNING,
        message=message("{id!r} is listed twice under {attribute}"),
        hint=message("delete one of the two"),
        check=_doubled_references,
    ),
    Rule(
        code="IK105",
        family="references",
        title=message("Empty text"),
        why=message("A title or text without words leaves an empty line in every report and calendar."),
        severity=Severity.WARNING,
        message=message("{attribute} is empty"),
        hint=message("write it down, or delete the element"),
        check=_empty_texts,
    ),
)
