"""Classify attribute changes."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from integrationskonzept.comparison import changes
from integrationskonzept.comparison.changes import Changed
from integrationskonzept.comparison.edition_index import EditionIndex
from integrationskonzept.comparison.kinds import KINDS
from integrationskonzept.evaluation.date_range import as_deadline
from integrationskonzept.model.element import Statement
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate

_BY_ATTRIBUTE: Mapping[str, Any] = {name: kind.change for kind in KINDS for name in kind.attributes}


TEXTS = frozenset(
    {
        *("caption", "definition", "description", "effect", "key_statement", "meaning", "method", "motto", "outlook"),
        *("purpose", "rationale", "report", "short_title", "text", "verdict"),
    }
)
"""Running texts, whose wording may change without a change of meaning."""

PROVENANCE = frozenset({"sources", "footnote_refs", "inferred", "printed", "note", "discrepancies", "page", "line"})
"""Attributes that state where a statement comes from."""

_DEADLINES = frozenset({"due", "end"})
_PLANS = frozenset({"schedule", "schedule.planned", "schedule.duration_months", "time_frames"})


def classify(known: dict[str, Any], elements: tuple[Any, Any], editions: tuple[EditionIndex, EditionIndex]) -> Changed:
    """Return the change of an attribute as an instance of its kind.

    `known` holds what every `Changed` has; `elements` are the old one and the new, and so are `editions`.
    """
    attribute, old, new = known["attribute"], known["old"], known["new"]
    step = attribute.rpartition(".")[2]
    if step in _DEADLINES and not attribute.startswith("schedule.actual") and _are_dates(old, new):
        return changes.DeadlineMoved(**known, days=_days(old, new))
    if attribute in _PLANS and isinstance(elements[0], Measure):
        return _plan(known, elements, editions)
    if step in PROVENANCE:
        lost = step == "sources" and old and not new
        return (changes.SourceLost if lost else changes.SourceAdded)(**known)
    if attribute in _BY_ATTRIBUTE:
        change: Changed = _BY_ATTRIBUTE[attribute](**known)
        return change
    return (changes.Reworded if _is_wording(step, old, new) else Changed)(**known)


def _are_dates(old: Any, new: Any) -> bool:
    return all(value is None or isinstance(value, PartialDate) for value in (old, new))


def _days(old: PartialDate | None, new: PartialDate | None) -> int | None:
    before, after = as_deadline(old), as_deadline(new)
    return (after.latest - before.latest).days if before and after else None


def _plan(
    known: dict[str, Any], elements: tuple[Measure, Measure], editions: tuple[EditionIndex, EditionIndex]
) -> Changed:
    """Return a change of a measure's plan: as a moved deadline if its planned end changed."""
    before, after = (edition.end(measure) for edition, measure in zip(editions, elements, strict=True))
    by_schedule = any(one.schedule and one.schedule.planned for one in elements)
    if (before and before == after) or (known["attribute"] == "time_frames" and by_schedule):
        return Changed(**known)
    return changes.DeadlineMoved(**known, days=(after - before).days if before and after else None)


def _is_wording(step: str, old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return step in TEXTS
    if not isinstance(old, tuple) or not isinstance(new, tuple) or len(old) != len(new):
        return False
    statements = [one for one in (*old, *new) if isinstance(one, Statement)]
    return len(statements) == 2 * len(old) and all(map(_differ_in_text_only, old, new))


def _differ_in_text_only(old: Statement, new: Statement) -> bool:
    """Return whether two statements differ in nothing but their text."""
    return evolve(old, text=new.text) == new
