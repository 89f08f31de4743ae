"""Dates on which activities take place."""

from collections.abc import Iterator
from datetime import date

from integrationskonzept.evaluation.date_range import UncertainDate, as_deadline, as_uncertain
from integrationskonzept.evaluation.derivation import Derived, Input, derived, stated
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.activity import ActionDay, Activity, Frequency
from integrationskonzept.model.concept import Concept


def occurrences(activity: Activity, concept: Concept, start: date, end: date) -> Iterator[Derived[UncertainDate]]:
    """Yield the dates of an activity from `start` to `end`.

    A yearly activity, and an action day given as a day of the year, has one date in each year
    of the concept's period. For other frequencies only the first date is known; an activity
    with a date without a year that does not recur has none.
    """
    begin = as_uncertain(activity.date)
    if _is_yearly(activity):
        yield from _yearly(activity, concept, start, end)
    elif begin:
        last = as_deadline(activity.end_date) or begin
        day = UncertainDate(begin.earliest, max(begin.latest, last.latest))
        yield stated(day, message("as stated"), Input(activity.address, "date", activity.date))


def _is_yearly(activity: Activity) -> bool:
    if activity.date is None or activity.date.month_day is None:
        return False
    if activity.recurrence is not None:
        return activity.recurrence.frequency is Frequency.YEARLY
    return activity.date.year is None and isinstance(activity, ActionDay)


def _yearly(activity: Activity, concept: Concept, start: date, end: date) -> Iterator[Derived[UncertainDate]]:
    begin, rule = as_uncertain(activity.date), activity.recurrence
    first = begin or as_uncertain(concept.period.start) or UncertainDate(start, start)
    last = as_deadline(rule.until if rule else None) or as_deadline(concept.period.end) or UncertainDate(end, end)
    interval = rule.interval if rule else 1
    if begin is None and interval > 1:
        return  # which years are meant is not stated
    early, late = max(start, first.earliest), min(end, last.latest)
    skipped = -(first.earliest.year - early.year) // interval * interval
    for year in range(first.earliest.year + skipped, late.year + 1, interval):
        day = _in_year(activity, year)
        if day and early <= day <= late:
            inputs = (Input(activity.address, "date", activity.date),)
            yield derived(UncertainDate(day, day), message("it comes round every year"), *inputs)


def _in_year(activity: Activity, year: int) -> date | None:
    month, day = (activity.date and activity.date.month_day) or (1, 1)
    try:
        return date(year, month, day)
    except ValueError:  # 29 February
        return None
