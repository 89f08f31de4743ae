"""Read the valid parts of a file with errors, so that rules can check them.

A refused value is left out, or replaced by a placeholder if it is required. Findings that may result from that are
not reported; `PartialConcept.is_certain` recognises the others.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import attrs

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import FileOrigin, Finding, Path, Severity
from integrationskonzept.formats.format import ParsedData
from integrationskonzept.formats.refusals import Refusal
from integrationskonzept.formats.structure import structure
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, ValueType
from integrationskonzept.model.record import Record
from integrationskonzept.model.refusal import RefusedError

_ROUNDS = 3
"""Attempts to structure the rest: once a value is removed, two others may contradict each other."""

_REFERENCES = "IK1"
"""Prefix of the codes of rules about ids and references."""


@attrs.frozen
class PartialConcept:
    """A concept without the refused values of its file."""

    concept: Concept
    left_out: frozenset[Path]
    """Paths of the missing values and of the records that lack them."""
    lacks_ids: bool
    """Whether ids of elements are missing, so that references to them seem wrong."""

    def is_certain(self, finding: Finding) -> bool:
        """Return whether a finding holds for any possible content of the missing values.

        Warnings and notes may result from a missing value anywhere; an error results from one only near it, or if it
        refers to elements that may be missing.
        """
        if not self.left_out:
            return True
        if finding.severity is not Severity.ERROR or (self.lacks_ids and finding.code.startswith(_REFERENCES)):
            return False
        is_reference = finding.code.startswith(_REFERENCES)
        return not any(self._is_near(place.path, is_reference) for place in finding.places)

    def _is_near(self, path: Path, is_reference: bool) -> bool:
        inside = (left for left in self.left_out if left and not is_reference)
        return path in self.left_out or any(path[: len(left)] == left for left in inside)


def read_partial_concept(
    content: bytes, read: Callable[[bytes], ParsedData], file: str | None
) -> PartialConcept | None:
    """Return the valid parts of a file that was refused, or None if nothing valid remains."""
    try:
        parsed = read(content)
    except InvalidConceptError:
        return None
    structured = structure(parsed.data)
    data = deepcopy(structured.corrected.data)
    left_out: set[Path] = set()
    lacks_ids = False
    for _ in range(_ROUNDS):
        for refusal in structured.refusals:
            if structured.corrected.is_corrected(refusal):
                continue
            removed = _remove(data, refusal)
            if removed is None:
                return None
            path, value = removed
            lacks_ids |= path[-1:] == ("id",) or _may_hold_elements(refusal, path, value)
            left_out |= {path, *(where for where, kind in refusal.records[-2:])}
        again = structure({"schema": SCHEMA, **data})
        if again.concept is not None:
            corrected = structured.corrected
            positions = corrected.positions_as_typed(parsed.positions)
            origin = FileOrigin(file, positions, is_former=corrected.is_former)
            return PartialConcept(attrs.evolve(again.concept, origin=origin), frozenset(left_out), lacks_ids)
        structured = attrs.evolve(structured, refusals=again.refusals)
    return None


def _may_hold_elements(refusal: Refusal, path: Path, value: Any) -> bool:
    """Return whether the removed value contains elements, or was meant to."""
    if isinstance(refusal.error, RefusedError) and refusal.error.about_key:
        return True
    around = (kind for where, kind in refusal.records if where == path[:-1])
    possible = (held.kind for kind in around for held in MODEL[kind].records if held.name == path[-1])
    is_deep = isinstance(value, (dict, list))
    return any(hasattr(inner, "noun") for part in possible for inner in (part, *(MODEL.below(part) if is_deep else ())))


def _remove(data: Any, refusal: Refusal) -> tuple[Path, Any] | None:
    """Remove a refused value from the data and return its path and the value; None if it cannot be located."""
    error = refusal.error
    attribute = getattr(error, "attribute", None)
    steps = error.below if isinstance(error, RefusedError) else () if attribute is None else (attribute,)
    path = (*refusal.path, *steps)
    if isinstance(error, RefusedError) and error.about_key and not refusal.records:
        return path, None  # the right key is present as well and is read
    inside, at = data, 0
    found: tuple[Any, int] | None = None
    for position, each in enumerate(path):
        at = position
        if isinstance(inside, dict):
            found = inside, position
            if each not in inside:
                break
        elif not isinstance(inside, list):
            break
        inside = inside[each]
    if found is None:
        return None
    holder, at = found
    key = path[at]
    value = holder.pop(key, None)
    kind = next((kind for where, kind in refusal.records if where == path[:at]), None)
    if kind is not None and _is_required(kind, key):
        placeholder = _placeholder(kind, str(key), len(path), id(holder))
        if placeholder is None:
            return None
        holder[key] = placeholder
    return path[: at + 1], value


def _is_required(kind: type[Record], key: str | int) -> bool:
    return key in MODEL[kind].expected


def _placeholder(kind: type[Record], name: str, *unique: int) -> Any:
    match MODEL[kind].attributes[name].type:
        case ValueType.TEXT:
            return "…"
        case ValueType.ID | ValueType.REFERENCE:
            return "-".join(["x", *map(str, unique)])
    return None
