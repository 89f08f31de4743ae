"""Changes as plain data that JSON can hold, and back."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

import attrs

from integrationskonzept.comparison.changes import Change, Changed
from integrationskonzept.comparison.kinds import BY_NAME, kind_of
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Element
from integrationskonzept.model.foreign import frozen_value
from integrationskonzept.model.former_names import current_attribute, current_value, to_current
from integrationskonzept.model.plain import to_plain
from integrationskonzept.model.record import Record
from integrationskonzept.model.structure import structured, structured_value


def change_to_plain(change: Change) -> dict[str, Any]:
    """Return a change as plain data."""
    return {
        "change": kind_of(change).name,
        **{name: to_plain(value) for name, value in attrs.asdict(change, recurse=False).items()},
    }


NAMES_VERSION = 2
"""Version of the layout whose names of attributes stored comparisons have; those of version 1 do not state it."""


def with_current_names(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a change in plain data with the current names, from one that was stored with those of version 1."""
    noun = _nouns()[data["address"].partition("/")[0]]
    result = dict(data)
    if "attribute" in data:
        owner = _nouns()[data["owner"].partition("/")[0]] if "owner" in data else noun
        result["attribute"] = current_attribute(data["attribute"], owner)
    if "old" in data and "attribute" in data:
        kind = MODEL.at(noun, result["attribute"]).kind
        for name in ("old", "new"):
            if kind is not None and issubclass(kind, Record):
                result[name] = to_current(data[name], kind).data
            else:
                result[name] = current_value(data[name], noun, result["attribute"])
    if "element" in data:
        result["element"] = to_current(data["element"], noun).data
    return result


def change_from_plain(data: Mapping[str, Any]) -> Change:
    """Return a change from plain data; the inverse of `change_to_plain`."""
    values = {name: value for name, value in data.items() if name != "change"}
    noun = _nouns()[values["address"].partition("/")[0]]
    kind = BY_NAME[data["change"]].change
    if issubclass(kind, Changed):
        described = MODEL.at(noun, values["attribute"])
        read = frozen_value if described.kind is None else partial(structured_value, described=described)
        values |= {name: read(values[name]) for name in ("old", "new")}
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
