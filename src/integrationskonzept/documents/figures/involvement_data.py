"""Data of those who take part in measures: rows by field of action, with the parts of each actor."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from integrationskonzept.documents.figures.timeline_data import field_title
from integrationskonzept.documents.titles import title_of
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.actor import Actor
from integrationskonzept.model.measure import Measure


@frozen(kw_only=True)
class InvolvementRow:
    """A measure with those who take part in it."""

    measure: Measure
    section: int
    """The place of its heading among `InvolvementData.sections`."""
    parts: Mapping[str, tuple[str, ...]]
    """Actors by name, each with the parts played: leads, partners, carriers, contacts."""
    reason: Message | None
    """What became of a measure that is no longer pursued; nobody takes part in it."""

    @property
    def title(self) -> str:
        """Number and title of the measure."""
        return title_of(self.measure)


@frozen(kw_only=True)
class InvolvementData:
    """The measures of a concept with those who take part in them."""

    sections: tuple[Message, ...]
    rows: tuple[InvolvementRow, ...]
    actors: tuple[str, ...]
    """The names of all who take part, those with most parts first."""
    short_names: Mapping[str, str]
    """Short names of actors by their names."""


def involvement_data(evaluation: ConceptEvaluation) -> InvolvementData:
    """Return who takes part in which measure; the measures no longer pursued come last."""
    concept = evaluation.concept
    parts: dict[str, dict[str, list[str]]] = {}
    counted: Counter[str] = Counter()
    standing = {one.address: one for one in evaluation.measures if one.schedule.pursuit.stands}
    names = {actor.id: actor.title for actor in concept.every(Actor)}
    for one in standing.values():
        for part, name in _played(one.measure, names):
            played = parts.setdefault(one.address, {}).setdefault(name, [])
            if part not in played:
                played.append(part)
                counted[name] += 1
    fields = dict.fromkeys(one.field_of_action for one in evaluation.measures if one.address in standing)
    sections = [field_title(concept, field) for field in fields]
    places = {field: place for place, field in enumerate(fields)}
    ordered: list[tuple[int, MeasureEvaluation]] = sorted(
        ((places[one.field_of_action] if one.address in standing else len(places), one) for one in evaluation.measures),
        key=lambda entry: entry[0],
    )
    if len(standing) < len(evaluation.measures):
        sections.append(message("No longer pursued"))
    return InvolvementData(
        sections=tuple(sections),
        rows=tuple(_row(one, section, parts.get(one.address, {}), evaluation) for section, one in ordered),
        actors=tuple(name for name, _ in counted.most_common()),
        short_names={actor.title: actor.short_title for actor in concept.every(Actor) if actor.short_title},
    )


PARTS = ("leads", "partners", "carriers", "contacts")
"""The attributes of a measure that name actors."""


def _played(measure: Measure, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the parts in a measure, each with the name of an actor, or with the name as printed."""
    for part in PARTS:
        for involvement in getattr(measure, part):
            yield from ((part, names.get(actor) or involvement.printed or actor) for actor in involvement.actor_refs)
            if not involvement.actor_refs:
                yield part, involvement.printed or "?"


def _row(
    one: MeasureEvaluation, section: int, parts: Mapping[str, Sequence[str]], evaluation: ConceptEvaluation
) -> InvolvementRow:
    fate = one.schedule.pursuit
    return InvolvementRow(
        measure=evaluation.concept.find(Measure, one.address.partition("/")[2]),
        section=section,
        parts={name: tuple(played) for name, played in parts.items()},
        reason=None if fate.stands else fate.reason,
    )
