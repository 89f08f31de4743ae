"""Time frames of a concept and of its measures."""

from typing import ClassVar

from integrationskonzept.model.annotations import HorizonRef, Quantity
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


@record
class Horizon(Element):
    """Zeitrahmen: a class such as short, medium or long, as this concept defines it."""

    noun: ClassVar[str] = "horizon"

    title: str
    """Bezeichnung, such as ``kurzfristig``."""
    minimum_years: Quantity | None = None
    """Mindestens: years after the start; not stated when not given."""
    maximum_years: Quantity | None = None
    """Höchstens: years after the start; open when not given."""
    start: PartialDate | None = None
    """Beginn, for a class defined by calendar years."""
    end: PartialDate | None = None
    """Ende, for a class defined by calendar years."""
    approximate: bool = False
    """Ungefähr: the definition itself says "ca."."""
    permanent: bool = False
    """Daueraufgabe: the class has no end by intention."""


@record
class HorizonStatement(Sourced):
    """Zeithorizont of an undertaking or target, possibly one of several. A bare text stands for the horizon's id."""

    SHORT: ClassVar[str] = "horizon_ref"

    horizon_ref: HorizonRef | None = None
    """Zeitrahmen: id of the class, if named."""
    start: PartialDate | None = None
    """Beginn, where calendar dates are stated."""
    end: PartialDate | None = None
    """Ende, where calendar dates are stated; open when not given."""
    years: Quantity | None = None
    """Jahre: its length in years, from `start` or from the event under `after`."""
    after: str | None = None
    """Nach: the event it counts from, in words such as ``Beschluss`` or ``Inbetriebnahme``."""
    approximate: bool = False
    """Ungefähr ("etwa", "ca.")."""
    phase: str | None = None
    """Phase of the measure, if it has several."""
