"""Rules about ids and references: what is meant must exist, and exist once."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, ValueType
from integrationskonzept.model.element import Addressed, Sourced
from integrationskonzept.model.former_names import name_of_version_1
from integrationskonzept.model.municipality import Municipality, MunicipalityKind
from integrationskonzept.model.record import Record
from integrationskonzept.rules.helpers import kind_of
from integrationskonzept.rules.reference_suggestions import ReferenceSuggester
from integrationskonzept.rules.rule import Hit, rule
from integrationskonzept.suggest import nearest, suggestion_before

_AGS_DIGITS: dict[MunicipalityKind | None, tuple[int, ...]] = {
    MunicipalityKind.DISTRICT: (5, 8),
    MunicipalityKind.INDEPENDENT_CITY: (5, 8),
    None: (5, 8),
}
"""Digits of a municipality key where other than 8: a district has 5, padded with zeros in some lists."""

_GAPS = re.compile(r"[\s./-]")
_SUGGESTIONS = 10  # a search over thousands of ids takes a moment; after so many wrong names nobody reads on


@rule(
    "IK101",
    family="references",
    title=message("Id given twice"),
    why=message(
        "Calendars, comparisons and reports find an element by its id. Of two elements with one id, every"
        " reference finds the first, and the second cannot be reached."
    ),
    severity=Severity.ERROR,
    message=message("{noun} {id!r} is defined more than once"),
    hint=message("give each an id of its own; ids of earlier editions stay as they are"),
)
def _doubled_ids(concept: Concept) -> Iterator[Hit]:
    """Yield every place of an address that several elements have, the first among them."""
    for kind, found in concept.records.items():
        if issubclass(kind, Addressed):
            counts = Counter([element.id for element in found.records])
            places: dict[str, list[Path]] = {id: [] for id, count in counts.items() if count > 1}
            for path, element in found if places else ():
                if element.id in places:
                    places[element.id].append(path)
            for id, paths in places.items():
                values = {"noun": label(kind.noun), "id": id}
                yield from [Hit((*path, "id"), values) for path in paths]


@rule(
    "IK102",
    family="references",
    title=message("Reference to nothing"),
    why=message("A reference that leads nowhere is mostly a slip of the keyboard; what was meant gets lost."),
    severity=Severity.ERROR,
    message=message("{noun} {id!r} is not defined"),
    hint=message("{near}define it, or correct the reference"),
)
def _undefined_references(concept: Concept) -> Iterator[Hit]:
    """Yield every reference to nothing, each distinct name with one near name that exists."""
    known, meant = concept.index, ReferenceSuggester(concept)
    values: dict[tuple[str, str], dict[str, Any]] = {}
    nowhere = (referring.leading(lambda address: address not in known) for referring in concept.referring)
    for reference in chain.from_iterable(nowhere):
        name = (reference.noun, reference.id)
        if name not in values:
            near = meant.near(reference) if len(values) < _SUGGESTIONS else None
            noun = message("element") if reference.noun == "*" else label(reference.noun)
            values[name] = {"noun": noun, "id": reference.id, "near": suggestion_before(near)}
        yield Hit(reference.path, values[name])


@rule(
    "IK103",
    family="references",
    title=message("Unknown attribute named"),
    why=message(
        "What is inferred, and what does not agree with the document, is told by the name of an attribute."
        " Under a name that does not exist nobody finds it."
    ),
    severity=Severity.WARNING,
    message=message("{list!r} names {name!r}, but {noun} has no attribute of that name"),
    hint=message("{near}name the attribute as the file writes it"),
)
def _unknown_attributes(concept: Concept) -> Iterator[Hit]:
    """Yield every attribute named under `inferred` or by a discrepancy that its record does not have."""
    values: dict[tuple[str, str, str], dict[str, Any]] = {}
    for path, said_in, kind, name in _strange_names(concept):
        key = (said_in, kind_of(kind), name)
        if key not in values:
            near = nearest(name, MODEL[kind].attributes) if len(values) < _SUGGESTIONS else None
            if near and concept.origin and concept.origin.is_former:
                near = name_of_version_1(kind, near)
            values[key] = {"list": said_in, "name": name, "noun": label(kind_of(kind)), "near": suggestion_before(near)}
        yield Hit(path, values[key])


def _strange_names(concept: Concept) -> Iterator[tuple[Path, str, type[Record], str]]:
    """Yield place, list, kind of record and name of what is named as an attribute and is none."""
    for kind, found in concept.records.items():
        if issubclass(kind, Sourced):
            known = MODEL[kind].attributes
            for path, record in found.having("inferred"):
                for position, name in enumerate(record.inferred):
                    if name not in known and _is_strange(name, known):
                        yield (*path, "inferred", position), "inferred", kind, name
            for path, record in found.having("discrepancies"):
                for position, discrepancy in enumerate(record.discrepancies):
                    name = discrepancy.attribute
                    if name and name not in known and _is_strange(name, known):
                        yield (*path, "discrepancies", position, "attribute"), "attribute", kind, name


def _is_strange(name: str, known: Container[str]) -> bool:
    """Return whether no attribute has this name; of a path, such as ``period.end``, the first one counts."""
    stem = name.partition(".")[0].partition("[")[0]
    return bool(stem) and stem not in known


@rule(
    "IK104",
    family="references",
    title=message("Reference given twice"),
    why=message("Named twice in one list, an element is counted twice in tables and reports."),
    severity=Severity.WARNING,
    message=message("{id!r} is listed twice under {attribute}"),
    hint=message("delete one of the two"),
)
def _doubled_references(concept: Concept) -> Iterator[Hit]:
    """Yield an id that stands in a list of references for the second time."""
    for referring in concept.referring:
        name, many = referring.attribute, referring.many and max(map(len, referring.stated)) > 1
        for (path, _), ids in zip(referring.records, referring.stated, strict=True) if many else ():
            for position in _repeated(ids):
                yield Hit((*path, name, position), {"id": ids[position], "attribute": label(name)})


def _repeated(ids: Iterable[str]) -> Iterator[int]:
    seen: set[str] = set()
    for position, id in enumerate(ids):
        if id in seen:
            yield position
        seen.add(id)


@rule(
    "IK105",
    family="references",
    title=message("Empty text"),
    why=message("A title or text without words leaves an empty line in every report and calendar."),
    severity=Severity.WARNING,
    message=message("{attribute} is empty"),
    hint=message("write it down, or delete the element"),
)
def _empty_texts(concept: Concept) -> Iterator[Hit]:
    """Yield every title, name or text that has to be there, or names the element, and holds nothing but blanks."""
    for kind, found in concept.records.items():
        required: Any = kind
        for name in _expected_texts(required):
            text_of = attrgetter(name)
            empty = [path for path, record in found if not _says_something(text_of(record))]
            yield from (Hit((*path, name), {"attribute": label(name)}) for path in empty)


def _says_something(text: str | None) -> bool:
    return text is None or bool(text.strip())


@cache
def _expected_texts(kind: Any) -> tuple[str, ...]:
    described = MODEL[kind]
    return tuple(name for name in described.expected if described.attributes[name].type is ValueType.TEXT)


@rule(
    "IK106",
    family="references",
    title=message("Misspelt municipality key"),
    why=message(
        "The official municipality key (AGS) tells towns of one name apart and leads to their statistics. A"
        " spreadsheet takes it for a number and drops the zero at its beginning."
    ),
    severity=Severity.WARNING,
    message=message("{ags!r} is no official municipality key (AGS): it has 8 digits, that of a district 5"),
    hint=message("{way}"),
)
def _misspelt_keys(concept: Concept) -> Iterator[Hit]:
    """Yield every official municipality key (AGS) that has not the digits of one."""
    for path, municipality in concept.records.get(Municipality):
        ags, lengths = municipality.ags, _AGS_DIGITS.get(municipality.kind, (8,))
        if ags is not None and not (ags.isascii() and ags.isdigit() and len(ags) in lengths):
            yield Hit((*path, "ags"), {"ags": ags, "way": _way_to_key(ags, lengths)})


def _way_to_key(ags: str, lengths: tuple[int, ...]) -> Message:
    """Return a hint for a malformed key: the zero at its beginning lost, or spaces and points inside."""
    if ags.isascii() and ags.isdigit() and len(ags) + 1 in lengths:
        return message("was the leading zero lost? Then write '0{ags}', in quotes", ags=ags)
    digits = _GAPS.sub("", ags)
    if digits.isascii() and digits.isdigit() and len(digits) in lengths:
        return message("write '{digits}', in quotes", digits=digits)
    return message("compare it with the register of the statistical offices")
