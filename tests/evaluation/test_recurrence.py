"""Rhythms: which days they have, whatever window is asked about."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationskonzept import testing
from integrationskonzept.errors import InvalidValueError
from integrationskonzept.evaluation.event_times import occurrences, timing_of
from integrationskonzept.evaluation.recurrence import Rhythm, exception_in_words, known_exceptions
from integrationskonzept.evaluation.rhythm_words import rhythm_in_words
from integrationskonzept.model.activity import (
    ActionDay,
    Activity,
    Frequency,
    Recurrence,
    RecurrenceException,
    SchoolHoliday,
    Weekday,
)
from integrationskonzept.model.dates import Holiday, Span
from tests.evaluation.town import day, town

ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("rhythm", "last"),
    [
        (Rhythm(first=date(9998, 11, 30), frequency=Frequency.DAILY), date(9999, 12, 31)),
        (Rhythm(first=date(9998, 12, 4), frequency=Frequency.WEEKLY, weekdays=(4, 5)), date(9999, 12, 31)),
        (Rhythm(first=date(9998, 11, 30), frequency=Frequency.MONTHLY), date(9999, 12, 30)),
        (Rhythm(first=date(9998, 11, 30), frequency=Frequency.YEARLY), date(9999, 11, 30)),
    ],
)
def test_a_rhythm_ends_with_the_last_year_there_is(rhythm: Rhythm, last: date) -> None:
    *_, found = rhythm.days()
    assert found == last == rhythm.last()


def test_a_day_that_a_month_does_not_have_is_passed_over() -> None:
    monthly = Rhythm(first=date(2026, 1, 31), frequency=Frequency.MONTHLY, until=date(2026, 5, 31))
    assert [one.month for one in monthly.days()] == [1, 3, 5]
    assert [number for number, _ in monthly.numbered()] == [1, 3, 5]


DAYS = st.dates(date(2015, 1, 1), date(2032, 1, 1))
RHYTHMS = st.builds(
    Rhythm,
    first=DAYS,
    frequency=st.sampled_from([Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY]),
    interval=st.integers(1, 5),
    weekdays=st.sets(st.integers(0, 6), min_size=1, max_size=3).map(sorted).map(tuple),
    positions=st.sets(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), max_size=2).map(sorted).map(tuple),
    until=DAYS,
)


def has(rhythm: Rhythm, one: date) -> bool:
    """Return whether a rhythm has a day, by going through what it says."""
    first = rhythm.first
    months = (one.year - first.year) * 12 + one.month - first.month
    positioned = bool(rhythm.positions) and one.weekday() in rhythm.weekdays
    from_start = (one.day - 1) // 7 + 1
    from_end = -(((((one.replace(day=1) + timedelta(days=32)).replace(day=1)) - one).days - 1) // 7 + 1)
    on_place = positioned and (from_start in rhythm.positions or from_end in rhythm.positions)
    on_day = on_place if rhythm.positions else one.day == first.day
    match rhythm.frequency:
        case Frequency.DAILY:
            return (one - first).days % rhythm.interval == 0
        case Frequency.WEEKLY:
            weeks = ((one - one.weekday() * ONE_DAY) - (first - first.weekday() * ONE_DAY)).days // 7
            return one.weekday() in rhythm.weekdays and weeks % rhythm.interval == 0
        case Frequency.MONTHLY:
            return on_day and months % rhythm.interval == 0
        case _:
            return on_day and one.month == first.month and (one.year - first.year) % rhythm.interval == 0


@settings(max_examples=150, deadline=None)
@given(RHYTHMS, DAYS)
def test_days_are_those_that_the_rhythm_says_from_wherever_one_begins(drawn: Rhythm, since: date) -> None:
    rhythm = drawn if drawn.frequency in {Frequency.MONTHLY, Frequency.YEARLY} else evolve(drawn, positions=())
    until = rhythm.until or date.max
    every = [rhythm.first + number * ONE_DAY for number in range(max(0, (until - rhythm.first).days + 1))]
    expected = [one for one in every if has(rhythm, one)]
    assert list(rhythm.days()) == expected
    assert list(rhythm.days(since)) == [one for one in expected if one >= since]
    assert rhythm.last() == max(expected, default=None)
    numbers = {one: number for number, one in rhythm.numbered()}
    assert {one: number for number, one in rhythm.numbered(since)} == {
        one: number for one, number in numbers.items() if one >= since
    }
    assert len(set(numbers.values())) == len(numbers)


def test_a_rhythm_of_centuries_is_not_gone_through() -> None:
    weekly = Rhythm(first=date(1, 1, 1), frequency=Frequency.WEEKLY, weekdays=(0,), until=date(9999, 12, 31))
    assert next(weekly.days(date(2026, 11, 27))) == date(2026, 11, 30)
    assert weekly.last() == date(9999, 12, 27)
    assert list(weekly.days(date(2026, 11, 30), date(2026, 11, 1))) == []


def test_a_rhythm_whose_last_years_have_no_day_is_looked_through_to_the_end() -> None:
    gone = RecurrenceException(start=day("2000-01-01"))
    yearly = Rhythm(first=date(1990, 5, 1), frequency=Frequency.YEARLY, until=date(2100, 1, 1), exceptions=(gone,))
    assert yearly.last() == date(1999, 5, 1)
    never = evolve(yearly, exceptions=(RecurrenceException(end=day("2200")),))
    assert never.last() is None


def test_exceptions_take_days_away_and_leave_the_numbers_as_they_are() -> None:
    exceptions = (
        RecurrenceException(date=day("2026-12-23")),
        RecurrenceException(date=day("--12-25")),
        RecurrenceException(start=day("2026-12-27"), end=day("2026-12-28")),
        RecurrenceException(start=day("--12-30"), end=day("--01-02")),
        RecurrenceException(holiday=Holiday.EPIPHANY),
    )
    daily = Rhythm(first=date(2026, 12, 22), frequency=Frequency.DAILY, until=date(2027, 1, 7), exceptions=exceptions)
    assert [one.day for one in daily.days()] == [22, 24, 26, 29, 3, 4, 5, 7]
    assert [number for number, _ in daily.numbered()] == [1, 3, 5, 8, 13, 14, 15, 17]
    assert [one.day for one in daily.excepted(date(2026, 12, 1), date(2026, 12, 28))] == [23, 25, 27, 28]


def test_an_exception_from_29_february_holds_in_every_year() -> None:
    winter = (RecurrenceException(start=day("--02-01"), end=day("--02-29")),)
    daily = Rhythm(first=date(2027, 1, 31), frequency=Frequency.DAILY, until=date(2027, 3, 1), exceptions=winter)
    assert list(daily.days()) == [date(2027, 1, 31), date(2027, 3, 1)]
    from_leap_day = (RecurrenceException(start=day("--02-29"), end=day("--03-02")),)
    later = evolve(daily, first=date(2027, 2, 28), until=date(2027, 3, 3), exceptions=from_leap_day)
    assert list(later.days()) == [date(2027, 2, 28), date(2027, 3, 3)]


def test_a_period_of_the_year_that_names_one_year_only_takes_nothing_away() -> None:
    mixed = (RecurrenceException(start=day("--12-24"), end=day("2027-01-06")),)
    daily = Rhythm(first=date(2026, 12, 23), frequency=Frequency.DAILY, until=date(2026, 12, 26), exceptions=mixed)
    assert len(list(daily.days())) == 4
    _, unknown = known_exceptions(Recurrence(frequency=Frequency.DAILY, exceptions=mixed), town())
    assert "--12-24 to 2027-01-06" in str(unknown[0])


def test_an_exception_over_new_year_holds_in_the_first_year_there_is() -> None:
    winter = (RecurrenceException(start=day("--12-30"), end=day("--01-02")),)
    daily = Rhythm(first=date(1, 1, 1), frequency=Frequency.DAILY, until=date(1, 1, 3), exceptions=winter)
    assert [one.day for one in daily.days()] == [1, 2, 3]  # the period began in a year that is not in the calendar


def test_school_holidays_are_the_periods_that_the_concept_lists() -> None:
    rule = Recurrence(frequency=Frequency.WEEKLY, exceptions=(RecurrenceException(school_holidays=True),))
    autumn = SchoolHoliday(title="Herbstferien", start=day("2026-10-26"), end=day("2026-10-30"))
    undated = SchoolHoliday(title="Pfingstferien")
    known, unknown = known_exceptions(rule, town(school_holidays=(autumn, undated)))
    assert [(one.title, one.start, one.end) for one in known] == [("Herbstferien", autumn.start, autumn.end)]
    assert unknown == ()
    known, unknown = known_exceptions(rule, town())
    assert (known, list(map(str, unknown))) == ((), ["the concept lists no school holidays with dates"])


def test_a_position_is_one_to_five_from_either_end() -> None:
    with pytest.raises(InvalidValueError, match="a position in the month is 1 to 5, or -1 to -5"):
        Recurrence(frequency=Frequency.MONTHLY, positions=(6,))


WORDS = [
    ("weekly, weekdays: [tu, th]", None, "every Tuesday and Thursday", "jeden Dienstag und Donnerstag"),
    ("weekly", "2026-09-15", "every Tuesday", "jeden Dienstag"),
    ("weekly", None, "every week", "wöchentlich"),
    ("weekly, interval: 2", None, "every 2 weeks", "alle 2 Wochen"),
    ("weekly, interval: 2, weekdays: [fr]", None, "every 2 weeks on Friday", "alle 2 Wochen am Freitag"),
    (
        "monthly, weekdays: [tu], positions: [1]",
        None,
        "every first Tuesday of the month",
        "jeden ersten Dienstag im Monat",
    ),
    (
        "monthly, weekdays: [mo], positions: [1, -1]",
        None,
        "every first and last Monday of the month",
        "jeden ersten und letzten Montag im Monat",
    ),
    (
        "monthly, interval: 3, weekdays: [tu], positions: [2]",
        None,
        "every 3 months on the second Tuesday",
        "alle 3 Monate am zweiten Dienstag",
    ),
    ("monthly", "2026-09-15", "every month on day 15", "monatlich am 15."),
    ("monthly", None, "every month", "monatlich"),
    ("monthly, interval: 2", None, "every 2 months", "alle 2 Monate"),
    ("monthly, interval: 2", "2026-09-15", "every 2 months on day 15", "alle 2 Monate am 15."),
    ("daily", None, "every day", "täglich"),
    ("daily, interval: 3", None, "every 3 days", "alle 3 Tage"),
    ("yearly", "--03-08", "every year on --03-08", "jedes Jahr am 08.03."),
    ("yearly, interval: 2", None, "every 2 years", "alle 2 Jahre"),
    (
        "yearly, weekdays: [su], positions: [-1]",
        "2026-09-27",
        "every year on the last Sunday in September",
        "jedes Jahr am letzten Sonntag im September",
    ),
    ("irregular", None, "irregularly", "unregelmäßig"),
    ("irregular, text: nach Bedarf", None, "nach Bedarf", "nach Bedarf"),
    ("weekly, until: 2027-07-15", None, "every week, until 2027-07-15", "wöchentlich, bis 15.07.2027"),
    (
        "weekly, exceptions: [{school_holidays: true}, {holiday: good_friday}, --12-24]",
        None,
        "every week, except: school holidays, Good Friday, --12-24",
        "wöchentlich, außer: Schulferien, Karfreitag, 24.12.",
    ),
]


@pytest.mark.parametrize(("stated", "first", "english", "german"), WORDS)
def test_a_rhythm_is_said_in_words(stated: str, first: str | None, english: str, german: str) -> None:
    rhythm = f"recurrence: {{frequency: {stated}}}"
    (activity,) = testing.town(f"overarching: {{activities: [{{id: a, title: A, {rhythm}}}]}}").activities
    assert activity.recurrence
    words = rhythm_in_words(activity.recurrence, day(first) if first else None)
    assert (words.text(), words.text("de")) == (english, german)


@pytest.mark.parametrize(
    ("exception", "words"),
    [
        (RecurrenceException(title="Sommerferien", start=day("2026-07-30")), "Sommerferien"),
        (RecurrenceException(printed="in den Ferien"), "in den Ferien"),
        (RecurrenceException(start=day("2026-07-30"), end=day("2026-09-12")), "30.07.2026 bis 12.09.2026"),
        (RecurrenceException(start=day("2026-07-30")), "ab dem 30.07.2026"),
        (RecurrenceException(end=day("2026-07-30")), "bis 30.07.2026"),
    ],
)
def test_an_exception_is_said_in_words(exception: RecurrenceException, words: str) -> None:
    assert exception_in_words(exception).text("de").replace("ab 30", "ab dem 30") == words


def weekly(**stated: object) -> Recurrence:
    return Recurrence(frequency=Frequency.WEEKLY, weekdays=(Weekday.TUESDAY,), **stated)  # type: ignore[arg-type]  # of many types


def course(date_: str, recurrence: Recurrence | None, **stated: object) -> Activity:
    return Activity(id="kurs", title="Kurs", date=day(date_), recurrence=recurrence, **stated)  # type: ignore[arg-type]  # of many types


def test_a_weekly_course_of_a_school_year_takes_place_on_its_weekdays_in_it() -> None:
    found = timing_of(course("2026/27", weekly()), town())
    assert found
    assert found.rhythm
    assert (found.first, found.rhythm.last()) == (date(2026, 8, 4), date(2027, 7, 27))
    assert "first day of its rhythm in 2026/27" in str(found)


def test_a_monthly_meeting_of_a_month_begins_with_its_first_position() -> None:
    rule = Recurrence(frequency=Frequency.MONTHLY, weekdays=(Weekday.FRIDAY,), positions=(-1,))
    found = timing_of(course("2026-09", rule), town())
    assert found
    assert found.first == date(2026, 9, 25)


@pytest.mark.parametrize(
    "recurrence",
    [
        None,
        Recurrence(frequency=Frequency.WEEKLY),
        Recurrence(frequency=Frequency.YEARLY, weekdays=(Weekday.FRIDAY,), positions=(1,)),
        Recurrence(frequency=Frequency.MONTHLY, weekdays=(Weekday.FRIDAY,), positions=(5,)),
    ],
)
def test_without_weekdays_a_month_names_no_first_day(recurrence: Recurrence | None) -> None:
    found = timing_of(course("2026-09", recurrence), town())
    assert found
    assert found.first is None


def test_a_first_day_that_does_not_fit_the_rhythm_gives_way_to_the_next_one() -> None:
    rule = Recurrence(frequency=Frequency.MONTHLY, weekdays=(Weekday.TUESDAY,), positions=(1,))
    found = timing_of(course("2026-09-15", rule, end_date=day("2026-09-16")), town())
    assert found
    assert (found.first, found.last) == (date(2026, 10, 6), date(2026, 10, 7))
    assert list(map(str, found.doubts)) == [
        "The first day, 2026-09-15, is none of its rhythm; it begins on the next one"
    ]


def test_positions_without_weekdays_are_not_clear() -> None:
    rule = Recurrence(frequency=Frequency.MONTHLY, positions=(1,))
    found = timing_of(course("2026-09-15", rule), town())
    assert found
    assert "on which day it comes round is not clear" in str(found.lacking[0])


def test_every_occurrence_falls_on_its_day_and_lasts_as_long_as_the_first() -> None:
    kurs = course("2026-09-15", weekly(until=day("2026-10-06")), end_date=day("2026-09-16"))
    found = [str(one.value) for one in occurrences(kurs, town(), date(2026, 9, 23), date(2026, 12, 31))]
    assert found == ["2026-09-22 to 2026-09-23", "2026-09-29 to 2026-09-30", "2026-10-06 to 2026-10-07"]


def test_the_first_day_of_a_rhythm_is_stated_and_those_after_it_follow() -> None:
    found = list(occurrences(course("2026-09-15", weekly()), town(), date(2026, 9, 1), date(2026, 9, 30)))
    assert [one.basis.value for one in found] == ["stated", "derived", "derived"]


def test_an_action_day_with_a_year_takes_place_once() -> None:
    tag = ActionDay(id="tag", title="Tag", date=day("2026-02-21"))
    assert [str(one.value) for one in occurrences(tag, town(), date(2020, 1, 1), date(2040, 1, 1))] == ["2026-02-21"]


def test_outside_the_period_asked_about_nothing_takes_place() -> None:
    window = date(2030, 1, 1), date(2031, 1, 1)
    for one in (course("2026-09", None), course("2026-09-15", None), Activity(id="a", title="A")):
        assert list(occurrences(one, town(period=Span()), *window)) == []


@pytest.mark.parametrize(
    ("stated", "doubts", "lacking"),
    [
        ({"recurrence": Recurrence(frequency=Frequency.MONTHLY), "date": day("2026-01-31")}, ["on day 31"], []),
        (
            {"recurrence": Recurrence(frequency=Frequency.YEARLY, text="am ersten Sonntag im Mai")},
            ["It comes round as 'am ersten Sonntag im Mai'"],
            [],
        ),
        ({"recurrence": Recurrence(frequency=Frequency.IRREGULAR)}, [], ["it comes round irregularly"]),
        ({"recurrence": weekly(until=day("2026-05"))}, [], ["only until 2026-05-31, before its first day"]),
        ({"recurrence": Recurrence(frequency=Frequency.WEEKLY)}, [], []),
        ({"start_time": time(14), "end_time": time(11)}, ["lies before the beginning"], []),
        ({"start_time": time(22), "end_time": time(1)}, [], []),
        ({"start_time": time(22), "end_date": day("2026-09-16")}, ["The hour of its end is not stated"], []),
        ({"end_time": time(20)}, [], ["an end at 20:00 without a beginning"]),
        ({"end_date": day("2026-09-14")}, [], ["is no day after the first"]),
        ({"recurrence": weekly(), "date": day("2026-09-14")}, ["none of its weekdays"], []),
    ],
)
def test_what_is_doubtful_or_lacking_is_said(stated: dict[str, Any], doubts: list[str], lacking: list[str]) -> None:
    found = timing_of(Activity(id="a", title="A", **{"date": day("2026-09-15")} | stated), town())
    assert found
    for said, expected in ((found.doubts, doubts), (found.lacking, lacking)):
        assert len(said) == len(expected)
        assert all(words in str(one) for words, one in zip(expected, said, strict=True))


def test_a_day_of_every_year_that_never_falls_into_the_period_has_no_day() -> None:
    tag = ActionDay(id="tag", title="Tag", date=day("--09-20"))
    found = timing_of(tag, town(period=Span(start=day("2025-01"), end=day("2025-06"))))
    assert found
    assert str(found.day.rule) == "a day of every year, --09-20, that never falls into the concept's period"
    yearly = ActionDay(id="tag", title="Tag", date=day("--12-31"), end_date=day("--01-01"))
    first = timing_of(yearly, town(period=Span(start=day("2025"))))
    assert first
    assert (first.first, first.last) == (date(2025, 12, 31), date(2026, 1, 1))
