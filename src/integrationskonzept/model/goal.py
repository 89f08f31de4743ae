"""Goals, from the guiding goal to the sub-goals."""

from enum import StrEnum
from typing import ClassVar

from integrationskonzept.model.annotations import ChallengeRef, GoalRef, NeedRef, TargetGroupRef
from integrationskonzept.model.element import Statement
from integrationskonzept.model.record import record
from integrationskonzept.model.undertaking import MONEY, PROGRESS, WEIGHT, WHEN, WHO, Undertaking


class GoalKind(StrEnum):
    """Level of a goal."""

    VISION = "vision"
    GUIDING_GOAL = "guiding_goal"
    GOAL = "goal"
    SUB_GOAL = "sub_goal"


@record
class Goal(Undertaking):
    """Ziel: a state to be reached; measures refer to it in their `goal_refs`."""

    noun: ClassVar[str] = "goal"
    NAMED_BY: ClassVar[tuple[str, ...]] = ("text", "number")
    KEY_ORDER: ClassVar[tuple[str, ...]] = (
        *("number", "text", "short_title", "kind", "description", "rationale", "need_refs", "challenge_refs"),
        *("current_state", "target_state", "achievements", "goal_refs", "cross_cutting_themes", "strategy_links"),
        *("target_group_refs", *WHO, *WHEN, *MONEY, *WEIGHT, *PROGRESS, "figures", "sub_goals"),
    )
    """The keys in files, in this order; all others come after them."""

    number: str | None = None
    """Nummer."""
    text: str | None = None
    """Ziel in words; it can be missing where a number names it."""
    short_title: str | None = None
    """Kurztitel."""
    kind: GoalKind | None = None
    """Ebene: vision (Leitbild), guiding_goal (Leitziel), goal (Ziel) or sub_goal (Teilziel)."""
    description: str | None = None
    """Beschreibung."""
    rationale: str | None = None
    """Begründung."""
    need_refs: tuple[NeedRef, ...] = ()
    """Bedarfe it meets: ids."""
    challenge_refs: tuple[ChallengeRef, ...] = ()
    """Herausforderungen it addresses: ids."""
    current_state: tuple[Statement, ...] = ()
    """Ausgangslage."""
    target_state: tuple[Statement, ...] = ()
    """Konkret bedeutet dies: the target state."""
    achievements: tuple[Statement, ...] = ()
    """Dies wurde erreicht."""
    goal_refs: tuple[GoalRef, ...] = ()
    """Zielbezug: ids of goals that it serves, besides the goal it belongs to."""
    cross_cutting_themes: tuple[str, ...] = ()
    """Querschnittsthemen."""
    strategy_links: tuple[str, ...] = ()
    """Bezug zu anderen Konzepten."""
    target_group_refs: tuple[TargetGroupRef, ...] = ()
    """Zielgruppen: ids."""
    sub_goals: tuple["Goal", ...] = ()
    """Teilziele."""
