"""Action days, activities and meetings become events."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from integrationskonzept.testing import town
from plugins.ical.tests.calendars import entries, entry, exported, losses, rule, warnings

BERLIN = ZoneInfo("Europe/Berlin")


def activity(text: str) -> str:
    return f"overarching: {{activities: [{{id: fest, title: Fest der Kulturen, {text}}}]}}"


def action_day(text: str) -> str:
    return f"overarching: {{action_days: [{{id: tag, title: Tag der Muttersprache, {text}}}]}}"


def test_an_action_day_of_every_year_is_all_day_and_yearly_over_the_period() -> None:
    day = entry(town(action_day("date: --02-20, recurrence: yearly")))
    assert day.name == "VEVENT"
    assert day["SUMMARY"] == "Tag der Muttersprache"
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (date(2025, 2, 20), date(2025, 2, 21))
    assert rule(day) == "FREQ=YEARLY;UNTIL=20291231"


def test_a_yearly_day_begins_with_the_first_one_inside_the_period() -> None:
    document = action_day("date: --02-20, recurrence: yearly")
    day = entry(town(document, period="{start: 2025-03, end: 2027-02-19}"))
    assert day["DTSTART"].dt == date(2026, 2, 20)
    assert rule(day) == "FREQ=YEARLY;UNTIL=20270219"


def test_the_twenty_ninth_of_february_waits_for_a_leap_year() -> None:
    day = entry(town(action_day("date: --02-29, recurrence: yearly")))
    assert day["DTSTART"].dt == date(2028, 2, 29)
    assert rule(day) == "FREQ=YEARLY;UNTIL=20291231;BYMONTHDAY=29;BYMONTH=2"


def test_a_yearly_day_outside_a_short_period_is_lost() -> None:
    document = action_day("date: --09-20, recurrence: yearly")
    (lost,) = losses(town(document, period="{start: 2025-01, end: 2025-06}"))
    assert lost == "action_day/tag: a day of every year, --09-20, that never falls into the concept's period"


def test_a_yearly_day_without_a_first_year_is_lost() -> None:
    (lost,) = losses(town(action_day("date: --09-20, recurrence: yearly"), period=None))
    assert lost == "action_day/tag: a day of every year, --09-20, but the concept states no first year"


def test_a_yearly_day_without_a_last_year_goes_on() -> None:
    day = entry(town(action_day("date: --09-20, recurrence: yearly"), period="{start: 2025}"))
    assert rule(day) == "FREQ=YEARLY"


def test_a_day_without_a_year_is_lost() -> None:
    concept = town(activity("date: --06-28"))
    assert entries(concept) == {}
    assert losses(concept) == ["activity/fest: a day without a year: --06-28"]


def test_a_year_without_a_day_is_lost() -> None:
    for stated in ("2025", "2025-07", "2025-Q3", "2025-H1", "2025/26"):
        assert losses(town(activity(f"date: {stated}"))) == [f"activity/fest: no day is stated, only {stated}"]


def test_what_states_no_date_at_all_is_lost() -> None:
    concept = town("overarching: {activities: [{id: a, title: A}], action_days: [{id: b, title: B}]}")
    assert losses(concept) == ["activity/a: no date is stated", "action_day/b: no date is stated"]


def test_a_dated_activity_lasts_until_the_end_of_its_last_day() -> None:
    fest = entry(town(activity("date: 2026-06-27, end_date: 2026-06-28, location: Schlosshof")))
    assert (fest["DTSTART"].dt, fest["DTEND"].dt) == (date(2026, 6, 27), date(2026, 6, 29))
    assert fest["LOCATION"] == "Schlosshof"
    assert "RRULE" not in fest


def test_a_yearly_feast_of_two_days_keeps_both() -> None:
    fest = entry(town(activity("date: --12-31, end_date: --01-01, recurrence: yearly")))
    assert (fest["DTSTART"].dt, fest["DTEND"].dt) == (date(2025, 12, 31), date(2026, 1, 2))


def test_a_last_day_that_is_none_is_lost_but_the_first_is_told() -> None:
    for last in ("2026-06-26", "2026-07", "2026"):
        concept = town(activity(f"date: 2026-06-27, end_date: {last}"))
        assert entry(concept)["DTEND"].dt == date(2026, 6, 28)
        assert losses(concept) == [
            f"activity/fest: its last day, {last}, is no day after the first; only the first counts"
        ]


def test_times_are_those_of_a_german_town() -> None:
    fest = entry(town(activity("date: 2026-07-01, start_time: '18:00', end_time: '20:30'")))
    assert fest["DTSTART"].dt == datetime(2026, 7, 1, 18, tzinfo=BERLIN)
    assert fest["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert fest["DTEND"].dt == datetime(2026, 7, 1, 20, 30, tzinfo=BERLIN)


def test_what_states_no_end_has_none() -> None:
    assert "DTEND" not in entry(town(activity("date: 2026-07-01, start_time: '18:00'")))


def test_an_end_before_the_beginning_is_taken_to_be_the_next_day_with_a_warning() -> None:
    concept = town(activity("date: 2026-07-01, start_time: '20:00', end_time: '19:00'"))
    fest = entry(concept)
    assert fest["DTEND"].dt == datetime(2026, 7, 2, 19, tzinfo=BERLIN)
    (doubt,) = warnings(concept)
    assert doubt == "activity/fest: The end, 19:00, lies before the beginning, 20:00; it is taken to be on the next day"
    assert "Das Ende, 19:00, liegt vor dem Beginn, 20:00" in fest["DESCRIPTION"]


def test_an_evening_that_goes_past_midnight_is_no_doubt() -> None:
    concept = town(activity("date: 2026-07-01, start_time: '22:00', end_time: '01:00'"))
    assert entry(concept)["DTEND"].dt == datetime(2026, 7, 2, 1, tzinfo=BERLIN)
    assert warnings(concept) == []


def test_several_days_without_an_hour_of_the_end_end_with_the_last_day() -> None:
    concept = town(activity("date: 2026-07-01, end_date: 2026-07-03, start_time: '20:00'"))
    assert entry(concept)["DTEND"].dt == datetime(2026, 7, 3, 23, 59, tzinfo=BERLIN)
    assert warnings(concept) == ["activity/fest: The hour of its end is not stated"]


def test_an_end_without_a_beginning_is_lost() -> None:
    concept = town(activity("date: 2026-07-01, end_time: '20:00'"))
    assert entry(concept)["DTSTART"].dt == date(2026, 7, 1)
    assert losses(concept) == ["activity/fest: an end at 20:00 without a beginning"]


def test_a_weekly_course_comes_round_on_its_weekdays_until_its_last_day() -> None:
    course = "date: 2026-09-15, recurrence: {frequency: weekly, weekdays: [th, tu], until: 2026-12-18}"
    assert rule(entry(town(activity(course)))) == "FREQ=WEEKLY;UNTIL=20261218;BYDAY=TU,TH"


def test_a_weekly_course_without_weekdays_keeps_the_day_of_the_first() -> None:
    course = "date: 2026-09-15, recurrence: {frequency: weekly, interval: 2, until: 2026-12}"
    assert rule(entry(town(activity(course)))) == "FREQ=WEEKLY;UNTIL=20261231;INTERVAL=2;BYDAY=TU"


def test_a_timed_series_ends_with_its_last_local_day_in_utc() -> None:
    winter = "date: 2026-09-15, start_time: '18:00', recurrence: {frequency: weekly, until: 2026-12-15}"
    summer = "date: 2026-05-05, start_time: '18:00', recurrence: {frequency: weekly, until: 2026-06-30}"
    assert rule(entry(town(activity(winter)))) == "FREQ=WEEKLY;UNTIL=20261215T225959Z;BYDAY=TU"
    assert rule(entry(town(activity(summer)))) == "FREQ=WEEKLY;UNTIL=20260630T215959Z;BYDAY=TU"


def test_a_first_day_that_is_none_of_the_weekdays_gives_way_to_the_next_one_with_a_warning() -> None:
    concept = town(activity("date: 2026-09-15, recurrence: {frequency: weekly, weekdays: [mo, th]}"))
    assert entry(concept)["DTSTART"].dt == date(2026, 9, 17)
    assert warnings(concept) == [
        "activity/fest: The first day, 2026-09-15, is none of its weekdays; it begins on the next one"
    ]


def test_daily_and_monthly_rhythms_are_told() -> None:
    daily = "date: 2026-09-15, recurrence: {frequency: daily, until: 2026-09-20}"
    assert rule(entry(town(activity(daily)))) == "FREQ=DAILY;UNTIL=20260920"
    assert rule(entry(town(activity("date: 2026-09-15, recurrence: monthly")))) == "FREQ=MONTHLY;UNTIL=20291231"


def test_a_rhythm_that_is_not_clear_tells_the_first_day_only() -> None:
    unclear = "on which day it comes round is not clear"
    cases = {
        "irregular": "it comes round irregularly (irregular)",
        "{frequency: irregular, text: nach Bedarf}": "it comes round irregularly (nach Bedarf)",
        "{frequency: monthly, text: jeden ersten Dienstag}": f"{unclear} (jeden ersten Dienstag)",
        "{frequency: monthly, weekdays: [tu]}": f"{unclear} (monthly)",
        "{frequency: yearly, weekdays: [su]}": f"{unclear} (yearly)",
    }
    for stated, reason in cases.items():
        concept = town(activity(f"date: 2026-09-01, recurrence: {stated}"))
        assert "RRULE" not in entry(concept)
        assert losses(concept) == [f"activity/fest: {reason}; only its first day is known"]


def test_a_yearly_rhythm_in_words_is_taken_by_its_date_with_a_warning() -> None:
    concept = town(activity("date: 2026-05-10, recurrence: {frequency: yearly, text: zweiter Sonntag im Mai}"))
    assert rule(entry(concept)) == "FREQ=YEARLY;UNTIL=20291231"
    assert warnings(concept) == [
        "activity/fest: It comes round as 'zweiter Sonntag im Mai'; the same date is taken every year"
    ]


def test_a_series_that_ends_before_it_begins_tells_the_first_day_only() -> None:
    concept = town(activity("date: 2026-09-01, recurrence: {frequency: weekly, until: 2026-08}"))
    assert "RRULE" not in entry(concept)
    assert losses(concept) == [
        "activity/fest: it comes round, but only until 2026-08-31, before its first day; only that counts"
    ]


def test_a_day_every_second_year_without_a_year_is_lost() -> None:
    document = activity("date: --06-28, recurrence: {frequency: yearly, interval: 2}")
    assert losses(town(document)) == ["activity/fest: a day without a year: --06-28"]


def test_a_meeting_tells_what_for_and_with_whom() -> None:
    meeting = entry(
        town("""
actors: [{id: stadt, title: Stadt Musterstadt}]
meetings:
  - id: netzwerk
    title: 3. Netzwerktreffen
    date: 2026-03-18
    purpose: Angebote abstimmen
    organisers: [stadt]
    participants: [Vereine, Schulen]
""")
    )
    assert meeting["SUMMARY"] == "3. Netzwerktreffen"
    assert meeting["DESCRIPTION"].split("\n\n") == [
        "Angebote abstimmen",
        "Veranstaltet von: Stadt Musterstadt",
        "Teilnehmende: Vereine, Schulen",
    ]


def test_an_activity_tells_its_field_its_measure_and_its_target_groups() -> None:
    concept = town("""
target_groups: [{id: neu, title: Neuzugewanderte}]
fields_of_action:
  - id: sprache
    title: Sprache und Bildung
    measures:
      - id: kurse
        title: Sprachkurse
        activities:
          - {id: cafe, title: Sprachcafé, date: 2026-05-05, description: Reden und zuhören., target_group_refs: [neu]}
""")
    cafe = entry(concept, kinds=("activities",))
    assert cafe["DESCRIPTION"].split("\n\n") == [
        "Reden und zuhören.",
        "Für: Neuzugewanderte",
        "Maßnahme: Sprachkurse",
        "Handlungsfeld: Sprache und Bildung",
    ]
    assert cafe["CATEGORIES"].to_ical().decode() == "Aktivität,Sprache und Bildung"


def test_a_day_printed_wrongly_goes_out_as_printed_with_the_doubt_beside_it() -> None:
    concept = town("""
overarching:
  action_days:
    - id: muttersprache
      title: Tag der Muttersprache
      date: --02-20
      recurrence: yearly
      discrepancies:
        - id: datum
          kind: error
          text: Der Tag der UNESCO ist der 21. Februar.
          attribute: date
          printed: '20.02.'
          expected: --02-21
""")
    day = entry(concept)
    assert day["DTSTART"].dt == date(2025, 2, 20)
    said = "Unstimmig: Der Tag der UNESCO ist der 21. Februar. (im Dokument: 20.02.) (richtig: 21.02.)"
    assert day["DESCRIPTION"] == said
    assert warnings(concept) == [
        "action_day/muttersprache: Doubtful: Der Tag der UNESCO ist der 21. Februar. (printed: 20.02.) (right: --02-21)"
    ]


def test_a_doubt_noted_elsewhere_is_told_where_it_concerns_a_date_and_left_out_where_it_does_not() -> None:
    concept = town("""
discrepancies:
  - {id: fest-datum, kind: ambiguity, text: Das Jahr ist unklar., attribute: date, concerns: [activity/fest]}
  - {id: fest-nummer, kind: typo, text: Die Nummer ist falsch., attribute: number, concerns: [activity/fest]}
overarching: {activities: [{id: fest, title: Fest, date: 2026-06-27}]}
""")
    assert entry(concept)["DESCRIPTION"] == "Unstimmig: Das Jahr ist unklar."


def test_no_remark_of_an_editor_stands_in_an_event_of_the_app() -> None:
    concept = town("""
overarching:
  activities:
    - id: fest
      title: Fest
      date: 2026-06-27
      start_time: '13:00'
      end_time: '12:00'
      note: CANARY
      recurrence: {frequency: yearly, text: am letzten Samstag im Juni}
      discrepancies:
        - {id: tag, kind: error, text: CANARY, attribute: date, printed: CANARY, expected: CANARY, effect: CANARY}
""")
    (file,) = exported(concept, profile="integreat").files
    assert b"CANARY" not in file.content
    assert b"Unstimmig" not in file.content
    assert "am letzten Samstag im Juni" in str(file.content, "utf-8").replace("\r\n ", "")
    assert "activity/fest: Doubtful: CANARY (printed: CANARY) (right: CANARY)" in warnings(concept, profile="integreat")
    assert len(warnings(concept, profile="integreat")) > len(warnings(concept)) > 0


def test_an_element_whose_id_is_taken_is_lost_and_said_so() -> None:
    concept = town("""
overarching:
  activities: [{id: fest, title: Fest, date: 2026-06-27}, {id: fest, title: Anderes Fest, date: 2026-06-28}]
""")
    assert entry(concept)["SUMMARY"] == "Fest"
    assert losses(concept) == ["activity/fest: its id is taken; only the first one can be told"]


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    last = entry(town(activity("date: 9999-12-31, end_time: '20:00'")))
    assert last["DTSTART"].dt == date(9999, 12, 31)
    assert "DTEND" not in last


def test_an_event_until_the_last_day_there_is_ends_the_day_before() -> None:
    last = entry(town(activity("date: 9999-12-30, end_date: 9999-12-31")))
    assert (last["DTSTART"].dt, last["DTEND"].dt) == (date(9999, 12, 30), date(9999, 12, 31))


def test_every_first_tuesday_comes_round_on_first_tuesdays() -> None:
    cafe = "date: 2026-09-01, recurrence: {frequency: monthly, weekdays: [tu], positions: [1], until: 2027-07}"
    assert rule(entry(town(activity(cafe)))) == "FREQ=MONTHLY;UNTIL=20270731;BYDAY=1TU"
    sunday = "date: 2026-09-27, recurrence: {frequency: yearly, weekdays: [su], positions: [-1]}"
    assert rule(entry(town(activity(sunday)))) == "FREQ=YEARLY;UNTIL=20291231;BYDAY=-1SU;BYMONTH=9"


def test_a_course_of_a_school_year_begins_with_its_first_weekday_and_leaves_the_holidays_out() -> None:
    course = """
school_holidays:
  - {title: Herbstferien, start: 2026-10-26, end: 2026-10-30}
  - {title: Weihnachtsferien, start: 2026-12-23, end: 2027-01-09}
overarching:
  activities:
    - id: kurs
      title: Deutschkurs
      date: 2026/27
      start_time: '18:30'
      end_time: '20:00'
      recurrence: {frequency: weekly, weekdays: [tu], exceptions: [{school_holidays: true}, 2027-02-09]}
"""
    kurs = entry(town(course))
    assert kurs["DTSTART"].dt == datetime(2026, 8, 4, 18, 30, tzinfo=BERLIN)
    assert rule(kurs) == "FREQ=WEEKLY;UNTIL=20270731T215959Z;BYDAY=TU"
    left_out = [f"{one.dt:%Y-%m-%d %H:%M}" for one in kurs["EXDATE"].dts]
    assert left_out == [f"{day} 18:30" for day in ("2026-10-27", "2026-12-29", "2027-01-05", "2027-02-09")]
    assert "jeden Dienstag, außer: Schulferien, 09.02.2027" in kurs["DESCRIPTION"]
    feed = entries(town(course), profile="integreat", today=date(2026, 12, 20))
    days = [part["DTSTART"].dt.date() for part in feed.values()]
    assert days[:3] == [date(2026, 12, 22), date(2027, 1, 12), date(2027, 1, 19)]


def test_exceptions_without_days_are_doubts_and_an_event_that_never_takes_place_is_lost() -> None:
    weekly = "date: 2026-09-15, recurrence: {frequency: weekly, exceptions: [{title: in den Ferien}]}"
    doubt = "activity/fest: on which days it does not take place is not stated: in den Ferien"
    assert warnings(town(activity(weekly))) == [doubt]
    never = "date: 2026-09-15, recurrence: {frequency: weekly, exceptions: [{start: 2026-01, end: 2030}]}"
    assert losses(town(activity(never))) == ["activity/fest: its exceptions take all its days away"]


def test_a_first_day_that_is_an_exception_gives_way_to_the_next_one() -> None:
    monthly = "date: 2026-12-24, recurrence: {frequency: monthly, exceptions: [{holiday: christmas_eve}]}"
    endless = town(activity(monthly), period="{start: 2025}")
    assert entry(endless)["DTSTART"].dt == date(2027, 1, 24)
    assert losses(endless) == ["activity/fest: its exceptions are in the calendar until 2037-01-24 only"]
    assert [one.dt for one in entry(endless)["EXDATE"].dts] == [date(year, 12, 24) for year in range(2027, 2037)]


def test_an_action_day_without_a_rhythm_comes_every_year_with_a_doubt() -> None:
    concept = town(action_day("date: --06-20"))
    assert rule(entry(concept)) == "FREQ=YEARLY;UNTIL=20291231"
    assert warnings(concept) == [
        "action_day/tag: No rhythm is stated; as an action day it is taken to come round every year"
    ]


def test_the_31st_of_every_month_warns_that_some_months_have_none() -> None:
    concept = town(activity("date: 2026-01-31, recurrence: monthly"))
    assert warnings(concept) == [
        "activity/fest: It comes round every month on day 31; months without that day are left out"
    ]


def test_meetings_keep_people_busy_and_tell_which_one_they_are() -> None:
    found = entry(
        town("meetings: [{id: m, title: Netzwerktreffen, ordinal: 3, date: 2026-03-18, start_time: '18:00'}]")
    )
    assert (found["SUMMARY"], found["TRANSP"]) == ("3. Netzwerktreffen", "OPAQUE")
    assert entry(town(activity("date: 2026-07-01, start_time: '18:00'")))["TRANSP"] == "TRANSPARENT"
