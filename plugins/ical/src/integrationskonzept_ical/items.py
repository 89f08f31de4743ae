"""Everything a calendar can say of a concept, and what it cannot."""

from collections.abc import Callable, Iterator
from datetime import date

from attrs import evolve, frozen

from integrationskonzept import Loss, pursuit
from integrationskonzept_ical.entries import Event, Item, Todo
from integrationskonzept_ical.evaluations import evaluation, evaluations_due
from integrationskonzept_ical.events import activity, meeting
from integrationskonzept_ical.i18n import say
from integrationskonzept_ical.selection import Found, View
from integrationskonzept_ical.series import earlier, later
from integrationskonzept_ical.text import one_line, sayable
from integrationskonzept_ical.todos import goal, measure, step, targets

_MAKERS: dict[str, Callable[[Found], Iterator[Item | Loss]]] = {
    "action_day": activity,
    "activity": activity,
    "meeting": meeting,
    "concept": evaluations_due,
    "evaluation": evaluation,
    "measure": measure,
    "goal": goal,
    "step": step,
    "indicator": targets,
}
_DATED = frozenset({"action_day", "activity", "meeting", "evaluation", "step"})
"""Nouns of which one expects a date."""


@frozen(kw_only=True)
class Items:
    """What a calendar says of one edition, and what it cannot."""

    items: tuple[Item, ...]
    losses: tuple[Loss, ...]


def items_of(view: View) -> Items:
    """Collect what the options ask for, noun by noun in document order; what states no date is lost last."""
    items: list[Item] = []
    losses, undated = list(_doubled(view)), []
    untitled = _UNTITLED.text(view.language)
    for found in view.chosen():
        fate = pursuit(found.element, view.concept)
        if not fate.stands:
            losses.append(Loss(address=found.element.address, message=say(*_NOT_PURSUED, why=fate.reason)))
            continue
        made = list(_MAKERS[found.element.noun](found))
        if not made and found.element.noun in _DATED:
            undated.append(Loss(address=found.element.address, message=_UNDATED))
        losses += [one for one in made if isinstance(one, Loss)]
        kept = (_within(view, one) for one in made if isinstance(one, Item))
        items += [item if one_line(item.title) else evolve(item, title=untitled) for item in kept if item]
    losses += [Loss(address=item.address, message=_CONTROLS) for item in items if not _sayable(item)]
    return Items(items=tuple(items), losses=(*losses, *undated))


def _doubled(view: View) -> Iterator[Loss]:
    """Say of every element whose id is taken already that only the first one is meant by it."""
    taken = say("its id is taken; only the first one can be told", "Kennung schon vergeben; nur das erste zählt")
    for path, element in view.candidates():
        if view.concept.index[element.address][0] != path:
            yield Loss(address=element.address, message=taken)


def _within(view: View, item: Item) -> Item | None:
    """Cut an item to the period the options ask for; None where nothing of it is left."""
    start, end = view.options.start or date.min, view.options.end or date.max
    if isinstance(item, Todo):
        return item if start <= item.due <= end else None
    if not isinstance(item, Event) or item.series is None:
        return item if isinstance(item, Event) and item.first <= end and item.last >= start else None
    lasts = item.last - item.first
    first = next(item.series.from_day(item.first, earlier(start, lasts)), None)
    if first is None or first > end:
        return None
    until = min(item.series.until or end, end) if view.options.end else item.series.until
    return evolve(item, first=first, last=later(first, lasts), series=evolve(item.series, until=until))


def _sayable(item: Item) -> bool:
    location = item.location if isinstance(item, Event) else None
    return all(map(sayable, (item.title, *item.paragraphs, *item.categories, location or "")))


_NOT_PURSUED = ("not pursued any more: {why}", "nicht weiterverfolgt: {why}")
_UNDATED = say("no date is stated", "kein Datum angegeben")
_UNTITLED = say("(untitled)", "(ohne Titel)")
_CONTROLS = say(
    "control characters, which no calendar can carry, are left out",
    "Steuerzeichen, die kein Kalender enthalten kann, sind weggelassen",
)
