"""Attributes of the elements on the pages that pages for everybody do not say."""

from collections import Counter
from collections.abc import Iterator

import attrs

from integrationskonzept import Concept, Loss
from integrationskonzept.model import (
    ActionDay,
    Activity,
    Actor,
    Edition,
    Element,
    FieldOfAction,
    Goal,
    Group,
    Interface,
    Measure,
    Municipality,
    Offer,
    Record,
    Role,
)
from integrationskonzept_integreat.context_builder import UNDECIDED
from integrationskonzept_integreat.i18n import say

_FIELD_OF_ACTION = (
    "number title key_statement description rationale current_state target_state achievements target_groups lead"
    " partners group goals measures activities action_days sub_fields indicators"
)
_MEASURE = (
    "number title description rationale current_state target_state horizons target_groups lead partners carrier contact"
    " activities action_days sub_measures steps indicators"
)
_ACTIVITY = "title area description date end_date start_time end_time recurrence location organisers target_groups"
_TOLD: dict[type[Record], tuple[str, str, str]] = {
    Edition: ("the edition states", "Die Ausgabe nennt", "as_of"),
    Municipality: ("the municipality states", "Die Kommune nennt", "name address email phone website"),
    FieldOfAction: ("fields of action state", "Handlungsfelder nennen", _FIELD_OF_ACTION),
    Goal: ("goals state", "Ziele nennen", "text sub_goals indicators achievements"),
    Measure: ("measures state", "Maßnahmen nennen", _MEASURE),
    Activity: ("activities state", "Aktivitäten nennen", _ACTIVITY),
    ActionDay: ("action days state", "Aktionstage nennen", _ACTIVITY),
    Offer: ("offers state", "Angebote nennen", "title theme description location url target_groups contacts"),
    Role: ("roles state", "Rollen nennen", "title responsibilities task_groups"),
    Interface: ("interfaces state", "Schnittstellen nennen", "title between"),
    Group: ("groups state", "Arbeitsgruppen nennen", "number title text field_of_action members"),
    Actor: ("actors state", "Akteure nennen", "title contact"),
}
"""What pages say of each noun, and what is counted among the losses as elements of their own."""

_BESIDE = {attribute.name for attribute in attrs.fields(Element)} | {"aliases", "short_title", "code"}
"""Where something comes from and what else it is called; remarks and what is internal are told elsewhere."""


def unsaid(concept: Concept) -> Iterator[Loss]:
    """Yield a loss for each noun with the attributes that the pages have no place for, and how often each is stated."""
    for noun, (english, german, told) in _TOLD.items():
        shown = {*told.split(), *_BESIDE}
        stated: Counter[str] = Counter()
        for _, record in concept.records.get(noun):
            stated.update(name for name in _stated(record) if name not in shown)
        if stated:
            listed = ", ".join(f"{name} ({number})" for name, number in stated.items())
            lost = say(
                "{who} {attributes}: not on the pages",
                "{who} {attributes}: nicht auf den Seiten",
                who=say(english, german),
                attributes=listed,
            )
            yield Loss(address=concept.address, message=lost)


def _stated(record: Record) -> Iterator[str]:
    """Yield the attributes that a record states otherwise than by saying nothing."""
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        said = isinstance(record, Measure) and attribute.name == "commitment" and value in UNDECIDED
        if value not in (None, ()) and value != attribute.default and not said:
            yield attribute.name
