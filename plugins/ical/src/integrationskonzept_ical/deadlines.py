"""Deadlines as exact days, derived by a rule where the concept states less."""

from calendar import monthrange
from datetime import MAXYEAR, date
from math import isfinite

from attrs import frozen

from integrationskonzept import Message, PartialDate
from integrationskonzept.model import Precision
from integrationskonzept_ical.i18n import as_stated, on, say

_MONTHS = 12


@frozen(kw_only=True)
class Due:
    """A deadline as a day."""

    day: date
    basis: Message | None = None
    """The rule and the values it is derived from; None if the concept states the day."""


def last_day_of(stated: PartialDate) -> Due | Message:
    """Return the last day that a stated date can mean as a deadline, or the reason why there is none."""
    if stated.latest is None:
        return say("a day without a year: {date}", "ein Tag ohne Jahr: {date}", date=as_stated(stated))
    if stated.precision is Precision.DAY:
        return Due(day=stated.latest)
    basis = say(
        "Due on {day}: derived as the last day of the stated {stated}",
        "Fällig am {day}: abgeleitet als letzter Tag der Angabe {stated}",
        day=on(stated.latest),
        stated=as_stated(stated),
    )
    return Due(day=stated.latest, basis=basis)


def after_years(start: date, years: float) -> date | None:
    """Return the day `years` after `start`, rounded to months; None if that is no later day."""
    months = round(years * _MONTHS) if isfinite(years) and years < MAXYEAR else 0
    year, month = divmod(start.year * _MONTHS + start.month - 1 + months, _MONTHS)
    if months <= 0 or year > MAXYEAR:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def assumed(start: PartialDate) -> Message:
    """Return the start date of a computation, with the assumption made if it is not an exact day."""
    if start.precision is Precision.DAY:
        return say(" ({start})", " ({start})", start=as_stated(start))
    return say(" ({start}, taken to be its first day)", " ({start}, angenommen der erste Tag)", start=as_stated(start))
