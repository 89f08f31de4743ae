"""Whether what a plugin brings is what its contract says, attribute by attribute.

Most contracts check themselves when they are built. A frozen object that was built with the
wrong types all the same would fail somewhere far from its plugin, so the host looks again.
"""

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

import attrs

from integrationskonzept.language import Message, message
from integrationskonzept.plugins.fence import shown

Fits: TypeAlias = Callable[[Any], bool]
"""Tells whether a value is of a type."""


def misfit(thing: Any) -> Message | None:
    """Say of the first attribute with a value of another type than its annotation what it is."""
    contract: Any = type(thing)
    for name, kind, fits in _stated(contract):
        value = getattr(thing, name)
        if not fits(value):
            return message(
                "{attribute} of {contract} must be {expected}; got {got}",
                attribute=name,
                contract=contract.__name__,
                expected=_said(kind),
                got=shown(value),
            )
    return None


@cache
def _stated(contract: Any) -> tuple[tuple[str, Any, Fits], ...]:
    """Return name and type of every attribute of a contract, and what tells whether a value is of it."""
    attrs.resolve_types(contract)
    return tuple((attribute.name, attribute.type, _fitting(attribute.type)) for attribute in attrs.fields(contract))


def _fitting(kind: Any) -> Fits:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        members = tuple(_fitting(member) for member in arguments)
        return lambda value: any(fits(value) for fits in members)
    if origin is tuple and arguments[1:] == (...,):
        inner = _fitting(arguments[0])
        return lambda value: isinstance(value, tuple) and all(map(inner, value))
    if origin is Callable:
        return callable
    plain = origin or kind
    return lambda value: not isinstance(plain, type) or isinstance(value, plain)


def _said(kind: Any) -> str:
    if get_origin(kind) in {Union, UnionType}:
        return " or ".join("None" if member is NoneType else _said(member) for member in get_args(kind))
    if get_origin(kind) is Callable:
        return "a function"
    return str(kind) if get_args(kind) else getattr(kind, "__name__", str(kind))
