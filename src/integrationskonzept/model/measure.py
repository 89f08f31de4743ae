"""Measures of the town."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.annotations import (
    ChallengeRef,
    FieldRef,
    GoalRef,
    MeasureRef,
    NeedRef,
    Number,
    OfferRef,
    RatingRef,
    TargetGroupRef,
)
from integrationskonzept.model.element import Sourced, Statement
from integrationskonzept.model.money import Per
from integrationskonzept.model.record import record
from integrationskonzept.model.undertaking import MONEY, WEIGHT, WHEN, WHO, Undertaking


class MeasureKind(StrEnum):
    """Kinds of measures."""

    PROJECT = "project"
    PERMANENT = "permanent"
    RECURRING = "recurring"
    CONCEPT = "concept"
    STRUCTURE = "structure"


class Origin(StrEnum):
    """Origin of a measure."""

    ADMINISTRATION = "administration"
    WORKING_GROUP = "working_group"
    CITIZENS = "citizens"
    COUNCIL = "council"
    OTHER = "other"


@record
class ExpectedEffect(Sourced):
    """Erwartete Wirkung of a measure, stated before the fact. A bare text stands for `text`."""

    SHORT: ClassVar[str] = "text"

    title: str | None = None
    """Worauf: what it has an effect on, such as ``CO2-Minderung`` or ``Aufwand``."""
    value: Number | None = None
    """Wert, in `unit`."""
    minimum: Number | None = None
    """Mindestens, in `unit`."""
    maximum: Number | None = None
    """Höchstens, in `unit`."""
    unit: str | None = None
    """Einheit, such as ``Tonnen``."""
    per: Per = Per.TOTAL
    """Bezug: total, year or month."""
    approximate: bool = False
    """Ungefähr ("rund", "ca.")."""
    rating_ref: RatingRef | None = None
    """Bewertung: id of a level of the concept's rating scale."""
    text: str | None = None
    """In Worten."""
    missing: str | None = None
    """Grund des Fehlens, such as ``nicht abschätzbar``."""


@record
class Measure(Undertaking):
    """Maßnahme: a planned action that moves a current state to a target state."""

    noun: ClassVar[str] = "measure"
    NAMED_BY: ClassVar[tuple[str, ...]] = ("title", "number")
    KEY_ORDER: ClassVar[tuple[str, ...]] = (
        *("number", "title", "short_title", "aliases", "kind", "description", "rationale", "key_statement"),
        *("need_refs", "challenge_refs", "offer_refs", "current_state", "target_state", "goal_refs"),
        *("field_of_action_refs", "cross_cutting_themes", "strategy_links", "target_group_refs", "areas"),
        *(*WHO, *WHEN, "figures", "indicators", "activities", "action_days", "sub_measures", *MONEY, *WEIGHT),
        *("origin", "rejected", "decisions", "status_reports", "realigned", "obstacles", "risks"),
    )
    """The keys in files, in this order; all others come after them."""

    number: str | None = None
    """Nummer, as printed."""
    title: str | None = None
    """Titel, as printed; it can be missing where a number names it."""
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
    field_of_action_refs: tuple[FieldRef, ...] = ()
    """Weitere Handlungsfelder: ids of fields it serves besides the one it stands in."""
    cross_cutting_themes: tuple[str, ...] = ()
    """Querschnittsthemen."""
    strategy_links: tuple[str, ...] = ()
    """Bezug zu anderen Konzepten."""
    target_group_refs: tuple[TargetGroupRef, ...] = ()
    """Zielgruppen: ids."""
    areas: tuple[str, ...] = ()
    """Sozialräume or Stadtteile: one or several."""
    activities: tuple[Activity, ...] = ()
    """Aktivitäten of this measure."""
    action_days: tuple[ActionDay, ...] = ()
    """Aktionstage of this measure."""
    sub_measures: tuple["Measure", ...] = ()
    """Teilmaßnahmen: measures or projects this one consists of."""
    origin: Origin | None = None
    """Herkunft: administration, working_group, citizens, council or other."""
    rejected: str | None = None
    """Abgelehnt: the reason, where the measure was rejected."""
    realigned: str | None = None
    """Neu ausgerichtet: the changes, where the measure was redirected."""
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
    expected_effects: tuple[ExpectedEffect, ...] = ()
    """Erwartete Wirkungen, stated before the fact."""
    side_effects: tuple[Statement, ...] = ()
    """Nebeneffekte."""
    examples: tuple[str, ...] = ()
    """Gute Beispiele elsewhere."""
