"""Apply a list of changes to a concept."""

from collections.abc import Iterable
from operator import is_
from typing import Any

import attrs

from integrationskonzept.comparison.changes import Added, Change, Changed, Dropped, Moved, PlaceChange, Reordered
from integrationskonzept.comparison.edition_index import ROOT, outline
from integrationskonzept.errors import UnknownElementError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.foreign import FOREIGN


def apply_changes(old: Concept, changes: Iterable[Change]) -> Concept:
    """Return the concept that results from applying changes to the old one."""
    builder = _Builder(old)
    for change in changes:
        builder.add(change)
    return builder.concept()


class _Builder:
    """Collects changes to a concept and builds the changed concept."""

    def __init__(self, concept: Concept) -> None:
        nodes = outline(concept)
        self._root = concept.address
        self._elements = {key: node.element for key, node in nodes.items()}
        self._lists = {key: dict(node.slots) for key, node in nodes.items()}
        self._leaving: set[str] = set()
        self._coming: dict[tuple[str, str], list[tuple[int, str]]] = {}
        self._orders: dict[tuple[str, str], list[str]] = {}
        self._values: dict[str, _ValueTree] = {}

    def add(self, change: Change) -> None:
        """Add a change."""
        key = ROOT if change.address == self._root else change.address
        match change:
            case Added():
                self._elements[key] = change.element
                self._place(key, change)
            case Dropped():
                self._leaving.add(key)
            case Moved():
                self._leaving.add(key)
                self._place(key, change)
            case Reordered():
                self._orders[key, change.attribute] = list(change.order)
            case Changed():
                _set_value(self._values.setdefault(key, _ValueTree()), change.attribute.split("."), change.new)
            case _:
                raise TypeError(f"a change must be one that a comparison returns; got {change!r}")

    def _place(self, key: str, change: PlaceChange) -> None:
        owner = ROOT if change.owner == self._root else change.owner
        self._lists.setdefault(owner, {}).setdefault(change.attribute, [])
        self._coming.setdefault((owner, change.attribute), []).append((change.position, key))

    def concept(self) -> Concept:
        """Return the changed concept; everything that did not change is shared with the old one."""
        strange = {*self._lists, *self._leaving, *self._values} - {*self._elements}
        if strange:
            nothing = message(
                "{root} has no {addresses}; these are the changes of another edition",
                root=self._root,
                addresses=", ".join(sorted(strange)[:3]),
            )
            raise UnknownElementError(nothing)
        concept: Concept = attrs.evolve(self._build(ROOT), origin=None)
        return concept

    def _build(self, key: str) -> Any:
        element = _evolved(self._elements[key], self._values.get(key, _ValueTree()))
        for slot in self._lists.get(key, ()):
            element = _filled(element, slot.split("."), tuple(map(self._build, self._arranged(key, slot))))
        return element

    def _arranged(self, owner: str, slot: str) -> list[str]:
        """Return the keys of the elements of a list after the changes, in order."""
        if (owner, slot) in self._orders:
            return self._orders[owner, slot]
        keys = [key for key in self._lists[owner][slot] if key not in self._leaving]
        for position, key in sorted(self._coming.get((owner, slot), ())):
            keys.insert(position, key)
        return keys


class _ValueTree(dict[str, Any]):
    """New values by attribute; nested for values within a record."""


def _set_value(tree: _ValueTree, path: list[str], value: Any) -> None:
    for step in path[:-1]:
        tree = tree.setdefault(step, _ValueTree())
    tree[path[-1]] = value


def _evolved(record: Any, tree: _ValueTree) -> Any:
    """Return a record with new values, all set at once: one by one they might contradict each other."""
    values = {
        name: _evolved(getattr(record, name), one) if isinstance(one, _ValueTree) else one for name, one in tree.items()
    }
    foreign = {name: values.pop(name) for name in [*values] if name.startswith(FOREIGN)}
    if foreign:
        stated = {**record.extra, **foreign}
        values["extra"] = {key: value for key, value in stated.items() if value is not None}
    return attrs.evolve(record, **values) if values else record


def _filled(record: Any, path: list[str], elements: tuple[Any, ...]) -> Any:
    """Return a record with new elements in one of its lists."""
    if record is None:
        return None
    old = getattr(record, path[0])
    new = _filled(old, path[1:], elements) if path[1:] else elements
    same = new is old or (not path[1:] and len(new) == len(old) and all(map(is_, new, old)))
    return record if same else attrs.evolve(record, **{path[0]: new})
