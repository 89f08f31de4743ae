"""Key figures of the stock-take, of fields, goals, measures and evaluations."""

from typing import ClassVar

from integrationskonzept.model.annotations import FigureRef, Number
from integrationskonzept.model.metric import Metric
from integrationskonzept.model.observation import BreakdownPart
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


@record
class Figure(Metric):
    """Kennzahl: a number about the town, as stated in the concept.

    A single value stands in the figure itself, a series of several dates in `observations`.
    """

    noun: ClassVar[str] = "figure"
    KEY_ORDER: ClassVar[tuple[str, ...]] = (
        *("number", "title", "short_title", "value", "text", "unit", "as_of", "population", "area", "approximate"),
        *("part_ref", "whole_ref", "compared_with", "breakdown", "missing"),
    )
    """The keys in files, in this order; all others come after them."""

    value: Number | None = None
    """Wert, in `unit`; lost or not given when missing."""
    text: str | None = None
    """Wert in words, where it is not a number."""
    as_of: PartialDate | None = None
    """Stand, with the precision it was stated in."""
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
