"""What every contract checks about itself."""

from typing import Any

import attrs

from integrationskonzept.language import Message


def telling(_: Any, attribute: "attrs.Attribute[Any]", sentence: object) -> None:
    """Refuse plain text where people read: a message can say it in several languages."""
    if not isinstance(sentence, Message):
        raise TypeError(f"{attribute.name} must be a Message, such as message('Calendar'); got {sentence!r}")


def callable_(_: Any, attribute: "attrs.Attribute[Any]", function: object) -> None:
    """Refuse what cannot be called."""
    if not callable(function):
        raise TypeError(f"{attribute.name} must be a function; got {function!r}")


def dotted(_: Any, attribute: "attrs.Attribute[Any]", suffix: object) -> None:
    """Refuse a suffix without its dot."""
    if not isinstance(suffix, str) or not suffix.startswith(".") or suffix == ".":
        raise ValueError(f"{attribute.name} must begin with a dot, such as '.ics'; got {suffix!r}")


def options_class(_: Any, attribute: "attrs.Attribute[Any]", kind: Any) -> None:
    """Refuse options that are no attrs class, or that a user would have to give."""
    if not isinstance(kind, type) or not attrs.has(kind):
        raise TypeError(f"{attribute.name} must be an attrs class; got {kind!r}")
    required = [one.name for one in attrs.fields(kind) if one.init and one.default is attrs.NOTHING]
    if required:
        raise ValueError(f"every attribute of {kind.__name__} needs a default; {', '.join(required)} has none")
