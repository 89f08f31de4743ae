"""The profile for Integreat's calendar import, held against what its CMS was seen to accept."""

import re
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar

from integrationskonzept import Concept
from integrationskonzept.testing import concepts, town
from plugins.ical.tests.calendars import Part, entries, exported, losses, rule, warnings

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
ONCE = ("UID", "DTSTAMP", "SUMMARY", "DTSTART", "DTEND", "DESCRIPTION", "CATEGORIES", "RRULE")


def refusals(content: bytes, today: date = TODAY, category: str = "integreat") -> list[str]:
    """Tell what Integreat's import would refuse, misread or stumble over."""
    if content.count(b"BEGIN:VCALENDAR") != 1 or not content.endswith(b"END:VCALENDAR\r\n"):
        return ["the file is not one calendar"]
    events = Calendar.from_ical(content).events
    uids = [str(event["UID"]) for event in events]
    said = [f"{uid}: twice" for uid in uids if uids.count(uid) > 1]
    return said + [f"{event['UID']}: {problem}" for event in events for problem in _problems(event, today, category)]


def _problems(event: Part, today: date, category: str) -> list[str]:
    said = [f"{name} is not known to be read" for name in event if name not in ONCE]
    said += [f"{name} stands twice" for name in event if isinstance(event[name], list)]
    if said:
        return said
    title, first = str(event["SUMMARY"]), event["DTSTART"].dt
    if not title.strip() or len(title) > 1024 or "\n" in title:
        said.append("title")
    if len(event["UID"]) > 255:
        said.append("uid")
    if category not in event.categories:
        said.append("category")
    if "DTEND" not in event and (isinstance(first, datetime) or first < date.max):
        said.append("no end")
    if "DTEND" in event and type(event["DTEND"].dt) is not type(first):
        said.append("an end of another kind")
    if _last_day(event) < _day(first):
        said.append("an end before the beginning")
    said += _html_problems(str(event.get("DESCRIPTION", "")))
    return said + (_series_problems(event, today) if "RRULE" in event else _single_problems(event, today))


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _last_day(event: Part) -> date:
    if "DTEND" not in event:
        return _day(event["DTSTART"].dt)  # as the CMS takes a day without an end
    end: date = event["DTEND"].dt
    return end.date() if isinstance(end, datetime) else end - timedelta(days=1)


def _single_problems(event: Part, today: date) -> list[str]:
    return ["over"] if _last_day(event) < today else []


def _series_problems(event: Part, today: date) -> list[str]:
    parts = dict(part.split("=") for part in rule(event).split(";"))
    day, frequency = _day(event["DTSTART"].dt), parts.get("FREQ")
    said = [f"{part} in the rule" for part in parts if part not in {"FREQ", "UNTIL", "BYDAY", "INTERVAL"}]
    if frequency not in {"YEARLY", "WEEKLY"} or (frequency == "WEEKLY") != ("BYDAY" in parts):
        said.append("rhythm")
    if frequency == "WEEKLY" and day.strftime("%a").upper()[:2] not in parts.get("BYDAY", ""):
        said.append("first day off the weekdays")
    if frequency == "YEARLY" and (day.month, day.day) == (2, 29):
        said.append("29 February")
    if _last_day(event) != day:
        said.append("a series of more than a day")
    if "UNTIL" in parts:
        until = datetime.strptime(parts["UNTIL"][:8], "%Y%m%d").date()  # noqa: DTZ007 - the CMS takes its date as it is
        if until < max(today, day):
            said.append("over, as a series")
    return said


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.depth, self.roots, self.wrong = 0, 0, list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"div", "p", "span", "br"} or attrs:
            self.wrong.append(f"<{tag}>")
        if tag != "br":
            self.roots += self.depth == 0
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag != "br"

    def handle_data(self, _: str) -> None:
        if self.depth == 0:
            self.wrong.append("text outside")


def _html_problems(text: str) -> list[str]:
    read = _Elements()
    read.feed(text)
    said = ["a line end in the description"] if "\n" in text else []
    said += ["markup " + ", ".join(read.wrong)] if read.wrong or read.depth else []
    return said + (["not one root element"] if text and read.roots != 1 else [])


def activity(text: str, title: str = "Fest") -> Concept:
    return town(f"overarching: {{activities: [{{id: fest, title: {title}, {text}}}]}}")


def integreat(concept: Concept, **options: Any) -> dict[str, Part]:
    return dict(entries(concept, profile="integreat", **{"today": TODAY, **options}))


def lost(concept: Concept, **options: Any) -> list[str]:
    return losses(concept, profile="integreat", **{"today": TODAY, **options})


def test_a_day_of_every_year_stays_a_series_with_a_last_day() -> None:
    document = "overarching: {action_days: [{id: tag, title: Tag, date: --02-20, recurrence: yearly}]}"
    day = integreat(town(document))["action_day-tag"]
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (date(2025, 2, 20), date(2025, 2, 21))
    assert rule(day) == "FREQ=YEARLY;UNTIL=20290220"
    assert day["DTSTART"].params["VALUE"] == "DATE"
    assert day.categories == ["integreat"]


def test_the_category_is_the_one_the_import_filters_by() -> None:
    assert integreat(activity("date: 2027-01-01"), category="stadt")["activity-fest"].categories == ["stadt"]


def test_what_is_over_is_left_out_and_said_so() -> None:
    assert integreat(activity("date: 2026-11-21")) == {}
    assert lost(activity("date: 2026-11-21")) == [
        "activity/fest: over by 2026-11-22, and Integreat refuses what is over"
    ]
    assert list(integreat(activity("date: 2026-11-20, end_date: 2026-11-22"))) == ["activity-fest"]
    assert list(integreat(activity("date: 2026-11-22"))) == ["activity-fest"]


def test_a_series_that_is_over_is_left_out_and_one_that_began_long_ago_is_not() -> None:
    weekly = "recurrence: {frequency: weekly, until: %s}"
    assert integreat(activity(f"date: 2025-11-03, {weekly % '2026-11-22'}")) == {}
    assert rule(integreat(activity(f"date: 2025-11-03, {weekly % '2026-11-23'}"))["activity-fest"]) == (
        "FREQ=WEEKLY;UNTIL=20261123;BYDAY=MO"
    )


def test_without_a_today_the_day_of_the_edition_counts_with_a_warning() -> None:
    concept = activity("date: 2024-11-15")
    assert list(integreat(concept, today=None)) == ["activity-fest"]
    assert integreat(activity("date: 2024-11-14"), today=None) == {}
    (doubt,) = warnings(concept, profile="integreat")
    assert doubt.startswith("concept/musterstadt: what was over on 2024-11-15, the day of the edition, is left out")


def test_to_dos_are_lost() -> None:
    concept = town("overarching: {measures: [{id: kurse, title: Kurse, time_frames: [{end: 2027}]}]}")
    assert integreat(concept) == {}
    assert lost(concept) == ["measure/kurse: Integreat knows no to-dos"]


def test_reminders_are_lost() -> None:
    assert "concept/musterstadt: Integreat knows no reminders" in lost(activity("date: 2027-01-01"), alarm_days=1)


def test_what_was_dropped_is_left_out_since_the_cms_deletes_it() -> None:
    old, new = activity("date: 2027-01-01"), town()
    assert integreat(new, previous=old) == {}
    assert lost(new, previous=old) == []


def test_every_day_becomes_every_weekday() -> None:
    daily = activity("date: 2026-12-01, recurrence: {frequency: daily, until: 2026-12-24}")
    assert rule(integreat(daily)["activity-fest"]) == "FREQ=WEEKLY;UNTIL=20261224;BYDAY=MO,TU,WE,TH,FR,SA,SU"


EVERY_OTHER_DAY = "date: 2026-11-20, recurrence: {frequency: daily, interval: 2, until: 2026-11-25}"
MONTHLY = "date: 2026-10-31, recurrence: {frequency: monthly, until: 2027-03}"
LEAP_DAY = "date: 2024-02-29, recurrence: yearly"
TWO_DAYS = "date: 2025-06-27, end_date: 2025-06-28, recurrence: {frequency: yearly, until: 2027}"
PAST_MIDNIGHT = (
    "date: 2026-11-14, start_time: '20:00', end_time: '01:00', recurrence: {frequency: weekly, until: 2026-11-28}"
)


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        (MONTHLY, {3: "2026-12-31", 4: "2027-01-31", 6: "2027-03-31"}),
        (EVERY_OTHER_DAY, {2: "2026-11-22", 3: "2026-11-24"}),
        (LEAP_DAY, {5: "2028-02-29"}),
        (TWO_DAYS, {3: "2027-06-27"}),
        (PAST_MIDNIGHT, {2: "2026-11-21", 3: "2026-11-28"}),
    ],
)
def test_what_the_cms_does_not_know_becomes_single_events(stated: str, days: dict[int, str]) -> None:
    events = integreat(activity(stated))
    starts = {uid: str(part["DTSTART"].dt)[:10] for uid, part in events.items()}
    assert starts == {f"activity-fest--{number}": day for number, day in days.items()}
    assert all("RRULE" not in part for part in events.values())
    assert refusals(exported(activity(stated), profile="integreat", today=TODAY).files[0].content) == []


def test_single_events_keep_their_identity_while_time_goes_by() -> None:
    monthly = activity(MONTHLY)
    now, later = integreat(monthly), integreat(monthly, today=date(2027, 1, 5))
    assert set(later) < set(now)


def test_a_series_without_an_end_that_the_cms_does_not_know_is_lost() -> None:
    document = "overarching: {activities: [{id: fest, title: Fest, date: 2026-12-01, recurrence: monthly}]}"
    concept = town(document, period="{start: 2025}")
    assert lost(concept) == ["activity/fest: it comes round without an end, in a way Integreat does not know"]
    yearly = town(document.replace("monthly", "yearly"), period="{start: 2025}")
    assert rule(integreat(yearly)["activity-fest"]) == "FREQ=YEARLY"


def test_a_series_of_thousands_of_single_days_is_cut_and_said_so() -> None:
    endless = activity("date: 2026-12-01, recurrence: {frequency: daily, interval: 2, until: 2999}")
    assert len(integreat(endless)) == 500
    assert lost(endless) == ["activity/fest: only its first 500 days are in the calendar"]


def test_a_series_of_one_day_is_a_single_event() -> None:
    once = activity("date: 2026-12-01, recurrence: {frequency: weekly, until: 2026-12-05}")
    assert "RRULE" not in integreat(once)["activity-fest"]


def test_times_carry_the_zone_and_what_states_no_end_ends_at_once() -> None:
    fest = integreat(activity("date: 2026-12-01, start_time: '18:00'"))["activity-fest"]
    assert fest["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert fest["DTEND"].dt == fest["DTSTART"].dt == datetime(2026, 12, 1, 18, tzinfo=BERLIN)


def test_the_last_day_of_a_timed_series_is_the_same_day_in_utc() -> None:
    timed = activity("date: 2026-12-01, start_time: '18:00', recurrence: {frequency: weekly, until: 2026-12-29}")
    assert "UNTIL=20261229T225959Z" in rule(integreat(timed)["activity-fest"])


def test_descriptions_are_one_line_of_harmless_markup() -> None:
    hostile = '"<script>alert(1)</script> & <b>fett</b>\\nzweite Zeile"'
    fest = integreat(activity(f"date: 2026-12-01, description: {hostile}, location: Hof <1>"))["activity-fest"]
    assert fest["DESCRIPTION"] == (
        "<div><p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;fett&lt;/b&gt;<br>zweite Zeile</p>"
        "<p>Hof &lt;1&gt;</p></div>"
    )
    assert "LOCATION" not in fest  # the CMS would hang it behind the markup


def test_an_address_in_straight_quotes_stands_apart_from_them() -> None:
    """The import takes it for the value of an attribute, and refuses the event where it is no address."""
    fest = integreat(activity("""date: 2026-12-01, description: 'siehe "https://[hier"'"""))["activity-fest"]
    assert fest["DESCRIPTION"] == '<div><p>siehe <span>"</span>https://[hier"</p></div>'


def test_a_title_is_one_line_and_cut_at_1024_characters_which_is_said() -> None:
    concept = activity("date: 2026-12-01", title=f'"Ein\\n {"langes " * 200}Fest"')
    title = integreat(concept)["activity-fest"]["SUMMARY"]
    assert title.startswith("Ein langes langes")
    assert len(title) == 1024
    assert lost(concept) == ["activity/fest: its title is cut to 1024 characters"]


def test_a_cut_title_is_said_only_of_what_is_told() -> None:
    concept = activity("date: 2020-12-01", title=f'"{"langes " * 200}Fest"')
    assert len(lost(concept)) == 1


def test_an_empty_calendar_is_one_the_cms_can_read() -> None:
    content = exported(town(), profile="integreat").files[0].content
    assert refusals(content) == []
    assert Calendar.from_ical(content).events == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(concepts(hostile=True))
def test_nothing_a_town_can_say_is_refused(concept: Concept) -> None:
    for file in exported(concept, profile="integreat", today=TODAY).files:
        assert refusals(file.content) == []


def test_the_checker_refuses_what_the_cms_was_seen_to_refuse() -> None:
    good = exported(activity("date: 2026-12-01, recurrence: weekly"), profile="integreat", today=TODAY).files[0].content
    assert refusals(good) == []
    for old, new in (
        (rb"RRULE:[^\r]*", b"RRULE:FREQ=WEEKLY;COUNT=5;BYDAY=TU"),
        (rb"RRULE:[^\r]*", b"RRULE:FREQ=DAILY;UNTIL=20261231"),
        (rb"RRULE:[^\r]*", b"RRULE:FREQ=WEEKLY;UNTIL=20261231"),
        (rb"RRULE:[^\r]*", b"RRULE:FREQ=YEARLY;UNTIL=20261130"),
        (rb"RRULE:[^\r]*", b"EXDATE:20261208"),
        (rb"RRULE:[^\r]*\r\n", b""),
        (rb"SUMMARY:[^\r]*", b"SUMMARY:"),
        (rb"SUMMARY:[^\r]*", b"SUMMARY:a\r\nSUMMARY:b"),
        (rb"CATEGORIES:integreat", b"CATEGORIES:Integreat"),
        (rb"DTEND;VALUE=DATE:20261202", b"DTEND;VALUE=DATE:20261201"),
        (rb"DTEND;VALUE=DATE:20261202", b"DTEND;VALUE=DATE:20261203"),
        (rb"UID:", b"UID:" + b"u" * 240),
    ):
        changed = re.sub(old, new, good)
        assert changed != good
        assert refusals(changed, today=date(2026, 12, 2)) != []
