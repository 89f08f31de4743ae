"""Evaluations due under the concept's rule, and their state."""

from collections.abc import Container, Iterator
from datetime import date
from enum import StrEnum
from math import inf

from attrs import frozen

from integrationskonzept.evaluation.date_range import UncertainDate, as_deadline, as_uncertain
from integrationskonzept.evaluation.derivation import Derived, Input, derived, stated, unknown
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import DAYS_IN_A_YEAR, months_of
from integrationskonzept.model.evaluation import Evaluation
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.status import StatusEntry


class ReviewState(StrEnum):
    """States of an evaluation on a day."""

    HELD = "held"
    OPEN = "open"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"


_WORDS = {
    ReviewState.HELD: message("held"),
    ReviewState.OPEN: message("open"),
    ReviewState.OVERDUE: message("overdue"),
    ReviewState.UNKNOWN: message("cannot be said"),
}


@frozen(kw_only=True, repr=False)
class Review(Describable):
    """An evaluation that falls due under the concept's rule, or an additional one that the concept lists."""

    ordinal: int | None
    """Its number among those under the rule, from 1 on; None for an additional one."""
    due: Derived[UncertainDate]
    """Due date: as its entry states, or else under the rule."""
    promised: Derived[UncertainDate] | None
    """Due date under the rule; None for an additional one."""
    evaluation: Evaluation | None
    """The concept's entry for it; None when there is none."""
    state: ReviewState
    """Held, overdue, open, or cannot be said."""
    why: Message
    """The reason for the state."""

    def text(self, language: str = "en") -> str:
        """Return due date, state and reason."""
        said = message(
            "due {due}: {state}; {why}", due=value_message(self.due.value), state=_WORDS[self.state], why=self.why
        )
        return said.text(language)


def reviews(concept: Concept, today: date) -> tuple[Review, ...]:
    """List the evaluations due under the rule up to the end of the period, and additional ones the concept lists.

    Where the period has no stated end, those under the rule end with the first one due after `today`;
    they are `MOST` at most.
    Each entry of the concept is matched with the nearest one under the rule, within half an
    interval of its due date, or else of the day it was held on.
    """
    promised = _promised(concept, today)
    matched, besides = _matched(concept, promised)
    kept = _kept_until(concept, today)
    listed = [_review(number + 1, due, matched.get(number), kept, today) for number, due in enumerate(promised)]
    listed += [_review(None, None, entry, kept, today) for entry in besides]
    return tuple(sorted(listed, key=_order))


def next_review(reviewed: tuple[Review, ...]) -> Review | None:
    """Return the first evaluation that is still open."""
    return next((one for one in reviewed if one.state is ReviewState.OPEN), None)


def _order(review: Review) -> tuple[date, int]:
    due = review.due.value
    return due.latest if due else date.max, review.ordinal or 0


def _promised(concept: Concept, today: date) -> list[Derived[UncertainDate]]:
    rule, period_end = concept.evaluation, as_deadline(concept.period.end)
    if rule is None or not rule.interval_years:
        return []
    stated_start = as_uncertain(rule.start)
    months, start = months_of(rule.interval_years), stated_start or as_uncertain(concept.period.start)
    if months < 1 or start is None:
        return []
    inputs = (
        Input(concept.address, "evaluation.interval_years", rule.interval_years),
        Input(concept.address, "evaluation.start", rule.start)
        if stated_start
        else Input(concept.address, "period.start", concept.period.start),
    )
    sentence = _FROM_RULE_START if stated_start else _FROM_PERIOD_START
    until = period_end.latest if period_end else None
    return [derived(due, sentence, *inputs) for due in _series(start, months, until, today)]


MOST = 100
"""Maximum number of evaluations under a rule: more are no plan."""
_FROM_RULE_START = message("counted from the start the rule of evaluation states")
_FROM_PERIOD_START = message("counted from the start of the period, since the rule of evaluation states no start")


def _series(start: UncertainDate, months: int, until: date | None, today: date) -> Iterator[UncertainDate]:
    for number in range(1, MOST + 1):
        due = start.shift(number * months)
        if due.earliest == date.max or (until and due.earliest > until):
            return
        yield due
        if until is None and due.earliest > today:
            return


def _matched(
    concept: Concept, promised: list[Derived[UncertainDate]]
) -> tuple[dict[int, Evaluation], list[Evaluation]]:
    """Return the entries by the number of the nearest promised evaluation, and the entries without one."""
    matched: dict[int, Evaluation] = {}
    besides = []
    for entry in sorted(concept.evaluations, key=lambda entry: _nearest(entry, concept, promised, ())):
        gap, number = _nearest(entry, concept, promised, matched)
        if gap == inf:
            besides.append(entry)
        else:
            matched[number] = entry
    return matched, besides


def _nearest(
    entry: Evaluation, concept: Concept, promised: list[Derived[UncertainDate]], taken: Container[int]
) -> tuple[float, int]:
    """Return the distance in years to the nearest promised evaluation, and its number; infinity where none is near."""
    day = as_uncertain(entry.due or entry.held_on)
    interval = concept.evaluation and concept.evaluation.interval_years
    if day is None or not promised or not interval:
        return inf, 0
    first = promised[0].value or day
    guess = round(_years(first, day) / interval)
    near = [number for number in range(max(0, guess - 1), min(len(promised), guess + 2)) if number not in taken]
    gaps = [(abs(_years(promised[number].value or day, day)), number) for number in near]
    gap, number = min(gaps, default=(inf, 0))
    return (gap, number) if 2 * gap <= interval else (inf, 0)


def _years(one: UncertainDate, other: UncertainDate) -> float:
    """Return the years from one day to another, 0 where they may be the same."""
    if one.latest < other.earliest:
        return (other.earliest - one.latest).days / DAYS_IN_A_YEAR
    return min(0, (other.latest - one.earliest).days) / DAYS_IN_A_YEAR


def _kept_until(concept: Concept, today: date) -> date | None:
    """Return the date of the latest record up to `today`; None where the concept lists no evaluations."""
    if not concept.evaluations:
        return None
    dates = [concept.edition.as_of, *(entry.held_on for entry in concept.evaluations)]
    dates += [entry.as_of for _, entry in concept.records.get(StatusEntry)]
    dates += [observation.as_of for _, observation in concept.records.get(Observation)]
    known = (stated.earliest for stated in dates if stated and stated.earliest)
    return max((day for day in known if day <= today), default=date.min)


def _review(
    ordinal: int | None,
    promised: Derived[UncertainDate] | None,
    entry: Evaluation | None,
    kept: date | None,
    today: date,
) -> Review:
    due = _due(promised, entry)
    state, why = _state(due.value, entry, kept, today)
    return Review(ordinal=ordinal, due=due, promised=promised, evaluation=entry, state=state, why=why)


def _due(promised: Derived[UncertainDate] | None, entry: Evaluation | None) -> Derived[UncertainDate]:
    until = as_deadline(entry.due) if entry else None
    if entry and until:
        day = as_uncertain(entry.due) or until
        return stated(day, message("the entry of the evaluation"), Input(entry.address, "due", entry.due))
    return promised or unknown(message("the entry states no date it is due"))


def _state(
    due: UncertainDate | None, entry: Evaluation | None, kept: date | None, today: date
) -> tuple[ReviewState, Message]:
    held = entry and entry.held_on
    if held and (held.earliest or date.min) <= today:
        return ReviewState.HELD, message("held on {day}", day=value_message(held))
    if due is None:
        return ReviewState.UNKNOWN, message("no date it is due is stated")
    if today <= due.latest:
        return ReviewState.OPEN, message("it may be held until {day}", day=value_message(due.latest))
    if kept is None:
        why = message("it was due by {day}, and the concept lists no evaluations", day=value_message(due.latest))
        return ReviewState.UNKNOWN, why
    if kept <= due.latest:
        why = message("it was due by {day}, and nothing in the concept is younger", day=value_message(due.latest))
        return ReviewState.UNKNOWN, why
    why = message(
        "it was due by {day}; the concept, kept up to {kept}, does not say that it was held",
        day=value_message(due.latest),
        kept=value_message(kept),
    )
    return ReviewState.OVERDUE, why
