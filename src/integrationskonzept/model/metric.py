"""Something measured, whether as an indicator of success or as a figure about the town."""

from typing import ClassVar

from integrationskonzept.model.annotations import ActorRef, Number
from integrationskonzept.model.element import Element
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.record import record


@record
class Metric(Element):
    """Messgröße: an indicator or a figure; what is measured, of whom, by what source, and the values."""

    NAMED_BY: ClassVar[tuple[str, ...]] = ("title", "number")

    number: str | None = None
    """Nummer."""
    title: str | None = None
    """Titel, as printed; it can be missing where a number names it."""
    short_title: str | None = None
    """Kurztitel."""
    definition: str | None = None
    """Definition of the value and its calculation."""
    method: str | None = None
    """Methodische Hinweise, such as a break in the series."""
    unit: str | None = None
    """Einheit, such as ``Personen``, ``%`` or ``EUR``."""
    upper_limit: Number | None = None
    """Obergrenze of a share that can exceed 100 % by its definition, such as 130."""
    population: str | None = None
    """Grundgesamtheit: the people covered by the value, and those left out."""
    area: str | None = None
    """Gebiet it applies to."""
    observations: tuple[Observation, ...] = ()
    """Messwerte: values of several dates, a series."""
    data_source: str | None = None
    """Datenquelle."""
    collection_frequency: str | None = None
    """Erhebungsrhythmus, in words such as ``jährlich``."""
    collected_by: tuple[ActorRef, ...] = ()
    """Erhoben von: ids of actors."""
    catalogue_code: str | None = None
    """Katalogcode: catalogue and code, such as ``IntMK:E1a``."""
