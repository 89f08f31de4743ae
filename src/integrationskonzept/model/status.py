"""Scales of a concept, for status, priority and rating, and status reports."""

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
class ScaleLevel(Element):
    """Stufe einer Skala in the concept's own words; a scale is the ordered list of its levels."""

    title: str
    """Bezeichnung."""
    meaning: str | None = None
    """Bedeutung."""
    colour: str | None = None
    """Farbe, as a CSS colour."""


@record
class PriorityLevel(ScaleLevel):
    """Stufe der Prioritätsskala."""

    noun: ClassVar[str] = "priority_level"


@record
class RatingLevel(ScaleLevel):
    """Stufe einer Bewertungsskala, such as one to five points."""

    noun: ClassVar[str] = "rating_level"

    scale_title: str | None = None
    """Skala: its name, where the concept has several."""


@record
class StatusLevel(ScaleLevel):
    """Stufe der Statusskala."""

    noun: ClassVar[str] = "status_level"
    KEY_ORDER: ClassVar[tuple[str, ...]] = ("title", "meaning", "neutral", "colour")
    """The keys in files, in this order; all others come after them."""

    neutral: NeutralStatus
    """Entspricht: the neutral status it stands for."""
    terminal: bool = False
    """Abschließend: no further reports follow."""


@record
class StatusEntry(Sourced):
    """Statusmeldung: report on an undertaking in one round."""

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
