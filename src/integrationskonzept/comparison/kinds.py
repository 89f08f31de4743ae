"""The kinds of change: one row for each, in the order of a report."""

from collections.abc import Mapping

from attrs import frozen

from integrationskonzept.comparison.changes import (
    Added,
    Change,
    Changed,
    DeadlineMoved,
    Dropped,
    LeadChanged,
    Merged,
    Moved,
    Observed,
    Renamed,
    Reordered,
    Replaced,
    Reworded,
    SourceAdded,
    SourceLost,
    Split,
    StatusReported,
    TargetChanged,
)
from integrationskonzept.i18n.messages import Message, message


@frozen
class ChangeKind:
    """A kind of change."""

    change: type[Change]
    """The class of its changes."""
    name: str
    """Its name in data."""
    heading: Message | None = None
    """Its heading in a report; kinds with the same heading stand together, and None stands in no report."""
    attributes: tuple[str, ...] = ()
    """The attributes whose every change is of this kind; other changes are told apart in `classification`."""
    ends_measure: bool = False
    """Whether it says that a measure is no longer pursued."""


_TARGET = ("target", *(f"target.{part}" for part in ("value", "minimum", "maximum", "reached", "text")))

KINDS: tuple[ChangeKind, ...] = (
    ChangeKind(Added, "added", message("New")),
    ChangeKind(Dropped, "dropped", message("Dropped"), ends_measure=True),
    ChangeKind(Merged, "merged", message("Merged, split or replaced"), ("merged_into",), ends_measure=True),
    ChangeKind(Split, "split", message("Merged, split or replaced"), ("split_into",), ends_measure=True),
    ChangeKind(Replaced, "replaced", message("Merged, split or replaced"), ("replaced_by",), ends_measure=True),
    ChangeKind(Moved, "moved", message("Moved")),
    ChangeKind(Renamed, "renamed", message("Renamed"), ("title",)),
    ChangeKind(DeadlineMoved, "deadline_moved", message("Deadlines")),
    ChangeKind(TargetChanged, "target_changed", message("Targets"), (*_TARGET, "interim_targets")),
    ChangeKind(LeadChanged, "lead_changed", message("Responsibility"), ("leads",)),
    ChangeKind(StatusReported, "status_reported", message("Status reported"), ("status_reports",)),
    ChangeKind(Observed, "observed", message("Observations"), ("observations",)),
    ChangeKind(Changed, "changed", message("Further changes")),
    ChangeKind(Reworded, "reworded", message("Wording only")),
    ChangeKind(SourceLost, "source_lost", message("Sources no longer given")),
    ChangeKind(SourceAdded, "sourced"),
    ChangeKind(Reordered, "reordered", message("Order")),
)

BY_NAME: Mapping[str, ChangeKind] = {kind.name: kind for kind in KINDS}
"""Kinds of change by their name in data."""

_BY_CLASS: Mapping[type[Change], ChangeKind] = {kind.change: kind for kind in KINDS}


def kind_of(change: Change) -> ChangeKind:
    """Return the kind of a change."""
    return _BY_CLASS[type(change)]


def headings() -> list[tuple[Message, list[type[Change]]]]:
    """Return the headings of a report, each with the classes of the changes below it."""
    found: dict[str, tuple[Message, list[type[Change]]]] = {}
    for kind in KINDS:
        if kind.heading:
            found.setdefault(kind.heading.template, (kind.heading, []))[1].append(kind.change)
    return list(found.values())
