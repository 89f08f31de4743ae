"""Setting the attributes of records that are not finished, each by a function of its own.

To set an attribute by a name that is written in the source is quick, by one that is a value it is
not. So the setters here are written for an attribute called ``attribute``, and `named` makes of
them those of any other.
"""

from collections.abc import Callable
from functools import lru_cache
from types import FunctionType
from typing import Any

from integrationskonzept.formats.quick_values import LONGEST, Hook
from integrationskonzept.formats.unusual import UnusualError

Setter = Callable[[Any, Any], None]
"""Given a record and the plain value of an attribute, sets it, or raises."""


def set_text(record: Any, value: Any) -> None:
    """Set a text."""
    if value.__class__ is not str:
        raise UnusualError
    record.attribute = value


def setting(hook: Hook) -> Setter:
    """Return what sets a value that `hook` makes."""

    def set_value(record: Any, value: Any) -> None:
        record.attribute = hook(value)

    return set_value


def setting_list(hook: Hook) -> Setter:
    """Return what sets a list of values that `hook` makes."""

    def set_list(record: Any, value: Any) -> None:
        if value.__class__ is not list:
            raise UnusualError
        record.attribute = tuple([hook(item) for item in value])

    return set_list


def setting_shared(hook: Hook) -> Setter:
    """Return what sets a list of records that `hook` makes; lists of the same few words are made once."""

    @lru_cache(maxsize=1024)  # the same sections are cited, the same actors named, again and again
    def made(items: tuple[str, ...]) -> tuple[Any, ...]:
        return tuple([hook(item) for item in items])

    def set_list(record: Any, value: Any) -> None:
        if value.__class__ is not list:
            raise UnusualError
        for item in value:
            if item.__class__ is not str or len(item) > LONGEST:
                record.attribute = tuple([hook(item) for item in value])
                return
        record.attribute = made(tuple(value))

    return set_list


def named(setter: Any, name: str) -> Setter:
    """Return a setter of this module as that of the attribute of this name."""
    code = setter.__code__
    names = tuple(name if each == "attribute" else each for each in code.co_names)
    return FunctionType(code.replace(co_names=names), setter.__globals__, name, closure=setter.__closure__)
