"""Profile ``standard``: RFC 5545 and RFC 7986, for any calendar program."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from attrs import evolve

from integrationskonzept.plugins.kit import one_line
from integrationskonzept_ical.content_lines import (
    VTIMEZONE,
    at_midnight,
    at_time,
    component,
    exceptions,
    on_day,
    rule,
    text,
)
from integrationskonzept_ical.entries import Event, Item, Todo
from integrationskonzept_ical.events import excepted_days
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.options import Kind
from integrationskonzept_ical.selection import Selection
from integrationskonzept_ical.sequence import CalendarEntry, day_of

PRODUCT = "-//integrationskonzept//integrationskonzept-ical//DE"
REFRESH = "P1D"
"""Interval at which subscribers should look for changes."""
_NINE = timedelta(hours=9)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)

COLOURS = {
    Kind.ACTION_DAYS: "gold",
    Kind.ACTIVITIES: "mediumseagreen",
    Kind.MEETINGS: "steelblue",
    Kind.EVALUATIONS: "crimson",
    Kind.MEASURES: "darkorange",
    Kind.GOALS: "darkorange",
    Kind.STEPS: "sandybrown",
    Kind.TARGETS: "orchid",
}
"""Colour of each kind of entry, by CSS name."""


def calendar(selection: Selection, name: str, entries: Iterable[CalendarEntry]) -> Iterator[str]:
    """Yield the lines of a calendar of these entries."""
    return component("VCALENDAR", _calendar(selection, name, list(entries)))


def _calendar(selection: Selection, name: str, entries: list[CalendarEntry]) -> Iterator[str]:
    about = message("Dates of: {title}", title=selection.concept.title).text(selection.language)
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield from (text(property, one_line(name)) for property in ("NAME", "X-WR-CALNAME"))
    yield from (text(property, about) for property in ("DESCRIPTION", "X-WR-CALDESC"))
    changed = max((entry.stamp.day for entry in entries), default=day_of(selection.concept))
    yield at_midnight("LAST-MODIFIED", changed)
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"
    yield f"X-PUBLISHED-TTL:{REFRESH}"
    if selection.options.colour:
        yield f"COLOR:{selection.options.colour}"
    if not entries or any("TZID" in line for entry in entries for line in entry.entry.lines if line[:2] == "DT"):
        yield from VTIMEZONE  # RFC 5545 requires at least one component
    for entry in entries:
        yield from component(entry.entry.component, _entry(selection, entry))


def _entry(selection: Selection, entry: CalendarEntry) -> Iterator[str]:
    uid, *others = entry.entry.lines
    yield uid
    yield at_midnight("DTSTAMP", entry.stamp.day)
    yield at_midnight("LAST-MODIFIED", entry.stamp.day)
    yield f"SEQUENCE:{entry.stamp.rank}"
    yield from others
    if entry.item and selection.options.alarm_days is not None and _is_ahead(entry.item, selection):
        yield from component("VALARM", _alarm(entry.item, selection.options.alarm_days))


def said(item: Item, uids: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return component and lines of an entry, without stamps and reminder; `uids` are those of all entries."""
    return "VEVENT" if isinstance(item, Event) else "VTODO", tuple(_said(item, uids))


def _said(item: Item, uids: Collection[str]) -> Iterator[str]:
    yield text("UID", item.uid)
    yield text("SUMMARY", one_line(item.title))
    if isinstance(item, Event):
        ends_at_once = (item.first, item.start_time) == (item.last, item.end_time)
        yield from date_lines(evolve(item, end_time=None) if ends_at_once else item)  # an end has to be later
    if isinstance(item, Todo):
        yield from _todo(item)
    if item.paragraphs:
        yield text("DESCRIPTION", "\n\n".join(item.paragraphs))
    if isinstance(item, Event):
        if item.location:
            yield text("LOCATION", item.location)
        yield f"TRANSP:{'OPAQUE' if item.is_busy else 'TRANSPARENT'}"
    if item.url and _is_plain_url(item.url):
        yield f"URL:{item.url}"
    if item.parent and item.parent in uids:
        yield text("RELATED-TO", item.parent)
    yield text("CATEGORIES", *item.categories)
    yield f"COLOR:{COLOURS[item.kind]}"
    if isinstance(item, Todo) and item.status:
        yield f"STATUS:{item.status}"


def _is_plain_url(url: str) -> bool:
    return url.isascii() and url.isprintable() and " " not in url and url.startswith(("http://", "https://"))


def date_lines(event: Event) -> Iterator[str]:
    """Yield the lines for dates, times and recurrence of an event."""
    if event.start_time is None:
        yield on_day("DTSTART", event.first)
        if event.first < date.max:  # no later date exists for the exclusive end
            yield on_day("DTEND", min(event.last, date.max - timedelta(days=1)) + timedelta(days=1))
    else:
        yield at_time("DTSTART", event.first, event.start_time)
        if event.end_time is not None:
            yield at_time("DTEND", event.last, event.end_time)
    if event.rhythm:
        yield rule(event.rhythm, event.first, timed=event.start_time is not None)
        if days := excepted_days(event):
            yield exceptions(days, event.start_time)


def _todo(todo: Todo) -> Iterator[str]:
    if todo.begin is not None and todo.begin < todo.due:
        yield on_day("DTSTART", todo.begin)
    yield on_day("DUE", todo.due)
    if todo.done_on is not None and todo.is_done:
        yield at_midnight("COMPLETED", todo.done_on)
    if todo.percent is not None:
        yield f"PERCENT-COMPLETE:{todo.percent}"


def _is_ahead(item: Item, selection: Selection) -> bool:
    """Return whether there is anything left to remind of on the day of the export."""
    today = selection.options.today or day_of(selection.concept)
    if isinstance(item, Todo):
        return not item.is_done and item.due >= today
    if not isinstance(item, Event) or item.is_done:
        return False
    return next(item.rhythm.days(today), None) is not None if item.rhythm else item.last >= today


def _alarm(item: Item, days: int) -> Iterator[str]:
    """Yield the lines of a reminder at nine o'clock, some days ahead."""
    yield "ACTION:DISPLAY"
    yield text("DESCRIPTION", one_line(item.title))
    start = item.start_time if isinstance(item, Event) else None
    begins = timedelta(hours=start.hour, minutes=start.minute) if start else timedelta()
    ahead = _duration(_NINE - begins - timedelta(days=days))
    yield f"TRIGGER{'' if isinstance(item, Event) else ';RELATED=END'}:{ahead}"


def _duration(by: timedelta) -> str:
    """Return a duration in the form of RFC 5545, such as ``-P6DT15H``."""
    sign, by = ("-", -by) if by < timedelta() else ("", by)
    hours, minutes = by.seconds // _HOUR.seconds, by.seconds % _HOUR.seconds // _MINUTE.seconds
    hour_part = f"{hours}H" if hours else ""
    minute_part = f"{minutes}M" if minutes else ""
    day_part = f"{by.days}D" if by.days else ""
    if not (day_part or hour_part or minute_part):
        return "PT0S"
    return f"{sign}P{day_part}{'T' if hour_part or minute_part else ''}{hour_part}{minute_part}"
