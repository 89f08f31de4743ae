"""The part of a concept that is still pursued, for publication."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from integrationskonzept import Concept, pursuit
from integrationskonzept.model import FieldOfAction, Goal, Measure, Overarching

_PARTS = ("sub_fields", "goals", "sub_goals", "measures", "sub_measures")
"""Attributes that hold fields of action, goals and measures."""

P = TypeVar("P", FieldOfAction, Overarching, Goal, Measure)


def pursued(concept: Concept) -> Concept:
    """Return a concept without the measures and goals that are no longer pursued.

    Their parts are left out too, except those still pursued, such as a measure that resulted from a split:
    they take the place of the whole.
    """
    planned = [*concept.every(Measure), *concept.every(Goal)]
    if all(pursuit(one, concept).stands for one in planned):
        return concept
    return attrs.evolve(
        concept,
        fields_of_action=tuple(_within(concept, field) for field in concept.fields_of_action),
        overarching=_within(concept, concept.overarching) if concept.overarching else None,
    )


def _within(concept: Concept, around: P) -> P:
    changes: dict[str, Any] = {}
    for name in _PARTS:
        parts = getattr(around, name, ())
        changes |= {name: tuple(_standing(concept, parts))} if parts else {}
    return attrs.evolve(around, **changes)


def _standing(concept: Concept, parts: Iterable[Any]) -> Iterator[Any]:
    for part in parts:
        if not isinstance(part, Goal | Measure) or pursuit(part, concept).stands:
            yield _within(concept, part)
        else:
            yield from _standing(concept, part.sub_goals if isinstance(part, Goal) else part.sub_measures)
