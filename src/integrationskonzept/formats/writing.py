"""A concept to plain data, in the one order that is written.

Values come back as they went out: whole numbers and others keep their kind, words, dates and
times stand as text, a year alone as a number. An amount of money keeps its exact value but not
zeros at its end: it is written as a number where a binary number can hold it, else as text.
"""

from collections.abc import Callable, Mapping
from datetime import time
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import compress
from operator import attrgetter, is_not
from typing import Any, NoReturn

from integrationskonzept.findings import Place
from integrationskonzept.formats import problems
from integrationskonzept.formats.keys import attributes, default
from integrationskonzept.formats.limits import AMOUNT_DIGITS, MAX_DEPTH, MAX_NUMBER
from integrationskonzept.formats.refusal import described
from integrationskonzept.formats.tree import unreadable
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.language import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate, Precision
from integrationskonzept.model.record import Record


class _UnwritableError(Exception):
    """A value that could not be read back; on its way up it learns where it stands."""

    def __init__(self, got: Message, expected: Message) -> None:
        super().__init__(got, expected)
        self.got = got
        self.expected = expected
        self.steps: list[str | int] = []
        """The way to the value, from its end to its beginning."""


def plain(concept: Concept) -> dict[str, Any]:
    """Return the data of a concept's file: ``schema`` first, then keys in the order of the model.

    Raises `InvalidConceptError` where something could not be read back: text that holds half a
    character, a number out of bounds, more levels than are read, a value of a foreign kind.
    """
    try:
        return {"schema": SCHEMA, **_mapping(concept, 0)}
    except _UnwritableError as error:
        place = Place(path=tuple(reversed(error.steps)))
        raise unreadable([problems.NOT_WRITABLE.finding(place, got=error.got, expected=error.expected)]) from None


def _mapping(record: Record, depth: int) -> dict[str, Any]:
    kind: Any = type(record)  # mypy would hold the `__hash__` of instances against their class
    names, defaults, values_of = _written(kind)
    values = values_of(record)
    given = compress(zip(names, values, defaults, strict=True), map(is_not, values, defaults))  # of many, few are
    data: dict[str, Any] = {}
    name = ""
    try:
        for name, value, default in given:
            if value != default:
                data[name] = _writer(value.__class__)(value, depth + 1)
        for name, value in record.extra.items() if record.extra else ():
            data[name] = _writer(value.__class__)(value, depth + 1)
    except _UnwritableError as error:
        error.steps.append(name)
        raise
    return data


@cache
def _written(kind: Any) -> tuple[tuple[str, ...], tuple[Any, ...], Callable[[Record], tuple[Any, ...]]]:
    """Name the attributes of a record's class in the order they are written, with their defaults; and fetch them."""
    written = attributes(kind)
    names = tuple(attribute.name for attribute in written)
    return names, tuple(default(attribute) for attribute in written), attrgetter(*names)


@cache
def _writer(kind: Any) -> Callable[[Any, int], Any]:
    """Return what writes values of a type that lie so deep."""
    if kind in _WRITERS:
        return _WRITERS[kind]
    if issubclass(kind, Record):
        return _record
    if issubclass(kind, Enum):
        return _word
    return _foreign if issubclass(kind, Mapping) else _nothing_known


def _word(value: Enum, _: int) -> Any:
    return value.value


def _nothing_known(value: Any, _: int) -> NoReturn:
    kind = message("a value of the type {type}", type=type(value).__name__)
    raise _UnwritableError(kind, message("text, numbers, truth values, lists or mappings"))


def _record(record: Record, depth: int) -> Any:
    data = _mapping(record, depth)
    if record.SHORT is None or tuple(data) != (record.SHORT,):
        _check_depth(depth)
        return data
    value = data[record.SHORT]
    if not isinstance(value, list):
        return value
    return value[0] if len(value) == 1 else data


def _list(value: tuple[Any, ...], depth: int) -> list[Any]:
    _check_depth(depth)
    items: list[Any] = []
    try:
        for item in value:
            items.append(_writer(item.__class__)(item, depth + 1))  # noqa: PERF401 - how many there are is told below
    except _UnwritableError as error:
        error.steps.append(len(items))
        raise
    return items


def _foreign(value: Mapping[Any, Any], depth: int) -> dict[str, Any]:
    _check_depth(depth)
    data: dict[str, Any] = {}
    for key, item in value.items():
        name = _text(key, depth)
        try:
            data[name] = _writer(item.__class__)(item, depth + 1)
        except _UnwritableError as error:
            error.steps.append(name)
            raise
    return data


def _check_depth(depth: int) -> None:
    if depth >= MAX_DEPTH:
        raise _UnwritableError(message("more than {limit} levels", limit=MAX_DEPTH), message("fewer levels"))


def _text(value: str, _: int) -> str:
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            half = message("half a character (\\u{code})", code=f"{ord(value[error.start]):04x}")
            raise _UnwritableError(half, message("whole characters")) from None
    return value


def _number(value: float, _: int) -> int | float:
    if not -MAX_NUMBER <= value <= MAX_NUMBER:
        bounded = message("a number between {minimum} and {maximum}", minimum=-MAX_NUMBER, maximum=MAX_NUMBER)
        raise _UnwritableError(described(value), bounded)
    return value


def _amount(value: Decimal, _: int) -> int | float | str:
    shown = described(str(value))
    if not value.is_finite() or abs(value) >= 10**AMOUNT_DIGITS:
        raise _UnwritableError(shown, message("an amount of at most {digits} digits", digits=AMOUNT_DIGITS))
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    if Decimal(repr(number)) == value:
        return number
    text = format(value, "f").rstrip("0")
    if len(text.partition(".")[2]) > AMOUNT_DIGITS:
        raise _UnwritableError(shown, message("at most {digits} digits after the point", digits=AMOUNT_DIGITS))
    return text


def _date(value: PartialDate, _: int) -> int | str:
    return int(value.text) if value.precision is Precision.YEAR and value.text[0] != "0" else value.text


def _time(value: time, _: int) -> str:
    if value.second or value.microsecond or value.tzinfo:
        raise _UnwritableError(message("the time {time}", time=value), message("hours and minutes, local time"))
    return value.strftime("%H:%M")


def _as_it_is(value: Any, _: int) -> Any:
    return value


_WRITERS: Mapping[type, Callable[[Any, int], Any]] = {
    str: _text,
    int: _number,
    float: _number,
    bool: _as_it_is,
    type(None): _as_it_is,
    tuple: _list,
    Decimal: _amount,
    PartialDate: _date,
    time: _time,
}
