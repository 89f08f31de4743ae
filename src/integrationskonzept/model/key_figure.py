"""Figures of the stock-take, with what they count and when."""

from typing import ClassVar

from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.element import Element
from integrationskonzept.model.observation import BreakdownPart
from integrationskonzept.model.record import FigureRef, Number, record


@record
class Figure(Element):
    """Kennzahl: a number the concept states about the town."""

    noun: ClassVar[str] = "figure"

    title: str
    """Bezeichnung."""
    value: Number | None = None
    """Wert, in `unit`; lost or not given when missing."""
    text: str | None = None
    """Wert in words, where it is no number."""
    unit: str | None = None
    """Einheit."""
    as_of: PartialDate | None = None
    """Stand, with the precision it was stated in."""
    population: str | None = None
    """Grundgesamtheit: whom it counts."""
    area: str | None = None
    """Gebiet it speaks of."""
    approximate: bool = False
    """Ungefähr ("rund")."""
    part: FigureRef | None = None
    """Teil: for a share, the figure above the line."""
    whole: FigureRef | None = None
    """Ganzes: for a share, the figure below the line."""
    compared_with: tuple[FigureRef, ...] = ()
    """Verglichen mit: figures the document sets beside it."""
    breakdown: tuple[BreakdownPart, ...] = ()
    """Aufschlüsselung."""
    missing: str | None = None
    """Grund des Fehlens."""
