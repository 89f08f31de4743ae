"""Calendar programs of other people read what is meant: ical.js, and khal behind vdirsyncer and a CalDAV server."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import integrationskonzept as ik
from integrationskonzept import Concept
from integrationskonzept.plugins.kit import one_line
from integrationskonzept.testing import town
from integrationskonzept_ical import Options
from integrationskonzept_ical.deadline_events import with_deadlines
from integrationskonzept_ical.entries import Event, Todo
from integrationskonzept_ical.items import items_of
from integrationskonzept_ical.selection import Selection
from plugins.ical.tests.calendars import exported
from plugins.ical.tests.clients import CalDav, radicale, run
from plugins.ical.tests.test_text import AWKWARD

pytestmark = pytest.mark.clients

FIRST, LAST = date(2025, 1, 1), date(2029, 12, 31)
BERLIN = ZoneInfo("Europe/Berlin")

BUSY = """
horizons: [{id: short, title: kurz, maximum_years: 1}]
evaluation: {interval_years: 2}
school_holidays:
  - {title: Weihnachtsferien, start: 2026-12-23, end: 2027-01-09}
  - {title: Osterferien, start: 2027-03-30, end: 2027-04-10}
overarching:
  action_days:
    - {id: frauentag, title: Frauentag, date: --03-08, recurrence: yearly}
    - {id: schalttag, title: Schalttag, date: --02-29, recurrence: yearly}
  activities:
    - {id: fest, title: "Fest; Markt, Musik", date: 2026-06-27, end_date: 2026-06-28, location: Schlosshof}
    - {id: silvester, title: Silvester, date: --12-31, end_date: --01-01, recurrence: yearly}
    - {id: woche, title: Woche, date: 2026-09-07, recurrence: {frequency: daily, until: 2026-09-13}}
    - {id: drei, title: Alle drei Tage, date: 2026-09-07, recurrence: {frequency: daily, interval: 3, until: 2026-10}}
    - id: kurs
      title: Deutschkurs
      date: 2026-09-15
      start_time: '18:00'
      end_time: '19:30'
      recurrence: {frequency: weekly, weekdays: [tu, th], until: 2027-07-22}
    - id: treff
      title: Frauentreff
      date: 2026-01-02
      start_time: '00:30'
      end_time: '01:00'
      recurrence: {frequency: weekly, interval: 2, weekdays: [fr, mo], until: 2026-12-28}
    - {id: monatlich, title: Am 31., date: 2026-01-31, recurrence: {frequency: monthly, until: 2027-12}}
    - {id: quartal, title: Quartal, date: 2026-02-15, recurrence: {frequency: monthly, interval: 3}}
    - id: ferien
      title: Kurs außer in den Ferien
      date: 2026/27
      start_time: '18:30'
      end_time: '20:00'
      recurrence: {frequency: weekly, weekdays: [tu], exceptions: [{school_holidays: true}, {holiday: all_saints}]}
    - id: erster
      title: Jeden ersten und letzten Dienstag
      date: 2026-01-06
      recurrence: {frequency: monthly, weekdays: [tu], positions: [1, -1], exceptions: [2026-02-03]}
    - id: sonntag
      title: Letzter Sonntag im September
      date: 2026-09-27
      recurrence: {frequency: yearly, weekdays: [su], positions: [-1]}
    - {id: nacht, title: Nacht, date: 2026-10-24, start_time: '22:00', end_time: '02:30', recurrence: yearly}
  measures: [{id: kurse, title: Kurse, time_frames: [short]}]
"""


@pytest.fixture(params=["musterstadt", "sachsenheim"])
def concept(request: pytest.FixtureRequest) -> Concept:
    return town(BUSY) if request.param == "musterstadt" else ik.concept("sachsenheim").public()


def ours(concept: Concept) -> list[Any]:
    selection = Selection(concept=concept, options=Options())
    return with_deadlines(items_of(selection).items, selection)


def days_of(event: Event) -> list[date]:
    if event.rhythm is None:
        return [event.first] if FIRST <= event.first <= LAST else []
    return list(event.rhythm.days(FIRST, LAST))


def start_on(event: Event, day: date) -> str:
    if event.start_time is None:
        return day.isoformat()
    moment = datetime.combine(day, event.start_time, BERLIN).astimezone(UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.000Z"


def understood(folder: Path, content: bytes) -> Any:
    program = Path(__file__).with_name("expand.mjs")
    return json.loads(run("node", program, folder, FIRST.isoformat(), LAST.isoformat(), text=content.decode()))


def test_ical_js_reads_the_same_events_on_the_same_days(concept: Concept, ical_js: Path) -> None:
    read = understood(ical_js, exported(concept, deadlines="events").files[0].content)
    assert {event["uid"]: event["starts"] for event in read["events"]} == {
        item.uid: [start_on(item, day) for day in days_of(item)] for item in ours(concept) if isinstance(item, Event)
    }
    assert {todo["uid"]: todo["due"] for todo in read["todos"]} == {
        item.uid: item.due.isoformat() for item in ours(concept) if isinstance(item, Todo)
    }
    assert {part["uid"]: part["summary"] for part in read["events"] + read["todos"]} == {
        item.uid: one_line(item.title) for item in ours(concept)
    }


def test_ical_js_reads_the_same_texts(ical_js: Path) -> None:
    for text in AWKWARD:
        fest = town("overarching: {activities: [{id: fest, title: Fest, date: 2026-06-27}]}")
        concept = fest.replace("activity/fest", title=text, description=text, location=text)
        read = understood(ical_js, exported(concept, deadlines="events", name="Termine für alle").files[0].content)
        (event,) = read["events"]
        expected = text.replace("\r\n", "\n")
        assert [event[name] for name in ("summary", "description", "location")] == [one_line(text), expected, expected]
        assert read["name"] == "Termine für alle"


class Subscriber:
    """Someone who copies the town's feed to a CalDAV server, and from there to a folder that khal shows."""

    def __init__(self, programs: Path, folder: Path, feed: Path, server: CalDav) -> None:
        self.programs, self.folder = programs, folder
        self.vdirsyncer, self.khal = folder / "vdirsyncer.ini", folder / "khal.ini"
        self.vdirsyncer.write_text(VDIRSYNCER.format(folder=folder, feed=feed, server=server.url), "utf-8")
        self.khal.write_text(KHAL.format(folder=folder), "utf-8")
        (folder / "local").mkdir()
        run(programs / "vdirsyncer", "-c", self.vdirsyncer, "discover")

    def sync(self) -> None:
        run(self.programs / "vdirsyncer", "-c", self.vdirsyncer, "sync", "feed")
        run(self.programs / "vdirsyncer", "-c", self.vdirsyncer, "sync", "khal")

    def shown(self) -> set[tuple[str, str, str]]:
        """Return UID, day and title of everything khal shows, once for every day it lasts."""
        command = (self.programs / "khal", "-c", self.khal, "list", "--day-format", "")
        form = ("--format", "{uid}|{start-date-long}|{title}")
        shown = run(*command, *form, FIRST.isoformat(), (LAST + timedelta(days=1)).isoformat())
        lines = [line.split("|") for line in shown.splitlines() if line.count("|") == 2]
        return {(uid.partition("@")[0], day, title) for uid, day, title in lines}


VDIRSYNCER = """
[general]
status_path = "{folder}/status"

[pair feed]
a = "town"
b = "server"
collections = null
conflict_resolution = "a wins"

[pair khal]
a = "server"
b = "local"
collections = null

[storage town]
type = "singlefile"
path = "{feed}"
read_only = true

[storage server]
type = "caldav"
url = "{server}"
username = "stadt"
password = "stadt"

[storage local]
type = "filesystem"
path = "{folder}/local"
fileext = ".ics"
"""

KHAL = """
[calendars]
[[town]]
path = {folder}/local
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


@pytest.fixture
def subscribed(programs: Path, tmp_path: Path) -> Iterator[tuple[Subscriber, Path, CalDav]]:
    feed = tmp_path / "calendar.ics"
    feed.write_bytes(exported(town(), deadlines="events").files[0].content)
    with radicale(programs, tmp_path) as server:
        yield Subscriber(programs, tmp_path, feed, server), feed, server


def test_khal_shows_every_event_on_its_days(concept: Concept, subscribed: tuple[Subscriber, Path, CalDav]) -> None:
    subscriber, feed, server = subscribed
    feed.write_bytes(exported(concept, deadlines="events").files[0].content)
    subscriber.sync()
    assert set(server.versions()) == {item.uid.partition("@")[0] for item in ours(concept)}
    assert {(uid, day) for uid, day, _ in subscriber.shown()} == {
        (item.uid.partition("@")[0], day.isoformat())
        for item in ours(concept)
        if isinstance(item, Event)
        for day in days_of(item)
    }


def test_a_second_edition_changes_only_what_changed(subscribed: tuple[Subscriber, Path, CalDav]) -> None:
    subscriber, feed, server = subscribed
    first = town(BUSY)
    second = town(
        BUSY.replace("title: Frauentag", "title: Internationaler Frauentag")
        .replace("    - {id: woche, title: Woche,", "    - {id: sommerwoche, title: Sommerwoche,")
        .replace("date: 2026-02-15", "date: 2026-02-16"),
        edition="{as_of: 2026-11-15, number: 2}",
    )
    feed.write_bytes(exported(first, deadlines="events").files[0].content)
    subscriber.sync()
    before = server.versions()
    feed.write_bytes(exported(second, deadlines="events", previous=first).files[0].content)
    subscriber.sync()
    after = server.versions()
    changed = {uid for uid in before if before[uid] != after.get(uid)}
    assert changed == {"action_day-frauentag", "activity-woche", "activity-quartal"}
    assert after.keys() - before.keys() == {"activity-sommerwoche"}
    assert before.keys() - after.keys() == set()  # what was dropped is still there, as cancelled
    titles = {title for uid, _, title in subscriber.shown() if uid == "action_day-frauentag"}
    assert titles == {"Internationaler Frauentag"}
    feed.write_bytes(exported(second, deadlines="events", previous=first).files[0].content)
    subscriber.sync()
    assert server.versions() == after
    published = feed.parent / "published.ics"
    published.write_bytes(feed.read_bytes())
    third = second.replace("activity/fest", location="Marktplatz")
    feed.write_bytes(exported(third, deadlines="events", previous=published, today=date(2026, 11, 27)).files[0].content)
    subscriber.sync()
    last = server.versions()
    assert {uid for uid in after if after[uid] != last.get(uid)} == {"activity-fest", "activity-woche"}
    assert "activity-woche" not in last  # it was cancelled once
