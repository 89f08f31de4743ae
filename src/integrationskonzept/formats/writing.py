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
from typing import Any

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Path, Place
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


def plain(concept: Concept) -> dict[str, Any]:
    """Return the data of a concept's file: ``schema`` first, then keys in the order of the model.

    Raises `InvalidConceptError` where something could not be read back: text that holds half a
    character, a number out of bounds, more levels than are read, a value of a foreign kind.
    """
    return {"schema": SCHEMA, **_mapping(concept, ())}


def _mapping(record: Record, path: Path) -> dict[str, Any]:
    kind: Any = type(record)  # mypy would hold the `__hash__` of instances against their class
    data = {
        name: _plain(value, (*path, name))
        for name, default in _written(kind)
        if (value := getattr(record, name)) is not default and value != default
    }
    for key, value in record.extra.items():
        data[key] = _plain(value, (*path, key))
    return data


@cache
def _written(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Name the attributes of a record's class in the order they are written, with their defaults."""
    return tuple((attribute.name, default(attribute)) for attribute in attributes(kind))


def _plain(value: Any, path: Path) -> Any:
    write = _WRITERS.get(type(value))
    if write is not None:
        return write(value, path)
    if isinstance(value, Record):
        return _record(value, path)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return _foreign(value, path)
    kind = message("a value of the type {type}", type=type(value).__name__)
    raise _unwritable(path, kind, message("text, numbers, truth values, lists or mappings"))


def _record(record: Record, path: Path) -> Any:
    data = _mapping(record, path)
    if record.SHORT is None or tuple(data) != (record.SHORT,):
        _check_depth(path)
        return data
    value = data[record.SHORT]
    if not isinstance(value, list):
        return value
    return value[0] if len(value) == 1 else data


def _list(value: tuple[Any, ...], path: Path) -> list[Any]:
    _check_depth(path)
    return [_plain(item, (*path, position)) for position, item in enumerate(value)]


def _foreign(value: Mapping[Any, Any], path: Path) -> dict[str, Any]:
    _check_depth(path)
    return {_text(key, path): _plain(item, (*path, key)) for key, item in value.items()}


def _check_depth(path: Path) -> None:
    if len(path) >= MAX_DEPTH:
        raise _unwritable(path, message("more than {limit} levels", limit=MAX_DEPTH), message("fewer levels"))


def _text(value: str, path: Path) -> str:
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            half = message("half a character (\\u{code})", code=f"{ord(value[error.start]):04x}")
            raise _unwritable(path, half, message("whole characters")) from None
    return value


def _number(value: float, path: Path) -> int | float:
    if not -MAX_NUMBER <= value <= MAX_NUMBER:
        bounded = message("a number between {minimum} and {maximum}", minimum=-MAX_NUMBER, maximum=MAX_NUMBER)
        raise _unwritable(path, described(value), bounded)
    return value


def _amount(value: Decimal, path: Path) -> int | float | str:
    shown = described(str(value))
    if not value.is_finite() or abs(value) >= 10**AMOUNT_DIGITS:
        raise _unwritable(path, shown, message("an amount of at most {digits} digits", digits=AMOUNT_DIGITS))
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    if Decimal(repr(number)) == value:
        return number
    text = format(value, "f").rstrip("0")
    if len(text.partition(".")[2]) > AMOUNT_DIGITS:
        raise _unwritable(path, shown, message("at most {digits} digits after the point", digits=AMOUNT_DIGITS))
    return text


def _date(value: PartialDate, _: Path) -> int | str:
    return int(value.text) if value.precision is Precision.YEAR and value.text[0] != "0" else value.text


def _time(value: time, path: Path) -> str:
    if value.second or value.microsecond or value.tzinfo:
        raise _unwritable(path, message("the time {time}", time=value), message("hours and minutes, local time"))
    return value.strftime("%H:%M")


def _as_it_is(value: Any, _: Path) -> Any:
    return value


def _unwritable(path: Path, got: Message, expected: Message) -> InvalidConceptError:
    return unreadable([problems.NOT_WRITABLE.finding(Place(path=path), got=got, expected=expected)])


_WRITERS: Mapping[type, Callable[[Any, Path], Any]] = {
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
