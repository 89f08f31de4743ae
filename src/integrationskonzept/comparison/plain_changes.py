"""Changes as plain data that JSON can hold, and back."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from integrationskonzept.comparison import changes
from integrationskonzept.comparison.changes import Added, Change, Changed, Dropped, Moved, Reordered
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Element
from integrationskonzept.model.plain import to_plain
from integrationskonzept.model.structure import structured, structured_value

KINDS: Mapping[str, type[Change]] = {
    "added": Added,
    "dropped": Dropped,
    "moved": Moved,
    "reordered": Reordered,
    "changed": Changed,
    "renamed": changes.Renamed,
    "reworded": changes.Reworded,
    "deadline_moved": changes.DeadlineMoved,
    "target_changed": changes.TargetChanged,
    "lead_changed": changes.LeadChanged,
    "status_reported": changes.StatusReported,
    "observed": changes.Observed,
    "merged": changes.Merged,
    "split": changes.Split,
    "replaced": changes.Replaced,
    "sourced": changes.SourceAdded,
    "source_lost": changes.SourceLost,
}
"""Kinds of change by their name in data."""

_NAMES = {kind: name for name, kind in KINDS.items()}


def kind_of(change: Change) -> str:
    """Return the name of a change's kind in data, such as ``deadline_moved``."""
    return _NAMES[type(change)]


def change_to_plain(change: Change) -> dict[str, Any]:
    """Return a change as plain data."""
    return {
        "change": kind_of(change),
        **{name: to_plain(value) for name, value in attrs.asdict(change, recurse=False).items()},
    }


def change_from_plain(data: Mapping[str, Any]) -> Change:
    """Return a change from plain data; the inverse of `change_to_plain`."""
    values = {name: value for name, value in data.items() if name != "change"}
    noun = _nouns()[values["address"].partition("/")[0]]
    kind = KINDS[data["change"]]
    if issubclass(kind, Changed):
        described = MODEL.at(noun, values["attribute"])
        values |= {name: structured_value(values[name], described) for name in ("old", "new")}
        values["titles"] = tuple((id, title) for id, title in values["titles"])
    if "element" in values:
        values["element"] = structured(values["element"], noun)
    if "order" in values:
        values["order"] = tuple(values["order"])
    return kind(**values)


@cache
def _nouns() -> Mapping[str, type[Element]]:
    """Return the class of every element of the model by its noun."""
    kinds: tuple[Any, ...] = (Concept, *MODEL.below(Concept))
    return {kind.noun: kind for kind in kinds if issubclass(kind, Element)}
