"""The concept's timeline over the years of its period."""

from typing import ClassVar

from integrationskonzept.model.annotations import MeasureRef
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.record import record


@record
class TimelineRow(Element):
    """Zeile des Zeitplans: a measure, or a different entry, and its years."""

    noun: ClassVar[str] = "timeline_row"

    title: str
    """Beschriftung, as printed."""
    measure_ref: MeasureRef | None = None
    """Maßnahme: id; none where the row is not a measure."""
    years: tuple[int, ...] | None = None
    """Jahre marked in the row; unknown when not given, which is not the same as none."""
    missing: str | None = None
    """Grund des Fehlens, where the years are unknown."""


@record
class Timeline(Sourced):
    """Zeitplan: rows over the period's years."""

    years: tuple[int, ...] = ()
    """Jahre: the columns."""
    rows: tuple[TimelineRow, ...] = ()
    """Zeilen, in printed order."""
