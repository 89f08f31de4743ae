"""Changes of attributes that mean something to a town of their own."""

from typing import Any

from attrs import frozen

from integrationskonzept.analysis.change import Changed
from integrationskonzept.language import Message, message, named

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
        return message("{attribute}: another wording", attribute=named(self.attribute))


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
        values = {"attribute": named(part), "old": self.said(self.old), "new": self.said(self.new)}
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
class Sourced(Changed):
    """What a statement rests on was put otherwise: citations, footnotes, notes, discrepancies."""


@frozen(kw_only=True, repr=False)
class SourceLost(Sourced):
    """A statement had a source and has none any more."""

    def what(self) -> Message:
        """Say that it is lost."""
        return message("its source is no longer given: {old}", old=self.said(self.old))
