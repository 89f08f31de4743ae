"""Table of the actors involved in measures: one row per actor, part and measure."""

from collections.abc import Iterator

from attrs import frozen

from integrationskonzept.evaluation.current_status import PursuitState, pursuit
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.actor import Actor, Affiliation
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.measure import Measure
from integrationskonzept.tabular.columns import pursued, text
from integrationskonzept.tabular.table import table_of

PARTS = ("leads", "partners", "carriers", "contacts")
"""The attributes of a measure that name actors."""


@frozen
class _Row:
    measure: str
    part: str
    actor: str | None
    title: str | None
    affiliation: Affiliation | None
    pursuit: PursuitState


def _rows(concept: Concept) -> Iterator[_Row]:
    names = {actor.id: actor.title for actor in concept.every(Actor)}
    for _, measure in concept.records.get(Measure):
        state = pursuit(measure, concept).state
        for part in PARTS:
            for involvement in getattr(measure, part):
                for actor in involvement.actor_refs or (None,):
                    title = names.get(actor, involvement.printed) if actor else involvement.printed
                    yield _Row(measure.id, part, actor, title, involvement.affiliation, state)


INVOLVEMENT = table_of(
    "involvement",
    message("Actors and measures"),
    _rows,
    (
        text("measure", message("Id of the measure")),
        text("part", message("The part played: leads, partners, carriers or contacts")),
        text("actor", message("Id of the actor; missing where only a printed name is known")),
        text("title", message("Name of the actor, or the name as printed")),
        text("affiliation", message("Inside or outside the town's administration; missing when not stated")),
        pursued(),
    ),
)
