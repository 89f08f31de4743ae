"""Status scale of a concept and status reports of measures."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.annotations import Number, StatusRef
from integrationskonzept.model.element import Element, Sourced, Statement
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


class NeutralStatus(StrEnum):
    """Statuses that are comparable between towns."""

    UNKNOWN = "unknown"
    NOT_STARTED = "not_started"
    PLANNED = "planned"
    STARTED = "started"
    ADVANCED = "advanced"
    DONE = "done"
    PERMANENT = "permanent"
    DELAYED = "delayed"
    CANCELLED = "cancelled"
    REALIGNED = "realigned"
    MERGED = "merged"


@record
class StatusLevel(Element):
    """Stufe der Statusskala in the concept's own words; the list is ordered."""

    noun: ClassVar[str] = "status_level"

    title: str
    """Bezeichnung."""
    meaning: str | None = None
    """Bedeutung."""
    neutral: NeutralStatus
    """Entspricht: the neutral status it stands for."""
    colour: str | None = None
    """Farbe, as a CSS colour."""
    terminal: bool = False
    """Abschließend: no further reports follow."""


@record
class StatusEntry(Sourced):
    """Statusmeldung: report on a measure in one round."""

    as_of: PartialDate
    """Stand."""
    level_ref: StatusRef
    """Umsetzungsstand: id of a level of the concept's status scale."""
    reported_by: str | None = None
    """Gemeldet von."""
    completion: Number | None = None
    """Fortschritt in percent, 0 to 100."""
    status_reason: str | None = None
    """Begründung of the status."""
    report: str | None = None
    """Kurzbericht."""
    outlook: str | None = None
    """Ausblick."""
    obstacles: tuple[Statement, ...] = ()
    """Hindernisse."""
    risks: tuple[Statement, ...] = ()
    """Risiken."""
