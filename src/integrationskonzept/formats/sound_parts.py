"""What stands in a file with problems apart from them, so that rules can be asked about that as well.

A value that was refused is left out, or stands as a placeholder where it is required. Nothing that
might follow from that is to be told: `SoundParts.is_certain` says which findings do not.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Annotated, Any, get_origin

import attrs

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import FileOrigin, Finding, Path, Severity
from integrationskonzept.formats.field_order import attributes
from integrationskonzept.formats.format import ParsedData
from integrationskonzept.formats.load import structure
from integrationskonzept.formats.value_errors import Refused, RefusedError
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.record import Record, bound
from integrationskonzept.model.tree import below, held, types_of

_ROUNDS = 3
"""How often what is left is structured again: without one value another may contradict a third."""

_REFERENCES = "IK1"
"""How the codes of rules about ids and references begin."""


@attrs.frozen
class SoundParts:
    """A concept without what was refused in its file."""

    concept: Concept
    left_out: frozenset[Path]
    """Paths of the values that are missing from it, and of the records they are missing from."""
    lacks_ids: bool
    """Whether the id of an element is among them: what refers to it would be blamed."""

    def is_certain(self, finding: Finding) -> bool:
        """Tell whether a finding holds whatever is meant by what was left out.

        Where something is, warnings and notes may follow from it; an error does only near it, or
        where elements are missing that it might refer to.
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


def sound_parts(content: bytes, read: Callable[[bytes], ParsedData], file: str | None) -> SoundParts | None:
    """Return the sound parts of a file whose reading was refused, or None where nothing is left of it."""
    try:
        document = read(content)
    except InvalidConceptError:
        return None
    structured = structure(document.data)
    data = deepcopy(structured.corrected.data)
    left_out: set[Path] = set()
    lacks_ids = False
    for _ in range(_ROUNDS):
        for refused in structured.refused:
            if structured.corrected.is_read_under(refused):
                continue
            taken = _leave_out(data, refused)
            if taken is None:
                return None
            path, value = taken
            lacks_ids |= path[-1:] == ("id",) or _may_hold_elements(refused, path, value)
            left_out |= {path, *(where for where, kind in refused.records[-2:])}
        again = structure({"schema": document.data.get("schema", 1), **data})
        if again.concept is not None:
            origin = FileOrigin(file, structured.corrected.marks(document.marks))
            return SoundParts(attrs.evolve(again.concept, origin=origin), frozenset(left_out), lacks_ids)
        structured = attrs.evolve(structured, refused=again.refused)
    return None


def _may_hold_elements(refused: Refused, path: Path, value: Any) -> bool:
    """Return whether there may be elements in a value that was left out, or was meant to be."""
    if isinstance(refused.error, RefusedError) and refused.error.about_key:
        return True
    around = (kind for where, kind in refused.records if where == path[:-1])
    lost = (part for kind in around for part in held(kind).get(str(path[-1]), ()))
    is_deep = isinstance(value, (dict, list))
    return any(hasattr(inner, "noun") for part in lost for inner in (part, *(below(part) if is_deep else ())))


def _leave_out(data: Any, refused: Refused) -> tuple[Path, Any] | None:
    """Take a refused value out of the data and return its path and the value, or None where its place is unknown."""
    error = refused.error
    attribute = getattr(error, "attribute", None)
    steps = error.below if isinstance(error, RefusedError) else () if attribute is None else (attribute,)
    path = (*refused.path, *steps)
    if isinstance(error, RefusedError) and error.about_key and not refused.records:
        return path, None  # the right key stands beside it, and is read
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
    kind = next((kind for where, kind in refused.records if where == path[:at]), None)
    if kind is not None and _is_required(kind, key):
        placeholder = _placeholder(kind, str(key), len(path), id(holder))
        if placeholder is None:
            return None
        holder[key] = placeholder
    return path[: at + 1], value


def _is_required(kind: type[Record], key: str | int) -> bool:
    return any(each.name == key and each.default is attrs.NOTHING for each in attributes(kind))


def _placeholder(kind: type[Record], name: str, *unique: int) -> Any:
    annotation = types_of(kind)[name]
    if annotation is str:
        return "…"
    if get_origin(annotation) is Annotated and bound(annotation) is None:
        return "-".join(["x", *map(str, unique)])
    return None
