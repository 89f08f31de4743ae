"""Key figures of the stock-take."""

from typing import ClassVar

from integrationskonzept.model.annotations import FigureRef, Number
from integrationskonzept.model.element import Element
from integrationskonzept.model.observation import BreakdownPart
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


@record
class Figure(Element):
    """Kennzahl: a number about the town, as stated in the concept."""

    noun: ClassVar[str] = "figure"

    title: str
    """Bezeichnung."""
    value: Number | None = None
    """Wert, in `unit`; lost or not given when missing."""
    text: str | None = None
    """Wert in words, where it is not a number."""
    unit: str | None = None
    """Einheit."""
    as_of: PartialDate | None = None
    """Stand, with the precision it was stated in."""
    population: str | None = None
    """Grundgesamtheit: the people counted."""
    area: str | None = None
    """Gebiet it applies to."""
    approximate: bool = False
    """Ungefähr ("rund")."""
    part_ref: FigureRef | None = None
    """Teil: for a share, the figure that is the numerator."""
    whole_ref: FigureRef | None = None
    """Ganzes: for a share, the figure that is the denominator."""
    compared_with: tuple[FigureRef, ...] = ()
    """Verglichen mit: figures the document compares it with."""
    breakdown: tuple[BreakdownPart, ...] = ()
    """Aufschlüsselung."""
    missing: str | None = None
    """Grund des Fehlens."""
