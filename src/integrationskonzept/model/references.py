"""Cross-references between the elements of a concept."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from attrs import frozen

from integrationskonzept.findings import Path
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import RecordList


class CrossReference(NamedTuple):
    """A reference of a record to an element."""

    path: Path
    """Path of the id."""
    record: Record
    """The record that holds it."""
    attribute: str
    """The attribute that holds it."""
    noun: str
    """The noun it refers to; ``*`` where the id is a full address."""
    id: str
    """The id, or the full address."""
    address: str
    """The address it refers to."""


@frozen(eq=False)
class Referrer:
    """All references in one attribute of one class of records."""

    kind: type[Record]
    """The kind of the records."""
    attribute: str
    """The attribute."""
    noun: str
    """The noun it refers to; ``*`` where each id is a full address."""
    many: bool
    """Whether it holds many ids, or one at most."""
    records: RecordList[Any]
    """The records of the kind, each with its path."""
    stated: Sequence[Any]
    """The value in each of the records: its ids, or its id or None."""

    @cached_property
    def _ids(self) -> frozenset[str]:
        """The ids, each once."""
        ids = chain.from_iterable(self.stated) if self.many else self.stated
        return frozenset(ids) - {None}

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses referred to."""
        return frozenset(map(self._address, self._ids))

    def leading(self, where: Callable[[str], bool]) -> Iterator[CrossReference]:
        """Yield the references to addresses for which `where` is true; it is called once per address."""
        wanted = {id: address for id in self._ids if where(address := self._address(id))}
        for (path, record), stated in zip(self.records, self.stated, strict=True) if wanted else ():
            for position, id in enumerate(stated if self.many else (stated,)):
                if id in wanted:
                    place = (*path, self.attribute, position) if self.many else (*path, self.attribute)
                    yield CrossReference(place, record, self.attribute, self.noun, id, wanted[id])

    def __iter__(self) -> Iterator[CrossReference]:
        """Yield the references one by one."""
        return self.leading(lambda _: True)

    def _address(self, id: str) -> str:
        return id if self.noun == "*" else f"{self.noun}/{id}"


def referring(records: Mapping[type[Record], RecordList[Any]]) -> Iterator[Referrer]:
    """Yield the references in `records`, by class and attribute, without empty ones."""
    for kind, found in records.items():
        for each in MODEL[kind].references:
            stated = list(map(attrgetter(each.name), found.records))
            nothing = () if each.many else None
            if stated.count(nothing) < len(stated):
                yield Referrer(kind, each.name, each.noun or "*", each.many, found, stated)
