"""Profile ``integreat``: a calendar as the Integreat CMS imports it.

The CMS reads events only, one of each property, and refuses what it does not understand: counted,
daily and most monthly series, and single events that are over. A series of several days or past
midnight loses its end there. All of these become single events.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from itertools import islice

from attrs import evolve, frozen

from integrationskonzept import Loss, Message
from integrationskonzept.evaluation import LEAP_DAY, Rhythm
from integrationskonzept.model import Frequency, plus_days, value_message
from integrationskonzept.plugins.kit import clean_text, one_line
from integrationskonzept_ical.content_lines import DAYS, VTIMEZONE, at_midnight, component, text
from integrationskonzept_ical.entries import Event, Item
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.profiles.standard import PRODUCT, date_lines
from integrationskonzept_ical.sequence import CalendarEntry
from integrationskonzept_ical.uids import with_suffix

CATEGORY = "integreat"
"""The default filter of the import."""

LONGEST_TITLE = 1024
MOST_SINGLE = 500
"""Maximum number of single events made of a series."""


@frozen(kw_only=True)
class FeedEvent:
    """An event that Integreat imports, with the day of its last change."""

    event: Event
    changed: date


@frozen(kw_only=True)
class Feed:
    """Events that Integreat imports, and losses."""

    events: tuple[FeedEvent, ...]
    losses: tuple[Loss, ...]


def feed(entries: Iterable[CalendarEntry], today: date) -> Feed:
    """Return the events that Integreat imports. It deletes by itself what the calendar no longer contains."""
    kept: list[FeedEvent] = []
    losses: list[Loss] = []
    for entry in entries:
        if entry.item:
            events, lost = _acceptable(entry.item, today)
            kept += [FeedEvent(event=event, changed=entry.stamp.day) for event in events]
            losses += [Loss(address=entry.item.address, message=message) for message in lost]
    return Feed(events=tuple(kept), losses=tuple(losses))


def _acceptable(event: Item, today: date) -> tuple[list[Event], list[Message]]:
    if not isinstance(event, Event):
        return [], [message("Integreat knows no to-dos")]
    events, lost = _told(event, today)
    if not events and not lost:
        lost = [message("over by {today}, and Integreat refuses what is over", today=value_message(today))]
    elif events and len(one_line(event.title)) > LONGEST_TITLE:
        lost.append(message("its title is cut to 1024 characters"))
    return events, lost


def _told(event: Event, today: date) -> tuple[list[Event], list[Message]]:
    """Yield an event as Integreat supports it: unchanged, as a supported series, or as single events."""
    lasts = event.last - event.first
    if event.rhythm is None:
        return ([event] if event.last >= today else []), []
    known = _known(event.rhythm) if not lasts else None
    if known is not None and known.until is None:
        return [evolve(event, rhythm=known)], []
    if event.rhythm.until is None:
        return [], [message("it comes round without an end, in a way Integreat does not know")]
    if known is not None:
        last = known.last() or event.first
        rhythm = evolve(known, until=last) if last > event.first else None
        return ([evolve(event, rhythm=rhythm)] if last >= today else []), []
    return _single(event, event.rhythm, lasts.days, today)


def _known(rhythm: Rhythm) -> Rhythm | None:
    """Return a rhythm that Integreat supports: yearly, or weekly with its days; None if there is no equivalent.

    The import ignores exceptions, and would show days on which nothing takes place.
    """
    if rhythm.exceptions or rhythm.positions:
        return None
    if rhythm.frequency is Frequency.DAILY and rhythm.interval == 1:
        return evolve(rhythm, frequency=Frequency.WEEKLY, weekdays=tuple(range(len(DAYS))))
    leap_day = (rhythm.first.month, rhythm.first.day) == LEAP_DAY
    known = rhythm.frequency is Frequency.WEEKLY or (rhythm.frequency is Frequency.YEARLY and not leap_day)
    return rhythm if known else None


def _single(event: Event, rhythm: Rhythm, lasts: int, today: date) -> tuple[list[Event], list[Message]]:
    """Yield the single events of a rhythm; the UID has the number of each, which does not change with dates."""
    ahead = rhythm.numbered(plus_days(today, -lasts))
    events = [
        evolve(event, uid=with_suffix(event.uid, number), first=day, last=plus_days(day, lasts), rhythm=None)
        for number, day in islice(ahead, MOST_SINGLE)
    ]
    if next(ahead, None) is None:
        return events, []
    return events, [message("only its first {number} days are in the calendar", number=MOST_SINGLE)]


def calendar(category: str, events: Iterable[FeedEvent]) -> Iterator[str]:
    """Yield the lines of a calendar of these events."""
    return component("VCALENDAR", _calendar(category, events))


def _calendar(category: str, events: Iterable[FeedEvent]) -> Iterator[str]:
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield from VTIMEZONE
    for one in events:
        yield from component("VEVENT", _event(category, one.changed, one.event))


def _event(category: str, changed: date, event: Event) -> Iterator[str]:
    title = one_line(event.title)
    untold = evolve(event, end_time=event.end_time or event.start_time)  # without an end the CMS makes it last a day
    yield text("UID", event.uid)
    yield at_midnight("DTSTAMP", changed)
    yield text("SUMMARY", title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…")
    yield from date_lines(untold)
    paragraphs = "".join(f"<p>{_html(paragraph)}</p>" for paragraph in (*event.paragraphs, event.location) if paragraph)
    if paragraphs:
        yield text("DESCRIPTION", f"<div>{paragraphs}</div>")
    yield text("CATEGORIES", category)


def _html(paragraph: str) -> str:
    """Return a paragraph as HTML; an address in straight quotes, which the CMS would correct, is left alone."""
    escaped = escape(clean_text(paragraph), quote=False)
    return _QUOTED_ADDRESS.sub(r"<span>\g<0></span>", escaped).replace("\n", "<br>")


_QUOTED_ADDRESS = re.compile(r"[\"'](?=https?://)")
"""Text that the import parses as an attribute, and fails on if it contains no valid address."""
