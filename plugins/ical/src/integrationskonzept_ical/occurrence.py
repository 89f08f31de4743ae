"""Dates, times and recurrence of activities and meetings."""

from collections.abc import Iterator
from datetime import MAXYEAR, date, time, timedelta

from attrs import evolve, frozen

from integrationskonzept import Message, PartialDate
from integrationskonzept.model import Activity, Frequency, Meeting, Precision, Recurrence
from integrationskonzept_ical.i18n import as_stated, on, say
from integrationskonzept_ical.selection import SelectedElement, Selection
from integrationskonzept_ical.series import DAYS, Series

_ONE_DAY = timedelta(days=1)
_LEAP = 9
"""Maximum number of years between two occurrences of a day of the year, that is of 29 February."""


@frozen(kw_only=True)
class Occurrence:
    """Dates, times and recurrence of an event, with doubts and losses."""

    first: date
    last: date
    start_time: time | None = None
    end_time: time | None = None
    series: Series | None = None
    doubts: tuple[Message, ...] = ()
    losses: tuple[Message, ...] = ()


def occurrence_of(found: SelectedElement) -> Occurrence | Message | None:
    """Return the occurrence of an activity or meeting, the reason why there is none, or None if no date is stated."""
    stated: Activity | Meeting = found.element
    selection = found.selection
    recurrence = stated.recurrence if isinstance(stated, Activity) else None
    first = _first_day(selection, stated.date, recurrence) if stated.date else None
    if not isinstance(first, date):
        return first
    happens = _timed(_lasting(Occurrence(first=first, last=first), stated), stated)
    return _recurring(selection, happens, recurrence) if recurrence else happens


def _first_day(selection: Selection, stated: PartialDate, recurrence: Recurrence | None) -> date | Message:
    if stated.day is not None:
        return stated.day
    if stated.precision is not Precision.DAY_OF_YEAR:
        return say("a year without a day: {date}", "ein Jahr ohne Tag: {date}", date=as_stated(stated))
    if recurrence is None or recurrence.frequency is not Frequency.YEARLY or recurrence.interval > 1:
        return say("a day without a year: {date}", "ein Tag ohne Jahr: {date}", date=as_stated(stated))
    if selection.first_day is None:
        return say(
            "a day of every year, {date}, but the concept states no first year",
            "ein Tag in jedem Jahr, {date}, aber das Konzept nennt kein erstes Jahr",
            date=as_stated(stated),
        )
    return _first_in_period(selection.first_day, selection.last_day or date.max, stated)


def _first_in_period(start: date, end: date, stated: PartialDate) -> date | Message:
    for year in range(start.year, min(start.year + _LEAP, MAXYEAR + 1)):
        day = _in_year(stated, year)
        if day is not None and start <= day <= end:
            return day
    return say(
        "a day of every year, {date}, that never falls into the concept's period",
        "ein Tag in jedem Jahr, {date}, der nie in die Laufzeit des Konzepts fällt",
        date=as_stated(stated),
    )


def _in_year(stated: PartialDate, year: int) -> date | None:
    month, day = stated.month_day or (0, 0)
    try:
        return date(year, month, day)
    except ValueError:  # 29 February
        return None


def _lasting(found: Occurrence, stated: Activity | Meeting) -> Occurrence:
    if stated.end_date is None:
        return found
    last = stated.end_date.day
    if stated.end_date.precision is Precision.DAY_OF_YEAR:
        years = (found.first.year, min(found.first.year + 1, MAXYEAR))
        days = (_in_year(stated.end_date, year) for year in years)
        last = next((day for day in days if day is not None and day >= found.first), None)
    if last is not None and last >= found.first:
        return evolve(found, last=last)
    lost = say(
        "its last day, {date}, is no day after the first; only the first is in the calendar",
        "sein letzter Tag, {date}, ist kein Tag nach dem ersten; nur der erste steht im Kalender",
        date=as_stated(stated.end_date),
    )
    return evolve(found, losses=(*found.losses, lost))


def _timed(found: Occurrence, stated: Activity | Meeting) -> Occurrence:
    start, end = stated.start_time, stated.end_time
    if start is None and end is None:
        return found
    if start is None:
        lost = say("an end at {end} without a beginning", "ein Ende um {end} ohne Beginn", end=f"{end:%H:%M}")
        return evolve(found, losses=(*found.losses, lost))
    if found.first == found.last and end is not None and end < start and found.last < date.max:
        doubt = say(
            "The end, {end}, lies before the beginning, {start}; it is taken to be on the next day",
            "Das Ende, {end}, liegt vor dem Beginn, {start}; gemeint ist wohl der nächste Tag",
            start=f"{start:%H:%M}",
            end=f"{end:%H:%M}",
        )
        found = evolve(found, last=found.last + _ONE_DAY, doubts=(*found.doubts, doubt))
    if found.first < found.last and end is None:
        doubt = say("The hour of its end is not stated", "Die Uhrzeit des Endes ist nicht angegeben")
        return evolve(found, start_time=start, end_time=time(23, 59), doubts=(*found.doubts, doubt))
    return evolve(found, start_time=start, end_time=end)


def _recurring(selection: Selection, found: Occurrence, recurrence: Recurrence) -> Occurrence:
    problem = _problem(recurrence)
    if problem is not None:
        return evolve(found, losses=(*found.losses, problem))
    until = (recurrence.until and recurrence.until.latest) or selection.last_day
    days = tuple(DAYS.index(day) for day in recurrence.weekdays)
    if recurrence.frequency is Frequency.WEEKLY:
        days = days or (found.first.weekday(),)
        found = _on_weekday(found, days)
    if until is not None and until < found.first:
        lost = say(
            "it comes round, but only until {day}, before its first day; only that is in the calendar",
            "es wiederholt sich, aber nur bis {day}, vor seinem ersten Tag; nur dieser steht im Kalender",
            day=on(until),
        )
        return evolve(found, losses=(*found.losses, lost))
    series = Series(frequency=recurrence.frequency, interval=recurrence.interval, days=days, until=until)
    return evolve(found, series=series, doubts=(*found.doubts, *_in_words(recurrence, series)))


def _in_words(recurrence: Recurrence, series: Series) -> Iterator[Message]:
    """Return a doubt about a yearly recurrence stated in words too: they may mean a weekday rather than a date."""
    if series.frequency is Frequency.YEARLY and recurrence.text:
        yield say(
            "It comes round as '{text}'; the calendar takes the same date every year",
            "Es wiederholt sich „{text}“; der Kalender nimmt jedes Jahr dasselbe Datum",
            text=recurrence.text,
        )


def _problem(recurrence: Recurrence) -> Message | None:
    """Return the reason why a calendar cannot express a recurrence."""
    rhythm = recurrence.text or recurrence.frequency.value
    if recurrence.frequency is Frequency.IRREGULAR:
        return say(
            "it comes round irregularly ({rhythm}); only its first day is in the calendar",
            "es wiederholt sich unregelmäßig ({rhythm}); nur der erste Tag steht im Kalender",
            rhythm=rhythm,
        )
    plain = recurrence.frequency is Frequency.WEEKLY or not recurrence.weekdays
    if plain and not (recurrence.frequency is Frequency.MONTHLY and recurrence.text):
        return None
    return say(
        "on which day it comes round is not clear ({rhythm}); only its first day is in the calendar",
        "an welchem Tag es sich wiederholt, ist nicht eindeutig ({rhythm}); nur der erste Tag steht im Kalender",
        rhythm=rhythm,
    )


def _on_weekday(found: Occurrence, days: tuple[int, ...]) -> Occurrence:
    """Return the first day of a weekly series on one of its weekdays: calendars disagree about any other start."""
    ahead = min((day - found.first.weekday()) % 7 for day in days)
    if not ahead or date.max - found.last < timedelta(days=ahead):
        return found
    moved = timedelta(days=ahead)
    doubt = say(
        "The first day, {day}, is none of its weekdays; it begins on the next one",
        "Der erste Tag, {day}, ist keiner der Wochentage; es beginnt am nächsten",
        day=on(found.first),
    )
    return evolve(found, first=found.first + moved, last=found.last + moved, doubts=(*found.doubts, doubt))
