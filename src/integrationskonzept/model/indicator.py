"""Indicators: how the success of a goal or measure is measured."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.annotations import FigureRef, GoalRef, Number
from integrationskonzept.model.element import Sourced, Statement
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.metric import Metric
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
    time_frame: HorizonStatement | None = None
    """Zeitrahmen, where the document states a class or a span of time rather than a date."""
    value: Number | None = None
    """Zielwert, in the indicator's unit."""
    minimum: Number | None = None
    """Mindestens, in the indicator's unit."""
    maximum: Number | None = None
    """Höchstens, in the indicator's unit."""
    figure_ref: FigureRef | None = None
    """Bezugsgröße: the figure that the target is a share of, in percent."""
    reached: bool | None = None
    """Eingetreten: true if the target is to reach the milestone."""
    text: str | None = None
    """Zielzustand in words, or the scale's step."""


@record
class Indicator(Metric):
    """Indikator: a measure of success."""

    noun: ClassVar[str] = "indicator"
    KEY_ORDER: ClassVar[tuple[str, ...]] = (
        *("number", "title", "short_title", "kind", "definition", "rationale", "method", "goal_refs", "unit"),
        *("direction", "result_level", "upper_limit", "population", "area", "compares", "scale", "questions"),
        *("baseline", "target", "interim_targets", "observations", "benchmarks"),
    )
    """The keys in files, in this order; all others come after them."""

    kind: IndicatorKind | None = None
    """Art: count, share, amount, gap (between two groups), distribution, trend, index (of yes/no
    questions or of segregation), scale, milestone, document or qualitative."""
    rationale: str | None = None
    """Aussagekraft: its meaning and limits."""
    goal_refs: tuple[GoalRef, ...] = ()
    """Zielbezug: ids of goals it measures, besides the goal it belongs to."""
    direction: Direction | None = None
    """Gewünschte Richtung: increase, decrease or maintain."""
    result_level: ResultLevel | None = None
    """Wirkungsebene: input, output, outcome, impact, state or response."""
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
    benchmarks: tuple[Observation, ...] = ()
    """Vergleichswerte, such as the district's; `population` states to whom each applies."""
