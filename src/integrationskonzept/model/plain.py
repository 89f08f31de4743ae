"""The one way from records to plain data: for files, digests, comparisons and snapshots.

A record becomes a mapping of its stated attributes in the order of the keys, or its bare form. Every value is read
back unchanged by `structure`. Whole numbers and decimal numbers keep their kind; enumerations, dates and times are
text; a year alone is a number. An amount of money keeps its exact value without trailing zeros: it is a number where
a binary number is exact, otherwise text.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import time
from decimal import Decimal
from enum import Enum
from typing import Any, NoReturn

import attrs

from integrationskonzept.findings import Path
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.description import MODEL, AttributeDescription
from integrationskonzept.model.foreign import NO_EXTRA
from integrationskonzept.model.partial_date import PartialDate, Precision
from integrationskonzept.model.record import Record
from integrationskonzept.model.refusal import describe
from integrationskonzept.model.values import MAX_NUMBER

MAX_DEPTH = 64
"""Levels of nested lists and mappings; the model needs about a dozen."""


class UnwritableError(ValueError):
    """A value that could not be read back."""

    def __init__(self, got: Message, expected: Message) -> None:
        super().__init__(got, expected)
        self.got = got
        self.expected = expected


def to_plain(value: Any) -> Any:
    """Return a value of the model as plain data; raise `UnwritableError` for a value that could not be read back.

    Such values are text with half a character, a number out of bounds, too many levels, and unknown types.
    """
    return _WRITERS[type(value)](value, 0)


def path_to_unwritable(value: Any, depth: int = 0) -> Path:
    """Return the path from a value that cannot be written to the part that causes it."""
    for step, inside in _stated_parts(value) if depth < MAX_DEPTH else ():
        try:
            _WRITERS[type(inside)](inside, depth + 1)
        except UnwritableError:
            return step, *path_to_unwritable(inside, depth + 1)
    return ()


def _stated_parts(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, Record):
        stated = ((each, getattr(value, each.name)) for each in MODEL[type(value)].in_files.values())
        yield from ((each.name, inside) for each, inside in stated if inside != each.default)
        value = value.extra
    if isinstance(value, (tuple, Mapping)):
        yield from enumerate(value) if isinstance(value, tuple) else value.items()


def _record_writer(kind: Any) -> Callable[[Any, int], Any]:
    """Write and compile a function from a record of a class to a mapping, or to its bare form.

    Records have many attributes and state few, so that a loop, which looks each up by its name, takes twice as long.
    """
    described = MODEL[kind]
    namespace: dict[str, Any] = {"text": str, "writers": _WRITERS, "fill": _fill, "refuse_depth": _refuse_depth}
    namespace["none"] = NO_EXTRA
    lines = ["def write(record, depth):", "    data = {}"]
    for each in described.in_files.values():
        namespace[f"default_{each.name}"] = each.default
        lines += [f"    value = record.{each.name}", f"    if {_is_stated(each)}: data[{each.name!r}] = {_WRITTEN}"]
    lines += ["    if record.extra is not none: fill(data, record.extra, depth + 1)"]
    if described.bare:
        lines += [
            f"    if len(data) == 1 and {described.bare.name!r} in data:",
            f"        bare = data[{described.bare.name!r}]",
            "        if bare.__class__ is not list: return bare",
            "        if len(bare) == 1: return bare[0]",
        ]
    lines += [f"    if depth >= {MAX_DEPTH}: refuse_depth()", "    return data"]
    exec("\n".join(lines), namespace)  # noqa: S102 - written above, from the names of the model's own attributes
    write: Callable[[Any, int], Any] = namespace["write"]
    return write


_WRITTEN = "value if value.__class__ is text and value.isascii() else writers[value.__class__](value, depth + 1)"


def _is_stated(each: AttributeDescription) -> str:
    """Return the source of the condition that an attribute differs from its default."""
    if each.default is None:
        return "value is not None"
    other = f"value is not default_{each.name}"
    return other if each.default == () or each.default is attrs.NOTHING else f"{other} and value != default_{each.name}"


def _fill(data: dict[str, Any], foreign: Mapping[Any, Any], depth: int) -> None:
    for key, item in foreign.items():
        data[_text(key, depth)] = _WRITERS[type(item)](item, depth)


def _enum_value(value: Enum, _: int) -> Any:
    return value._value_  # faster than the property `value`


def _refuse_type(value: Any, _: int) -> NoReturn:
    kind = message("a value of the type {type}", type=type(value).__name__)
    raise UnwritableError(kind, message("text, numbers, truth values, lists or mappings"))


def _list(value: tuple[Any, ...], depth: int) -> list[Any]:
    if depth >= MAX_DEPTH:
        _refuse_depth()
    return [
        item if item.__class__ is str and item.isascii() else _WRITERS[item.__class__](item, depth + 1)
        for item in value
    ]


def _foreign(value: Mapping[Any, Any], depth: int) -> dict[str, Any]:
    if depth >= MAX_DEPTH:
        _refuse_depth()
    data: dict[str, Any] = {}
    _fill(data, value, depth + 1)
    return data


def _refuse_depth() -> NoReturn:
    raise UnwritableError(message("more than {limit} levels", limit=MAX_DEPTH), message("fewer levels"))


def _text(value: str, _: int) -> str:
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            half = message("half a character (\\u{code})", code=f"{ord(value[error.start]):04x}")
            raise UnwritableError(half, message("whole characters")) from None
    return value


def _number(value: float, _: int) -> int | float:
    if not -MAX_NUMBER <= value <= MAX_NUMBER:
        bounded = message("a number between {minimum} and {maximum}", minimum=-MAX_NUMBER, maximum=MAX_NUMBER)
        raise UnwritableError(describe(value), bounded)
    return value


def _amount(value: Decimal, _: int) -> int | float | str:
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    if Decimal(repr(number)) == value:
        return number
    return format(value, "f").rstrip("0")


def _date(value: PartialDate, _: int) -> int | str:
    return int(value.text) if value.precision is Precision.YEAR and value.text[0] != "0" else value.text


def _time(value: time, _: int) -> str:
    return value.strftime("%H:%M")


def _unchanged(value: Any, _: int) -> Any:
    return value


class _Writers(dict[Any, Callable[[Any, int], Any]]):
    """Writers by type, each called with a value and its depth, and added when the type first occurs."""

    def __missing__(self, kind: Any) -> Callable[[Any, int], Any]:
        self[kind] = writer = _writer(kind)
        return writer


def _writer(kind: Any) -> Callable[[Any, int], Any]:
    if issubclass(kind, Record):
        return _record_writer(kind)
    if issubclass(kind, Enum):
        return _enum_value
    return _foreign if issubclass(kind, Mapping) else _refuse_type


_WRITERS = _Writers(
    {
        str: _text,
        int: _number,
        float: _number,
        bool: _unchanged,
        type(None): _unchanged,
        tuple: _list,
        Decimal: _amount,
        PartialDate: _date,
        time: _time,
    }
)
