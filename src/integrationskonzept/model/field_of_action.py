"""Fields of action and overarching elements."""

from typing import ClassVar

from integrationskonzept.i18n.messages import label_text
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.annotations import ChallengeRef, GoalRef, GroupRef, Id, NeedRef, OfferRef, TargetGroupRef
from integrationskonzept.model.element import Statement
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.record import record
from integrationskonzept.model.undertaking import MONEY, PROGRESS, WEIGHT, WHEN, WHO, Undertaking


@record
class Overarching(Undertaking):
    """Übergreifendes: what holds for the concept as a whole, and elements that belong to no single field."""

    noun: ClassVar[str] = "overarching"
    KEY_ORDER: ClassVar[tuple[str, ...]] = (*WHO, *WHEN, *MONEY, *WEIGHT, *PROGRESS, "figures", "goals", "measures")
    """The keys in files, in this order; all others come after them."""

    id: Id = "overarching"
    """Kennung: there is one overarching part, so that it need not be given."""
    goals: tuple[Goal, ...] = ()
    """Ziele."""
    measures: tuple[Measure, ...] = ()
    """Maßnahmen."""
    activities: tuple[Activity, ...] = ()
    """Aktivitäten."""
    action_days: tuple[ActionDay, ...] = ()
    """Aktionstage."""

    @property
    def display_title(self) -> str:
        """The German term for it: the overarching part has no title."""
        return label_text(self.noun, "de")


@record
class FieldOfAction(Undertaking):
    """Handlungsfeld: an area of life in which measures are taken."""

    noun: ClassVar[str] = "field_of_action"
    NAMED_BY: ClassVar[tuple[str, ...]] = ("title", "number")
    KEY_ORDER: ClassVar[tuple[str, ...]] = (
        *("number", "title", "short_title", "aliases", "key_statement", "description", "rationale", "need_refs"),
        *("challenge_refs", "offer_refs", "current_state", "target_state", "achievements", "goal_refs"),
        *("strategy_links", "target_group_refs", "group_ref", *WHO, *WHEN, *MONEY, *WEIGHT, *PROGRESS),
        *("figures", "goals", "measures", "indicators", "activities", "action_days", "sub_fields"),
    )
    """The keys in files, in this order; all others come after them."""

    number: str | None = None
    """Nummer."""
    title: str | None = None
    """Bezeichnung, as the heading of its measures prints it; it can be missing where a number names it."""
    short_title: str | None = None
    """Kurztitel."""
    aliases: tuple[str, ...] = ()
    """Weitere Bezeichnungen, as printed elsewhere."""
    key_statement: str | None = None
    """Kernaussage."""
    description: str | None = None
    """Beschreibung."""
    rationale: str | None = None
    """Begründung: why it is a field of action."""
    need_refs: tuple[NeedRef, ...] = ()
    """Bedarfe in this field: ids."""
    challenge_refs: tuple[ChallengeRef, ...] = ()
    """Herausforderungen in this field: ids."""
    offer_refs: tuple[OfferRef, ...] = ()
    """Bestehende Angebote in this field: ids."""
    current_state: tuple[Statement, ...] = ()
    """Ausgangslage."""
    target_state: tuple[Statement, ...] = ()
    """Zielbild."""
    achievements: tuple[Statement, ...] = ()
    """Dies wurde erreicht."""
    goal_refs: tuple[GoalRef, ...] = ()
    """Zielbezug: ids of guiding goals above the fields."""
    strategy_links: tuple[str, ...] = ()
    """Bezug zu anderen Konzepten."""
    target_group_refs: tuple[TargetGroupRef, ...] = ()
    """Zielgruppen: ids."""
    group_ref: GroupRef | None = None
    """Zuständige Arbeitsgruppe: id."""
    goals: tuple[Goal, ...] = ()
    """Ziele."""
    measures: tuple[Measure, ...] = ()
    """Maßnahmen."""
    activities: tuple[Activity, ...] = ()
    """Mögliche Aktivitäten."""
    action_days: tuple[ActionDay, ...] = ()
    """Aktionstage."""
    sub_fields: tuple["FieldOfAction", ...] = ()
    """Unterfelder."""
