"""What can change between two editions of a concept: one change for each element and attribute."""

from typing import Any

from attrs import frozen

from integrationskonzept.analysis.words import Said, show, shown
from integrationskonzept.language import Message, message, named
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.printable import visible


@frozen(kw_only=True, repr=False)
class Change(Said):
    """One change between two editions, of one element."""

    address: str
    """Address of the element; where an address is doubled, the second is followed by ``#2``."""
    title: str
    """What people call the element."""

    @property
    def noun(self) -> str:
        """What the element is, such as ``measure``."""
        return self.address.partition("/")[0]

    def what(self) -> Message:
        """Say what changed, without the element."""
        raise NotImplementedError

    def text(self, language: str = "en") -> str:
        """Say the element and what changed."""
        said = message("{noun} '{title}': {what}", noun=named(self.noun), title=shown(self.title), what=self.what())
        return said.text(language)


@frozen(kw_only=True, repr=False)
class Placed(Change):
    """A change of an element's place."""

    owner: str
    """Address of the element around it, in the new edition; in the old one for what was dropped."""
    owner_title: str
    """What people call that."""
    attribute: str
    """The list it stands in, such as ``measures`` or ``overarching.measures``."""
    position: int
    """Its position in that list, from 0 on."""

    @property
    def in_concept(self) -> bool:
        """It stands in no other element than the concept itself."""
        return self.owner.startswith(f"{Concept.noun}/")


@frozen(kw_only=True, repr=False)
class Added(Placed):
    """An element is new."""

    element: Any
    """The element, without the elements in it: each of them is a change of its own."""

    def what(self) -> Message:
        """Say that it is new, and where."""
        return message("new") if self.in_concept else message("new in {owner}", owner=shown(self.owner_title))


@frozen(kw_only=True, repr=False)
class Dropped(Placed):
    """An element is no longer there."""

    element: Any
    """The element, without the elements in it: each of them is a change of its own."""

    def what(self) -> Message:
        """Say that it is gone, and from where."""
        if self.in_concept:
            return message("no longer there")
        return message("no longer in {owner}", owner=shown(self.owner_title))


@frozen(kw_only=True, repr=False)
class Moved(Placed):
    """An element stands elsewhere, such as a measure in another field of action."""

    old_owner: str
    """Address of the element that was around it."""
    old_owner_title: str
    """What people call that."""
    old_attribute: str
    """The list it stood in."""

    def what(self) -> Message:
        """Say from where to where."""
        return message("moved from {old} to {new}", old=shown(self.old_owner_title), new=shown(self.owner_title))


@frozen(kw_only=True, repr=False)
class Reordered(Change):
    """The elements of a list that were there before stand in another order."""

    attribute: str
    """The list."""
    order: tuple[str, ...]
    """Addresses of everything in the list, in the new order."""

    def what(self) -> Message:
        """Say what was put in another order."""
        return message("{attribute}: another order", attribute=_path(self.attribute))


@frozen(kw_only=True, repr=False)
class Changed(Change):
    """An attribute of an element has another value."""

    attribute: str
    """Path of the attribute, such as ``title`` or ``target.value``."""
    old: Any
    """Its value in the old edition."""
    new: Any
    """Its value in the new edition."""
    titles: tuple[tuple[str, str], ...] = ()
    """Titles of what the values refer to, by id."""

    def said(self, value: Any) -> Message:
        """Show a value with titles in the place of ids."""
        return shown(value, dict(self.titles))

    def what(self) -> Message:
        """Say the attribute, its old and its new value."""
        if isinstance(self.old, tuple) and isinstance(self.new, tuple):
            gone, come = _without(self.old, self.new), _without(self.new, self.old)
            if gone or come:
                return message(
                    "{attribute}: {come} added, {gone} dropped",
                    attribute=_path(self.attribute),
                    come=len(come),
                    gone=len(gone),
                )
            return message("{attribute}: another order", attribute=_path(self.attribute))
        return message(
            "{attribute}: {old} → {new}",
            attribute=_path(self.attribute),
            old=self.said(self.old),
            new=self.said(self.new),
        )


def _without(items: tuple[Any, ...], others: tuple[Any, ...]) -> list[Any]:
    """List the items that are not among others, in bounded time where they have a hash."""
    known = set(others)
    return [item for item in items if item not in known]


def _path(attribute: str) -> Message:
    """Name an attribute by its path."""
    return AttributePath(template=attribute)


@frozen(kw_only=True)
class AttributePath(Message):
    """The names people know the steps of an attribute's path by."""

    def text(self, language: str = "en") -> str:
        """Name the steps in `language`."""
        return " · ".join(show(named(step), language) for step in self.template.split("."))


def title_of(element: Any) -> str:
    """Return what people call an element: its title, or else its text, or its id."""
    for name in ("title", "text", "short_title", "caption", "number"):
        title = getattr(element, name, None)
        if title:
            return show(title)
    return str(element.id)


@frozen(kw_only=True, repr=False)
class EditionName(Said):
    """How an edition is called."""

    id: str
    title: str
    as_of: PartialDate | None = None

    @classmethod
    def of(cls, concept: Concept) -> "EditionName":
        """Name the edition of a concept."""
        return cls(id=concept.id, title=concept.title, as_of=concept.edition.as_of)

    def text(self, language: str = "en") -> str:
        """Say title and date."""
        title = visible(self.title)
        return f"{title} ({show(self.as_of, language)})" if self.as_of else title
