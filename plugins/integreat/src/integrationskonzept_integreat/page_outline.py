"""Outline of the pages: which there are, one below another, in every language the same."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from integrationskonzept import Concept
from integrationskonzept.model import ActionDay, Activity, FieldOfAction, Group, Interface, Offer, Role
from integrationskonzept_integreat.activity_dates import is_ahead, is_over
from integrationskonzept_integreat.page import ACTION_DAYS, ACTIVITIES, CONCEPT, OFFERS, OVERARCHING, ROLES, START


@frozen(kw_only=True)
class Outline:
    """A page independent of language."""

    key: str
    address: str
    parent: str | None
    template: str


def outlines(concept: Concept, today: date, *, about_concept: bool) -> Iterator[Outline]:
    """Yield every page with content: the start page, what newcomers look for, and on request the concept."""
    yield Outline(key=START, address=concept.address, parent=None, template="start.html")
    there = {
        OFFERS: concept.every(Offer),
        ACTIVITIES: [one for one in concept.every(Activity) if is_ahead(one, concept, today)],
        ACTION_DAYS: [one for one in concept.every(ActionDay) if not is_over(one, concept, today)],
    }
    for key, elements in there.items():
        if elements:
            yield Outline(key=key, address=concept.address, parent=START, template=f"{key}.html")
    if about_concept:
        yield from _about_concept(concept)


def _about_concept(concept: Concept) -> Iterator[Outline]:
    yield Outline(key=CONCEPT, address=concept.address, parent=START, template="concept.html")
    for area in concept.every(FieldOfAction):
        above = concept.parent(area.address)
        parent = above.address if isinstance(above, FieldOfAction) else CONCEPT
        yield Outline(key=area.address, address=area.address, parent=parent, template="field.html")
    stated = concept.overarching
    if stated and any((stated.goals, stated.measures, stated.activities, stated.action_days)):
        yield Outline(key=OVERARCHING, address=concept.address, parent=CONCEPT, template="overarching.html")
    if any(concept.every(noun) for noun in (Role, Interface, Group)):
        yield Outline(key=ROLES, address=concept.address, parent=CONCEPT, template="roles.html")
