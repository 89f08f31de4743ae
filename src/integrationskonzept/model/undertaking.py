"""Attributes of everything that a town undertakes: who does it, when, with what money, and how firmly."""

from enum import StrEnum

from integrationskonzept.model.activity import Recurrence
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import GroupRef, PriorityRef
from integrationskonzept.model.edition import Decision
from integrationskonzept.model.element import Element, Statement
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.model.money import Cost, Funding
from integrationskonzept.model.record import record
from integrationskonzept.model.schedule import Schedule, Step
from integrationskonzept.model.status import StatusEntry


class Commitment(StrEnum):
    """Degree of commitment to something planned."""

    ADOPTED = "adopted"
    RECOMMENDED = "recommended"
    POSSIBLE = "possible"
    NEEDS_DECISION = "needs_decision"


WHO = ("leads", "partners", "carriers", "contacts", "networks", "reporting_bodies", "steering_group_ref")
WHEN = ("time_frames", "effect_time_frame", "schedule", "recurrence", "steps")
MONEY = ("cost", "funding", "follow_up_funding")
WEIGHT = ("priority", "priority_ref", "commitment")
PROGRESS = ("decisions", "status_reports", "obstacles", "risks")


@record
class Undertaking(Element):
    """Vorhaben: a field of action, goal or measure, or the overarching part; who, when, money and commitment."""

    leads: tuple[Involvement, ...] = ()
    """Federführung: one or several."""
    partners: tuple[Involvement, ...] = ()
    """Beteiligte, inside and outside the administration."""
    carriers: tuple[Involvement, ...] = ()
    """Träger."""
    contacts: tuple[Involvement, ...] = ()
    """Ansprechpartner."""
    networks: tuple[str, ...] = ()
    """Netzwerke."""
    reporting_bodies: tuple[str, ...] = ()
    """Berichts- und Controllinggremien."""
    steering_group_ref: GroupRef | None = None
    """Begleitgremium: id of the group."""
    time_frames: tuple[HorizonStatement, ...] = ()
    """Zeitrahmen: all those stated in the document."""
    effect_time_frame: HorizonStatement | None = None
    """Wirkzeitraum: time frame of the expected effect, apart from that of the work."""
    schedule: Schedule | None = None
    """Zeitplan, planned and actual."""
    recurrence: Recurrence | None = None
    """Turnus."""
    steps: tuple[Step, ...] = ()
    """Arbeitsschritte and Meilensteine."""
    cost: Cost | None = None
    """Kosten."""
    funding: tuple[Funding, ...] = ()
    """Finanzierung by source."""
    follow_up_funding: str | None = None
    """Anschlussfinanzierung."""
    priority: str | None = None
    """Priorität, in the concept's own words."""
    priority_ref: PriorityRef | None = None
    """Prioritätsstufe: id of a level of the concept's priority scale, where it declares one."""
    commitment: Commitment | None = None
    """Verbindlichkeit: adopted (beschlossen), recommended (Empfehlung), possible (möglich) or
    needs_decision (Einzelbeschluss nötig)."""
    decisions: tuple[Decision, ...] = ()
    """Beschlüsse about it; those about the concept as a whole are in the edition."""
    status_reports: tuple[StatusEntry, ...] = ()
    """Umsetzungsstand or Zielerreichung: one entry per reporting round, oldest first; empty when never stated, and
    not derived from its parts."""
    obstacles: tuple[Statement, ...] = ()
    """Hindernisse foreseen; those met during the work are in `status_reports`."""
    risks: tuple[Statement, ...] = ()
    """Risiken foreseen; those met during the work are in `status_reports`."""
    indicators: tuple[Indicator, ...] = ()
    """Indikatoren of its own."""
    figures: tuple[Figure, ...] = ()
    """Kennzahlen about it."""
