"""Pairs of editions: the second is a random revision of the first."""

from random import Random
from typing import Any

import attrs
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from integrationskonzept.comparison.edition_index import layout
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.record import Record
from integrationskonzept.testing import concepts

patiently = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
"""Whole concepts take long to generate, above all on a busy machine."""


@st.composite
def editions(draw: st.DrawFn) -> tuple[Concept, Concept]:
    """An edition and a later one: its elements dropped, doubled, shuffled, moved and altered; or another concept."""
    old, other = draw(concepts()), draw(concepts())
    if draw(st.booleans()):
        return old, other
    chance = draw(st.randoms(use_true_random=False))
    return old, rewritten(old, _by_class(other), [], chance)


def rewritten(record: Any, others: dict[type, list[Any]], moving: list[Any], chance: Random) -> Any:
    """Rewrite a record: values come from records of its class elsewhere, elements from lists of their class."""
    found = layout(type(record))
    changes: dict[str, Any] = {}
    if others.get(type(record)) and chance.random() < 0.3:
        donor = chance.choice(others[type(record)])
        names = [name for name in found.plain if name != "id" and chance.random() < 0.4]
        changes = {name: getattr(donor, name) for name in names}
    for name in found.slots:
        elements = [rewritten(element, others, moving, chance) for element in getattr(record, name)]
        changes[name] = tuple(_shuffled(elements, moving, chance))
    for name in found.through:
        inner = getattr(record, name)
        if inner is not None:
            dropped = name != "edition" and chance.random() < 0.1
            changes[name] = None if dropped else rewritten(inner, others, moving, chance)
    try:
        return attrs.evolve(record, **changes)
    except (TypeError, ValueError):  # the values contradict each other
        return record


def _shuffled(elements: list[Any], moving: list[Any], chance: Random) -> list[Any]:
    if elements and chance.random() < 0.5:
        kind = type(elements[0])
        fitting = [one for one in moving if type(one) is kind]
        elements += fitting[:1]
        moving.append(elements.pop(chance.randrange(len(elements))))
    if elements and chance.random() < 0.1:
        elements.append(chance.choice(elements))
    if chance.random() < 0.2:
        chance.shuffle(elements)
    return elements


def _by_class(concept: Concept) -> dict[type, list[Record]]:
    return {kind: [record for _, record in found] for kind, found in concept.records.items()}
