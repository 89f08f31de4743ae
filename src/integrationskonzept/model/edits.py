"""Add, remove, move and rename the elements of a concept; references stay valid."""

from collections.abc import Container, Iterable, Iterator
from functools import cache, partial, reduce
from itertools import islice
from typing import Any

import attrs

from integrationskonzept.errors import EditError
from integrationskonzept.findings import Path, path_text
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.check_settings import Ignore
from integrationskonzept.model.concept import Concept, addresses
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Addressed
from integrationskonzept.model.record import Record
from integrationskonzept.model.references import CrossReference
from integrationskonzept.model.tree import get_path, revise, with_value, without_references

_MOST_NAMED = 5
"""References that an error names."""


def add(concept: Concept, parent: str | Addressed, element: Addressed, attribute: str | None = None) -> Concept:
    """Return a concept with `element` at the end of the list of `parent` that holds its class.

    `attribute` names the list where several could hold it, such as ``overarching.measures``. Raise `EditError` if no
    list can, or if an address in `element` exists already, and `UnknownElementError` for an unknown parent.
    """
    for _, address in addresses(element):
        if address in concept.index:
            raise EditError(
                message("{concept} has an element '{address}' already", concept=concept.address, address=address)
            )
    return _placed(concept, _address(parent), element, attribute)


def remove(concept: Concept, element: str | Addressed, *, drop_references: bool = False) -> Concept:
    """Return a concept without an element and what it contains.

    Raise `EditError` if something else refers to it, unless these references are to be dropped; a record that
    consists only of such a reference is dropped as well.
    """
    path, found = _found(concept, element)
    gone = {address for _, address in addresses(found)}
    outside = [link for link in concept.links if link.address in gone and link.path[: len(path)] != path]
    if outside and not drop_references:
        raise EditError(
            message(
                "{address} cannot be removed: {references}; remove these references, or have them dropped",
                address=found.address,
                references=_joined(_named_references(concept, outside)),
            )
        )
    left = _without(concept, path)
    return _without_references(left, gone) if outside else left


def move(concept: Concept, element: str | Addressed, parent: str | Addressed, attribute: str | None = None) -> Concept:
    """Return a concept in which an element, with what it contains, is at the end of a list of `parent`; see `add`."""
    path, found = _found(concept, element)
    target = _address(parent)
    if concept.path(target)[: len(path)] == path:
        raise EditError(message("{address} cannot be moved into itself or a part of it", address=found.address))
    return _placed(_without(concept, path), target, found, attribute)


def rename(concept: Concept, element: str | Addressed, new_id: str) -> Concept:
    """Return a concept in which an element has a different id, and every reference to it follows.

    Raise `EditError` if the new id is taken, and `InvalidValueError` if it is misspelt.
    """
    path, found = _found(concept, element)
    renamed: Addressed = attrs.evolve(found, id=new_id)
    if renamed.address == found.address:
        return concept
    if renamed.address in concept.index:
        raise EditError(_taken(concept, renamed.address))
    changed = with_value(concept, path, renamed)
    follow = partial(_following, old=found.address, new=renamed)
    followed: Concept = revise(follow(changed), follow)
    return attrs.evolve(followed, origin=None)


# -- elements and their lists ------------------------------------------------------------------------------------


def _address(element: str | Addressed) -> str:
    return element if isinstance(element, str) else element.address


def _taken(concept: Concept, address: str) -> Message:
    return message("{concept} has an element '{address}' already", concept=concept.address, address=address)


def _found(concept: Concept, element: str | Addressed) -> tuple[Path, Addressed]:
    """Return the path and the element of an address; raise `EditError` for the concept itself."""
    address = _address(element)
    path = concept.path(address)
    if not path:
        raise EditError(message("{address} is the concept itself, not an element of it", address=address))
    return path, concept.element(address)


def _placed(concept: Concept, parent: str, element: Addressed, attribute: str | None) -> Concept:
    path, around = concept.path(parent), concept.element(parent)
    lists = _lists_for(around, element)
    if attribute is not None and tuple(attribute.split(".")) not in lists:
        raise EditError(_no_list(parent, around, element, attribute))
    if not lists:
        raise EditError(_no_place(parent, element))
    steps = lists[0] if attribute is None else tuple(attribute.split("."))
    return attrs.evolve(with_value(concept, path, _appended(around, steps, element)), origin=None)


def _appended(around: Any, steps: tuple[str, ...], element: Addressed) -> Any:
    name, *rest = steps
    value = getattr(around, name)
    if not rest:
        return attrs.evolve(around, **{name: (*value, element)})
    if value is None:
        value = MODEL[type(around)].attributes[name].kind()
    return attrs.evolve(around, **{name: _appended(value, tuple(rest), element)})


def _lists_for(around: Any, element: Any) -> tuple[tuple[str, ...], ...]:
    kind: Any = around.__class__ if isinstance(around, Record) else around
    return _lists(kind, element.__class__)


@cache
def _lists(around: Any, kind: Any) -> tuple[tuple[str, ...], ...]:
    """Return the attributes of a class that hold a list of another class, the nearest first.

    Records on the way can be made without arguments.
    """
    holding = MODEL[around].records
    found: list[tuple[str, ...]] = [(each.name,) for each in holding if each.many and each.kind is kind]
    for each in holding:
        if not each.many and each.kind is not around and not MODEL[each.kind].required:
            found += [(each.name, *steps) for steps in _lists(each.kind, kind)]
    return tuple(found)


def _no_list(parent: str, around: Addressed, element: Addressed, attribute: str) -> Message:
    known = [".".join(steps) for steps in _lists_for(around, element)]
    if not known:
        return _no_place(parent, element)
    return message(
        "'{attribute}' of {parent} holds no {noun}; possible: {lists}",
        attribute=attribute,
        parent=parent,
        noun=label(element.noun),
        lists=_joined(known),
    )


def _no_place(parent: str, element: Addressed) -> Message:
    kinds: Iterator[Any] = (kind for kind in (Concept, *MODEL.below(Concept)) if hasattr(kind, "noun"))
    possible = [label(kind.noun) for kind in kinds if _lists_for(kind, element)]
    return message(
        "{parent} cannot contain {address}; what can contain it: {nouns}",
        parent=parent,
        address=element.address,
        nouns=_joined(possible),
    )


def _joined(parts: Iterable[Message | str]) -> Any:
    return reduce(lambda first, second: message("{first}; {second}", first=first, second=second), parts)


# -- references ----------------------------------------------------------------------------------------------------


def _without(concept: Concept, path: Path) -> Concept:
    if isinstance(path[-1], str):
        return attrs.evolve(with_value(concept, path, None), origin=None)
    *before, position = path
    items = get_path(concept, tuple(before))
    left = tuple(item for index, item in enumerate(items) if index != position)
    return attrs.evolve(with_value(concept, tuple(before), left), origin=None)


def _without_references(concept: Concept, gone: Container[str]) -> Concept:
    def kept(record: Record) -> Record | None:
        if isinstance(record, Ignore) and record.element in gone:
            return None
        return without_references(record, gone)

    return revise(without_references(concept, gone) or concept, kept)


def _named_references(concept: Concept, links: list[CrossReference]) -> Iterator[Message]:
    for link in islice(links, _MOST_NAMED):
        owner = concept.place(link.path).address
        yield message(
            "{owner} refers to {address} ({path})", owner=owner, address=link.address, path=path_text(link.path)
        )
    if len(links) > _MOST_NAMED:
        yield message("{count} more references", count=len(links) - _MOST_NAMED)


def _following(record: Any, old: str, new: Addressed) -> Any:
    """Return a record whose references to the address `old` refer to `new`."""
    changes: dict[str, Any] = {}
    for each in MODEL[type(record)].references:
        if each.noun not in ("*", new.noun):
            continue
        before, after = (old, new.address) if each.noun == "*" else (old.partition("/")[2], new.id)
        value = getattr(record, each.name)
        if each.many and before in value:
            changes[each.name] = tuple(after if id == before else id for id in value)
        elif value == before:
            changes[each.name] = after
    if isinstance(record, Ignore) and record.element == old:
        changes["element"] = new.address
    return attrs.evolve(record, **changes) if changes else record
