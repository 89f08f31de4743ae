"""Marks in internal content, for tests that it is never exported."""

from typing import Any

import attrs

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import revise

CANARY = "geheim-4711"
"""The mark; upper and lower case are equal."""


def with_canaries(concept: Concept) -> Concept:
    """Return `concept` with an internal twin in every list, each of its texts and ids marked.

    References to an element refer to its internal twin as well. The public view of the
    result must not contain a mark. Its id is different, so that cached results of `concept` are not used for it.
    """
    marker = _Marker()
    planted: Concept = marker.planted(concept)
    return attrs.evolve(revise(planted, marker.referring), id=f"{concept.id}-mit-internem", origin=None)


def leaks(content: bytes | str) -> bool:
    """Return whether content contains a mark."""
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    return CANARY in text.replace("\r\n ", "").replace("=\r\n", "").lower()


class _Marker:
    """Marks twins, with their new ids."""

    def __init__(self) -> None:
        self._twins: dict[str, str] = {}
        self._count = 0

    def planted(self, record: Any) -> Any:
        """Return the record with an internal twin at the end of each list."""
        changes: dict[str, Any] = {}
        for each in MODEL[type(record)].records:
            name, many = each.name, each.many
            value = getattr(record, name)
            if many and value:
                twins = (self._twin(value[0]),) if isinstance(value[0], Sourced) else ()
                changes[name] = (*(self.planted(item) for item in value), *twins)
            elif not many and value is not None:
                changes[name] = self.planted(value)
        return attrs.evolve(record, **changes) if changes else record

    def referring(self, record: Record) -> Record:
        """Return the record with references to internal twins added to its lists of references."""
        changes: dict[str, Any] = {
            each.name: (*getattr(record, each.name), self._twins[each.noun])
            for each in MODEL[type(record)].references
            if each.many and getattr(record, each.name) and each.noun in self._twins
        }
        return attrs.evolve(record, **changes) if changes else record

    def _twin(self, record: Sourced) -> Any:
        return attrs.evolve(self._marked(record), internal=True)

    def _marked(self, record: Any) -> Any:
        described = MODEL[type(record)].attributes.values()
        changes = {
            each.name: self._mark(each, getattr(record, each.name), type(record)) for each in described if each.in_files
        }
        return attrs.evolve(record, **changes)

    def _mark(self, each: AttributeDescription, value: Any, owner: type) -> Any:
        if isinstance(value, tuple):
            return tuple(self._mark(each, item, owner) for item in value)
        if isinstance(value, Record):
            return self._marked(value)
        if each.type is ValueType.ID:
            return self._id(owner)
        return f"{CANARY} {value}" if each.type is ValueType.TEXT and value is not None else value

    def _id(self, owner: Any) -> str:
        self._count += 1
        self._twins[owner.noun] = f"{CANARY}-{self._count}"
        return self._twins[owner.noun]
