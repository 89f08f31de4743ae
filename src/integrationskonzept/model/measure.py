"""Measures of the town."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.activity import ActionDay, Activity, Recurrence
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import (
    ChallengeRef,
    GoalRef,
    GroupRef,
    MeasureRef,
    NeedRef,
    OfferRef,
    TargetGroupRef,
)
from integrationskonzept.model.edition import Decision
from integrationskonzept.model.element import Element, Statement
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.money import Cost, Funding
from integrationskonzept.model.record import record
from integrationskonzept.model.schedule import Schedule, Step
from integrationskonzept.model.status import StatusEntry


class MeasureKind(StrEnum):
    """Kinds of measures."""

    PROJECT = "project"
    PERMANENT = "permanent"
    RECURRING = "recurring"
    CONCEPT = "concept"
    STRUCTURE = "structure"


class Commitment(StrEnum):
    """Degree of commitment to a measure."""

    ADOPTED = "adopted"
    RECOMMENDED = "recommended"
    POSSIBLE = "possible"
    NEEDS_DECISION = "needs_decision"


class Origin(StrEnum):
    """Origin of a measure."""

    ADMINISTRATION = "administration"
    WORKING_GROUP = "working_group"
    CITIZENS = "citizens"
    COUNCIL = "council"
    OTHER = "other"


@record
class Measure(Element):
    """Maßnahme: a planned action that moves a current state to a target state."""

    noun: ClassVar[str] = "measure"

    number: str | None = None
    """Nummer, as printed."""
    title: str
    """Titel, as printed."""
    short_title: str | None = None
    """Kurztitel."""
    aliases: tuple[str, ...] = ()
    """Weitere Titel, printed elsewhere or in earlier editions."""
    kind: MeasureKind | None = None
    """Maßnahmentyp: project (Projekt), permanent (Daueraufgabe), recurring (turnusmäßig),
    concept (Konzept) or structure (Struktur)."""
    description: str | None = None
    """Beschreibung."""
    rationale: str | None = None
    """Begründung."""
    key_statement: str | None = None
    """Kernaussage."""
    need_refs: tuple[NeedRef, ...] = ()
    """Bedarfe it meets: ids."""
    challenge_refs: tuple[ChallengeRef, ...] = ()
    """Herausforderungen it addresses: ids."""
    offer_refs: tuple[OfferRef, ...] = ()
    """Bestehende Angebote it builds on: ids."""
    current_state: tuple[Statement, ...] = ()
    """Ist-Zustand."""
    target_state: tuple[Statement, ...] = ()
    """Soll-Zustand."""
    goal_refs: tuple[GoalRef, ...] = ()
    """Zielbezug: ids of the goals it serves."""
    cross_cutting_themes: tuple[str, ...] = ()
    """Querschnittsthemen."""
    strategy_links: tuple[str, ...] = ()
    """Bezug zu anderen Konzepten."""
    target_group_refs: tuple[TargetGroupRef, ...] = ()
    """Zielgruppen: ids."""
    area: str | None = None
    """Sozialraum or Stadtteil."""
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
    indicators: tuple[Indicator, ...] = ()
    """Indikatoren."""
    activities: tuple[Activity, ...] = ()
    """Aktivitäten of this measure."""
    action_days: tuple[ActionDay, ...] = ()
    """Aktionstage of this measure."""
    sub_measures: tuple["Measure", ...] = ()
    """Teilmaßnahmen: measures or projects this one consists of."""
    cost: Cost | None = None
    """Kosten."""
    funding: tuple[Funding, ...] = ()
    """Finanzierung by source."""
    follow_up_funding: str | None = None
    """Anschlussfinanzierung."""
    priority: str | None = None
    """Priorität, in the concept's own words."""
    commitment: Commitment | None = None
    """Verbindlichkeit: adopted (beschlossen), recommended (Empfehlung), possible (möglich) or
    needs_decision (Einzelbeschluss nötig)."""
    origin: Origin | None = None
    """Herkunft: administration, working_group, citizens, council or other."""
    rejected: str | None = None
    """Abgelehnt: the reason, where the measure was rejected."""
    decisions: tuple[Decision, ...] = ()
    """Beschlüsse about this measure."""
    status_reports: tuple[StatusEntry, ...] = ()
    """Umsetzungsstand: one entry per reporting round, oldest first; empty when never stated."""
    realigned: str | None = None
    """Neu ausgerichtet: the changes, where the measure was redirected."""
    obstacles: tuple[Statement, ...] = ()
    """Hindernisse foreseen; those met during the work are in `status_reports`."""
    risks: tuple[Statement, ...] = ()
    """Risiken foreseen; those met during the work are in `status_reports`."""
    requires: tuple[MeasureRef, ...] = ()
    """Voraussetzungen: ids of measures that must come first."""
    follows: tuple[MeasureRef, ...] = ()
    """Folgt auf: ids of measures it continues in time."""
    merged_into: MeasureRef | None = None
    """Übergeleitet in: id of the measure it was merged into."""
    split_into: tuple[MeasureRef, ...] = ()
    """Aufgeteilt in: ids of the measures it became."""
    replaced_by: MeasureRef | None = None
    """Nachfolger: id of the measure that replaces it."""
    related_measure_refs: tuple[MeasureRef, ...] = ()
    """Synergien: ids of related measures."""
    side_effects: tuple[Statement, ...] = ()
    """Nebeneffekte."""
    examples: tuple[str, ...] = ()
    """Gute Beispiele elsewhere."""
