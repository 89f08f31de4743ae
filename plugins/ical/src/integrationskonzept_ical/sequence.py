"""Revisions of entries: stamps of editions, and changes between them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import frozen

from integrationskonzept import Concept
from integrationskonzept_ical.entries import Item

_EPOCH = date(2000, 1, 1)
_ROOM = 100
"""Maximum number of editions of one day."""


@frozen(kw_only=True)
class Stamp:
    """Stamp of an edition: its day is DTSTAMP and LAST-MODIFIED of entries, its rank their SEQUENCE."""

    day: date
    rank: int


@frozen(kw_only=True)
class CalendarEntry:
    """An item with the stamp of its last change."""

    item: Item
    stamp: Stamp
    cancelled: bool = False


def day_of(concept: Concept) -> date:
    """Return the day of an edition: the last one that its date can mean.

    Without a date it is the day of its adoption, or else the first day of its period, or 1 January 2000.
    """
    edition, start = concept.edition, concept.period.start
    stated = (edition.as_of and edition.as_of.latest, edition.adopted_on and edition.adopted_on.latest)
    return next((day for day in (*stated, start and start.earliest) if day), _EPOCH)


def rank_of(concept: Concept) -> int:
    """Return the rank of an edition: by its day, then by its number."""
    number = min(max(concept.edition.number or 0, 0), _ROOM - 1)
    return max((day_of(concept) - _EPOCH).days, 0) * _ROOM + number


def stamps(editions: Sequence[Concept]) -> list[Stamp]:
    """Return the stamps of editions, oldest first; each ranks above the previous one, whatever the concept states."""
    stamped: list[Stamp] = []
    for edition in editions:
        lowest = stamped[-1].rank + 1 if stamped else 0
        stamped.append(Stamp(day=day_of(edition), rank=max(rank_of(edition), lowest)))
    return stamped


def entries(editions: Iterable[tuple[Stamp, Iterable[Item]]]) -> list[CalendarEntry]:
    """Return the entries of the last edition, and as cancelled those that the previous edition still had.

    An unchanged item keeps its stamp; a new or changed one gets the stamp of its edition. So no sequence exceeds
    the rank of its edition, and sequences never decrease for subscribers of the previous edition.
    """
    now: Mapping[str, CalendarEntry] = {}
    gone: list[CalendarEntry] = []
    for stamp, items in editions:
        before, now = now, {item.uid: CalendarEntry(item=item, stamp=stamp) for item in items}
        gone = [
            CalendarEntry(item=was.item, stamp=stamp, cancelled=True) for uid, was in before.items() if uid not in now
        ]
        now = {uid: _unchanged(before.get(uid), entry) or entry for uid, entry in now.items()}
    return [*now.values(), *gone]


def _unchanged(before: CalendarEntry | None, now: CalendarEntry) -> CalendarEntry | None:
    return CalendarEntry(item=now.item, stamp=before.stamp) if before and before.item == now.item else None
