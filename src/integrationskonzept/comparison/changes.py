"""Every kind of change between two editions."""

from typing import Any

from attrs import frozen

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.format_value import format_value, value_message
from integrationskonzept.printable import visible


@frozen(kw_only=True, repr=False)
class Change(Describable):
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
        said = message(
            "{noun} '{title}': {what}", noun=label(self.noun), title=value_message(self.title), what=self.what()
        )
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
        return message("new") if self.in_concept else message("new in {owner}", owner=value_message(self.owner_title))


@frozen(kw_only=True, repr=False)
class Dropped(Placed):
    """An element is no longer there."""

    element: Any
    """The element, without the elements in it: each of them is a change of its own."""

    def what(self) -> Message:
        """Say that it is gone, and from where."""
        if self.in_concept:
            return message("no longer there")
        return message("no longer in {owner}", owner=value_message(self.owner_title))


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
        return message(
            "moved from {old} to {new}", old=value_message(self.old_owner_title), new=value_message(self.owner_title)
        )


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
        return value_message(value, dict(self.titles))

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
        return " · ".join(format_value(label(step), language) for step in self.template.split("."))


def title_of(element: Any) -> str:
    """Return what people call an element: its title, or else its text, or its id."""
    for name in ("title", "text", "short_title", "caption", "number"):
        title = getattr(element, name, None)
        if title:
            return format_value(title)
    return str(element.id)


@frozen(kw_only=True, repr=False)
class EditionName(Describable):
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
        return f"{title} ({format_value(self.as_of, language)})" if self.as_of else title


_MONTH = 30.4375
"""Days of a mean month."""


@frozen(kw_only=True, repr=False)
class Renamed(Changed):
    """An element has another title."""

    def what(self) -> Message:
        """Say the old and the new title."""
        return message("renamed from '{old}' to '{new}'", old=self.said(self.old), new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class Reworded(Changed):
    """A text reads otherwise."""

    def what(self) -> Message:
        """Say which text."""
        return message("{attribute}: another wording", attribute=label(self.attribute))


@frozen(kw_only=True, repr=False)
class DeadlineMoved(Changed):
    """A term was set, moved or withdrawn."""

    days: int | None
    """How many days later it is, earlier if negative; None where that cannot be said."""

    @property
    def later(self) -> bool | None:
        """It is later; None where that cannot be said."""
        return None if self.days is None else self.days > 0

    def what(self) -> Message:
        """Say by how much it moved, and which way."""
        terms = {"old": self.said(self.old), "new": self.said(self.new)}
        if not self.days:
            return message("deadline: {old} → {new}", **terms)
        count = _length(abs(self.days))
        if self.days > 0:
            return message("deadline moved back by {count}: {old} → {new}", count=count, **terms)
        return message("deadline brought forward by {count}: {old} → {new}", count=count, **terms)


def _length(days: int) -> Message:
    months = round(days / _MONTH)
    if months < 1:
        return message("{count} days", count=days)
    return message("one month") if months == 1 else message("{count} months", count=months)


@frozen(kw_only=True, repr=False)
class TargetChanged(Changed):
    """What is to be reached was raised, lowered, set, withdrawn or put otherwise."""

    @property
    def raised(self) -> bool | None:
        """The number aimed at is higher; None where old or new is no number."""
        numbers = [number for number in (self.old, self.new) if isinstance(number, int | float)]
        if self.attribute == "target.reached" or len(numbers) < 2:  # noqa: PLR2004 - the old one and the new one
            return None
        return bool(self.new > self.old)

    def what(self) -> Message:
        """Say which way it changed."""
        part = self.attribute.partition(".")[2]
        if not part:
            return super().what()
        values = {"attribute": label(part), "old": self.said(self.old), "new": self.said(self.new)}
        if self.raised is None:
            return message("target, {attribute}: {old} → {new}", **values)
        if self.raised:
            return message("target raised, {attribute}: {old} → {new}", **values)
        return message("target lowered, {attribute}: {old} → {new}", **values)


@frozen(kw_only=True, repr=False)
class LeadChanged(Changed):
    """Somebody else has the lead."""

    def what(self) -> Message:
        """Say who had it and who has it."""
        return message("lead: {old} → {new}", old=self.said(self.old), new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class Reported(Changed):
    """The list of what was reported on an element grew, or was altered."""

    @property
    def added(self) -> tuple[Any, ...]:
        """What was reported since."""
        known = set(self.old)
        return tuple(one for one in self.new if one not in known)

    @property
    def withdrawn(self) -> tuple[Any, ...]:
        """What stood there before and does no longer."""
        known = set(self.new)
        return tuple(one for one in self.old if one not in known)


@frozen(kw_only=True, repr=False)
class StatusReported(Reported):
    """The status was reported."""

    def what(self) -> Message:
        """Say what was reported."""
        if self.withdrawn:
            return message(
                "status: {added}; withdrawn: {withdrawn}",
                added=self.said(self.added),
                withdrawn=self.said(self.withdrawn),
            )
        return message("status reported: {added}", added=self.said(self.added))


@frozen(kw_only=True, repr=False)
class Observed(Reported):
    """Observations were recorded."""

    def what(self) -> Message:
        """Say what was observed."""
        if self.withdrawn:
            return message(
                "observed: {added}; withdrawn: {withdrawn}",
                added=self.said(self.added),
                withdrawn=self.said(self.withdrawn),
            )
        return message("observed: {added}", added=self.said(self.added))


@frozen(kw_only=True, repr=False)
class Merged(Changed):
    """A measure was taken up by another."""

    def what(self) -> Message:
        """Say by which."""
        return message("merged into: {new}", new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class Split(Changed):
    """A measure became several."""

    def what(self) -> Message:
        """Say which."""
        return message("split into: {new}", new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class Replaced(Changed):
    """A measure was replaced by another."""

    def what(self) -> Message:
        """Say by which."""
        return message("replaced by: {new}", new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class SourceAdded(Changed):
    """What a statement rests on was put otherwise: citations, footnotes, notes, discrepancies."""


@frozen(kw_only=True, repr=False)
class SourceLost(SourceAdded):
    """A statement had a source and has none any more."""

    def what(self) -> Message:
        """Say that it is lost."""
        return message("its source is no longer given: {old}", old=self.said(self.old))
