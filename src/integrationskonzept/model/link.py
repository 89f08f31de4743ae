"""References as they lie in a concept: which record names which other element."""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

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


def links(records: Mapping[type[Record], Sequence[tuple[Path, Any]]]) -> Iterator[Link]:
    """Yield every reference in `records`, by kind of record."""
    for kind, found in records.items():
        for attribute, noun, many in references(kind):
            value_of, prefix = attrgetter(attribute), "" if noun == "*" else f"{noun}/"
            for owner, record in found:
                value = value_of(record)
                if many:
                    for position, id in enumerate(value):
                        yield Link((*owner, attribute, position), record, attribute, noun, id, prefix + id)
                elif value is not None:
                    yield Link((*owner, attribute), record, attribute, noun, value, prefix + value)
