"""The records of a concept, class by class."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias

from integrationskonzept.findings import Path
from integrationskonzept.model.record import Record
from integrationskonzept.model.walk import walk

Entries: TypeAlias = Sequence[tuple[Path, Any]]
"""Records, each with the path that leads to it."""


class Records(Mapping[type[Record], Entries]):
    """Every record of a concept with its path, by class, in document order.

    Who asks for one class has only those places looked at where its records can lie; who asks for
    all of them has everything looked at, once. What was found is kept.
    """

    def __init__(self, concept: Record) -> None:
        self._concept = concept
        self._asked: dict[type[Record], Entries] = {}

    @cached_property
    def _all(self) -> dict[type[Record], Entries]:
        found: dict[type[Record], list[tuple[Path, Any]]] = defaultdict(list)
        for entry in walk(self._concept):
            found[type(entry[1])].append(entry)
        return dict(found)

    def _found(self, kind: type[Record]) -> Entries:
        if "_all" in vars(self):
            return self._all.get(kind, ())
        if kind not in self._asked:
            self._asked[kind] = [entry for entry in walk(self._concept, kind) if type(entry[1]) is kind]
        return self._asked[kind]

    def __getitem__(self, kind: type[Record]) -> Entries:
        if found := self._found(kind):
            return found
        raise KeyError(kind)

    def __iter__(self) -> Iterator[type[Record]]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
