"""Statements of a new edition about the goals and measures of the one before: verdict, fate and who carries them on."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from integrationskonzept.comparison.changes import Dropped
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edition import Fate, PreviousGoal
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure

_JUDGED = (Goal, Measure)


@frozen(kw_only=True, repr=False)
class Judgement(Describable):
    """What the new edition says of a dropped goal or measure of the old one."""

    address: str
    """Address of the goal or measure in the old edition."""
    previous_goal: str
    """Address of the statement in the new edition."""
    verdict: str | None = None
    """The verdict on it, as stated."""
    fate: Fate | None = None
    reason: str | None = None
    carried_on_by: tuple[str, ...] = ()
    """Addresses of the goals and measures of the new edition that carry it on."""

    def text(self, language: str = "en") -> str:
        """Return verdict, fate and reason, and what carries it on."""
        return self.said().text(language)

    def said(self) -> Message:
        """Return the judgement as a message."""
        parts: list[Message] = [value_message(one) for one in (self.verdict, self.fate, self.reason) if one]
        if self.carried_on_by:
            parts.append(message("carried on by {addresses}", addresses=", ".join(self.carried_on_by)))
        return value_message(tuple(parts)) if parts else message("listed among the earlier goals, without a verdict")


def judgements(dropped: Iterable[Dropped], new: Concept) -> tuple[Judgement, ...]:
    """Return what a new edition says of dropped goals and measures: by their id, or else by their wording."""
    stated = list(_previous_goals(new))
    by_id = {one.id: one for one in reversed(stated)}
    by_words = {_words(one.text): one for one in reversed(stated)}
    found = []
    for change in dropped:
        if isinstance(change.element, _JUDGED):
            one = by_id.get(change.element.id) or by_words.get(_words(change.title))
            if one:
                found.append(_judgement(change.address, one))
    return tuple(found)


def _previous_goals(concept: Concept) -> Iterator[PreviousGoal]:
    predecessor = concept.edition.predecessor
    return iter(predecessor.previous_goals if predecessor else ())


def _judgement(address: str, one: PreviousGoal) -> Judgement:
    goals = (f"{Goal.noun}/{id}" for id in one.goal_refs)
    measures = (f"{Measure.noun}/{id}" for id in one.measure_refs)
    return Judgement(
        address=address,
        previous_goal=one.address,
        verdict=one.verdict,
        fate=one.fate,
        reason=one.reason,
        carried_on_by=(*goals, *measures),
    )


def _words(text: str) -> str:
    """Return a text for comparison: letter case, white space and a final full stop do not count."""
    return " ".join(text.casefold().rstrip(" .").split())


def judgement_to_plain(one: Judgement) -> dict[str, Any]:
    """Return a judgement as plain data that JSON can hold."""
    return {
        "address": one.address,
        "previous_goal": one.previous_goal,
        "verdict": one.verdict,
        "fate": one.fate and one.fate.value,
        "reason": one.reason,
        "carried_on_by": list(one.carried_on_by),
    }


def judgement_from_plain(data: dict[str, Any]) -> Judgement:
    """Return the judgement from the plain data of `judgement_to_plain`."""
    fate = data["fate"]
    return Judgement(**data | {"fate": Fate(fate) if fate else None, "carried_on_by": tuple(data["carried_on_by"])})
