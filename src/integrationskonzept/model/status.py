"""How far a measure is: the scale the concept defines, and the rounds in which it was reported."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.element import Element, Sourced, Statement
from integrationskonzept.model.record import Number, StatusRef, record


class NeutralStatus(StrEnum):
    """What a concept's own status means in terms that towns can compare."""

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
    """Stufe der Statusskala: one status as this concept words it; the list is ordered."""

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
    """Abschließend: nothing more is reported after it."""


@record
class StatusEntry(Sourced):
    """Statusmeldung: what was reported of a measure in one round."""

    as_of: PartialDate
    """Stand."""
    status: StatusRef
    """Umsetzungsstand: id of a level of the concept's status scale."""
    by: str | None = None
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
