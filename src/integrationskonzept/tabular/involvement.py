"""Table of the actors involved in measures: one row per actor, part and measure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.actor import Actor
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.measure import Measure
from integrationskonzept.tabular.columns import columns_of, pursued, said, text
from integrationskonzept.tabular.table import Table

PARTS = ("leads", "partners", "carriers", "contacts")
"""The attributes of a measure that name actors."""

_COLUMNS = (
    text("concept", message("Id of the concept")),
    text("measure", message("Id of the measure")),
    text("part", message("The part played: leads, partners, carriers or contacts")),
    text("actor", message("Id of the actor; missing where only a printed name is known")),
    text("title", message("Name of the actor, or the name as printed")),
    text("affiliation", message("Inside or outside the town's administration; missing when not stated")),
    pursued(),
)


def _fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
    return columns_of(_COLUMNS, concept, _rows(concept))


def _rows(concept: Concept) -> Iterator[tuple[Any, ...]]:
    names = {actor.id: actor.title for actor in concept.every(Actor)}
    for _, measure in concept.records.get(Measure):
        state = str(pursuit(measure, concept).state)
        for part in PARTS:
            for involvement in getattr(measure, part):
                for actor in involvement.actor_refs or (None,):
                    name = names.get(actor, involvement.printed) if actor else involvement.printed
                    yield measure.id, part, actor, name, said(involvement.affiliation), state


INVOLVEMENT = Table(name="involvement", title=message("Actors and measures"), columns=_COLUMNS, fill=_fill)
