"""Evaluations: planned, held, or due by the rule of the concept, as the evaluation of the core finds them."""

from collections.abc import Iterator

from attrs import frozen

from integrationskonzept import Loss, Message
from integrationskonzept.evaluation import Basis, Derived, UncertainDate, as_stated
from integrationskonzept.model import Evaluation
from integrationskonzept_ical.descriptions import (
    NAMES,
    Said,
    about_evaluation,
    about_rule,
    common_attributes,
    derivation,
    doubts,
    doubts_about,
    expected,
)
from integrationskonzept_ical.entries import Event, Item
from integrationskonzept_ical.i18n import message, years
from integrationskonzept_ical.options import Kind
from integrationskonzept_ical.selection import SelectedElement
from integrationskonzept_ical.working_days import last_working_day


@frozen(kw_only=True)
class _Described:
    """An evaluation with what its entry says."""

    day: Derived[UncertainDate]
    title: str
    doubts: tuple[Message, ...]
    about: tuple[Said, ...]
    parts: tuple[str | int, ...] = ()
    is_done: bool = False


def evaluation(found: SelectedElement) -> Iterator[Item | Loss]:
    """Return an evaluation as an event on the day it was held, or else on the last day it is due."""
    stated: Evaluation = found.element
    review = found.selection.reviews.get(stated.address)
    if stated.held_on:
        day = as_stated(stated.address, "held_on", stated.held_on)
    elif stated.due:
        day = as_stated(stated.address, "due", stated.due)
    else:
        day = review.due if review else as_stated(stated.address, "due", None)
        if day.value is None:
            return
    title = stated.title or NAMES[Kind.EVALUATIONS].text(found.selection.language)
    about, is_done = tuple(about_evaluation(found)), stated.held_on is not None
    yield _event(found, _Described(day=day, title=title, doubts=doubts(found), about=about, is_done=is_done))


def evaluations_due(found: SelectedElement) -> Iterator[Item | Loss]:
    """Yield an event for each due date of the evaluation rule without a stated evaluation."""
    concept, rule = found.selection.concept, found.selection.concept.evaluation
    if rule is None or rule.interval_years is None:
        return
    promised = [review for review in found.selection.reviews.values() if review.promised]
    if not promised:
        lost = message(
            "an evaluation every {years}, but from when on cannot be told",
            years=years(rule.interval_years),
        )
        yield Loss(address=concept.address, message=lost)
    elif found.selection.last_day is None:
        lost = message(
            "an evaluation every {years}, but not until when; only those up to the next are in the calendar",
            years=years(rule.interval_years),
        )
        yield Loss(address=concept.address, message=lost)
    for review in promised:
        if review.evaluation is None:
            title = _DUE.text(found.selection.language)
            about, parts = tuple(about_rule(found, rule)), ("evaluation", review.ordinal or 0)
            one = _Described(day=review.due, title=title, doubts=doubts_about(rule), about=about, parts=parts)
            yield _event(found, one)


_DUE = message("Evaluation of the integration concept due")


def _event(found: SelectedElement, one: _Described) -> Event | Loss:
    """Return an event on the last day of an evaluation, or a loss if no day can be said."""
    day = one.day
    if day.value is None:
        return Loss(address=found.element.address, message=day.rule)
    is_assumed = day.basis is Basis.DERIVED and not one.is_done
    shown = last_working_day(day.value.latest, found.selection.state) if is_assumed else day.value.latest
    basis = derivation(day, shown) if day.basis is Basis.DERIVED else None
    return Event(
        **common_attributes(found, one.doubts, basis, *one.about),
        uid=found.uid(*one.parts),
        title=expected(one.title).text(found.selection.language) if is_assumed else one.title,
        first=shown,
        last=shown,
        is_done=one.is_done,
    )
