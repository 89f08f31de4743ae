"""References as they lie in a concept: which record names which other element."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from attrs import frozen

from integrationskonzept.findings import Path
from integrationskonzept.model.record import Record
from integrationskonzept.model.walk import references


class Link(NamedTuple):
    """An id in one record that names another element."""

    path: Path
    """Where the id stands."""
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
class Referring:
    """All references that the records of one kind hold under one attribute."""

    kind: type[Record]
    """The kind of the records."""
    attribute: str
    """The attribute."""
    noun: str
    """The noun it refers to; ``*`` where each id is a full address."""
    many: bool
    """Whether it holds many ids, or one at most."""
    records: Sequence[tuple[Path, Record]]
    """The records of the kind, each with its path."""
    stated: Sequence[Any]
    """What each of the records holds: its ids, or its id or None."""

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses referred to."""
        ids = chain.from_iterable(self.stated) if self.many else self.stated
        return frozenset(map(self._address, {*ids} - {None}))

    def leading(self, where: Callable[[str], bool]) -> Iterator[Link]:
        """Yield the references to addresses `where` says yes to; it is asked once for each address."""
        wanted = set(filter(where, self.addresses))
        return (link for link in self if link.address in wanted) if wanted else iter(())

    def __iter__(self) -> Iterator[Link]:
        """Go through the references one by one."""
        for (path, record), stated in zip(self.records, self.stated, strict=True):
            if self.many:
                for position, id in enumerate(stated):
                    yield self._link((*path, self.attribute, position), record, id)
            elif stated is not None:
                yield self._link((*path, self.attribute), record, stated)

    def _link(self, path: Path, record: Record, id: str) -> Link:
        return Link(path, record, self.attribute, self.noun, id, self._address(id))

    def _address(self, id: str) -> str:
        return id if self.noun == "*" else f"{self.noun}/{id}"


def referring(records: Mapping[type[Record], Sequence[tuple[Path, Any]]]) -> Iterator[Referring]:
    """Yield what refers in `records`, by kind of record and attribute, where anything does."""
    for kind, found in records.items():
        holders = [record for _, record in found]
        for attribute, noun, many in references(kind):
            stated = list(map(attrgetter(attribute), holders))
            nothing = () if many else None
            if stated.count(nothing) < len(stated):
                yield Referring(kind, attribute, noun, many, found, stated)
