"""The CMS imports our calendar: without errors, without duplicates, and edition after edition."""

import threading
from collections.abc import Iterator
from datetime import date, time, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from attrs import Factory, define, field

import integrationskonzept as ik
from integrationskonzept import Concept, PartialDate
from integrationskonzept.model import (
    ActionDay,
    Activity,
    Frequency,
    Overarching,
    Recurrence,
    RecurrenceException,
    Span,
    Weekday,
)
from integrationskonzept.testing.sample_texts import AWKWARD, HOSTILE
from integrationskonzept_integreat import EventOptions
from integrationskonzept_integreat.events import export
from plugins.integreat.tests.e2e.home import Home
from plugins.integreat.tests.town import town

TODAY = date.today()  # noqa: DTZ011 - the CMS asks its clock as well
NEXT = TODAY.year + 1


class Handler(BaseHTTPRequestHandler):
    """Hands out the calendar of the moment."""

    content = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.content)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@define(kw_only=True)
class Feed:
    """A calendar on the web, and the region that imports it every night."""

    home: Home
    calendar: int
    handler: type[Handler]
    before: dict[str, int] = field(default=Factory(dict))

    def night(self, concept: Concept) -> dict[str, Any]:
        """Publish the calendar of a concept, let the CMS import it, and tell what there is then."""
        self.handler.content = export(concept, EventOptions(today=TODAY)).files[0].content
        imported: dict[str, Any] = self.home.cms.do("imported", calendar=self.calendar)
        assert imported["errors"] == ""
        imported["numbers"] = dict(imported["events"])
        assert len(imported["numbers"]) == len(imported["events"]), "an event was imported twice"
        return imported

    def events(self) -> dict[str, dict[str, Any]]:
        """Return what the app shows, by title."""
        answer = self.home.cms.ask(f"{self.home.region}/de/events", combine_recurring="True")
        return {event["title"]: event for event in answer}


@pytest.fixture
def feed(home: Home) -> Iterator[Feed]:
    """Serve a calendar on loopback, and have it imported as Integreat does by default."""

    class Mine(Handler):
        """Of this test alone."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Mine) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_address[1]}/calendar.ics"
        yield Feed(home=home, calendar=home.cms.do("calendar", region=home.region, url=url), handler=Mine)
        server.shutdown()


def future() -> Concept:
    """Return a concept with a bit of every rhythm, all of it yet to come."""
    activities = (
        Activity(id="einmal", title="Einmal", date=PartialDate(f"{NEXT}-03-08"), location="Rathaus, Saal 1"),
        Activity(
            id="abends", title="Am Abend", date=PartialDate(f"{NEXT}-05-04"), start_time=time(18), end_time=time(20, 30)
        ),
        Activity(
            id="tage", title="Drei Tage", date=PartialDate(f"{NEXT}-06-01"), end_date=PartialDate(f"{NEXT}-06-03")
        ),
        Activity(
            id="woche",
            title="Jede zweite Woche",
            date=PartialDate(f"{NEXT}-01-12"),
            start_time=time(17),
            recurrence=Recurrence(
                frequency=Frequency.WEEKLY,
                interval=2,
                weekdays=(Weekday.TUESDAY, Weekday.THURSDAY),
                until=PartialDate(f"{NEXT}-03-31"),
            ),
        ),
        Activity(
            id="monat",
            title="Jeden Monat am 15.",
            date=PartialDate(f"{NEXT}-01-15"),
            recurrence=Recurrence(frequency=Frequency.MONTHLY, until=PartialDate(f"{NEXT}-04")),
        ),
        Activity(
            id="taeglich",
            title="Jeden Tag",
            date=PartialDate(f"{NEXT}-02-01"),
            recurrence=Recurrence(frequency=Frequency.DAILY, until=PartialDate(f"{NEXT}-02-10")),
        ),
        Activity(
            id="nacht",
            title="Nachts",
            date=PartialDate(f"{NEXT}-07-01"),
            start_time=time(22),
            end_time=time(2),
        ),
        Activity(id="vorbei", title="Vorbei", date=PartialDate(f"{TODAY.year - 1}-03-08")),
    )
    yearly = Recurrence(frequency=Frequency.YEARLY)
    days = (
        ActionDay(id="muttersprache", title="Tag der Muttersprache", date=PartialDate("--02-21"), recurrence=yearly),
        ActionDay(id="fluechtlinge", title="Weltflüchtlingstag", date=PartialDate("--06-20"), recurrence=yearly),
        ActionDay(id="schalttag", title="Schalttag", date=PartialDate("--02-29"), recurrence=yearly),
    )
    period = Span(start=PartialDate(str(TODAY.year - 2)), end=PartialDate(str(NEXT + 2)))
    concept = town("").replace("concept/musterstadt", period=period)
    return concept.replace("concept/musterstadt", overarching=Overarching(activities=activities, action_days=days))


def test_every_rhythm_is_imported_without_an_error(feed: Feed) -> None:
    imported = feed.night(future())
    assert imported["filter"] == "integreat"
    events = feed.events()
    assert events["Einmal"]["event"]["all_day"]
    assert "Rathaus, Saal 1" in events["Einmal"]["content"]
    assert events["Am Abend"]["event"]["start"].startswith(f"{NEXT}-05-04T18:00:00")
    assert events["Am Abend"]["event"]["end"].startswith(f"{NEXT}-05-04T20:30:00")
    assert events["Drei Tage"]["event"]["end_date"] == f"{NEXT}-06-03"
    assert "BYDAY=TU,TH" in events["Jede zweite Woche"]["recurrence_rule"]
    assert events["Tag der Muttersprache"]["recurrence_rule"].endswith(f"UNTIL={NEXT + 2}0221T235959")
    assert "Vorbei" not in events


def test_the_next_night_changes_nothing(feed: Feed) -> None:
    first = feed.night(future())
    assert feed.night(future())["numbers"] == first["numbers"]


def test_the_next_edition_changes_what_changed_and_nothing_else(feed: Feed) -> None:
    old = future()
    first = feed.night(old)["numbers"]
    uids = {uid.partition("@")[0]: uid for uid in first}
    stated = old.overarching
    assert stated is not None
    new = (
        old.replace("action_day/muttersprache", title="Internationaler Tag der Muttersprache")
        .replace("activity/einmal", date=f"{NEXT}-03-09")
        .replace("concept/musterstadt", edition=old.edition)
    )
    stated = new.overarching
    assert stated is not None
    kept = tuple(one for one in stated.activities if one.id != "abends")
    added = Activity(id="neu", title="Neu", date=PartialDate(f"{NEXT}-10-01"))
    new = new.replace(
        "concept/musterstadt", overarching=Overarching(activities=(*kept, added), action_days=stated.action_days)
    )
    second = feed.night(new)["numbers"]
    assert set(first) - set(second) == {uids["activity-abends"]}
    assert [uid.partition("@")[0] for uid in set(second) - set(first)] == ["activity-neu"]
    assert all(second[uid] == number for uid, number in first.items() if uid in second)
    events = feed.events()
    assert "Tag der Muttersprache" not in events
    assert events["Internationaler Tag der Muttersprache"]["event"]["id"] == first[uids["action_day-muttersprache"]]
    assert events["Einmal"]["event"]["start_date"] == f"{NEXT}-03-09"


def test_a_course_with_exceptions_shows_no_day_on_which_it_does_not_take_place(feed: Feed) -> None:
    first, last = date(NEXT, 1, 12), date(NEXT, 3, 31)
    closed = (date(NEXT, 2, 8), date(NEXT, 2, 14))
    day_off = next(day for day in days(date(NEXT, 3, 1), last) if day.weekday() == TUESDAY)
    recurrence = Recurrence(
        frequency=Frequency.WEEKLY,
        weekdays=(Weekday.TUESDAY, Weekday.THURSDAY),
        until=PartialDate(last.isoformat()),
        exceptions=(
            RecurrenceException(
                title="Winterferien", start=PartialDate(closed[0].isoformat()), end=PartialDate(closed[1].isoformat())
            ),
            RecurrenceException(date=PartialDate(day_off.isoformat())),
        ),
    )
    course = Activity(
        id="kurs", title="Kurs", date=PartialDate(first.isoformat()), start_time=time(18), recurrence=recurrence
    )
    concept = town("").replace("concept/musterstadt", overarching=Overarching(activities=(course,)))
    feed.night(concept)
    listed = feed.home.cms.ask(f"{feed.home.region}/de/events", combine_recurring="True")
    assert [event["recurrence_rule"] for event in listed if event["recurrence_rule"]] == []
    expected = [
        day
        for day in days(first, last)
        if day.weekday() in {TUESDAY, THURSDAY} and not closed[0] <= day <= closed[1] and day != day_off
    ]
    assert sorted(date.fromisoformat(event["event"]["start_date"]) for event in listed) == expected
    feed.home.page("start", de="public")
    feed.home.page("activities", "start", de="public")
    assert feed.home.push(concept, feed.home.options(today=first + timedelta(days=30))).ok
    shown = feed.home.shown("activities", "de")
    assert f"{last:%d.%m.%Y}" in shown
    assert f"außer: Winterferien, {day_off:%d.%m.%Y}" in shown.replace(" und ", ", ")
    assert [day for day in days(first, last) if f"{day.day}. {MONTHS[day.month - 1]}" in shown] == []


TUESDAY, THURSDAY = 1, 3
MONTHS = ("Januar", "Februar", "März")


def days(first: date, last: date) -> list[date]:
    """Return every day from a first to a last one."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def test_the_bundled_concept_is_imported_as_long_as_it_lasts(feed: Feed) -> None:
    concept = ik.concept("sachsenheim")
    lasting = Span(start=PartialDate(str(TODAY.year)), end=PartialDate(str(NEXT + 2)))
    feed.night(concept.replace("concept/sachsenheim", period=lasting))
    assert {"Weltflüchtlingstag", "Weltkindertag"} <= set(feed.events())


def test_hostile_texts_are_nothing_but_text(feed: Feed) -> None:
    texts = [*HOSTILE, *AWKWARD, '"https://[x" [page 1]']
    activities = tuple(
        Activity(
            id=f"a-{number}",
            title=f"{number} {text}",
            description=text,
            location=text,
            date=PartialDate(f"{NEXT}-03-08"),
        )
        for number, text in enumerate(texts)
    )
    concept = town("").replace("concept/musterstadt", overarching=Overarching(activities=activities))
    assert len(feed.night(concept)["numbers"]) == len(texts)
    for event in feed.events().values():
        assert "<script" not in event["content"]
        assert "<img" not in event["content"]
