"""Events: action days, activities and meetings."""

from collections.abc import Iterator

from integrationskonzept import Loss, Message
from integrationskonzept_ical.descriptions import Said, about_activity, about_meeting, doubts, shared
from integrationskonzept_ical.entries import Event, Item
from integrationskonzept_ical.occurrence import When, when
from integrationskonzept_ical.selection import Found


def activity(found: Found) -> Iterator[Item | Loss]:
    """Turn an activity or action day into an event."""
    return _dated(found, *about_activity(found))


def meeting(found: Found) -> Iterator[Item | Loss]:
    """Turn a meeting into an event."""
    return _dated(found, *about_meeting(found))


def _dated(found: Found, *said: Said) -> Iterator[Item | Loss]:
    stated, happens = found.element, when(found)
    if isinstance(happens, Message):
        yield Loss(address=stated.address, message=happens)
    if isinstance(happens, When):
        yield Event(
            **shared(found, (*doubts(found), *happens.doubts), *said),
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
