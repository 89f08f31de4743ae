"""The profile for any calendar program."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from integrationskonzept.testing import town
from plugins.ical.tests.calendars import entries, entry, exported

TIMED = "overarching: {activities: [{id: fest, title: Fest, date: 2026-07-01, start_time: '18:00'}]}"
WHOLE = "overarching: {activities: [{id: fest, title: Fest, date: 2026-07-01}]}"
TODO = "overarching: {measures: [{id: kurse, title: Kurse, time_frames: [{end: 2026-09-30}]}]}"


def calendar(document: str, **options: object) -> Any:
    return Calendar.from_ical(exported(town(document), **options).files[0].content)


def test_a_calendar_says_what_it_is_and_how_often_to_look() -> None:
    read = calendar(WHOLE)
    assert read["VERSION"] == "2.0"
    assert read["PRODID"] == "-//integrationskonzept//integrationskonzept-ical//DE"
    assert read["NAME"] == read["X-WR-CALNAME"] == "Integrationskonzept der Stadt Musterstadt"
    assert read["DESCRIPTION"] == "Termine aus: Integrationskonzept der Stadt Musterstadt"
    assert read["REFRESH-INTERVAL"].dt == timedelta(days=1)
    assert read["LAST-MODIFIED"].dt == datetime(2024, 11, 15, tzinfo=UTC)
    assert "METHOD" not in read


def test_name_colour_category_and_language_can_be_chosen() -> None:
    read = calendar(TODO, name="Termine; alle", colour="teal", category="Stadt, Land", language="en")
    assert read["COLOR"] == "teal"
    assert read["DESCRIPTION"] == "Dates of: Integrationskonzept der Stadt Musterstadt"
    assert read.todos[0].categories == ["Stadt, Land", "Measure"]


def test_a_name_is_text_like_any_other() -> None:
    content = exported(town(WHOLE), name="Termine; alle,\nimmer").files[0].content
    for name in (b"NAME", b"X-WR-CALNAME"):
        assert b"\r\n" + name + b":Termine\\; alle\\, immer\r\n" in content


def test_a_concept_in_english_explains_itself_in_english_and_any_other_in_german() -> None:
    for language, category in (("en-GB", "Activity"), ("de", "Aktivität"), ("fr", "Aktivität")):
        assert entry(town(WHOLE, language=language)).categories == [category]


def test_the_time_zone_comes_along_where_a_time_has_one() -> None:
    assert [str(zone["TZID"]) for zone in calendar(TIMED).timezones] == ["Europe/Berlin"]
    assert calendar(WHOLE).timezones == []


def test_the_time_zone_says_what_the_world_knows_about_germany() -> None:
    (zone,) = calendar(TIMED).timezones
    own = zone.to_tz(lookup_tzid=False)
    for year in range(1997, 2037):
        for month in range(1, 13):
            moment = datetime(year, month, 28, 12)  # noqa: DTZ001 - a local time, which the zones then place
            assert own.utcoffset(moment) == timedelta(hours=2 if 3 < month < 11 else 1) or month in {3, 10}
    for moment, hours in (
        (datetime(2026, 3, 29, 1, 59), 1),  # noqa: DTZ001
        (datetime(2026, 3, 29, 3), 2),  # noqa: DTZ001
        (datetime(2026, 10, 25, 1, 59), 2),  # noqa: DTZ001
        (datetime(2026, 10, 25, 3), 1),  # noqa: DTZ001
    ):
        assert own.utcoffset(moment) == timedelta(hours=hours)


def test_whole_days_keep_nobody_busy() -> None:
    assert entry(town(WHOLE))["TRANSP"] == "TRANSPARENT"
    assert entry(town(TIMED))["TRANSP"] == "TRANSPARENT"


def test_every_kind_has_a_colour() -> None:
    assert entry(town(WHOLE))["COLOR"] != entry(town(TODO))["COLOR"]


def test_reminders_come_on_request() -> None:
    assert entry(town(WHOLE)).subcomponents == []
    (event_alarm,) = entry(town(WHOLE), alarm_days=7).subcomponents
    (todo_alarm,) = entry(town(TODO), alarm_days=0).subcomponents
    assert (event_alarm["ACTION"], event_alarm["DESCRIPTION"]) == ("DISPLAY", "Fest")
    assert event_alarm["TRIGGER"].dt == timedelta(days=-7, hours=9)
    assert todo_alarm["TRIGGER"].dt == timedelta(hours=9)
    assert todo_alarm["TRIGGER"].params["RELATED"] == "END"


def test_a_reminder_comes_at_nine_whatever_the_hour_of_the_event() -> None:
    (alarm,) = entry(town(TIMED), alarm_days=2).subcomponents
    assert alarm["TRIGGER"].to_ical() == b"-P2DT9H"
    (alarm,) = entry(town(TIMED.replace("18:00", "07:30")), alarm_days=0).subcomponents
    assert alarm["TRIGGER"].to_ical() == b"PT1H30M"
    (alarm,) = entry(town(TIMED.replace("18:00", "09:00")), alarm_days=0).subcomponents
    assert alarm["TRIGGER"].dt == timedelta(0)


def test_nobody_is_reminded_of_what_is_done_or_over() -> None:
    done = TODO.replace("time_frames:", "schedule: {actual: {end: 2026-01}}, time_frames:")
    assert entry(town(done), alarm_days=7).subcomponents == []
    assert entry(town(done), alarm_days=7, deadlines="events").subcomponents == []
    for document in (TODO, WHOLE):
        assert entry(town(document), alarm_days=7, today=date(2026, 10, 1)).subcomponents == []
    weekly = WHOLE.replace("2026-07-01}", "2026-07-01, recurrence: {frequency: weekly, until: 2026-08-31}}")
    assert entry(town(weekly), alarm_days=7, today=date(2026, 8, 1)).subcomponents != []
    assert entry(town(weekly), alarm_days=7, today=date(2026, 9, 1)).subcomponents == []


def test_an_empty_calendar_is_still_one() -> None:
    read = calendar("")
    assert (read.events, read.todos) == ([], [])
    assert len(read.subcomponents) == 1  # a calendar must hold something


def test_without_an_id_that_fits_the_uid_is_short_all_the_same() -> None:
    long = "a" * 400
    measures = [f"{{id: {long}{more}, title: A, time_frames: [h{long}]}}" for more in ("", "b")]
    horizons = f"horizons: [{{id: h{long}, title: lang, maximum_years: 1}}]"
    document = f"{horizons}\noverarching: {{measures: [{', '.join(measures)}]}}"
    found = entries(town(document, id=long))
    assert len(found) == 2
    assert all(len(part["UID"]) <= 255 for part in found.values())
    assert len(exported(town(document, id=long)).files[0].name) < 255
