"""Schedules and steps of measures."""

from typing import ClassVar

from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import Quantity
from integrationskonzept.model.dates import Span
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


@record
class Schedule(Sourced):
    """Zeitplan of an undertaking: its planned and actual period."""

    planned: Span | None = None
    """Geplant."""
    actual: Span | None = None
    """Tatsächlich."""
    duration_months: Quantity | None = None
    """Laufzeit in months, where no dates are stated."""
    after: str | None = None
    """Nach: the event that the duration counts from, in words such as ``Inbetriebnahme``."""
    approximate: bool = False
    """Ungefähr ("etwa", "ca.")."""


@record
class Step(Element):
    """Arbeitsschritt or Meilenstein on the way."""

    noun: ClassVar[str] = "step"

    title: str
    """Titel."""
    milestone: bool = False
    """Meilenstein: a state to be reached rather than work to be done."""
    start: PartialDate | None = None
    """Beginn."""
    due: PartialDate | None = None
    """Fällig."""
    done_on: PartialDate | None = None
    """Erledigt am."""
    leads: tuple[Involvement, ...] = ()
    """Federführung."""
