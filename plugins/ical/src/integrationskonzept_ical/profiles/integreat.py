"""The profile ``integreat``: what the Integreat CMS takes over when it imports a calendar.

It reads events only, one of each property, and refuses what it does not understand: counted,
daily and most monthly series, and single events that are over. A series of several days or past
midnight loses its end there. All of these become single events.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from html import escape
from itertools import islice

from attrs import evolve, frozen

from integrationskonzept import Loss, Message
from integrationskonzept.model import Frequency
from integrationskonzept_ical.entries import Event
from integrationskonzept_ical.i18n import on, say
from integrationskonzept_ical.profiles.standard import PRODUCT, when
from integrationskonzept_ical.sequence import CalendarEntry
from integrationskonzept_ical.series import DAYS, LEAP_DAY, Series, earlier, later
from integrationskonzept_ical.text import one_line, said
from integrationskonzept_ical.writing import VTIMEZONE, at_midnight, component, text

CATEGORY = "integreat"
"""What the import filters by where nobody has set it otherwise."""

LONGEST_TITLE = 1024
MOST_SINGLE = 500
"""How many single events a series becomes at most."""


@frozen(kw_only=True)
class Feed:
    """What can be said to Integreat, and what cannot."""

    entries: tuple[CalendarEntry, ...]
    losses: tuple[Loss, ...]


def feed(entries: Iterable[CalendarEntry], today: date) -> Feed:
    """Keep what Integreat takes over, in the way it does. What was dropped it deletes when it is not told of it."""
    kept: list[CalendarEntry] = []
    losses: list[Loss] = []
    for entry in entries:
        if not entry.cancelled:
            events, lost = _acceptable(entry, today)
            kept += [evolve(entry, item=event) for event in events]
            losses += [Loss(address=entry.item.address, message=message) for message in lost]
    return Feed(entries=tuple(kept), losses=tuple(losses))


def _acceptable(entry: CalendarEntry, today: date) -> tuple[list[Event], list[Message]]:
    event = entry.item
    if not isinstance(event, Event):
        return [], [say("Integreat knows no to-dos", "Integreat kennt keine Aufgaben")]
    events, lost = _told(event, today)
    if not events and not lost:
        lost = [say("over by {today}, and Integreat refuses what is over", _OVER, today=on(today))]
    elif events and len(one_line(event.title)) > LONGEST_TITLE:
        lost.append(say("its title is cut to 1024 characters", "der Titel ist auf 1024 Zeichen gekürzt"))
    return events, lost


_OVER = "am {today} vorbei, und Integreat nimmt nichts Vergangenes an"


def _told(event: Event, today: date) -> tuple[list[Event], list[Message]]:
    """Tell an event as Integreat understands it: as it is, as a series it knows, or as single events."""
    lasts = event.last - event.first
    if event.series is None:
        return ([event] if event.last >= today else []), []
    known = _known(event.series, event.first) if not lasts else None
    if known is not None and known.until is None:
        return [evolve(event, series=known)], []
    if event.series.until is None:
        return [], [say("it comes round without an end, in a way Integreat does not know", _ENDLESS)]
    if known is not None:
        last = known.last(event.first)
        series = evolve(known, until=last) if last > event.first else None
        return ([evolve(event, series=series)] if last >= today else []), []
    return _single(event, event.series, lasts, today)


_ENDLESS = "es wiederholt sich ohne Ende, auf eine Weise, die Integreat nicht kennt"


def _known(series: Series, first: date) -> Series | None:
    """Return a series as Integreat knows it: yearly, or weekly with its days; None where it knows none like it."""
    if series.frequency is Frequency.DAILY and series.interval == 1:
        return evolve(series, frequency=Frequency.WEEKLY, days=tuple(range(len(DAYS))))
    leap_day = (first.month, first.day) == LEAP_DAY
    known = series.frequency is Frequency.WEEKLY or (series.frequency is Frequency.YEARLY and not leap_day)
    return series if known else None


def _single(event: Event, series: Series, lasts: timedelta, today: date) -> tuple[list[Event], list[Message]]:
    """Make single events of a series; each is named by its number, which no change of a date moves."""
    ahead = series.numbered(event.first, earlier(today, lasts))
    events = [_numbered(event, number, day, later(day, lasts)) for number, day in islice(ahead, MOST_SINGLE)]
    if next(ahead, None) is None:
        return events, []
    return events, [say("only its first {number} days are in the calendar", _MANY, number=MOST_SINGLE)]


_MANY = "nur die ersten {number} Tage stehen im Kalender"


def _numbered(event: Event, number: int, first: date, last: date) -> Event:
    local, _, home = event.uid.partition("@")
    return evolve(event, uid=f"{local}--{number}@{home}", first=first, last=last, series=None)


def calendar(category: str, entries: Iterable[CalendarEntry]) -> Iterator[str]:
    """Write a calendar of these entries, all of them events."""
    return component("VCALENDAR", _calendar(category, list(entries)))


def _calendar(category: str, entries: list[CalendarEntry]) -> Iterator[str]:
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield from VTIMEZONE
    for entry in entries:
        if isinstance(entry.item, Event):
            yield from component("VEVENT", _event(category, entry, entry.item))


def _event(category: str, entry: CalendarEntry, event: Event) -> Iterator[str]:
    title = one_line(event.title)
    untold = evolve(event, end_time=event.end_time or event.start_time)  # without an end it would last a day
    yield text("UID", event.uid)
    yield at_midnight("DTSTAMP", entry.stamp.day)
    yield text("SUMMARY", title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…")
    yield from when(untold)
    paragraphs = "".join(f"<p>{_html(paragraph)}</p>" for paragraph in (*event.paragraphs, event.location) if paragraph)
    if paragraphs:
        yield text("DESCRIPTION", f"<div>{paragraphs}</div>")
    yield text("CATEGORIES", category)


def _html(paragraph: str) -> str:
    """Write a paragraph as HTML; an address in straight quotes, which the CMS would correct, is left alone."""
    escaped = escape(said(paragraph), quote=False)
    return _QUOTED_ADDRESS.sub(r"<span>\g<0></span>", escaped).replace("\n", "<br>")


_QUOTED_ADDRESS = re.compile(r"[\"'](?=https?://)")
"""What the import takes for an attribute, and fails on where the address is none."""
