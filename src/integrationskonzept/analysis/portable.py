"""Changes as plain data that JSON can hold, and back."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import attrs

from integrationskonzept.analysis import kinds
from integrationskonzept.analysis.change import Added, Change, Changed, Dropped, Moved, Reordered
from integrationskonzept.analysis.plain import fields, from_plain, to_plain
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Element
from integrationskonzept.model.record import Record

KINDS: Mapping[str, type[Change]] = {
    "added": Added,
    "dropped": Dropped,
    "moved": Moved,
    "reordered": Reordered,
    "changed": Changed,
    "renamed": kinds.Renamed,
    "reworded": kinds.Reworded,
    "deadline_moved": kinds.DeadlineMoved,
    "target_changed": kinds.TargetChanged,
    "lead_changed": kinds.LeadChanged,
    "status_reported": kinds.StatusReported,
    "observed": kinds.Observed,
    "merged": kinds.Merged,
    "split": kinds.Split,
    "replaced": kinds.Replaced,
    "sourced": kinds.Sourced,
    "source_lost": kinds.SourceLost,
}
"""Every kind of change by the name it has in data."""

_NAMES = {kind: name for name, kind in KINDS.items()}


def kind_of(change: Change) -> str:
    """Return the name a kind of change has in data, such as ``deadline_moved``."""
    return _NAMES[type(change)]


def change_to(change: Change) -> dict[str, Any]:
    """Turn a change into plain data."""
    return {
        "change": kind_of(change),
        **{name: to_plain(value) for name, value in attrs.asdict(change, recurse=False).items()},
    }


def change_from(data: Mapping[str, Any]) -> Change:
    """Turn plain data into a change; the inverse of `change_to`."""
    values = {name: value for name, value in data.items() if name != "change"}
    noun = nouns()[values["address"].partition("/")[0]]
    kind = KINDS[data["change"]]
    if issubclass(kind, Changed):
        annotation = annotation_of(noun, values["attribute"])
        values |= {name: from_plain(values[name], annotation) for name in ("old", "new")}
        values["titles"] = tuple((id, title) for id, title in values["titles"])
    if "element" in values:
        values["element"] = from_plain(values["element"], noun)
    if "order" in values:
        values["order"] = tuple(values["order"])
    return kind(**values)


_NOUNS: dict[str, type[Record]] = {}


def nouns() -> Mapping[str, type[Record]]:
    """Return the class of every element of the model by its noun."""
    if not _NOUNS:
        _NOUNS.update({kind.noun: kind for kind in _reachable(Concept, set()) if issubclass(kind, Element)})
    return _NOUNS


def _reachable(kind: type[Record], seen: set[type[Record]]) -> Iterator[type[Record]]:
    if kind not in seen:
        seen.add(kind)
        yield kind
        for _, annotation, _ in fields(kind):
            for inner in _records(annotation):
                yield from _reachable(inner, seen)


def _records(annotation: Any) -> Iterator[type[Record]]:
    return (part for part in parts(annotation) if isinstance(part, type) and issubclass(part, Record))


def parts(annotation: Any) -> Iterator[Any]:
    """Yield a type and everything it is made of."""
    yield annotation
    for part in get_args(annotation):
        yield from parts(part)


def annotation_of(kind: type[Record], attribute: str) -> Any:
    """Return the type of an attribute by its path, such as ``target.value``."""
    annotation: Any = kind
    for step in attribute.split("."):
        around = next(_records(annotation))
        annotation = next(one for name, one, _ in fields(around) if name == step)
    return annotation
