"""Events: action days, activities and meetings."""

from collections.abc import Iterator

from integrationskonzept import Loss, Message
from integrationskonzept_ical.descriptions import Said, about_activity, about_meeting, common_attributes, doubts
from integrationskonzept_ical.entries import Event, Item
from integrationskonzept_ical.occurrence import Occurrence, occurrence_of
from integrationskonzept_ical.selection import SelectedElement


def activity(found: SelectedElement) -> Iterator[Item | Loss]:
    """Return an activity or action day as an event."""
    return _dated(found, *about_activity(found))


def meeting(found: SelectedElement) -> Iterator[Item | Loss]:
    """Return a meeting as an event."""
    return _dated(found, *about_meeting(found))


def _dated(found: SelectedElement, *said: Said) -> Iterator[Item | Loss]:
    stated, happens = found.element, occurrence_of(found)
    if isinstance(happens, Message):
        yield Loss(address=stated.address, message=happens)
    if isinstance(happens, Occurrence):
        yield Event(
            **common_attributes(found, (*doubts(found), *happens.doubts), *said),
            uid=found.uid(),
            title=stated.title,
            first=happens.first,
            last=happens.last,
            start_time=happens.start_time,
            end_time=happens.end_time,
            series=happens.series,
            location=stated.location,
        )
        yield from (Loss(address=stated.address, message=lost) for lost in happens.losses)
