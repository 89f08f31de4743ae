"""Coerce arguments to the types of the model's attributes."""

from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import types_of
from integrationskonzept.suggest import did_you_mean


def coerce_all(values: Mapping[str, Any], kind: type[Record], owner: str) -> dict[str, Any]:
    """Return values coerced to the types of a class's attributes (see `coerce`).

    Raises `TypeError` for an attribute that does not exist, with similar names, and for a value it
    cannot take; `owner` is named in the message.
    """
    kinds = types_of(kind)
    coerced = {}
    for name, value in values.items():
        if name not in kinds:
            raise TypeError(f"{owner} has no attribute {name!r}{did_you_mean(name, kinds)}")
        coerced[name] = coerce(value, kinds[name])
        if not matches_type(coerced[name], kinds[name]):
            raise TypeError(f"{name} of {owner} takes {kind_text(kinds[name])}; got {coerced[name]!r}")
    return coerced


def coerce(value: Any, annotation: Any) -> Any:
    """Return `value` coerced to the type of an attribute: a list to a tuple, a text to a date or enumeration value."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is tuple and isinstance(value, (list, tuple)):
        return tuple(coerce(item, parts[0]) for item in value)
    if isinstance(value, str):
        for kind in parts if origin in (Union, UnionType) else (annotation,):
            if kind is PartialDate:
                return PartialDate(value)
            if _is_enumeration(kind) and value in {member.value for member in kind}:
                return kind(value)
    return value


def _is_enumeration(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def matches_type(value: Any, annotation: Any) -> bool:
    """Return whether `value` matches the annotation of an attribute of the model."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return matches_type(value, parts[0])
    if origin in (Union, UnionType):
        return any(matches_type(value, part) for part in parts)
    if origin is tuple:
        return isinstance(value, tuple) and all(matches_type(item, parts[0]) for item in value)
    if origin is Mapping:
        return isinstance(value, Mapping)
    if isinstance(value, bool):
        return annotation is bool
    return isinstance(value, annotation)


def kind_text(annotation: Any) -> str:
    """Return an annotation as text for people: ``list of StatusEntry``, ``PartialDate or None``."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return kind_text(parts[0])
    if origin in (Union, UnionType):
        return " or ".join(kind_text(part) for part in parts)
    if origin is tuple:
        return f"list of {kind_text(parts[0])}"
    if _is_enumeration(annotation):
        return " or ".join(repr(member.value) for member in annotation)
    return "None" if annotation is NoneType else str(annotation.__name__)
