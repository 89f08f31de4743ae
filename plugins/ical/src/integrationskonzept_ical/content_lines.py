"""Write lines and files of iCalendar (RFC 5545)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from io import BytesIO
from zoneinfo import ZoneInfo

from integrationskonzept.evaluation import LEAP_DAY, Rhythm
from integrationskonzept.model import Frequency, Weekday
from integrationskonzept.plugins.kit import clean_text

ZONE = "Europe/Berlin"
"""The time zone of every German town."""

VTIMEZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""The rules of the zone since 1996, for programs without a database of time zones."""

DAYS = tuple(day.value for day in Weekday)
"""Days of the week by the codes of RFC 5545, in the order of `date.weekday`."""
_BERLIN = ZoneInfo(ZONE)
_END_OF_DAY = time(23, 59, 59)
_WHOLE = 75
"""Length in octets from which icalendar folds a line."""


def text(name: str, *values: str) -> str:
    """Return a property with one or more texts."""
    return f"{name}:{','.join(map(escaped, values))}"


def escaped(value: str) -> str:
    """Return escaped text. `vText` of icalendar would read a backslash before an N as a line end."""
    return clean_text(value).replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def on_day(name: str, day: date) -> str:
    """Return a property whose value is a day."""
    return f"{name};VALUE=DATE:{_digits(day)}"


def at_time(name: str, day: date, hour: time) -> str:
    """Return a property whose value is a time of day in Germany."""
    return f"{name};TZID={ZONE}:{_digits(day)}T{hour:%H%M%S}"


def at_midnight(name: str, day: date) -> str:
    """Return a property whose value is the beginning of a day in UTC."""
    return f"{name}:{_digits(day)}T000000Z"


def rule(rhythm: Rhythm, first: date, *, timed: bool) -> str:
    """Return the recurrence rule of an event; it includes the last day, whatever the hour."""
    parts = [f"FREQ={rhythm.frequency.upper()}"]
    if rhythm.until:
        parts.append(f"UNTIL={_end_of(rhythm.until) if timed else _digits(rhythm.until)}")
    if rhythm.interval > 1:
        parts.append(f"INTERVAL={rhythm.interval}")
    if rhythm.positions:
        if rhythm.frequency is Frequency.YEARLY:
            parts.append(f"BYMONTH={first.month}")
        places = (f"{position}{DAYS[day].upper()}" for position in rhythm.positions for day in rhythm.weekdays)
        parts.append(f"BYDAY={','.join(places)}")
    elif rhythm.frequency is Frequency.WEEKLY:
        parts.append(f"BYDAY={','.join(DAYS[day].upper() for day in sorted(rhythm.weekdays))}")
    elif rhythm.frequency is Frequency.YEARLY and (first.month, first.day) == LEAP_DAY:
        parts.append("BYMONTHDAY=29;BYMONTH=2")  # otherwise some programs use 1 March in other years
    return f"RRULE:{';'.join(parts)}"


def exceptions(days: Iterable[date], start: time | None) -> str:
    """Return the property with the days on which an event does not take place, in the form of its beginning."""
    if start is None:
        return f"EXDATE;VALUE=DATE:{','.join(map(_digits, days))}"
    return f"EXDATE;TZID={ZONE}:{','.join(f'{_digits(day)}T{start:%H%M%S}' for day in days)}"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _end_of(day: date) -> str:
    """Return the end of a day in Germany in UTC, as RFC 5545 requires; the date is the same in both."""
    moment = datetime.combine(day, _END_OF_DAY, _BERLIN).astimezone(UTC)
    return f"{_digits(moment.date())}T{moment:%H%M%S}Z"


def component(name: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a component with its begin and end lines."""
    yield f"BEGIN:{name}"
    yield from lines
    yield f"END:{name}"


def file_of(lines: Iterable[str]) -> bytes:
    """Return the file content of lines, with long ones folded."""
    file = BytesIO()
    file.writelines(_folded(line) + b"\r\n" for line in lines)
    return file.getvalue()


def _folded(line: str) -> bytes:
    octets = line.encode()
    if len(octets) < _WHOLE:
        return octets
    from icalendar.parser import Contentline  # noqa: PLC0415 - the import takes a tenth of a second, which checking a concept does not need

    folded: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # icalendar types its parsers only in part
    return folded
