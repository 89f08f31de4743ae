"""Attributes of a record in the order of a file, with their defaults and union types."""

from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from integrationskonzept.model.element import Sourced
from integrationskonzept.model.record import Record

PROVENANCE_KEYS = tuple(attribute.name for attribute in attrs.fields(Sourced) if attribute.name != "extra")
"""Keys of provenance, which come last in every record."""


def keys(kind: type[Record]) -> tuple[str, ...]:
    """Return the keys of a record of this class: ``id`` first, provenance last."""
    return tuple(attribute.name for attribute in attributes(kind))


def attributes(kind: Any) -> tuple["attrs.Attribute[Any]", ...]:
    """Return the attributes of a record class that files contain, in the order of the keys."""
    return _attributes(kind)


@cache
def _attributes(kind: Any) -> tuple["attrs.Attribute[Any]", ...]:
    tail = PROVENANCE_KEYS if issubclass(kind, Sourced) else ()
    in_files = [a for a in attrs.fields(kind) if a.name != "extra" and a.metadata.get("file") is not False]
    return tuple(sorted(in_files, key=lambda a: (a.name != "id", a.name in tail)))


def default_value(attribute: "attrs.Attribute[Any]") -> Any:
    """Return the value of an attribute whose key is absent; `attrs.NOTHING` for a required key."""
    made: Any = attribute.default
    return made.factory() if hasattr(made, "factory") else made


def union_members(kind: Any) -> set[Any]:
    """Return the types of a union; the empty set for any other type."""
    return set(get_args(kind)) if get_origin(kind) in (Union, UnionType) else set()
