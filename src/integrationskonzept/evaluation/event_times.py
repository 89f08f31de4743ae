"""Times of activities and meetings: the first day, the hours and the rhythm."""

from collections.abc import Iterator
from datetime import date, time

from attrs import evolve, frozen

from integrationskonzept.evaluation.date_range import UncertainDate
from integrationskonzept.evaluation.derivation import Basis, Derived, Input, derived, stated, unknown
from integrationskonzept.evaluation.recurrence import LEAP_DAY, Rhythm, known_exceptions
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.activity import ActionDay, Activity, Frequency, Recurrence
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import day_in_year, goes_past_midnight, plus_days
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.meeting import Meeting
from integrationskonzept.model.partial_date import PartialDate, Precision

_SHORTEST_MONTH = 28
"""Days."""
_SOME_LEAP_YEAR = 4
"""Early enough for every period that is asked about."""
_BETWEEN_LEAP_DAYS = 9
"""Maximum number of years between two occurrences of a day of the year, that is of 29 February."""


@frozen(kw_only=True, repr=False)
class Timing(Describable):
    """Days, hours and rhythm of an activity or a meeting, with what is doubtful and what cannot be said."""

    day: Derived[UncertainDate]
    """The first day, as far as it is known."""
    last: date | None = None
    """The last day of the first occurrence; None where the first day is not known to the day."""
    start_time: time | None = None
    """Beginning, local time; None for whole days."""
    end_time: time | None = None
    rhythm: Rhythm | None = None
    """How it comes round; None if it takes place once, or where the rhythm cannot be said."""
    doubts: tuple[Message, ...] = ()
    """Assumptions and contradictions."""
    lacking: tuple[Message, ...] = ()
    """What is stated and cannot be turned into days or hours."""

    @property
    def first(self) -> date | None:
        """The first day, where it is known to the day."""
        found = self.day.value
        return found.earliest if found and found.earliest == found.latest and self.last else None

    def text(self, language: str = "en") -> str:
        """Return the first day with its basis."""
        return self.day.text(language)


def timing_of(element: Activity | Meeting, concept: Concept) -> Timing | None:
    """Return when an activity or meeting takes place; None where no date is stated.

    A day of the year that comes round every year, and an action day without a rhythm, begin with the concept's
    period. A weekly rhythm, or one of positions, in a school year or month begins on the first such day of it.
    """
    if element.date is None:
        return None
    recurrence = _recurrence(element)
    found = _first(element, element.date, recurrence, concept)
    if found.first is None:
        return found
    found = _timed(_lasting(found, found.first, element), element)
    if recurrence is None:
        return found
    if isinstance(element, ActionDay) and element.recurrence is None:
        doubt = message("No rhythm is stated; as an action day it is taken to come round every year")
        found = evolve(found, doubts=(*found.doubts, doubt))
    return _recurring(found, recurrence, element.date, concept)


def _recurrence(element: Activity | Meeting) -> Recurrence | None:
    """Return the rhythm; an action day given as a day of the year comes round every year."""
    if isinstance(element, Meeting):
        return None
    is_day_of_year = element.date is not None and element.date.precision is Precision.DAY_OF_YEAR
    if element.recurrence is None and isinstance(element, ActionDay) and is_day_of_year:
        return Recurrence(frequency=Frequency.YEARLY)
    return element.recurrence


def _first(element: Activity | Meeting, day: PartialDate, recurrence: Recurrence | None, concept: Concept) -> Timing:
    source = Input(element.address, "date", day)
    if day.day:
        return Timing(day=stated(UncertainDate(day.day, day.day), message("as stated"), source), last=day.day)
    if day.earliest and day.latest:
        begin = recurrence and _first_of_rhythm(day.earliest, recurrence)
        if begin and begin <= day.latest:
            rule = message("the first day of its rhythm in {stated}", stated=value_message(day))
            return Timing(day=derived(UncertainDate(begin, begin), rule, source), last=begin)
        return Timing(day=stated(UncertainDate(day.earliest, day.latest), message("as stated"), source))
    if recurrence is None or recurrence.frequency is not Frequency.YEARLY or recurrence.interval > 1:
        return Timing(day=unknown(message("a day without a year: {date}", date=value_message(day)), source))
    return _first_of_years(day, concept, source)


def _first_of_years(day: PartialDate, concept: Concept, source: Input) -> Timing:
    start, end = concept.period.start, concept.period.end
    if start is None or start.earliest is None:
        why = message("a day of every year, {date}, but the concept states no first year", date=value_message(day))
        rhythm = Rhythm(
            first=day_in_year(day.month_day or LEAP_DAY, _SOME_LEAP_YEAR) or date.min,
            frequency=Frequency.YEARLY,
            until=end.latest if end else None,
        )
        return Timing(day=unknown(why, source), rhythm=rhythm)
    last = (end and end.latest) or date.max
    for year in range(start.earliest.year, min(start.earliest.year + _BETWEEN_LEAP_DAYS, date.max.year + 1)):
        found = day_in_year(day.month_day or LEAP_DAY, year)
        if found and start.earliest <= found <= last:
            rule = message("it comes round every year; the first one in the concept's period")
            inputs = (source, Input(concept.address, "period.start", start))
            return Timing(day=derived(UncertainDate(found, found), rule, *inputs), last=found)
    why = message("a day of every year, {date}, that never falls into the concept's period", date=value_message(day))
    return Timing(day=unknown(why, source))


def _first_of_rhythm(earliest: date, recurrence: Recurrence) -> date | None:
    """Return the first day from `earliest` on that a rhythm names by its weekdays; None if it names none."""
    if not recurrence.weekdays or (recurrence.frequency is not Frequency.WEEKLY and not _is_positioned(recurrence)):
        return None
    if recurrence.frequency is Frequency.YEARLY:
        return None  # the month is not stated
    return next(_rhythm(earliest, recurrence).days(earliest), None)


def _is_positioned(recurrence: Recurrence) -> bool:
    return bool(recurrence.positions) and recurrence.frequency in {Frequency.MONTHLY, Frequency.YEARLY}


def _rhythm(first: date, recurrence: Recurrence, until: date | None = None) -> Rhythm:
    weekdays = tuple(sorted(day.number for day in set(recurrence.weekdays)))
    return Rhythm(
        first=first,
        frequency=recurrence.frequency,
        interval=recurrence.interval,
        weekdays=weekdays,
        positions=tuple(dict.fromkeys(recurrence.positions)) if _is_positioned(recurrence) else (),
        until=until,
    )


def _lasting(found: Timing, first: date, element: Activity | Meeting) -> Timing:
    if element.end_date is None:
        return found
    last = element.end_date.day
    if element.end_date.precision is Precision.DAY_OF_YEAR and element.end_date.month_day:
        days = (day_in_year(element.end_date.month_day, year) for year in (first.year, first.year + 1))
        last = next((day for day in days if day is not None and day >= first), None)
    if last is not None and last >= first:
        return evolve(found, last=last)
    lacking = message(
        "its last day, {date}, is no day after the first; only the first counts", date=value_message(element.end_date)
    )
    return evolve(found, lacking=(*found.lacking, lacking))


def _timed(found: Timing, element: Activity | Meeting) -> Timing:
    start, end = element.start_time, element.end_time
    if start is None and end is None:
        return found
    if start is None:
        lacking = message("an end at {end} without a beginning", end=_hour(end))
        return evolve(found, lacking=(*found.lacking, lacking))
    last = found.last or date.max
    if found.first == last and end is not None and end <= start and last < date.max:
        doubt = message(
            "The end, {end}, lies before the beginning, {start}; it is taken to be on the next day",
            start=_hour(start),
            end=_hour(end),
        )
        doubts = (*found.doubts, *((doubt,) if end < start and not goes_past_midnight(start, end) else ()))
        found = evolve(found, last=plus_days(last, end < start), doubts=doubts)
    if found.first != found.last and end is None:
        doubt = message("The hour of its end is not stated")
        return evolve(found, start_time=start, end_time=time(23, 59), doubts=(*found.doubts, doubt))
    return evolve(found, start_time=start, end_time=end)


def _hour(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def _recurring(found: Timing, recurrence: Recurrence, day: PartialDate, concept: Concept) -> Timing:
    first = found.first or date.max
    problem = _problem(recurrence)
    if problem is not None:
        return evolve(found, lacking=(*found.lacking, problem))
    rhythm = _rhythm(first, recurrence, _until(recurrence, day, concept))
    if recurrence.frequency is Frequency.WEEKLY and not rhythm.weekdays:
        rhythm = evolve(rhythm, weekdays=(first.weekday(),))
    if rhythm.until is not None and rhythm.until < first:
        lacking = message(
            "it comes round, but only until {day}, before its first day; only that counts",
            day=value_message(rhythm.until),
        )
        return evolve(found, lacking=(*found.lacking, lacking))
    begin = next(evolve(rhythm, until=None).days(first), None)
    if begin is not None and begin != first and (recurrence.frequency is Frequency.WEEKLY or rhythm.positions):
        found, rhythm = _moved(found, rhythm, begin)
    exceptions, unknown_days = known_exceptions(recurrence, concept)
    rhythm = evolve(rhythm, exceptions=exceptions)
    return evolve(found, rhythm=rhythm, doubts=(*found.doubts, *unknown_days, *_doubts(rhythm, recurrence)))


def _until(recurrence: Recurrence, day: PartialDate, concept: Concept) -> date | None:
    """Return the last day of a rhythm: as stated, or the end of its school year, or of the concept's period."""
    if recurrence.until and recurrence.until.latest:
        return recurrence.until.latest
    if day.precision is Precision.SCHOOL_YEAR:
        return day.latest
    return concept.period.end.latest if concept.period.end else None


def _moved(found: Timing, rhythm: Rhythm, begin: date) -> tuple[Timing, Rhythm]:
    """Return a rhythm that begins on the first of its days: calendars disagree about any other start."""
    first = rhythm.first
    last = plus_days(begin, ((found.last or first) - first).days)
    doubt = message(
        "The first day, {day}, is none of its weekdays; it begins on the next one", day=value_message(first)
    )
    if rhythm.positions:
        doubt = message(
            "The first day, {day}, is none of its rhythm; it begins on the next one", day=value_message(first)
        )
    rule = message("the first day of its rhythm from {day} on", day=value_message(first))
    day = derived(UncertainDate(begin, begin), rule, *found.day.inputs)
    return evolve(found, day=day, last=last, doubts=(*found.doubts, doubt)), evolve(rhythm, first=begin)


def _doubts(rhythm: Rhythm, recurrence: Recurrence) -> Iterator[Message]:
    """Yield doubts about a rhythm: days that many months lack, and words that may mean something else."""
    by_day = not rhythm.positions
    if rhythm.frequency is Frequency.MONTHLY and by_day and rhythm.first.day > _SHORTEST_MONTH:
        yield message(
            "It comes round every month on day {day}; months without that day are left out", day=rhythm.first.day
        )
    if rhythm.frequency is Frequency.YEARLY and by_day and recurrence.text:
        yield message("It comes round as '{text}'; the same date is taken every year", text=recurrence.text)


def _problem(recurrence: Recurrence) -> Message | None:
    """Return the reason why the days of a rhythm cannot be said."""
    rhythm = recurrence.text or value_message(recurrence.frequency)
    if recurrence.frequency is Frequency.IRREGULAR:
        return message("it comes round irregularly ({rhythm}); only its first day is known", rhythm=rhythm)
    if _is_positioned(recurrence) and recurrence.weekdays:
        return None
    plain = recurrence.frequency is Frequency.WEEKLY or not recurrence.weekdays
    if plain and not recurrence.positions and not (recurrence.frequency is Frequency.MONTHLY and recurrence.text):
        return None
    return message("on which day it comes round is not clear ({rhythm}); only its first day is known", rhythm=rhythm)


def occurrences(
    element: Activity | Meeting, concept: Concept, start: date, end: date
) -> Iterator[Derived[UncertainDate]]:
    """Yield the days of an activity or meeting from `start` to `end`, each with all the days it lasts.

    Where only the first date of a rhythm is known, it is the only one. A day of the year without a year that does
    not come round has none.
    """
    found = timing_of(element, concept)
    if found is None:
        return
    first, last = found.first, found.last
    if found.day.value is None:
        for day_of_year in found.rhythm.days(start, end) if found.rhythm else ():
            day = UncertainDate(day_of_year, day_of_year)
            yield derived(day, _RULES[Frequency.YEARLY], *found.day.inputs)
    elif first is None or last is None:
        if found.day.value.earliest <= end and found.day.value.latest >= start:
            yield found.day
    elif found.rhythm is None:
        day = UncertainDate(first, last)
        if first <= end and last >= start:
            yield Derived(day, found.day.basis, found.day.rule, found.day.inputs)
    else:
        lasts = (last - first).days
        for day_of_rhythm in found.rhythm.days(plus_days(start, -lasts), end):
            day = UncertainDate(day_of_rhythm, plus_days(day_of_rhythm, lasts))
            if day_of_rhythm == first and found.day.basis is Basis.STATED:
                yield stated(day, message("as stated"), *found.day.inputs)
            else:
                yield derived(day, _RULES[found.rhythm.frequency], *found.day.inputs)


_RULES = {
    Frequency.DAILY: message("it comes round by its rhythm"),
    Frequency.WEEKLY: message("it comes round by its rhythm"),
    Frequency.MONTHLY: message("it comes round by its rhythm"),
    Frequency.YEARLY: message("it comes round every year"),
}
