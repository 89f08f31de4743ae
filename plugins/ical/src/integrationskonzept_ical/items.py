"""All calendar entries of a concept, and the losses."""

from collections.abc import Callable, Iterator
from datetime import date

from attrs import evolve, frozen

from integrationskonzept import Loss
from integrationskonzept.model import plus_days
from integrationskonzept.plugins.kit import is_clean, one_line
from integrationskonzept_ical.due_dates import goal, measure, step, targets
from integrationskonzept_ical.entries import Event, Item, Todo
from integrationskonzept_ical.evaluations import evaluation, evaluations_due
from integrationskonzept_ical.events import activity, meeting
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.selection import SelectedElement, Selection

_MAKERS: dict[str, Callable[[SelectedElement], Iterator[Item | Loss]]] = {
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
"""Nouns that are expected to have a date."""


@frozen(kw_only=True)
class Items:
    """The entries and losses of one edition."""

    items: tuple[Item, ...]
    losses: tuple[Loss, ...]


def items_of(selection: Selection) -> Items:
    """Return the requested items, noun by noun in document order; losses of elements without a date come last."""
    items: list[Item] = []
    losses, undated = list(_doubled(selection)), []
    untitled = _UNTITLED.text(selection.language)
    for found in selection.chosen():
        if not found.pursuit.stands:
            why = message("not pursued any more: {why}", why=found.pursuit.reason)
            losses.append(Loss(address=found.element.address, message=why))
            continue
        made = list(_MAKERS[found.element.noun](found))
        if not made and found.element.noun in _DATED:
            undated.append(Loss(address=found.element.address, message=_UNDATED))
        losses += [one for one in made if isinstance(one, Loss)]
        kept = (_within(selection, one) for one in made if isinstance(one, Item))
        items += [item if one_line(item.title) else evolve(item, title=untitled) for item in kept if item]
    losses += [Loss(address=item.address, message=_CONTROLS) for item in items if not _sayable(item)]
    return Items(items=tuple(items), losses=(*losses, *undated))


def _doubled(selection: Selection) -> Iterator[Loss]:
    """Yield a loss for every element whose id is not unique: the id refers to the first one."""
    taken = message("its id is taken; only the first one can be told")
    for path, element in selection.candidates():
        if selection.concept.index[element.address][0] != path:
            yield Loss(address=element.address, message=taken)


def _within(selection: Selection, item: Item) -> Item | None:
    """Return an item clipped to the requested period; None if nothing is left."""
    start, end = selection.options.start or date.min, selection.options.end or date.max
    if isinstance(item, Todo):
        return item if start <= item.due <= end else None
    if not isinstance(item, Event) or item.rhythm is None:
        return item if isinstance(item, Event) and item.first <= end and item.last >= start else None
    lasts = (item.last - item.first).days
    first = next(item.rhythm.days(plus_days(start, -lasts), end), None)
    if first is None:
        return None
    until = min(item.rhythm.until or end, end) if selection.options.end else item.rhythm.until
    return evolve(item, first=first, last=plus_days(first, lasts), rhythm=evolve(item.rhythm, first=first, until=until))


def _sayable(item: Item) -> bool:
    location = item.location if isinstance(item, Event) else None
    return all(map(is_clean, (item.title, *item.paragraphs, *item.categories, location or "")))


_UNDATED = message("no date is stated")
_UNTITLED = message("(untitled)")
_CONTROLS = message(
    "control characters, which no calendar can carry, are left out",
)
