"""Marks in internal content, for tests that it is never exported."""

from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

import attrs

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.record import Record, RefersTo
from integrationskonzept.model.tree import nested, references, revise

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
        for name, many in nested(type(record)):
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
            name: (*getattr(record, name), self._twins[noun])
            for name, noun, many in references(type(record))
            if many and getattr(record, name) and noun in self._twins
        }
        return attrs.evolve(record, **changes) if changes else record

    def _twin(self, record: Sourced) -> Any:
        return attrs.evolve(self._marked(record), internal=True)

    def _marked(self, record: Any) -> Any:
        attrs.resolve_types(type(record))
        changes = {
            one.name: self._mark(one.type, getattr(record, one.name), type(record))
            for one in attrs.fields(type(record))
            if one.init
        }
        return attrs.evolve(record, **changes)

    def _mark(self, kind: Any, value: Any, owner: type) -> Any:
        if isinstance(value, Record):
            return self._marked(value)
        if isinstance(value, tuple):
            inner = get_args(kind)[0] if get_origin(kind) is tuple else Any
            return tuple(self._mark(inner, item, owner) for item in value)
        if isinstance(value, Mapping) or not isinstance(value, str) or _refers(kind):
            return value
        if get_origin(kind) is Annotated:
            return self._id(owner)
        return f"{CANARY} {value}" if type(value) is str else value

    def _id(self, owner: Any) -> str:
        self._count += 1
        self._twins[owner.noun] = f"{CANARY}-{self._count}"
        return self._twins[owner.noun]


def _refers(kind: Any) -> bool:
    """Return whether the type of a text is a reference, in a list or not."""
    return isinstance(kind, RefersTo) or any(
        _refers(part) for part in (*get_args(kind), *getattr(kind, "__metadata__", ()))
    )
