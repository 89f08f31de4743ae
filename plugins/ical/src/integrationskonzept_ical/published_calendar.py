"""A calendar as it was published, read back so that the next one can be compared with it entry by entry."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import field, frozen

from integrationskonzept.errors import OptionError
from integrationskonzept_ical.i18n import message

_STAMPS = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE")
_KEPT_WHEN_CANCELLED = ("UID", "SUMMARY", "DTSTART", "DTEND", "DUE", "RRULE", "EXDATE")
CANCELLED = "STATUS:CANCELLED"


@frozen(kw_only=True)
class Stamp:
    """When an entry was last changed: its day is DTSTAMP and LAST-MODIFIED, its rank SEQUENCE."""

    day: date
    rank: int


@frozen(kw_only=True)
class PublishedEntry:
    """An entry of a published calendar: what it says, without reminders, and when it was last changed."""

    component: str
    """``VEVENT`` or ``VTODO``."""
    lines: tuple[str, ...]
    """Unfolded lines without stamps and reminders, in their order."""
    stamp: Stamp

    @property
    def is_cancelled(self) -> bool:
        """The entry says that it no longer stands."""
        return CANCELLED in self.lines

    def cancelled_lines(self) -> tuple[str, ...]:
        """Return the lines that say what no longer stands, and nothing else."""
        kept = (line for line in self.lines if name_of(line) in _KEPT_WHEN_CANCELLED)
        return (*kept, CANCELLED)


@frozen(kw_only=True)
class Calendar:
    """The entries of a published calendar by UID."""

    entries: Mapping[str, PublishedEntry] = field(factory=dict)


def name_of(line: str) -> str:
    """Return the name of a property."""
    return line.partition(":")[0].partition(";")[0].upper()


def read_calendar(content: bytes) -> Calendar:
    """Return the entries of a calendar file. Raise `OptionError` if it is none."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise OptionError(_NO_CALENDAR) from None
    lines = text.replace("\n ", "").replace("\n\t", "").split("\n")
    if not lines or lines[0].strip().upper() != "BEGIN:VCALENDAR":
        raise OptionError(_NO_CALENDAR)
    return Calendar(entries=dict(_entries(lines)))


_NO_CALENDAR = message(
    "'previous' takes concepts and published calendars (.ics); this file is no calendar, or not in UTF-8",
)


def _entries(lines: list[str]) -> Iterator[tuple[str, PublishedEntry]]:
    open_components: list[str] = []
    found: list[str] = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_components.append(value)
            found = [] if len(open_components) == 2 else found  # noqa: PLR2004 - an entry of the calendar itself
        elif name == "END":
            component = open_components.pop() if open_components else ""
            if component in {"VEVENT", "VTODO"} and (entry := _entry(component, found)):
                yield entry
        elif len(open_components) == 2:  # noqa: PLR2004 - no reminder
            found.append(line)


def _entry(component: str, lines: list[str]) -> tuple[str, PublishedEntry] | None:
    values = {name_of(line): line.partition(":")[2] for line in reversed(lines)}
    uid = values.get("UID")
    if uid is None:
        return None
    kept = tuple(line for line in lines if name_of(line) not in _STAMPS)
    stamp = Stamp(day=_day(values.get("LAST-MODIFIED") or values.get("DTSTAMP")), rank=_number(values.get("SEQUENCE")))
    return uid, PublishedEntry(component=component, lines=kept, stamp=stamp)


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat((text or "")[:8])
    except ValueError:
        return date.min


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
