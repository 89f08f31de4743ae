"""Warnings and losses of a calendar as a whole."""

from collections.abc import Iterator, Sequence

from integrationskonzept import Loss
from integrationskonzept_ical.descriptions import doubt
from integrationskonzept_ical.entries import Todo
from integrationskonzept_ical.i18n import on, say
from integrationskonzept_ical.options import Profile
from integrationskonzept_ical.selection import Selection
from integrationskonzept_ical.sequence import CalendarEntry, day_of, rank_of


def doubts(told: Sequence[CalendarEntry]) -> Iterator[Loss]:
    """Yield each doubt about an element once, however many entries it has."""
    seen = set()
    for item in (entry.item for entry in told if not entry.cancelled):
        for message in item.doubts:
            if (item.address, message.text()) not in seen:
                seen.add((item.address, message.text()))
                yield Loss(address=item.address, message=message)


def losses(selection: Selection) -> Iterator[Loss]:
    """Yield the losses of the calendar as a whole."""
    concept, options = selection.concept, selection.options
    if concept.edition.as_of is None or concept.edition.as_of.latest is None:
        lost = say(
            "the edition states no date; the calendar gives {day} for it",
            "die Ausgabe nennt keinen Stand; der Kalender setzt dafür den {day}",
            day=on(day_of(concept)),
        )
        yield Loss(address=concept.address, message=lost)
    if options.alarm_days is not None and options.profile is Profile.INTEGREAT:
        lost = say("Integreat knows no reminders", "Integreat kennt keine Erinnerungen")
        yield Loss(address=concept.address, message=lost)


def warnings(selection: Selection, told: Sequence[CalendarEntry]) -> Iterator[Loss]:
    """Yield the doubts about the calendar as a whole and about the basis of derived days."""
    concept, options = selection.concept, selection.options
    for one in concept.discrepancies if told else ():
        if one.attribute == "period":
            yield Loss(address=concept.address, message=doubt(one))
    for horizon in concept.horizons if any(isinstance(entry.item, Todo) for entry in told) else ():
        yield from (Loss(address=horizon.address, message=doubt(one)) for one in horizon.discrepancies)
    if options.profile is Profile.INTEGREAT and options.today is None:
        message = say(
            "what was over on {day}, the day of the edition, is left out; give 'today' to leave out what is over since",
            "weggelassen ist, was am {day}, dem Stand des Konzepts, vorbei war;"
            " mit 'today' entfällt auch, was seitdem vorbei ist",
            day=on(day_of(concept)),
        )
        yield Loss(address=concept.address, message=message)
    if options.previous and rank_of(concept) <= rank_of(options.previous[-1]):
        message = say(
            "the edition states no later date and no higher number than the one before it",
            "die Ausgabe nennt weder einen späteren Stand noch eine höhere Nummer als die vorige",
        )
        yield Loss(address=concept.address, message=message)
