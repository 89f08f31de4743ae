"""Kinds of changes between two editions."""

from typing import Any

from attrs import frozen

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import format_value, value_message
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.printable import visible


@frozen(kw_only=True, repr=False)
class Change(Describable):
    """One change between two editions, of one element."""

    address: str
    """Address of the element; where an address is doubled, the second is followed by ``#2``."""
    title: str
    """Title of the element."""

    @property
    def noun(self) -> str:
        """Noun of the element, such as ``measure``."""
        return self.address.partition("/")[0]

    def what(self) -> Message:
        """Return the change without the element."""
        raise NotImplementedError

    def text(self, language: str = "en") -> str:
        """Return the element and the change."""
        said = message(
            "{noun} '{title}': {what}", noun=label(self.noun), title=value_message(self.title), what=self.what()
        )
        return said.text(language)


@frozen(kw_only=True, repr=False)
class PlaceChange(Change):
    """Base class of changes that concern the place of an element."""

    owner: str
    """Address of the containing element in the new edition; in the old one for a dropped element."""
    owner_title: str
    """Title of that element."""
    attribute: str
    """The list that contains it, such as ``measures`` or ``overarching.measures``."""
    position: int
    """Its position in that list, from 0 on."""

    @property
    def in_concept(self) -> bool:
        """The concept itself contains it, no other element."""
        return self.owner.startswith(f"{Concept.noun}/")


@frozen(kw_only=True, repr=False)
class Added(PlaceChange):
    """A new element."""

    element: Any
    """The element without its child elements: each of them is a change of its own."""

    def what(self) -> Message:
        """Return that it is new, and where."""
        return message("new") if self.in_concept else message("new in {owner}", owner=value_message(self.owner_title))


@frozen(kw_only=True, repr=False)
class Dropped(PlaceChange):
    """An element that was removed."""

    element: Any
    """The element without its child elements: each of them is a change of its own."""

    def what(self) -> Message:
        """Return that it was removed, and from where."""
        if self.in_concept:
            return message("no longer there")
        return message("no longer in {owner}", owner=value_message(self.owner_title))


@frozen(kw_only=True, repr=False)
class Moved(PlaceChange):
    """An element that was moved, such as a measure to a different field of action."""

    old_owner: str
    """Address of the element that contained it."""
    old_owner_title: str
    """Title of that element."""
    old_attribute: str
    """The list that contained it."""

    def what(self) -> Message:
        """Return the old and the new place."""
        return message(
            "moved from {old} to {new}", old=value_message(self.old_owner_title), new=value_message(self.owner_title)
        )


@frozen(kw_only=True, repr=False)
class Reordered(Change):
    """A list whose remaining elements changed their order."""

    attribute: str
    """The list."""
    order: tuple[str, ...]
    """Addresses of everything in the list, in the new order."""

    def what(self) -> Message:
        """Return which list was reordered."""
        return message("{attribute}: another order", attribute=_path(self.attribute))


@frozen(kw_only=True, repr=False)
class Changed(Change):
    """An attribute whose value changed."""

    attribute: str
    """Path of the attribute, such as ``title`` or ``target.value``."""
    old: Any
    """Its value in the old edition."""
    new: Any
    """Its value in the new edition."""
    titles: tuple[tuple[str, str], ...] = ()
    """Titles of the elements the values refer to, by id."""

    def said(self, value: Any) -> Message:
        """Return a value as a message, with titles in place of ids."""
        return value_message(value, dict(self.titles))

    def what(self) -> Message:
        """Return the attribute, its old and its new value."""
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
    """List the items that are not among others."""
    known = set(others)
    return [item for item in items if item not in known]


def _path(attribute: str) -> Message:
    """Return the path of an attribute as a message."""
    return AttributePath(template=attribute)


@frozen(kw_only=True)
class AttributePath(Message):
    """An attribute's path, shown by the labels of its steps."""

    def text(self, language: str = "en") -> str:
        """Return the labels in `language`."""
        return " · ".join(format_value(label(step), language) for step in self.template.split("."))


def title_of(element: Any) -> str:
    """Return the title of an element, or else its text, or its id."""
    for name in ("title", "text", "short_title", "caption", "number"):
        title = getattr(element, name, None)
        if title:
            return format_value(title)
    return str(element.id)


@frozen(kw_only=True, repr=False)
class EditionName(Describable):
    """Title and date of an edition."""

    id: str
    title: str
    as_of: PartialDate | None = None

    @classmethod
    def of(cls, concept: Concept) -> "EditionName":
        """Return the name of a concept's edition."""
        return cls(id=concept.id, title=concept.title, as_of=concept.edition.as_of)

    def text(self, language: str = "en") -> str:
        """Return title and date."""
        title = visible(self.title)
        return f"{title} ({format_value(self.as_of, language)})" if self.as_of else title


_MONTH = 30.4375
"""Days of a mean month."""


@frozen(kw_only=True, repr=False)
class Renamed(Changed):
    """A new title of an element."""

    def what(self) -> Message:
        """Return the old and the new title."""
        return message("renamed from '{old}' to '{new}'", old=self.said(self.old), new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class Reworded(Changed):
    """A text whose wording changed."""

    def what(self) -> Message:
        """Return which text."""
        return message("{attribute}: another wording", attribute=label(self.attribute))


@frozen(kw_only=True, repr=False)
class DeadlineMoved(Changed):
    """A deadline that was set, moved or removed."""

    days: int | None
    """Number of days by which it moved, negative if earlier; None where unknown."""

    @property
    def later(self) -> bool | None:
        """It is later; None where unknown."""
        return None if self.days is None else self.days > 0

    def what(self) -> Message:
        """Return how far and in which direction it moved."""
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
    """A target that was raised, lowered, set, removed or reworded."""

    @property
    def raised(self) -> bool | None:
        """The target number is higher; None where old or new is no number."""
        numbers = [number for number in (self.old, self.new) if isinstance(number, int | float)]
        if self.attribute == "target.reached" or len(numbers) < 2:  # noqa: PLR2004 - the old one and the new one
            return None
        return bool(self.new > self.old)

    def what(self) -> Message:
        """Return how the target changed."""
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
    """A change of the lead."""

    def what(self) -> Message:
        """Return the old and the new lead."""
        return message("lead: {old} → {new}", old=self.said(self.old), new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class ReportsChanged(Changed):
    """Base class of changes in a list of reports or observations."""

    @property
    def added(self) -> tuple[Any, ...]:
        """Entries added in the new edition."""
        known = set(self.old)
        return tuple(one for one in self.new if one not in known)

    @property
    def withdrawn(self) -> tuple[Any, ...]:
        """Entries of the old edition missing in the new one."""
        known = set(self.new)
        return tuple(one for one in self.old if one not in known)


@frozen(kw_only=True, repr=False)
class StatusReported(ReportsChanged):
    """New status reports."""

    def what(self) -> Message:
        """Return the reports."""
        if self.withdrawn:
            return message(
                "status: {added}; withdrawn: {withdrawn}",
                added=self.said(self.added),
                withdrawn=self.said(self.withdrawn),
            )
        return message("status reported: {added}", added=self.said(self.added))


@frozen(kw_only=True, repr=False)
class Observed(ReportsChanged):
    """New observations."""

    def what(self) -> Message:
        """Return the observations."""
        if self.withdrawn:
            return message(
                "observed: {added}; withdrawn: {withdrawn}",
                added=self.said(self.added),
                withdrawn=self.said(self.withdrawn),
            )
        return message("observed: {added}", added=self.said(self.added))


@frozen(kw_only=True, repr=False)
class Merged(Changed):
    """A measure merged into another one."""

    def what(self) -> Message:
        """Return the other measure."""
        return message("merged into: {new}", new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class Split(Changed):
    """A measure split into several."""

    def what(self) -> Message:
        """Return the new measures."""
        return message("split into: {new}", new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class Replaced(Changed):
    """A measure replaced by another one."""

    def what(self) -> Message:
        """Return the other measure."""
        return message("replaced by: {new}", new=self.said(self.new))


@frozen(kw_only=True, repr=False)
class SourceAdded(Changed):
    """A change of the sources of a statement: citations, footnotes, notes, discrepancies."""


@frozen(kw_only=True, repr=False)
class SourceLost(SourceAdded):
    """A statement that lost its source."""

    def what(self) -> Message:
        """Return the lost source."""
        return message("its source is no longer given: {old}", old=self.said(self.old))
