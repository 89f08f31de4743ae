"""Validators of the contracts of plugins: a wrong value is refused where it is written, with what was expected."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from integrationskonzept.printable import brief

_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:\s*;.*)?")

Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]
"""Function that raises for a value that an attribute cannot have."""


def is_function(_: Any, attribute: "attrs.Attribute[Any]", function: object) -> None:
    """Raise `TypeError` for a value that cannot be called."""
    if not callable(function):
        raise TypeError(f"{attribute.name} must be a function; got {brief(function)}")


def begins_with_dot(_: Any, attribute: "attrs.Attribute[Any]", suffix: object) -> None:
    """Raise `ValueError` for a suffix without its dot."""
    if not isinstance(suffix, str) or not suffix.startswith(".") or suffix == ".":
        raise ValueError(f"{attribute.name} must begin with a dot, such as '.ics'; got {brief(suffix)}")


def suffixes_with_dots(owner: Any, attribute: "attrs.Attribute[Any]", suffixes: object) -> None:
    """Raise for suffixes that are no tuple, or for one without its dot."""
    if not isinstance(suffixes, tuple):
        raise TypeError(f"{attribute.name} must be a tuple such as ('.docx',); got {brief(suffixes)}")
    for suffix in suffixes:
        begins_with_dot(owner, attribute, suffix)


def is_media_type(_: Any, attribute: "attrs.Attribute[Any]", text: object) -> None:
    """Raise `ValueError` for a text that is no media type."""
    if not isinstance(text, str) or not _MEDIA_TYPE.fullmatch(text):
        raise ValueError(f"{attribute.name} must be a media type, such as 'text/plain'; got {brief(text)}")


def is_plain(_: Any, attribute: "attrs.Attribute[Any]", text: object) -> None:
    """Raise `ValueError` for an empty text, or one with line breaks or other invisible characters."""
    if not isinstance(text, str) or not text.strip() or not text.isprintable():
        raise ValueError(f"{attribute.name} must be a text of one line; got {brief(text)}")


def is_one(kind: type) -> Validator:
    """Return a validator that raises `TypeError` for a value that is not of a class."""

    def validate(_: Any, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if not isinstance(value, kind):
            raise TypeError(f"{attribute.name} must be {_with_article(kind)}; got {brief(value)}")

    return validate


def are_all(kind: type) -> Validator:
    """Return a validator that raises `TypeError` for anything but a tuple of objects of a class."""

    def validate(_: Any, attribute: "attrs.Attribute[Any]", values: object) -> None:
        if not isinstance(values, tuple):
            raise TypeError(f"{attribute.name} must be a tuple of {kind.__name__}; got {brief(values)}")
        for value in values:
            if not isinstance(value, kind):
                raise TypeError(f"{attribute.name} must have objects of {kind.__name__} only; got {brief(value)}")

    return validate


def maps_to(kind: type) -> Validator:
    """Return a validator that raises `TypeError` for anything but a mapping of texts to objects of a class, or None."""

    def validate(_: Any, attribute: "attrs.Attribute[Any]", values: object) -> None:
        if not isinstance(values, Mapping):
            raise TypeError(f"{attribute.name} must be a mapping; got {brief(values)}")
        for key, value in values.items():
            if not isinstance(key, str) or not (value is None or isinstance(value, kind)):
                raise TypeError(
                    f"{attribute.name} must have {_with_article(kind)} or None for {brief(key)}; got {brief(value)}"
                )

    return validate


def _with_article(kind: type) -> str:
    article = "an" if kind.__name__[0] in "AEIOU" else "a"
    return f"{article} {kind.__name__}"
