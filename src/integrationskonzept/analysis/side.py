"""One of two editions that are held against each other, with what has to be looked up in it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from integrationskonzept.analysis.change import title_of
from integrationskonzept.analysis.outline import outline
from integrationskonzept.analysis.planning import planned, timeline_rows
from integrationskonzept.analysis.portable import annotation_of, parts
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.record import Record, Refers
from integrationskonzept.model.walk import references, walk


class Side:
    """One of two editions, with what has to be looked up in it again and again."""

    def __init__(self, concept: Concept) -> None:
        self.concept, self.nodes = concept, outline(concept)
        self._rows = timeline_rows(concept)
        self._horizons = {horizon.id: horizon for horizon in concept.every(Horizon)}

    def end(self, measure: Measure) -> date | None:
        """Return the last day a measure is planned to run; None where that is not known."""
        plan = planned(measure, self.concept, self._rows, self._horizons).value
        return plan.last if plan else None

    def title(self, address: str) -> str | None:
        """Return what people call the element with this address; None where there is none."""
        node = self.nodes.get(address)
        return title_of(node.element) if node else None


Titles = tuple[tuple[str, str], ...]


def titles(
    element: Any, attribute: str, values: Iterable[Any], sides: tuple[Side, Side]
) -> tuple[tuple[str, str], ...]:
    """Return the titles of what the values of an attribute refer to, by id: as the later side calls it."""
    annotation = annotation_of(type(element), attribute)
    nouns = [part.noun for part in parts(annotation) if isinstance(part, Refers)]
    addresses = {address: id for value in values for address, id in _referred(value, nouns)}
    known = (
        (id, next(filter(None, (side.title(address) for side in sides)), None)) for address, id in addresses.items()
    )
    return tuple((id, title) for id, title in known if title is not None)


def _referred(value: Any, nouns: list[str]) -> Iterator[tuple[str, str]]:
    """Yield address and id of everything a value refers to; a bare id is one of one of the nouns."""
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Record):
            for _, record in walk(item):
                for name, noun, many in references(type(record)):
                    found = getattr(record, name)
                    yield from ((f"{noun}/{id}", id) for id in (found if many else (found,)) if id)
        elif isinstance(item, str):
            yield from ((f"{noun}/{item}", item) for noun in nouns)
