"""Observations: measured values, or the reason why a value is missing."""

from integrationskonzept.model.annotations import Number, StatusRef
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


@record
class BreakdownPart(Sourced):
    """Aufschlüsselung: one part of a value, such as the women among the participants."""

    category: str
    """Ausprägung, such as ``Frauen``."""
    dimension: str | None = None
    """Merkmal, such as ``Geschlecht``; parts of one dimension add up to a count, an amount or all (100 %),
    while of a share, a gap or a trend each has its own."""
    level_ref: StatusRef | None = None
    """Stufe: id of the level of the status scale that is counted, where a stock-take counts by status."""
    value: Number | None = None
    """Wert, in the unit of the whole unless `unit` says otherwise."""
    unit: str | None = None
    """Einheit, where it differs from that of the whole, such as ``%``."""
    approximate: bool = False
    """Ungefähr ("rund", "ca.")."""
    missing: str | None = None
    """Grund des Fehlens."""


@record
class Observation(Sourced):
    """Messwert: a measured value, or the reason why it is missing."""

    as_of: PartialDate | None = None
    """Stand, with the precision it was stated in."""
    value: Number | None = None
    """Wert, in the unit of the indicator or figure."""
    minimum: Number | None = None
    """Mindestens, where only a range is known."""
    maximum: Number | None = None
    """Höchstens, where only a range is known."""
    reached: bool | None = None
    """Eingetreten: whether the milestone was reached; false does not mean unknown."""
    text: str | None = None
    """In Worten: the observed state, or the scale's step."""
    approximate: bool = False
    """Ungefähr ("rund", "ca.")."""
    population: str | None = None
    """Grundgesamtheit, where it differs from the indicator's."""
    breakdown: tuple[BreakdownPart, ...] = ()
    """Aufschlüsselung."""
    missing: str | None = None
    """Grund des Fehlens: why there is no value, such as ``keine Statistik``."""
