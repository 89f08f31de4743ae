"""Public views of two editions without anything internal in the new one."""

from attrs import evolve

from integrationskonzept.findings import Path
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.tree import get_path, walk, with_value

_Place = tuple[str, Path]
"""The address of an element, and the path from there to a record in it."""


def public_editions(old: Concept, new: Concept) -> tuple[Concept, Concept]:
    """Return the public views of both; whatever is internal in the new edition is left out of the old one too.

    Elements are matched by address. A record without an address is matched with an equal record of
    the same element, or else with the one at the same place, unless that is still public.
    """
    shown = new.public()
    gone = new.index.keys() - shown.index.keys()
    for path, element in walk(old, Element):
        if element.address in gone:
            old = _marked(old, path)
    for path in _become_internal(old, new):
        old = _marked(old, path)
    return old.public(), shown


def _marked(concept: Concept, path: Path) -> Concept:
    """Return the concept with the record at `path` marked as internal."""
    return with_value(concept, path, evolve(get_path(concept, path), internal=True))


def _become_internal(old: Concept, new: Concept) -> list[Path]:
    """Return the paths of old records without an address that are internal in the new edition."""
    before, after = _without_address(old), _without_address(new)
    visible = [record for _, record in after.values() if not record.internal]
    found: dict[Path, None] = {}
    for place, (_, hidden) in after.items():
        if not hidden.internal:
            continue
        public = evolve(hidden, internal=False)
        same = [path for other, (path, record) in before.items() if _is_list(other, place) and record == public]
        at_place = before.get(place)
        if not same and at_place and type(at_place[1]) is type(hidden) and at_place[1] not in visible:
            same = [at_place[0]]
        found.update(dict.fromkeys(same))
    return [*found]


def _is_list(one: _Place, other: _Place) -> bool:
    """Return whether two places are in the same list, or are the same."""
    (address, path), (other_address, other_path) = one, other
    names, other_names = ([step for step in each if isinstance(step, str)] for each in (path, other_path))
    return (address, names) == (other_address, other_names)


def _without_address(concept: Concept) -> dict[_Place, tuple[Path, Sourced]]:
    """Return every record that can be marked internal but has no address, by its place, with its path."""
    addresses = {path: element.address for path, element in walk(concept, Element)}
    found: dict[_Place, tuple[Path, Sourced]] = {}
    for path, record in walk(concept, Sourced):
        if not isinstance(record, Element):
            length = next(length for length in range(len(path), -1, -1) if path[:length] in addresses)
            found[addresses[path[:length]], path[length:]] = (path, record)
    return found
