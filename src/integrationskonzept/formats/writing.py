"""A concept to plain data, in the one order that is written."""

from collections.abc import Mapping
from datetime import time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import attrs

from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate, Precision
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.record import Record

_TAIL = tuple(attribute.name for attribute in attrs.fields(Sourced) if attribute.name != "extra")


def plain(concept: Concept) -> dict[str, Any]:
    """Return the data of a concept's file: ``schema`` first, then keys in the order of the model."""
    return {"schema": SCHEMA, **_mapping(concept)}


def _mapping(record: Record) -> dict[str, Any]:
    data = {
        name: _plain(value)
        for name, default in _written(type(record))
        if (value := getattr(record, name)) is not default and value != default
    }
    data.update({key: _foreign(value) for key, value in record.extra.items()})
    return data


@cache
def _written(kind: type[Record]) -> tuple[tuple[str, Any], ...]:
    """Name the attributes of a class in the order they are written, with their defaults."""
    kept = [a for a in attrs.fields(kind) if a.name != "extra" and a.metadata.get("file") is not False]
    kept.sort(key=lambda a: (a.name != "id", a.name in _TAIL))
    return tuple((a.name, _default(a)) for a in kept)


def _default(attribute: "attrs.Attribute[Any]") -> Any:
    default: Any = attribute.default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PartialDate):
        return int(value.text) if value.precision is Precision.YEAR and value.text[0] != "0" else value.text
    if isinstance(value, Decimal):
        return _amount(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value


def _record(record: Record) -> Any:
    data = _mapping(record)
    short = record.SHORT
    if short is None or tuple(data) != (short,):
        return data
    value = data[short]
    if not isinstance(value, list):
        return value
    return value[0] if len(value) == 1 else data


def _amount(value: Decimal) -> int | float | str:
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else format(value.normalize(), "f")


def _foreign(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _foreign(item) for key, item in value.items()}
    return [_foreign(item) for item in value] if isinstance(value, tuple) else value
