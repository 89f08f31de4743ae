"""The records of a concept, class by class."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from integrationskonzept.model.found import Found
from integrationskonzept.model.record import Record
from integrationskonzept.model.walk import gather


class Records(Mapping[type[Record], Found]):
    """Every record of a concept with its path, by class, in document order.

    Who asks for one class has only those places looked at where its records can lie; who asks for
    all of them has everything looked at, once. What was found is kept.
    """

    def __init__(self, concept: Record) -> None:
        self._concept = concept
        self._asked: dict[type[Record], Found] = {}

    @cached_property
    def _all(self) -> dict[type[Record], Found]:
        return self._gathered(Record)

    def _gathered(self, wanted: type[Record]) -> dict[type[Record], Found]:
        found: dict[type[Record], Found] = defaultdict(Found)
        gather(self._concept, found, wanted)
        return dict(found)

    def _found(self, kind: type[Record]) -> Found:
        if "_all" in vars(self):
            return self._all.get(kind, _NOTHING)
        if kind not in self._asked:
            self._asked[kind] = self._gathered(kind).get(kind, _NOTHING)
        return self._asked[kind]

    def __getitem__(self, kind: type[Record]) -> Found:
        if found := self._found(kind):
            return found
        raise KeyError(kind)

    def __iter__(self) -> Iterator[type[Record]]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


_NOTHING = Found()
