"""One edition in a comparison, with its look-up tables."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

import attrs
from attrs import field, frozen

from integrationskonzept.comparison.changes import title_of
from integrationskonzept.evaluation.planned_dates import planned, timeline_rows
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, AttributeDescription, ValueType
from integrationskonzept.model.element import Element
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import walk


@frozen
class RecordLayout:
    """Attributes of a class by the kind of their values."""

    plain: tuple[str, ...]
    """Plain values: text, numbers, records without elements."""
    through: tuple[str, ...]
    """Single records that contain elements."""
    slots: tuple[str, ...]
    """Lists of elements."""
    values: Any = field(init=False, eq=False)
    """Getter of all plain values at once."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "values", attrgetter(*self.plain))


_LAYOUTS: dict[type, RecordLayout] = {}


def layout(kind: type[Record]) -> RecordLayout:
    """Return the attributes of a class by the kind of their values."""
    if kind not in _LAYOUTS:
        compared = MODEL[kind].compared
        slots = tuple(each.name for each in compared if _is_slot(each))
        through = tuple(each.name for each in compared if _leads_to_slots(each, set()))
        plain = tuple(each.name for each in compared if each.name not in slots and each.name not in through)
        _LAYOUTS[kind] = RecordLayout(plain, through, slots)
    return _LAYOUTS[kind]


def _is_slot(each: AttributeDescription) -> bool:
    """Return whether an attribute is a list of elements."""
    return each.many and _holds_elements(each)


def _holds_elements(each: AttributeDescription) -> bool:
    return each.type is ValueType.RECORD and issubclass(each.kind, Element)


def _leads_to_slots(each: AttributeDescription, seen: set[type]) -> bool:
    """Return whether an attribute is a single record that contains lists of elements at any depth."""
    if each.many or each.type is not ValueType.RECORD or each.kind in seen:
        return False
    seen.add(each.kind)
    return any(_is_slot(inner) or _leads_to_slots(inner, seen) for inner in MODEL[each.kind].compared)


class PlacedElement(NamedTuple):
    """An element with its place in the concept."""

    element: Any
    owner: str
    """Key of the containing element; empty for the concept itself."""
    slot: str
    """Path of the list that contains it, such as ``measures`` or ``overarching.measures``."""
    position: int
    slots: dict[str, list[str]]
    """Keys of its child elements, by list."""


ROOT = ""
"""Key of the concept itself, whatever its id."""


def outline(concept: Concept) -> dict[str, PlacedElement]:
    """Return every element by its key, in document order.

    The key is the address; where an address is doubled, the second is followed by ``#2``.
    """
    nodes: dict[str, PlacedElement] = {ROOT: PlacedElement(concept, "", "", 0, {})}
    _add_elements(concept, "", ROOT, nodes, {})
    return nodes


def _add_elements(
    record: Record, prefix: str, owner: str, nodes: dict[str, PlacedElement], met: dict[str, int]
) -> None:
    """Add the elements of a record; `met` counts the occurrences of each address."""
    found = layout(type(record))
    for name in found.slots:
        elements = getattr(record, name)
        if elements:
            slot = prefix + name
            keys = nodes[owner].slots[slot] = []
            for position, element in enumerate(elements):
                address = element.address
                number = met[address] = met.get(address, 0) + 1
                key = address if number == 1 else f"{address}#{number}"
                keys.append(key)
                nodes[key] = PlacedElement(element, owner, slot, position, {})
                _add_elements(element, "", key, nodes, met)
    for name in found.through:
        inner = getattr(record, name)
        if inner is not None:
            _add_elements(inner, f"{prefix}{name}.", owner, nodes, met)


def without_children(record: Any) -> Any:
    """Return a record without its child elements."""
    found = layout(type(record))
    changes: dict[str, Any] = {name: () for name in found.slots if getattr(record, name)}
    for name in found.through:
        inner = getattr(record, name)
        if inner is not None and (empty := without_children(inner)) is not inner:
            changes[name] = empty
    return attrs.evolve(record, **changes) if changes else record


class EditionIndex:
    """One edition in a comparison, with its look-up tables."""

    def __init__(self, concept: Concept) -> None:
        self.concept, self.nodes = concept, outline(concept)
        self._rows = timeline_rows(concept)
        self._horizons = {horizon.id: horizon for horizon in concept.every(Horizon)}

    def end(self, measure: Measure) -> date | None:
        """Return the last day a measure is planned to run; None where that is not known."""
        plan = planned(measure, self.concept, self._rows, self._horizons).value
        return plan.last if plan else None

    def title(self, address: str) -> str | None:
        """Return the title of the element with this address; None where there is none."""
        node = self.nodes.get(address)
        return title_of(node.element) if node else None


Titles = tuple[tuple[str, str], ...]


def titles(
    element: Any, attribute: str, values: Iterable[Any], editions: tuple[EditionIndex, EditionIndex]
) -> tuple[tuple[str, str], ...]:
    """Return the titles of the elements that an attribute's values refer to, by id."""
    described = MODEL.at(type(element), attribute)
    nouns = [described.noun] if described.noun else []
    addresses = {address: id for value in values for address, id in _referred(value, nouns)}
    known = (
        (id, next(filter(None, (edition.title(address) for edition in editions)), None))
        for address, id in addresses.items()
    )
    return tuple((id, title) for id, title in known if title is not None)


def _referred(value: Any, nouns: list[str]) -> Iterator[tuple[str, str]]:
    """Yield address and id of everything a value refers to; a bare id may belong to any of the nouns."""
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Record):
            for _, record in walk(item):
                for each in MODEL[type(record)].references:
                    found = getattr(record, each.name)
                    yield from ((f"{each.noun}/{id}", id) for id in (found if each.many else (found,)) if id)
        elif isinstance(item, str):
            yield from ((f"{noun}/{item}", item) for noun in nouns)
