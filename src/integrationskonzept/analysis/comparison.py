"""Two editions of a concept against each other."""

from collections.abc import Iterable, Iterator
from typing import Any

from integrationskonzept.analysis.change import Added, Change, Dropped, EditionName, Moved, Reordered, title_of
from integrationskonzept.analysis.changes import Comparison
from integrationskonzept.analysis.classify import classify
from integrationskonzept.analysis.outline import ROOT, Node, layout, shell
from integrationskonzept.analysis.plain import fields
from integrationskonzept.analysis.rebuild import rebuilt
from integrationskonzept.analysis.side import Side, titles
from integrationskonzept.analysis.standing import PursuitState, pursuit
from integrationskonzept.analysis.suggestions import suggestions
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Element
from integrationskonzept.model.record import Record

_Nodes = dict[str, Node]


def compare(old: Concept, new: Concept) -> Comparison:
    """Tell what changed between two editions, by address.

    An element that has another id is another element: it was dropped and added. Where two such
    are nearly the same, the comparison suggests that one was renamed into the other, and
    assumes nothing. The files the editions came from do not count.
    """
    sides = Side(old), Side(new)
    before, after = (side.nodes for side in sides)
    changes: list[Change] = []
    for key, node in after.items():
        changes.extend(_placed(key, before, after))
        if key in before:
            changes.extend(_altered(key, before[key].element, node.element, sides))
            changes.extend(_reordered(key, before, after))
    gone = [_dropped(key, before) for key in before if key not in after]
    new_ones = [change for change in changes if isinstance(change, Added)]
    return Comparison(
        old=EditionName.of(old),
        new=EditionName.of(new),
        changes=(*changes, *gone),
        suggestions=suggestions(gone, new_ones),
        not_pursued=_not_pursued(new, dict.fromkeys(change.address for change in changes)),
    )


def _not_pursued(concept: Concept, addresses: Iterable[str]) -> tuple[tuple[str, PursuitState], ...]:
    """Return which of some elements are not pursued any more, and what became of each."""
    entries = ((address, concept.index.get(address)) for address in addresses)
    found = (
        (address, pursuit(entry[1], concept)) for address, entry in entries if entry and isinstance(entry[1], Element)
    )
    return tuple((address, each.state) for address, each in found if not each.stands)


def apply(old: Concept, changes: Iterable[Change]) -> Concept:
    """Return the new edition that comes of the old one by these changes.

    ``apply(old, compare(old, new).changes) == new``. Raises `UnknownElementError` when a change
    speaks of an element that the old edition does not have.
    """
    return rebuilt(old, changes)


def _address(key: str, nodes: _Nodes) -> str:
    return key or str(nodes[ROOT].element.address)


def _placed(key: str, before: _Nodes, after: _Nodes) -> Iterator[Change]:
    """Yield that an element is new, or that it stands elsewhere."""
    node, old = after[key], before.get(key)
    if old is not None and (old.owner, old.slot) == (node.owner, node.slot):
        return
    place: dict[str, Any] = {
        "address": key,
        "title": title_of(node.element),
        "owner": _address(node.owner, before),
        "owner_title": title_of(after[node.owner].element),
        "attribute": node.slot,
        "position": node.position,
    }
    if old is None:
        yield Added(**place, element=shell(node.element))
    else:
        around = before[old.owner].element
        yield Moved(
            **place, old_owner=_address(old.owner, before), old_owner_title=title_of(around), old_attribute=old.slot
        )


def _dropped(key: str, before: _Nodes) -> Dropped:
    node = before[key]
    return Dropped(
        address=key,
        title=title_of(node.element),
        owner=_address(node.owner, before),
        owner_title=title_of(before[node.owner].element),
        attribute=node.slot,
        position=node.position,
        element=shell(node.element),
    )


def _reordered(key: str, before: _Nodes, after: _Nodes) -> Iterator[Change]:
    """Yield the lists in which what stood there before stands in another order."""
    for slot, new in after[key].slots.items():
        old = before[key].slots.get(slot, [])
        if old != new and _staying(old, after, key, slot) != _staying(new, before, key, slot):
            element = before[key].element
            yield Reordered(address=_address(key, before), title=title_of(element), attribute=slot, order=tuple(new))


def _staying(keys: list[str], others: _Nodes, owner: str, slot: str) -> list[str]:
    """List the keys of a list that stand in the same list of the other edition."""
    return [key for key in keys if key in others and (others[key].owner, others[key].slot) == (owner, slot)]


def _altered(key: str, old: Any, new: Any, sides: tuple[Side, Side]) -> Iterator[Change]:
    """Yield the attributes of an element that have another value."""
    for attribute, before, after in _differing(old, new, ""):
        known = {
            "address": key or old.address,
            "title": title_of(new),
            "attribute": attribute,
            "old": before,
            "new": after,
            "titles": titles(new, attribute, (before, after), sides),
        }
        yield classify(known, (old, new), sides)


_Difference = tuple[str, Any, Any]


def _differing(old: Any, new: Any, prefix: str) -> Iterator[_Difference]:
    """Yield path, old and new value of what differs between two records, besides the elements in them."""
    if old is new:
        return
    found = layout(type(new))
    if found.values(old) != found.values(new):
        for name in found.plain:
            yield from _values(getattr(old, name), getattr(new, name), prefix + name)
    for name in found.through:
        before, after = getattr(old, name), getattr(new, name)
        if before is not None and after is not None:
            yield from _differing(before, after, f"{prefix}{name}.")
        elif before is not after:
            yield prefix + name, before and shell(before), after and shell(after)


def _values(old: Any, new: Any, path: str) -> Iterator[_Difference]:
    """Yield what differs between two values: within records of one class, attribute by attribute."""
    if old is new or old == new:
        return
    if isinstance(old, Record) and type(old) is type(new):
        for name, _, _ in fields(type(old)):
            yield from _values(getattr(old, name), getattr(new, name), f"{path}.{name}")
    else:
        yield path, old, new
