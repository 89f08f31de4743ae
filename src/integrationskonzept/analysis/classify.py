"""Telling what a changed attribute means to a town."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from integrationskonzept.analysis import kinds
from integrationskonzept.analysis.change import Changed
from integrationskonzept.analysis.side import Side
from integrationskonzept.analysis.window import last_day
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.element import Statement
from integrationskonzept.model.measure import Measure

BY_NAME: Mapping[str, type[Changed]] = {
    "title": kinds.Renamed,
    "lead": kinds.LeadChanged,
    "status": kinds.StatusReported,
    "observations": kinds.Observed,
    "merged_into": kinds.Merged,
    "split_into": kinds.Split,
    "successor": kinds.Replaced,
    "target": kinds.TargetChanged,
    "target.value": kinds.TargetChanged,
    "target.minimum": kinds.TargetChanged,
    "target.maximum": kinds.TargetChanged,
    "target.reached": kinds.TargetChanged,
    "target.text": kinds.TargetChanged,
    "interim_targets": kinds.TargetChanged,
}
"""What an attribute of this path means by itself."""

TEXTS = frozenset(
    {
        *("caption", "definition", "description", "effect", "key_statement", "meaning", "method", "motto", "outlook"),
        *("purpose", "rationale", "report", "short_title", "text", "verdict"),
    }
)
"""Texts in running words: another one may say the same."""

PROVENANCE = frozenset({"source", "footnote_refs", "inferred", "printed", "note", "discrepancies", "page", "line"})
"""What says where a statement comes from."""

_TERMS = frozenset({"due", "end"})
_PLANS = frozenset({"schedule", "schedule.planned", "schedule.duration_months", "horizons"})


def classify(known: dict[str, Any], elements: tuple[Any, Any], sides: tuple[Side, Side]) -> Changed:
    """Return the change of an attribute as what it means to a town.

    `known` holds what every `Changed` has; `elements` are the old one and the new, and so are `sides`.
    """
    attribute, old, new = known["attribute"], known["old"], known["new"]
    step = attribute.rpartition(".")[2]
    if step in _TERMS and not attribute.startswith("schedule.actual") and _are_dates(old, new):
        return kinds.DeadlineMoved(**known, days=_days(old, new))
    if attribute in _PLANS and isinstance(elements[0], Measure):
        return _plan(known, elements, sides)
    if step in PROVENANCE:
        lost = step == "source" and old and not new
        return (kinds.SourceLost if lost else kinds.Sourced)(**known)
    if attribute in BY_NAME:
        return BY_NAME[attribute](**known)
    return (kinds.Reworded if _is_wording(step, old, new) else Changed)(**known)


def _are_dates(old: Any, new: Any) -> bool:
    return all(value is None or isinstance(value, PartialDate) for value in (old, new))


def _days(old: PartialDate | None, new: PartialDate | None) -> int | None:
    before, after = last_day(old), last_day(new)
    return (after.latest - before.latest).days if before and after else None


def _plan(known: dict[str, Any], elements: tuple[Measure, Measure], sides: tuple[Side, Side]) -> Changed:
    """Return a change of what a measure's planned end rests on: as a moved term, if the end is another."""
    before, after = (side.end(measure) for side, measure in zip(sides, elements, strict=True))
    by_schedule = any(one.schedule and one.schedule.planned for one in elements)
    if (before and before == after) or (known["attribute"] == "horizons" and by_schedule):
        return Changed(**known)
    return kinds.DeadlineMoved(**known, days=(after - before).days if before and after else None)


def _is_wording(step: str, old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return step in TEXTS
    if not isinstance(old, tuple) or not isinstance(new, tuple) or len(old) != len(new):
        return False
    statements = [one for one in (*old, *new) if isinstance(one, Statement)]
    return len(statements) == 2 * len(old) and all(map(_say_the_same, old, new))


def _say_the_same(old: Statement, new: Statement) -> bool:
    """Tell whether two statements differ in nothing but their text."""
    return evolve(old, text=new.text) == new
