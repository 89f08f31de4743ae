"""Whether what a plugin brings is what its contract says, attribute by attribute.

Most contracts check themselves when they are built. A frozen object that was built with the
wrong types all the same would fail somewhere far from its plugin, so the host looks again.
"""

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from integrationskonzept.language import Message, message
from integrationskonzept.plugins.fence import shown


def misfit(thing: Any) -> Message | None:
    """Say of the first attribute with a value of another type than its annotation what it is."""
    kind = type(thing)
    attrs.resolve_types(kind)
    for attribute in attrs.fields(kind):
        value = getattr(thing, attribute.name)
        if not _fits(value, attribute.type):
            return message(
                "{attribute} of {contract} must be {expected}; got {got}",
                attribute=attribute.name,
                contract=kind.__name__,
                expected=_said(attribute.type),
                got=shown(value),
            )
    return None


def _fits(value: Any, kind: Any) -> bool:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return any(_fits(value, member) for member in arguments)
    if origin is tuple and arguments[1:] == (...,):
        return isinstance(value, tuple) and all(_fits(item, arguments[0]) for item in value)
    if origin is Callable:
        return callable(value)
    plain = origin or kind
    return not isinstance(plain, type) or isinstance(value, plain)


def _said(kind: Any) -> str:
    if get_origin(kind) in {Union, UnionType}:
        return " or ".join("None" if member is NoneType else _said(member) for member in get_args(kind))
    if get_origin(kind) is Callable:
        return "a function"
    return str(kind) if get_args(kind) else getattr(kind, "__name__", str(kind))
