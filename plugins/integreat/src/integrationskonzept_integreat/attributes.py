"""Losses of attributes that the public pages do not show."""

from collections import Counter
from collections.abc import Iterator

import attrs

from integrationskonzept import Concept, Loss, Message
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
from integrationskonzept_integreat.i18n import message

_FIELD_OF_ACTION = (
    "number title key_statement description rationale current_state target_state achievements target_groups lead"
    " partners group goals measures activities action_days sub_fields indicators"
)
_MEASURE = (
    "number title description rationale current_state target_state horizons target_groups lead partners carrier contact"
    " activities action_days sub_measures steps indicators"
)
_ACTIVITY = "title area description date end_date start_time end_time recurrence location organisers target_groups"
_SHOWN: dict[type[Record], tuple[Message, str]] = {
    Edition: (message("the edition states"), "as_of"),
    Municipality: (message("the municipality states"), "name address email phone website"),
    FieldOfAction: (message("fields of action state"), _FIELD_OF_ACTION),
    Goal: (message("goals state"), "text sub_goals indicators achievements"),
    Measure: (message("measures state"), _MEASURE),
    Activity: (message("activities state"), _ACTIVITY),
    ActionDay: (message("action days state"), _ACTIVITY),
    Offer: (message("offers state"), "title theme description location url target_groups contacts"),
    Role: (message("roles state"), "title responsibilities task_groups"),
    Interface: (message("interfaces state"), "title between"),
    Group: (message("groups state"), "number title text field_of_action members"),
    Actor: (message("actors state"), "title contact"),
}
"""Attributes of each noun that pages show, or that have losses of their own."""

_BESIDE = {attribute.name for attribute in attrs.fields(Element)} | {"aliases", "short_title", "code"}
"""Attributes about sources, and other names; internal elements and remarks have losses of their own."""


def attribute_losses(concept: Concept) -> Iterator[Loss]:
    """Yield a loss for each noun with the attributes that pages do not show, and the number of times each is stated."""
    for noun, (who, names) in _SHOWN.items():
        shown = {*names.split(), *_BESIDE}
        stated: Counter[str] = Counter()
        for _, record in concept.records.get(noun):
            stated.update(name for name in _stated(record) if name not in shown)
        if stated:
            listed = ", ".join(f"{name} ({number})" for name, number in stated.items())
            lost = message(
                "{who} {attributes}: not on the pages",
                who=who,
                attributes=listed,
            )
            yield Loss(address=concept.address, message=lost)


def _stated(record: Record) -> Iterator[str]:
    """Yield the attributes of a record with a value other than the default."""
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        said = isinstance(record, Measure) and attribute.name == "commitment" and value in UNDECIDED
        if value not in (None, ()) and value != attribute.default and not said:
            yield attribute.name
