"""Revisions of entries: stamps of editions, and changes between them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from integrationskonzept import Concept
from integrationskonzept_ical.entries import Item
from integrationskonzept_ical.published_calendar import Calendar, PublishedEntry, Stamp

_EPOCH = date(2000, 1, 1)
_ROOM = 100
"""Maximum number of editions of one day."""


@frozen(kw_only=True)
class CalendarEntry:
    """An entry of a calendar with the stamp of its last change."""

    uid: str
    entry: PublishedEntry
    item: Item | None
    """The item it was made of; None for an entry that was dropped."""

    @property
    def stamp(self) -> Stamp:
        """When it was last changed."""
        return self.entry.stamp


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


def stamp_of(concept: Concept, highest: int, today: date | None) -> Stamp:
    """Return the stamp of an edition: ranked above everything before, and not later than the day of the export."""
    day = day_of(concept)
    return Stamp(day=min(day, today) if today else day, rank=max(rank_of(concept), highest + 1))


@frozen(kw_only=True)
class Edition:
    """The entries of one edition: each item with what the calendar says of it."""

    concept: Concept
    said: tuple[tuple[Item, str, tuple[str, ...]], ...]
    """Item, component and lines."""


def entries(
    now: Edition, previous: Iterable[Edition | Calendar], today: date | None, *, cancels: bool = True
) -> list[CalendarEntry]:
    """Return the entries of an edition, and as cancelled those that the one before still had.

    An unchanged entry keeps its stamp; a new or changed one gets the stamp of its edition. What changed since a
    published calendar is stamped with the day of the export. So no sequence ever decreases for a subscriber.
    """
    known: dict[str, PublishedEntry] = {}
    gone: dict[str, PublishedEntry] = {}
    highest, exported = -1, None
    for one in previous:
        if isinstance(one, Calendar):
            known, gone, exported = dict(one.entries), {}, today
            highest = max((entry.stamp.rank for entry in known.values()), default=highest)
        else:
            new = stamp_of(one.concept, highest, today)
            known, gone = _next(one, known, new)
            highest, exported = new.rank, None
    new = stamp_of(now.concept, highest, today)
    known, gone = _next(now, known, Stamp(day=exported or new.day, rank=new.rank))
    items = {item.uid: item for item, _, _ in now.said}
    told = [CalendarEntry(uid=uid, entry=entry, item=items[uid]) for uid, entry in known.items()]
    lost = [CalendarEntry(uid=uid, entry=entry, item=None) for uid, entry in gone.items()] if cancels else []
    return [*told, *lost]


def _next(
    edition: Edition, known: Mapping[str, PublishedEntry], new: Stamp
) -> tuple[dict[str, PublishedEntry], dict[str, PublishedEntry]]:
    """Return the entries of an edition by UID, and those cancelled in it."""
    standing = dict(_stamped(edition, known, new))
    gone = {
        uid: PublishedEntry(component=was.component, lines=was.cancelled_lines(), stamp=new)
        for uid, was in known.items()
        if uid not in standing and not was.is_cancelled
    }
    return standing, gone


def _stamped(edition: Edition, known: Mapping[str, PublishedEntry], new: Stamp) -> Iterator[tuple[str, PublishedEntry]]:
    for item, component, lines in edition.said:
        was = known.get(item.uid)
        same = was is not None and was.component == component and was.lines == lines
        stamp = was.stamp if was is not None and same else new
        yield item.uid, PublishedEntry(component=component, lines=lines, stamp=stamp)
