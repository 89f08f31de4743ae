"""Days of activities as newcomers are told them: never a day on which nothing takes place."""

from collections.abc import Callable
from datetime import date

from integrationskonzept import Concept, PartialDate
from integrationskonzept.evaluation import Rhythm, timing_of
from integrationskonzept.model import Activity, Frequency, plus_days

_YEARS_AHEAD = 9 * 366
"""Days within which a rhythm comes round, even one on 29 February."""

_Days = tuple[PartialDate | None, PartialDate | None]


def days_of(activity: Activity, concept: Concept, today: date) -> _Days:
    """Return the first and the last day that are told of an activity.

    Of a rhythm by day, week or month it is the first day on which it takes place, exceptions left out, and none once
    it has begun. Of what takes place every year, and has begun, it is the day without the year. All others are told as
    stated.
    """
    timing = timing_of(activity, concept)
    recurrence = activity.recurrence
    if recurrence is None or timing is None or timing.rhythm is None:
        return activity.date, activity.end_date
    if recurrence.frequency is Frequency.YEARLY:
        begun = timing.rhythm.interval == 1 and timing.rhythm.first < today
        return (_yearless(activity.date), _yearless(activity.end_date)) if begun else (activity.date, activity.end_date)
    first = _next(timing.rhythm, timing.rhythm.first)
    if first is None or first < today:
        return None, None
    if activity.date and activity.date.day in (None, first):
        return activity.date, activity.end_date
    return PartialDate(first.isoformat()), None


def _yearless(stated: PartialDate | None) -> PartialDate | None:
    """Return a day without its year; a date of any other precision as it is."""
    return stated if stated is None or stated.day is None else PartialDate(f"--{stated.day:%m-%d}")


def is_ahead(activity: Activity, concept: Concept, today: date) -> bool:
    """Return whether an activity has a date or a rhythm and is not over."""
    return bool(activity.date or activity.recurrence) and not is_over(activity, concept, today)


def is_over(activity: Activity, concept: Concept, today: date) -> bool:
    """Return whether an activity is known to take place on no day from today on."""
    timing = timing_of(activity, concept)
    if timing is None:
        return False
    if timing.rhythm:
        lasts = (timing.last - timing.first).days if timing.first and timing.last else 0
        return _next(timing.rhythm, plus_days(today, -lasts)) is None
    if activity.recurrence:  # without a day to count from, only a stated end can be over
        until = activity.recurrence.until
        return until is not None and until.latest is not None and until.latest < today
    latest = timing.day.value.latest if timing.day.value else None
    return (timing.last or latest or today) < today


def _next(rhythm: Rhythm, since: date) -> date | None:
    """Return the next day of a rhythm; None where it has none for years."""
    since = max(since, rhythm.first)
    return next(rhythm.days(since, plus_days(since, _YEARS_AHEAD * rhythm.interval)), None)


def sort_key(concept: Concept) -> Callable[[Activity], tuple[bool, date]]:
    """Return the order in which activities are told: rhythms as they stand in the concept, then single ones by day."""

    def key(activity: Activity) -> tuple[bool, date]:
        if activity.recurrence:
            return False, date.min
        timing = timing_of(activity, concept)
        return True, (timing and timing.first) or date.max

    return key
