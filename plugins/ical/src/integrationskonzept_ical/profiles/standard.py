"""Profile ``standard``: RFC 5545 and RFC 7986, for any calendar program."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from integrationskonzept_ical.entries import Event, Item, Todo
from integrationskonzept_ical.i18n import say
from integrationskonzept_ical.options import Kind
from integrationskonzept_ical.selection import Selection
from integrationskonzept_ical.sequence import CalendarEntry, day_of
from integrationskonzept_ical.text import one_line
from integrationskonzept_ical.writing import VTIMEZONE, at_midnight, at_time, component, on_day, rule, text

PRODUCT = "-//integrationskonzept//integrationskonzept-ical//DE"
REFRESH = "P1D"
"""Interval at which subscribers should look for changes."""

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
    about = say("Dates of: {title}", "Termine aus: {title}", title=selection.concept.title).text(selection.language)
    yield "VERSION:2.0"
    yield f"PRODID:{PRODUCT}"
    yield "CALSCALE:GREGORIAN"
    yield from (text(property, one_line(name)) for property in ("NAME", "X-WR-CALNAME"))
    yield from (text(property, about) for property in ("DESCRIPTION", "X-WR-CALDESC"))
    yield at_midnight("LAST-MODIFIED", day_of(selection.concept))
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"
    yield f"X-PUBLISHED-TTL:{REFRESH}"
    if selection.options.colour:
        yield f"COLOR:{selection.options.colour}"
    if not entries or any(isinstance(entry.item, Event) and entry.item.start_time for entry in entries):
        yield from VTIMEZONE  # RFC 5545 requires at least one component
    for entry in entries:
        yield from component("VEVENT" if isinstance(entry.item, Event) else "VTODO", _entry(selection, entry))


def _entry(selection: Selection, entry: CalendarEntry) -> Iterator[str]:
    item = entry.item
    yield text("UID", item.uid)
    yield at_midnight("DTSTAMP", entry.stamp.day)
    yield at_midnight("LAST-MODIFIED", entry.stamp.day)
    yield f"SEQUENCE:{entry.stamp.rank}"
    yield text("SUMMARY", item.title)
    yield from date_lines(item) if isinstance(item, Event) else ()
    yield from _todo(item) if isinstance(item, Todo) else ()
    if entry.cancelled:
        yield "STATUS:CANCELLED"
        return
    yield from _about(item)
    if isinstance(item, Todo) and item.status:
        yield f"STATUS:{item.status}"
    if selection.options.alarm_days is not None:
        yield from component("VALARM", _alarm(item, selection.options.alarm_days))


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
    if event.series:
        yield rule(event.series, event.first, timed=event.start_time is not None)


def _todo(todo: Todo) -> Iterator[str]:
    if todo.begin is not None and todo.begin < todo.due:
        yield on_day("DTSTART", todo.begin)
    yield on_day("DUE", todo.due)
    if todo.percent is not None:
        yield f"PERCENT-COMPLETE:{todo.percent}"


def _about(item: Item) -> Iterator[str]:
    if item.paragraphs:
        yield text("DESCRIPTION", "\n\n".join(item.paragraphs))
    if isinstance(item, Event) and item.location:
        yield text("LOCATION", item.location)
    if isinstance(item, Event) and item.start_time is None:
        yield "TRANSP:TRANSPARENT"  # an action day does not block anybody's time
    yield text("CATEGORIES", *item.categories)
    yield f"COLOR:{COLOURS[item.kind]}"


def _alarm(item: Item, days: int) -> Iterator[str]:
    yield "ACTION:DISPLAY"
    yield text("DESCRIPTION", item.title)
    yield f"TRIGGER{'' if isinstance(item, Event) else ';RELATED=END'}:{f'-P{days}D' if days else 'PT0S'}"
