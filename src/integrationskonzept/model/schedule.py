"""Schedules and steps of measures."""

from typing import ClassVar

from attrs import field

from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.dates import PartialDate, Span
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.record import Quantity, record, within_bound


@record
class Schedule(Sourced):
    """Zeitplan einer Maßnahme: its planned and actual period."""

    planned: Span | None = None
    """Geplant."""
    actual: Span | None = None
    """Tatsächlich."""
    duration_months: Quantity | None = field(default=None, validator=within_bound)
    """Laufzeit in months, where no dates are stated."""


@record
class Step(Element):
    """Arbeitsschritt or Meilenstein on the way."""

    noun: ClassVar[str] = "step"

    title: str
    """Titel."""
    milestone: bool = False
    """Meilenstein: a state to be reached rather than work to be done."""
    due: PartialDate | None = None
    """Fällig."""
    done_on: PartialDate | None = None
    """Erledigt am."""
    leads: tuple[Involvement, ...] = ()
    """Federführung."""
