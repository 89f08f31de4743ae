"""Warnings and losses of a calendar as a whole."""

from collections.abc import Iterator, Sequence

from integrationskonzept import Concept, Loss
from integrationskonzept.model import value_message
from integrationskonzept_ical.descriptions import doubt
from integrationskonzept_ical.entries import Item, Todo
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.options import Profile
from integrationskonzept_ical.selection import Selection
from integrationskonzept_ical.sequence import day_of, rank_of


def losses(selection: Selection) -> Iterator[Loss]:
    """Yield the losses of the calendar as a whole."""
    concept, options = selection.concept, selection.options
    if concept.edition.as_of is None or concept.edition.as_of.latest is None:
        lost = message(
            "the edition states no date; the calendar gives {day} for it",
            day=value_message(day_of(concept)),
        )
        yield Loss(address=concept.address, message=lost)
    if options.alarm_days is not None and options.profile is Profile.INTEGREAT:
        lost = message("Integreat knows no reminders")
        yield Loss(address=concept.address, message=lost)


def warnings(selection: Selection, items: Sequence[Item]) -> Iterator[Loss]:
    """Yield the doubts about the calendar as a whole and about the basis of derived days."""
    concept, options = selection.concept, selection.options
    for one in concept.discrepancies if items else ():
        if one.attribute == "period":
            yield Loss(address=concept.address, message=doubt(one))
    for horizon in concept.horizons if any(isinstance(item, Todo) for item in items) else ():
        yield from (Loss(address=horizon.address, message=doubt(one)) for one in horizon.discrepancies)
    if options.profile is Profile.INTEGREAT and options.today is None:
        warning = message(
            "what was over on {day}, the day of the edition, is left out; give 'today' to leave out what is over since",
            day=value_message(day_of(concept)),
        )
        yield Loss(address=concept.address, message=warning)
    last = options.previous[-1] if options.previous else None
    if isinstance(last, Concept) and rank_of(concept) <= rank_of(last):
        warning = message(
            "the edition states no later date and no higher number than the one before it",
        )
        yield Loss(address=concept.address, message=warning)
