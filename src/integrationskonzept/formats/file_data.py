"""Plain data of a concept's file, in the canonical order.

Every value is read back unchanged. Whole numbers and decimal numbers keep their kind; enumerations, dates and times are
text; a year alone is a number. An amount of money keeps its exact value without trailing zeros: it is a number where a
binary number is exact, otherwise text.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import time
from decimal import Decimal
from enum import Enum
from typing import Any, NoReturn

import attrs

from integrationskonzept.findings import Path, Place
from integrationskonzept.formats import problems
from integrationskonzept.formats.document_builder import invalid_concept_error
from integrationskonzept.formats.field_order import attributes, default_value
from integrationskonzept.formats.limits import AMOUNT_DIGITS, MAX_DEPTH, MAX_NUMBER
from integrationskonzept.formats.value_errors import describe
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate, Precision
from integrationskonzept.model.former_names import to_former
from integrationskonzept.model.record import Record


class _UnwritableError(Exception):
    """A value that cannot be read back."""

    def __init__(self, got: Message, expected: Message) -> None:
        super().__init__(got, expected)
        self.got = got
        self.expected = expected


def file_data(concept: Concept) -> dict[str, Any]:
    """Return the data of a concept's file: ``schema`` first, then keys in the order of the model.

    Raise `InvalidConceptError` for a value that cannot be read back: text with half a character, a number out of
    bounds, too many levels, a value of an unknown type.
    """
    try:
        return {"schema": SCHEMA, **_WRITERS[type(concept)](concept, 0)}
    except _UnwritableError as error:
        place = Place(path=_path_to_unwritable(concept, 0))
        problem = problems.NOT_WRITABLE.finding(place, got=error.got, expected=error.expected)
        raise invalid_concept_error([problem]) from None


def file_data_of_version(concept: Concept, version: int) -> dict[str, Any]:
    """Return the data of a concept's file with the names of a version of the layout."""
    data = file_data(concept)
    return data if version == SCHEMA else {**to_former(data), "schema": version}


def _path_to_unwritable(value: Any, depth: int) -> Path:
    """Return the path from a value that cannot be written to the part that causes it."""
    for step, inside in _stated_parts(value) if depth < MAX_DEPTH else ():
        try:
            _WRITERS[type(inside)](inside, depth + 1)
        except _UnwritableError:
            return step, *_path_to_unwritable(inside, depth + 1)
    return ()


def _stated_parts(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, Record):
        stated = ((each.name, getattr(value, each.name), default_value(each)) for each in attributes(type(value)))
        yield from ((name, inside) for name, inside, default in stated if inside != default)
        value = value.extra
    if isinstance(value, (tuple, Mapping)):
        yield from enumerate(value) if isinstance(value, tuple) else value.items()


# -- records -------------------------------------------------------------------------------------


def _record_writer(kind: Any) -> Callable[[Any, int], Any]:
    """Write and compile a function from a record of a class to a mapping, or to its short form.

    Records have many attributes and state few, so a loop would spend most of its time looking attributes up by name.
    """
    namespace: dict[str, Any] = {"text": str, "writers": _WRITERS, "fill": _fill, "refuse_depth": _refuse_depth}
    lines = ["def write(record, depth):", "    data = {}"]
    for attribute in (*attributes(kind), attrs.fields(kind).extra):
        namespace[f"default_{attribute.name}"] = default_value(attribute)
        lines += [f"    value = record.{attribute.name}", f"    if {_is_stated(attribute)}: {_written(attribute)}"]
    if kind.SHORT is not None:
        lines += [
            f"    if len(data) == 1 and {kind.SHORT!r} in data:",
            f"        bare = data[{kind.SHORT!r}]",
            "        if bare.__class__ is not list: return bare",
            "        if len(bare) == 1: return bare[0]",
        ]
    lines += [f"    if depth >= {MAX_DEPTH}: refuse_depth()", "    return data"]
    exec("\n".join(lines), namespace)  # noqa: S102 - written above, from the names of the model's own attributes
    write: Callable[[Any, int], Any] = namespace["write"]
    return write


def _is_stated(attribute: "attrs.Attribute[Any]") -> str:
    """Return the source of the condition that an attribute differs from its default."""
    default = default_value(attribute)
    if default is None:
        return "value is not None"
    other = f"value is not default_{attribute.name}"
    return other if default == () or default is attrs.NOTHING else f"{other} and value != default_{attribute.name}"


def _written(attribute: "attrs.Attribute[Any]") -> str:
    if attribute.name == "extra":
        return "fill(data, value, depth + 1)"
    written = "value if value.__class__ is text and value.isascii() else writers[value.__class__](value, depth + 1)"
    return f"data[{attribute.name!r}] = {written}"


def _fill(data: dict[str, Any], foreign: Mapping[Any, Any], depth: int) -> None:
    for key, item in foreign.items():
        data[_text(key, depth)] = _WRITERS[type(item)](item, depth)


# -- values --------------------------------------------------------------------------------------


def _enum_value(value: Enum, _: int) -> Any:
    return value._value_  # faster than the property `value`


def _refuse_type(value: Any, _: int) -> NoReturn:
    kind = message("a value of the type {type}", type=type(value).__name__)
    raise _UnwritableError(kind, message("text, numbers, truth values, lists or mappings"))


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
        raise _UnwritableError(describe(value), bounded)
    return value


def _amount(value: Decimal, _: int) -> int | float | str:
    shown = describe(str(value))
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
