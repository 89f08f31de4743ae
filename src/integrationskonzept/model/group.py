"""Working groups."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import FieldRef
from integrationskonzept.model.element import Element
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


class GroupKind(StrEnum):
    """Kinds of working groups by duration and purpose."""

    WORKING = "working"
    STANDING = "standing"
    PROJECT = "project"
    STEERING = "steering"


@record
class Group(Element):
    """Arbeitsgruppe: people who work on a field of action or on one occasion."""

    noun: ClassVar[str] = "group"

    number: str | None = None
    """Nummer, such as ``AG 1``."""
    title: str
    """Bezeichnung, as printed."""
    kind: GroupKind | None = None
    """Art: working (Arbeitsgruppe), standing (kontinuierlich), project (Projektgruppe) or steering
    (Steuerungsgruppe)."""
    field_of_action_ref: FieldRef | None = None
    """Handlungsfeld the group works on."""
    formed_on: PartialDate | None = None
    """Gebildet am."""
    members: tuple[Involvement, ...] = ()
    """Mitglieder."""
    text: str | None = None
    """Auftrag in words."""
