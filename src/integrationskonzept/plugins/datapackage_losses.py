"""What a concept says that stands in no table."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Addressed, Sourced
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.record import Record
from integrationskonzept.model.role import Interface, Role, TaskGroup
from integrationskonzept.model.stocktake import Need, Offer
from integrationskonzept.plugins.contracts import Loss
from integrationskonzept.tabular.schedule import LONGEST, years_of

_ACTIVITY = ("id", "title", "area", "date", "recurrence")
_TOLD: Mapping[type[Record], frozenset[str]] = {
    kind: frozenset(names)
    for kind, names in {
        Measure: (
            *("id", "number", "title", "kind", "lead", "partners", "carrier", "contact", "horizons", "schedule"),
            *("status", "priority", "commitment", "goal_refs", "indicators", "activities", "action_days"),
            *("merged_into", "split_into", "successor"),
        ),
        Indicator: (
            *("id", "title", "kind", "unit", "direction", "population", "catalogue_code", "baseline", "target"),
            *("observations", "benchmarks", "data_source", "frequency", "collected_by"),
        ),
        Observation: (
            *("as_of", "value", "minimum", "maximum", "reached", "text", "approximate", "population", "missing"),
            "note",
        ),
        Activity: _ACTIVITY,
        ActionDay: _ACTIVITY,
        Role: ("id", "title", "actor", "responsibilities", "task_groups"),
        TaskGroup: ("id", "tasks"),
        Interface: ("id", "title", "between"),
        Offer: ("id", "title", "theme", "contacts", "target_groups"),
        Need: ("id", "text", "perspective", "existing_offers"),
    }.items()
}
"""What the tables tell of the nouns that have one."""

_ORIGIN = frozenset(attribute.name for attribute in attrs.fields(Sourced) if attribute.name not in {"note", "internal"})
"""What says where a statement comes from; told once, for all of them."""


def losses(concept: Concept) -> Iterator[Loss]:
    """Yield what is in no table, by noun or by attribute, with how often it is stated."""
    if len(years_of(concept)) > LONGEST:
        said = message(
            "the period covers {count} years; the schedule by year is written for {longest} at most, and is empty",
            count=len(years_of(concept)),
            longest=LONGEST,
        )
        yield _loss(concept, said)
    for kind, found in concept.records.items():
        if kind in _TOLD:
            yield from _attributes(kind, found.records, concept)
        elif issubclass(kind, Addressed) and kind is not Concept:
            said = message("{noun}: stated {count} times, and in no table", noun=label(kind.noun), count=len(found))
            yield _loss(concept, said)
    count = sum(_has_origin(record) for found in concept.records.values() for record in found.records)
    if count:
        yield _loss(concept, message("where {count} statements come from is in no table", count=count))


def _attributes(kind: type[Record], records: list[Any], concept: Concept) -> Iterator[Loss]:
    noun = label(getattr(kind, "noun", kind.__name__.lower()))
    for attribute in attrs.fields(kind):
        if attribute.name in _TOLD[kind] | _ORIGIN | {"internal"}:
            continue
        count = sum(_is_stated(record, attribute) for record in records)
        if count:
            said = message(
                "{noun}, {attribute}: stated {count} times, and in no table",
                noun=noun,
                attribute=label(attribute.name),
                count=count,
            )
            yield _loss(concept, said)


def _is_stated(record: Record, attribute: "attrs.Attribute[Any]") -> bool:
    value = getattr(record, attribute.name)
    return value not in (None, (), False) and bool(value != attribute.default)


def _has_origin(record: Record) -> bool:
    return isinstance(record, Sourced) and any(getattr(record, name) for name in _ORIGIN)


def _loss(concept: Concept, said: Message) -> Loss:
    return Loss(address=concept.address, message=said)
