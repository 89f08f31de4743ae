"""Indicators: how the success of a goal or measure is measured."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.annotations import ActorRef, GoalRef, Number
from integrationskonzept.model.element import Element, Sourced, Statement
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import record


class IndicatorKind(StrEnum):
    """Kinds of indicators by their values."""

    COUNT = "count"
    SHARE = "share"
    AMOUNT = "amount"
    GAP = "gap"
    DISTRIBUTION = "distribution"
    TREND = "trend"
    INDEX = "index"
    SCALE = "scale"
    MILESTONE = "milestone"
    DOCUMENT = "document"
    QUALITATIVE = "qualitative"


class Direction(StrEnum):
    """Desired direction of an indicator."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class ResultLevel(StrEnum):
    """Level of an indicator in the results chain (OECD-DAC, and state/response of monitoring)."""

    INPUT = "input"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"
    STATE = "state"
    RESPONSE = "response"


@record
class Target(Sourced):
    """Zielwert mit Frist: a value, a range, an event or a state to be reached by a date."""

    due: PartialDate | None = None
    """Frist."""
    value: Number | None = None
    """Zielwert, in the indicator's unit."""
    minimum: Number | None = None
    """Mindestens, in the indicator's unit."""
    maximum: Number | None = None
    """Höchstens, in the indicator's unit."""
    reached: bool | None = None
    """Eingetreten: true if the target is to reach the milestone."""
    text: str | None = None
    """Zielzustand in words, or the scale's step."""


@record
class Indicator(Element):
    """Indikator: a measure of success."""

    noun: ClassVar[str] = "indicator"

    number: str | None = None
    """Nummer."""
    title: str
    """Titel, as printed."""
    short_title: str | None = None
    """Kurztitel."""
    kind: IndicatorKind | None = None
    """Art: count, share, amount, gap (between two groups), distribution, trend, index (of yes/no
    questions or of segregation), scale, milestone, document or qualitative."""
    definition: str | None = None
    """Definition of the value and its calculation."""
    rationale: str | None = None
    """Aussagekraft: its meaning and limits."""
    method: str | None = None
    """Methodische Hinweise, such as a break in the series."""
    goal_refs: tuple[GoalRef, ...] = ()
    """Zielbezug: ids of goals it measures, besides the goal it belongs to."""
    unit: str | None = None
    """Einheit, such as ``Personen``, ``%`` or ``EUR``."""
    direction: Direction | None = None
    """Gewünschte Richtung: increase, decrease or maintain."""
    result_level: ResultLevel | None = None
    """Wirkungsebene: input, output, outcome, impact, state or response."""
    population: str | None = None
    """Grundgesamtheit: the people covered by the value, and those left out."""
    compares: tuple[str, ...] = ()
    """Verglichene Gruppen: for a gap, the two groups; the value is the first less the second."""
    scale: tuple[str, ...] = ()
    """Stufen: for a scale, its steps from lowest to highest."""
    questions: tuple[Statement, ...] = ()
    """Fragen: for an index, the yes/no questions whose yes-answers are counted."""
    baseline: Observation | None = None
    """Ausgangswert."""
    target: Target | None = None
    """Zielwert, with its date."""
    interim_targets: tuple[Target, ...] = ()
    """Zwischenziele, each with its date."""
    observations: tuple[Observation, ...] = ()
    """Messwerte."""
    benchmarks: tuple[Observation, ...] = ()
    """Vergleichswerte, such as the district's; `population` states to whom each applies."""
    data_source: str | None = None
    """Datenquelle."""
    collection_frequency: str | None = None
    """Erhebungsrhythmus, in words such as ``jährlich``."""
    collected_by: tuple[ActorRef, ...] = ()
    """Erhoben von: ids of actors."""
    catalogue_code: str | None = None
    """Katalogcode: catalogue and code, such as ``IntMK:E1a``."""
