"""Events in the format of the CMS's read interface."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from attrs import frozen

from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.mirror.region import BERLIN, NOWHERE, ZONE, Region, excerpt
from integrationskonzept_integreat.slug import Slugs

_LAST_MINUTE = time(23, 59)


@frozen(kw_only=True)
class Event:
    """An event of the calendar, with its slug."""

    uid: str
    slug: str
    title: str
    content: str
    start: datetime
    end: datetime
    rule: str | None

    def as_answer(self, region: Region, language: str) -> dict[str, Any]:
        """Return the event as the CMS does; other languages have the same text, without a number of their own."""
        own = language == region.source
        return {
            **region.addressed(self._number(region) if own else None, self._path(region, language)),
            "title": self.title,
            **region.changed,
            "excerpt": excerpt(self.content),
            "content": self.content,
            "available_languages": {
                other: region.addressed(
                    self._number(region) if other == region.source else None, self._path(region, other)
                )
                for other in region.languages
                if other != language
            },
            "thumbnail": None,
            "location": NOWHERE,
            "location_path": None,
            "meeting_url": None,
            "event": self._times(region),
            "hash": None,
            "recurrence_rule": self.rule,
        }

    def _number(self, region: Region) -> int:
        return region.number(f"{self.uid} {region.source}")

    def _path(self, region: Region, language: str) -> str:
        return region.path(language, "events", self.slug)

    def _times(self, region: Region) -> dict[str, Any]:
        start, end = self.start, self.end
        return {
            "id": region.number(self.uid),
            "start": start.isoformat(),
            "start_date": start.date().isoformat(),
            "start_time": start.time().isoformat(),
            "end": end.isoformat(),
            "end_date": end.date().isoformat(),
            "end_time": end.time().isoformat(),
            "all_day": start.time() == time.min and end.time() == _LAST_MINUTE,
            "only_weekdays": False,
            "recurrence_id": region.number(f"{self.uid} rule") if self.rule else None,
            "timezone": ZONE,
        }


def events(region: Region, feed: bytes) -> list[Event]:
    """Return the events of a calendar of the profile ``integreat``, as imported by the CMS, in order of dates."""
    from icalendar import Calendar

    slugs = Slugs("event")
    read = [_event(region, slugs, event) for event in Calendar.from_ical(feed).walk("VEVENT")]
    return sorted(read, key=lambda event: (event.start, event.uid))


def _event(region: Region, slugs: Slugs, event: Any) -> Event:
    title = str(event["SUMMARY"])
    start, end = _span(event.decoded("DTSTART"), event.decoded("DTEND", None))
    text = str(event.get("DESCRIPTION", "")).replace("\n", "<br>")
    return Event(
        uid=str(event["UID"]),
        slug=slugs.give(title),
        title=title,
        content=cleaned(text, region.site.internal) if text else "",
        start=start,
        end=end,
        rule=_rule(event["RRULE"], start) if "RRULE" in event else None,
    )


def _span(start: date, end: date | None) -> tuple[datetime, datetime]:
    """Return beginning and end in Germany; without an end, the shortest duration."""
    if isinstance(start, datetime):
        last = end if isinstance(end, datetime) else start
        return start.astimezone(BERLIN), last.astimezone(BERLIN)
    day = end - timedelta(days=1) if end else start
    return datetime.combine(start, time.min, BERLIN), datetime.combine(day, _LAST_MINUTE, BERLIN)


def _rule(stated: Any, start: datetime) -> str:
    """Return a rule as the CMS writes it: start in UTC and end in local time, both without a zone."""
    return "\n".join((f"DTSTART:{start.astimezone(UTC):%Y%m%dT%H%M%S}", f"RRULE:{';'.join(_parts(stated))}"))


def _parts(stated: Any) -> Iterator[str]:
    yield f"FREQ={stated['FREQ'][0]}"
    if stated.get("INTERVAL", [1])[0] != 1:
        yield f"INTERVAL={stated['INTERVAL'][0]}"
    if "UNTIL" in stated:
        yield f"UNTIL={stated['UNTIL'][0]:%Y%m%d}T235959"
    if "BYDAY" in stated and stated["FREQ"][0] == "WEEKLY":
        yield f"BYDAY={','.join(stated['BYDAY'])}"
