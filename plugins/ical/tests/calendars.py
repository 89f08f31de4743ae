"""Calendars of concepts, written and read back."""

from typing import Any

from icalendar import Calendar

from integrationskonzept import Concept, Export, Loss
from integrationskonzept_ical import Options
from integrationskonzept_ical.calendar import export

Part = Any
"""An event or to-do as icalendar reads it, which types each property as one of some twenty-five classes."""


def exported(concept: Concept, **options: Any) -> Export:
    """Export the calendar of a concept, with deadlines as to-dos: each has an entry of its own."""
    return export(concept.public(), Options(**{"deadlines": "todos"} | options))


def entries(concept: Concept, **options: Any) -> dict[str, Part]:
    """Read the events and to-dos of a concept's calendar, each by the first part of its UID."""
    return read(exported(concept, **options).files[0].content)


def read(content: bytes) -> dict[str, Part]:
    """Read events and to-dos out of a file, each by the first part of its UID."""
    found = Calendar.from_ical(content).walk(select=lambda part: part.name in {"VEVENT", "VTODO"})
    return {str(part["UID"]).partition("@")[0]: part for part in found}


def entry(concept: Concept, **options: Any) -> Part:
    """Read the one entry of a concept's calendar."""
    (only,) = entries(concept, **options).values()
    return only


def losses(concept: Concept, **options: Any) -> list[str]:
    """List what is not in the calendar, in English, besides what calendars never hold."""
    return [str(loss) for loss in exported(concept, **options).losses if not is_never_held(loss)]


def never_held(concept: Concept, **options: Any) -> list[str]:
    """List what the concept states and no calendar holds, in English."""
    return [str(loss) for loss in exported(concept, **options).losses if is_never_held(loss)]


def is_never_held(loss: Loss) -> bool:
    """Return whether a loss is about attributes that calendars do not write."""
    return str(loss).endswith(": not in the calendar")


def warnings(concept: Concept, **options: Any) -> list[str]:
    """List what is doubtful in the calendar, in English."""
    return [str(doubt) for doubt in exported(concept, **options).warnings]


def rule(part: Part) -> str:
    """Return how an entry comes round, as it is written."""
    text: str = part["RRULE"].to_ical().decode()
    return text
