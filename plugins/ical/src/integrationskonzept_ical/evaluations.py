"""Evaluations: planned, held, or due by the rule of the concept."""

from collections.abc import Iterator
from datetime import date
from itertools import count, islice, takewhile

from integrationskonzept import Loss, Message, PartialDate
from integrationskonzept.model import Evaluation, EvaluationRule
from integrationskonzept_ical.deadlines import Due, after_years, assumed, last_day_of
from integrationskonzept_ical.descriptions import (
    NAMES,
    about_evaluation,
    about_rule,
    common_attributes,
    doubts,
    doubts_about,
)
from integrationskonzept_ical.entries import Event, Item
from integrationskonzept_ical.i18n import on, say, years
from integrationskonzept_ical.options import Kind
from integrationskonzept_ical.selection import SelectedElement, Selection

_MOST = 100
"""Maximum number of evaluations in a period."""
_YEAR = 365.25


def evaluation(found: SelectedElement) -> Iterator[Item | Loss]:
    """Return an evaluation as an event on the day it was held, or else on the last day it is planned for."""
    stated: Evaluation = found.element
    due = _due(stated)
    if isinstance(due, Message):
        yield Loss(address=stated.address, message=due)
    if isinstance(due, Due):
        yield Event(
            **common_attributes(found, doubts(found), due.basis, *about_evaluation(found)),
            uid=found.uid(),
            title=stated.title or NAMES[Kind.EVALUATIONS].text(found.selection.language),
            first=due.day,
            last=due.day,
        )


def _due(stated: Evaluation) -> Due | Message | None:
    day = stated.held_on or stated.due
    return last_day_of(day) if day else None


def evaluations_due(found: SelectedElement) -> Iterator[Item | Loss]:
    """Yield an event for each due date of the evaluation rule without a stated evaluation."""
    concept, rule = found.selection.concept, found.selection.concept.evaluation
    if rule is None or rule.interval_years is None:
        return
    start = rule.start or concept.period.start
    first = after_years(start.earliest, rule.interval_years) if start and start.earliest else None
    if start is None or start.earliest is None or first is None:
        yield Loss(address=concept.address, message=_uncountable(rule))
        return
    if found.selection.last_day is None:
        yield Loss(address=concept.address, message=_endless(rule))
    days = _days(start.earliest, rule.interval_years, found.selection.last_day or first)
    for number, day in islice(enumerate(days, 1), _MOST):
        if not _is_stated(found.selection, day, rule.interval_years):
            yield Event(
                **common_attributes(found, doubts_about(rule), _basis(rule, start, day), *about_rule(found, rule)),
                uid=found.uid("evaluation", number),
                title=_DUE.text(found.selection.language),
                first=day,
                last=day,
            )


_DUE = say("Evaluation of the integration concept due", "Evaluation des Integrationskonzepts fällig")


def _is_stated(selection: Selection, day: date, interval: float) -> bool:
    """Return whether the concept states an evaluation within half the interval of a day."""
    listed = (due.day for due in map(_due, selection.concept.evaluations) if isinstance(due, Due))
    return any(abs(day - near).days * 2 < interval * _YEAR for near in listed)


def _days(start: date, interval: float, end: date) -> Iterator[date]:
    ends = (after_years(start, interval * number) for number in count(1))
    return (day for day in takewhile(lambda day: day is not None and day <= end, ends) if day)


def _basis(rule: EvaluationRule, start: PartialDate, day: date) -> Message:
    """Return the rule, values and assumptions that a day is derived from."""
    period = say(
        "the start of the concept's period, since the rule states none",
        "Beginn der Laufzeit, da die Regel keinen nennt",
    )
    return say(
        "Due on {day}: derived, not stated in the concept: every {years} from {what}{first}",
        "Fällig am {day}: abgeleitet, im Konzept nicht angegeben: im Abstand von {years} ab {what}{first}",
        day=on(day),
        years=_interval(rule),
        what=say("the start of the rule", "Beginn der Regel") if rule.start else period,
        first=assumed(start),
    )


def _uncountable(rule: EvaluationRule) -> Message:
    return say(
        "an evaluation every {years}, but from when on cannot be told",
        "Evaluationen im Abstand von {years}, aber ab wann, ist nicht zu erkennen",
        years=_interval(rule),
    )


def _endless(rule: EvaluationRule) -> Message:
    return say(
        "an evaluation every {years}, but not until when; only the first is in the calendar",
        "Evaluationen im Abstand von {years}, aber nicht bis wann; nur die erste steht im Kalender",
        years=_interval(rule),
    )


def _interval(rule: EvaluationRule) -> Message:
    return years(rule.interval_years or 0)
