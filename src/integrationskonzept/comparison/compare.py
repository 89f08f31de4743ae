"""Compare two editions of a concept, and apply the changes to the old one."""

from collections.abc import Iterable, Iterator, Mapping
from json import dumps, loads
from typing import Any, ClassVar, TypeVar

from attrs import asdict, frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.blocks.markdown import to_markdown
from integrationskonzept.blocks.text import to_text
from integrationskonzept.comparison.apply import apply_changes
from integrationskonzept.comparison.changes import Added, Change, Dropped, EditionName, Moved, Reordered, title_of
from integrationskonzept.comparison.classification import classify
from integrationskonzept.comparison.edition_index import (
    ROOT,
    EditionIndex,
    PlacedElement,
    layout,
    titles,
    without_children,
)
from integrationskonzept.comparison.plain_changes import (
    NAMES_VERSION,
    change_from_plain,
    change_to_plain,
    with_current_names,
)
from integrationskonzept.comparison.previous_goals import (
    Judgement,
    judgement_from_plain,
    judgement_to_plain,
    judgements,
)
from integrationskonzept.comparison.public_editions import public_editions
from integrationskonzept.comparison.renames import Suggestion, suggestions
from integrationskonzept.evaluation.current_status import PursuitState, pursuit
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import N_, Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Element
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.plain import to_plain
from integrationskonzept.model.record import Record

C = TypeVar("C", bound=Change)


HEADING = N_("{new}: changes since {old}")
"""First line of a comparison."""


@frozen(kw_only=True, repr=False)
class Comparison(Describable, HasBlocks):
    """Everything that changed between two editions of a concept."""

    ACCOUNT: ClassVar[str] = "documents.comparison:comparison_document"

    old: EditionName
    new: EditionName
    changes: tuple[Change, ...]
    """The changes in the order of the new edition; removed elements come last."""
    suggestions: tuple[Suggestion, ...] = ()
    """Pairs of a removed and an added element that may be the same; no change depends on them."""
    not_pursued: tuple[tuple[str, PursuitState], ...] = ()
    """Changed elements that are no longer pursued in the new edition: address and state."""

    judgements: tuple[Judgement, ...] = ()
    """What the new edition says of goals and measures that were dropped."""

    @property
    def differs(self) -> bool:
        """There is any change."""
        return bool(self.changes)

    def of(self, address: str) -> tuple[Change, ...]:
        """Return the changes of the element with this address."""
        return tuple(change for change in self.changes if change.address == address)

    def every(self, kind: type[C]) -> tuple[C, ...]:
        """Return the changes of one kind, such as `DeadlineMoved`."""
        return tuple(change for change in self.changes if isinstance(change, kind))

    def text(self, language: str = "en") -> str:
        """Return the changes under headings, one per line."""
        return to_text(self.blocks(language), width=None)

    def markdown(self, language: str = "de") -> str:
        """Return the changes as Markdown, for a paper to the council."""
        return to_markdown(self.blocks(language))

    @property
    def heading(self) -> Message:
        """The titles of the two editions."""
        return message(HEADING, new=value_message(self.new), old=value_message(self.old))

    def to_json(self) -> str:
        """Return the comparison as JSON."""
        data = {
            "names": NAMES_VERSION,
            "old": _name_to_plain(self.old),
            "new": _name_to_plain(self.new),
            "changes": [change_to_plain(change) for change in self.changes],
            "suggestions": [asdict(suggestion) for suggestion in self.suggestions],
            "not_pursued": {address: state.value for address, state in self.not_pursued},
            "judgements": [judgement_to_plain(one) for one in self.judgements],
        }
        return dumps(data, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> "Comparison":
        """Return the comparison from the JSON of `to_json`."""
        data = loads(text)
        changes = data["changes"] if "names" in data else map(with_current_names, data["changes"])
        return cls(
            old=_name_from_plain(data["old"]),
            new=_name_from_plain(data["new"]),
            changes=tuple(change_from_plain(change) for change in changes),
            suggestions=tuple(Suggestion(**suggestion) for suggestion in data["suggestions"]),
            not_pursued=tuple((address, PursuitState(state)) for address, state in data.get("not_pursued", {}).items()),
            judgements=tuple(judgement_from_plain(one) for one in data.get("judgements", ())),
        )

    def __repr__(self) -> str:
        return f"<Comparison of {self.old.id} and {self.new.id}: {len(self.changes)} changes>"


def _name_to_plain(name: EditionName) -> dict[str, Any]:
    return {"id": name.id, "title": name.title, "as_of": to_plain(name.as_of)}


def _name_from_plain(data: dict[str, Any]) -> EditionName:
    as_of = data["as_of"]
    return EditionName(id=data["id"], title=data["title"], as_of=PartialDate(str(as_of)) if as_of else None)


_PlacedElements = dict[str, PlacedElement]


def compare(old: Concept, new: Concept, *, public: bool = False) -> Comparison:
    """Compare two editions of a concept, element by element, by address.

    Everything is compared as it is given, what is marked internal too. With `public` the public
    views are compared, and what has become internal is not reported as dropped:
    ``compare(edition_2025, edition_2027, public=True).markdown()`` is a paper for the council.

    An element with a different id is a different element: one was dropped, one was added. If the
    two are nearly the same, the comparison suggests a renaming and assumes nothing. What the new edition
    says of the goals of its predecessor stands with those that were dropped. The files of
    the editions are not compared.
    """
    if public:
        old, new = public_editions(old, new)
    editions = EditionIndex(old), EditionIndex(new)
    before, after = (edition.nodes for edition in editions)
    changes: list[Change] = []
    for key, node in after.items():
        changes.extend(_placed(key, before, after))
        if key in before:
            changes.extend(_altered(key, before[key].element, node.element, editions))
            changes.extend(_reordered(key, before, after))
    gone = [_dropped(key, before) for key in before if key not in after]
    new_ones = [change for change in changes if isinstance(change, Added)]
    return Comparison(
        old=EditionName.of(old),
        new=EditionName.of(new),
        changes=(*changes, *gone),
        suggestions=suggestions(gone, new_ones),
        not_pursued=_not_pursued(new, dict.fromkeys(change.address for change in changes)),
        judgements=judgements(gone, new),
    )


def _not_pursued(concept: Concept, addresses: Iterable[str]) -> tuple[tuple[str, PursuitState], ...]:
    """Return the elements that are no longer pursued, each with its state."""
    entries = ((address, concept.index.get(address)) for address in addresses)
    found = (
        (address, pursuit(entry[1], concept)) for address, entry in entries if entry and isinstance(entry[1], Element)
    )
    return tuple((address, each.state) for address, each in found if not each.stands)


def apply(old: Concept, changes: Iterable[Change]) -> Concept:
    """Return the new edition that results from applying changes to the old one.

    ``apply(old, compare(old, new).changes) == new``. Raises `UnknownElementError` when a change
    concerns an element that the old edition does not have.
    """
    return apply_changes(old, changes)


def _address(key: str, nodes: _PlacedElements) -> str:
    return key or str(nodes[ROOT].element.address)


def _placed(key: str, before: _PlacedElements, after: _PlacedElements) -> Iterator[Change]:
    """Yield the change of an element that is new or was moved."""
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
        yield Added(**place, element=without_children(node.element))
    else:
        around = before[old.owner].element
        yield Moved(
            **place, old_owner=_address(old.owner, before), old_owner_title=title_of(around), old_attribute=old.slot
        )


def _dropped(key: str, before: _PlacedElements) -> Dropped:
    node = before[key]
    return Dropped(
        address=key,
        title=title_of(node.element),
        owner=_address(node.owner, before),
        owner_title=title_of(before[node.owner].element),
        attribute=node.slot,
        position=node.position,
        element=without_children(node.element),
    )


def _reordered(key: str, before: _PlacedElements, after: _PlacedElements) -> Iterator[Change]:
    """Yield the lists whose remaining elements changed their order."""
    for slot, new in after[key].slots.items():
        old = before[key].slots.get(slot, [])
        if old != new and _staying(old, after, key, slot) != _staying(new, before, key, slot):
            element = before[key].element
            yield Reordered(address=_address(key, before), title=title_of(element), attribute=slot, order=tuple(new))


def _staying(keys: list[str], others: _PlacedElements, owner: str, slot: str) -> list[str]:
    """Return the keys of a list that are in the same list of the other edition."""
    return [key for key in keys if key in others and (others[key].owner, others[key].slot) == (owner, slot)]


def _altered(key: str, old: Any, new: Any, editions: tuple[EditionIndex, EditionIndex]) -> Iterator[Change]:
    """Yield the attributes of an element whose value changed."""
    for attribute, before, after in _differing(old, new, ""):
        known = {
            "address": key or old.address,
            "title": title_of(new),
            "attribute": attribute,
            "old": before,
            "new": after,
            "titles": titles(new, attribute, (before, after), editions),
        }
        yield classify(known, (old, new), editions)


_Difference = tuple[str, Any, Any]


def _differing(old: Any, new: Any, prefix: str) -> Iterator[_Difference]:
    """Yield path, old and new value of the differences between two records, without their child elements."""
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
            yield prefix + name, before and without_children(before), after and without_children(after)


def _values(old: Any, new: Any, path: str) -> Iterator[_Difference]:
    """Yield the differences between two values, attribute by attribute within records of one class."""
    if old is new or old == new:
        return
    *around, name = path.split(".")
    if name == "extra" and not _is_ambiguous({**old, **new}):
        for key in dict.fromkeys((*old, *new)):
            yield from _values(old.get(key), new.get(key), ".".join((*around, key)))
    elif isinstance(old, Record) and type(old) is type(new):
        for each in MODEL[type(old)].compared:
            yield from _values(getattr(old, each.name), getattr(new, each.name), f"{path}.{each.name}")
    else:
        yield path, old, new


def _is_ambiguous(extra: Mapping[str, Any]) -> bool:
    """Return whether foreign attributes are compared as a whole: a key would look like a path, or None is a value."""
    return any("." in key or value is None for key, value in extra.items())
