"""Goals, from the guiding goal down to the last sub-goal."""

from enum import StrEnum
from typing import ClassVar

from attrs import frozen

from integrationskonzept.model.element import Element, Statement
from integrationskonzept.model.indicator import Indicator


class GoalKind(StrEnum):
    """The level a goal stands on."""

    VISION = "vision"
    GUIDING = "guiding"
    GOAL = "goal"
    SUB_GOAL = "sub_goal"


@frozen(kw_only=True, repr=False)
class Goal(Element):
    """Ziel: what is to be reached; measures name it in their `goal_refs`."""

    noun: ClassVar[str] = "goal"

    number: str | None = None
    """Nummer."""
    text: str
    """Ziel in words."""
    short_title: str | None = None
    """Kurztitel."""
    kind: GoalKind | None = None
    """Ebene: vision (Leitbild), guiding (Leitziel), goal (Ziel) or sub_goal (Teilziel)."""
    rationale: str | None = None
    """Begründung."""
    target_state: tuple[Statement, ...] = ()
    """Konkret bedeutet dies: the state aimed at."""
    sub_goals: tuple["Goal", ...] = ()
    """Teilziele."""
    indicators: tuple[Indicator, ...] = ()
    """Indikatoren of the goal itself."""
