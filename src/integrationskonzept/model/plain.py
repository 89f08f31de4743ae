"""Convert values of the model to plain data for JSON, and back."""

from collections.abc import Callable, Iterator, Mapping
from datetime import time
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.element import Element
from integrationskonzept.model.record import Extra, Record

_FIELDS: dict[type, tuple[tuple[str, Any, Any], ...]] = {}


def fields(kind: type[Record]) -> tuple[tuple[str, Any, Any], ...]:
    """Return name, type and default of every attribute that is compared."""
    if kind not in _FIELDS:
        attrs.resolve_types(kind)
        _FIELDS[kind] = tuple((one.name, one.type, _default(one)) for one in attrs.fields(kind) if one.eq)
    return _FIELDS[kind]


def _default(attribute: "attrs.Attribute[Any]") -> Any:
    default: Any = attribute.default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]  # factories of the model take no argument


def to_plain(value: Any) -> Any:
    """Return a value of the model as plain data, without attributes that have their default."""
    match value:
        case None | bool() | int() | float():
            return value
        case StrEnum():
            return value.value
        case str():
            return value
        case Record():
            given = ((name, getattr(value, name), default) for name, _, default in fields(type(value)))
            return {name: to_plain(stated) for name, stated, default in given if not _is(stated, default)}
        case Mapping():
            return {key: to_plain(item) for key, item in value.items()}
        case tuple():
            return [to_plain(item) for item in value]
        case time():
            return value.isoformat()
    return str(value)


def _is(value: Any, default: Any) -> bool:
    return value is default or bool(value == default)


def from_plain(data: Any, kind: Any) -> Any:
    """Return plain data as a value of this type of the model; the inverse of `to_plain`."""
    origin = get_origin(kind)
    if origin is Annotated:
        return from_plain(data, get_args(kind)[0])
    if origin in {Union, UnionType}:
        options = [option for option in get_args(kind) if option is not NoneType]
        return data if data is None or len(options) > 1 else from_plain(data, options[0])
    if origin is tuple:
        return tuple(from_plain(item, get_args(kind)[0]) for item in data)
    if isinstance(kind, type) and issubclass(kind, Record):
        types = {name: one for name, one, _ in fields(kind)}
        return kind(**{name: from_plain(value, types[name]) for name, value in data.items()})
    return Extra(data) if isinstance(data, Mapping) else _SCALARS.get(kind, _scalar(kind))(data)


def _scalar(kind: Any) -> Callable[[Any], Any]:
    return kind if isinstance(kind, type) and issubclass(kind, StrEnum) else lambda data: data


_SCALARS: dict[Any, Callable[[Any], Any]] = {
    PartialDate: PartialDate,
    Decimal: Decimal,
    time: time.fromisoformat,
}


_NOUNS: dict[str, type[Record]] = {}


def nouns() -> Mapping[str, type[Record]]:
    """Return the class of every element of the model by its noun."""
    if not _NOUNS:
        _NOUNS.update({kind.noun: kind for kind in _reachable(Concept, set()) if issubclass(kind, Element)})
    return _NOUNS


def _reachable(kind: type[Record], seen: set[type[Record]]) -> Iterator[type[Record]]:
    if kind not in seen:
        seen.add(kind)
        yield kind
        for _, annotation, _ in fields(kind):
            for inner in _records(annotation):
                yield from _reachable(inner, seen)


def _records(annotation: Any) -> Iterator[type[Record]]:
    return (part for part in parts(annotation) if isinstance(part, type) and issubclass(part, Record))


def parts(annotation: Any) -> Iterator[Any]:
    """Yield a type and all its type arguments."""
    yield annotation
    for part in get_args(annotation):
        yield from parts(part)


def record_class(annotation: Any) -> type[Record] | None:
    """Return the class of the records in values of a type; None for a type of other values."""
    return next(_records(annotation), None)


def annotation_of(kind: type[Record], attribute: str) -> Any:
    """Return the type of an attribute by its path, such as ``target.value``."""
    annotation: Any = kind
    for step in attribute.split("."):
        around = next(_records(annotation))
        annotation = next(one for name, one, _ in fields(around) if name == step)
    return annotation
