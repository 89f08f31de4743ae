"""Events: action days, activities and meetings."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from integrationskonzept import Loss, Message
from integrationskonzept.evaluation import Timing, timing_of
from integrationskonzept.model import Meeting, add_months, value_message
from integrationskonzept_ical.descriptions import (
    Said,
    about_activity,
    about_meeting,
    common_attributes,
    doubts,
    title_of,
)
from integrationskonzept_ical.entries import Event, Item
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.selection import SelectedElement

_TEN_YEARS = 120
"""Months."""


def activity(found: SelectedElement) -> Iterator[Item | Loss]:
    """Return an activity or action day as an event."""
    return _dated(found, *about_activity(found))


def meeting(found: SelectedElement) -> Iterator[Item | Loss]:
    """Return a meeting as an event."""
    return _dated(found, *about_meeting(found))


def _dated(found: SelectedElement, *said: Said) -> Iterator[Item | Loss]:
    stated, happens = found.element, timing_of(found.element, found.selection.concept)
    if happens is None:
        return
    if happens.first is None or happens.last is None:
        yield Loss(address=stated.address, message=_why_dayless(found, happens))
        return
    yield from (Loss(address=stated.address, message=lost) for lost in happens.lacking)
    first, rhythm = happens.first, happens.rhythm
    if rhythm:
        begin = next(rhythm.days(), None)
        if begin is None:
            none = message("its exceptions take all its days away")
            yield Loss(address=stated.address, message=none)
            return
        first, rhythm = begin, evolve(rhythm, first=begin)
        if rhythm.exceptions and rhythm.until is None:
            last = add_months(begin, _TEN_YEARS)
            endless = message(
                "its exceptions are in the calendar until {day} only",
                day=value_message(last),
            )
            yield Loss(address=stated.address, message=endless)
    yield Event(
        **common_attributes(found, (*doubts(found), *happens.doubts), *said),
        uid=found.uid(),
        title=title_of(found),
        first=first,
        last=_moved(happens, first),
        start_time=happens.start_time,
        end_time=happens.end_time,
        rhythm=rhythm,
        location=stated.location,
        is_busy=isinstance(stated, Meeting) and happens.start_time is not None,
    )


def _moved(happens: Timing, first: date) -> date:
    """Return the last day of an occurrence that begins on `first`."""
    lasts = (happens.last or first) - (happens.first or first)
    return first + min(lasts, date.max - first)


def _why_dayless(found: SelectedElement, happens: Timing) -> Message:
    if happens.day.value is None:
        return happens.day.rule
    return message("no day is stated, only {date}", date=value_message(found.element.date))


def excepted_days(event: Event) -> list[date]:
    """Return the days that the exceptions of a series take away; of an endless one those of ten years."""
    if event.rhythm is None or not event.rhythm.exceptions:
        return []
    until = event.rhythm.until or add_months(event.first, _TEN_YEARS)
    return list(event.rhythm.excepted(event.first, until))
