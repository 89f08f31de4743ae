"""Make records from plain data and from the arguments of a constructor.

A record is a mapping with the names of its attributes as keys; a bare value stands for the attribute `SHORT` of its
class; keys beginning with ``x-`` are kept in `extra`, and any other unknown key is refused. No value is converted
into a different kind (see `values`). What to store for the keys of a mapping, and which defaults for all other
attributes, is found once for each combination of keys. The first refused value raises `RefusedError`, without its
place; `formats.structure` finds all of them with their places.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from numbers import Integral, Real
from operator import is_
from typing import Any

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.findings import path_text
from integrationskonzept.i18n.messages import message
from integrationskonzept.model import value_problems as problems
from integrationskonzept.model.description import MODEL, AttributeDescription, Description, RecordDescription, ValueType
from integrationskonzept.model.foreign import FOREIGN, Extra
from integrationskonzept.model.refusal import A_MAPPING, RefusedError, wrong_kind
from integrationskonzept.model.values import GroupedNumber, read_foreign, reader
from integrationskonzept.printable import shorten

Hook = Callable[[Any], Any]
"""A function from plain data to a value of the model; it raises `RefusedError` or `InvalidValueError`."""

_Store = Callable[[Any, Any], None]
_Plan = tuple[list[str], list[_Store], list[Hook], list[tuple[Any, list[_Store]]]]
"""The keys that are not foreign, where to store and how to read the value of each, and the defaults of all other
attributes: each default once, with where to store it."""

_KEYS_NAMED = 4
"""Keys of a mapping that are listed where a different value came."""
_COMBINATIONS = 256
"""Combinations of keys remembered for each class: files have few, and a hostile one must not fill the memory."""
_USUAL_DEPTH = 8
"""Records of a class inside one another, up to which the first pass reads them: more are left to the second."""
_LONGEST = 200
"""Characters of a bare value up to which the record made from it is shared."""


class Structurer:
    """Functions from plain data to the values of the model, made from its description."""

    def __init__(self, description: Description = MODEL) -> None:
        self.description = description
        self._records: dict[type, Hook] = {}
        self._depth = 0

    def value(self, described: AttributeDescription) -> Hook:
        """Return the function that reads the value of an attribute."""
        read = self.record(described.kind) if described.type is ValueType.RECORD else reader(described)
        if described.many:
            read = self.items(described, read)
        return self.optional(read) if described.optional else read

    def items(self, described: AttributeDescription, read: Hook) -> Hook:
        """Return the function that reads a list of values."""

        def read_items(value: Any) -> tuple[Any, ...]:
            if value.__class__ is list:
                return tuple([read(item) for item in value])
            raise wrong_kind(message("a list"), value)

        return read_items

    def optional(self, read: Hook) -> Hook:
        """Return the function that reads a value that can be missing; None is left to the second pass."""
        return read

    def record(self, kind: type) -> Hook:
        """Return the function that reads a record: a mapping, or the value that stands for one."""
        if kind not in self._records:
            described = self.description[kind]
            make = self.mapping(described)
            if kind in self.description.below(kind):
                make = self.nested(make)
            self._records[kind] = self._bare(described, make) if described.bare else make
        return self._records[kind]

    def nested(self, make: Hook) -> Hook:
        """Return the function that reads a record which can contain others of its class."""

        def read_nested(data: Any) -> Any:
            self._depth += 1
            try:
                if self._depth > _USUAL_DEPTH:
                    raise RefusedError(problems.TOO_DEEP, limit=_USUAL_DEPTH)
                return make(data)
            finally:
                self._depth -= 1

        return read_nested

    def mapping_expected(self, value: Any, described: RecordDescription) -> RefusedError:
        """Return the error for a value that should be a mapping."""
        return mapping_expected(value, described)

    def mapping(self, described: RecordDescription) -> Hook:
        """Return the function that reads a mapping, with a plan for each combination of keys."""
        kind: Any = described.kind
        new = object.__new__
        check = _check_of(described)

        @lru_cache(_COMBINATIONS)
        def plan(keys: tuple[str, ...]) -> _Plan:
            return self._plan(described, keys)

        def read_mapping(data: Any) -> Any:
            if data.__class__ is not dict:
                raise self.mapping_expected(data, described)
            known, stores, readers, rest = plan(tuple(data))
            record = new(kind)
            for default, others in rest:
                for store in others:
                    store(record, default)
            if len(known) < len(data):
                kind.extra.__set__(record, foreign_values(data))
                data = {key: data[key] for key in known}
            for store, read, value in zip(stores, readers, data.values(), strict=True):
                store(record, read(value))
            if check is not None:
                check(record)
            return record

        return read_mapping

    def _plan(self, described: RecordDescription, keys: tuple[str, ...]) -> _Plan:
        known = [key for key in keys if key in described.in_files]
        for key in keys:
            if key not in described.in_files and not str(key).startswith(FOREIGN):
                raise RefusedError(problems.UNKNOWN_KEY, step=key, key=shorten(str(key)))
        for key in described.missing(keys):
            raise RefusedError(problems.MISSING_KEY, key=key)
        stores = [store(described, key) for key in known]
        readers = [self.value(described.in_files[key]) for key in known]
        rest: dict[int, tuple[Any, list[_Store]]] = {}
        for name, each in described.attributes.items():
            if name not in keys:
                rest.setdefault(id(each.default), (each.default, []))[1].append(store(described, name))
        return known, stores, readers, list(rest.values())

    def _bare(self, described: RecordDescription, make: Hook) -> Hook:
        """Return the function that reads a mapping, or a bare value in place of one.

        References to actors and citations of sections repeat, so that records made from an id are shared.
        """
        bare = described.bare
        assert bare is not None  # noqa: S101 - the caller asked

        def from_bare_value(value: Any) -> Any:
            return make({bare.name: [value] if bare.many else value})

        shared = lru_cache(1024)(from_bare_value) if bare.noun or bare.type is ValueType.CHOICE else from_bare_value

        def read_mapping_or_bare_value(value: Any) -> Any:
            if value.__class__ is str:
                return shared(value) if len(value) <= _LONGEST else from_bare_value(value)
            if value.__class__ is dict:
                return make(value)
            if value is None or value.__class__ is list:
                raise self.mapping_expected(value, described)
            return from_bare_value(value)

        return read_mapping_or_bare_value


def store(described: RecordDescription, name: str) -> _Store:
    """Return the function that stores an attribute of a frozen record that is being made."""
    setter: _Store = getattr(described.kind, name).__set__
    return setter


def assembled(described: RecordDescription, values: Mapping[str, Any]) -> Any:
    """Return a record with values of the model and the defaults of all other attributes."""
    record: Any = object.__new__(described.kind)
    for name, each in described.attributes.items():
        store(described, name)(record, values.get(name, each.default))
    check = _check_of(described)
    if check is not None:
        check(record)
    return record


def _check_of(described: RecordDescription) -> Callable[[Any], None] | None:
    """Return the function that refuses a record whose values contradict each other; None where none can."""
    check: Callable[[Any], None] | None = getattr(described.kind, "check_consistency", None)
    names = described.named_by
    if not names:
        return check

    def check_names(record: Any) -> None:
        if all(getattr(record, name) is None for name in names):
            either = message("{usual} or {other} must be stated", usual=names[0], other=names[-1])
            raise InvalidValueError(either, names[0])

    return check_names


def foreign_values(data: Mapping[str, Any]) -> Extra:
    """Return the foreign attributes among the values of a mapping."""
    return read_foreign({key: value for key, value in data.items() if str(key).startswith(FOREIGN)})


def mapping_expected(
    value: Any, described: RecordDescription, key: Callable[[str], str] = lambda name: name
) -> RefusedError:
    """Return the error for a value that should be a mapping, with a hint of its required or first keys."""
    own = described.expected or [name for name, each in described.in_files.items() if not each.last]
    named = ", ".join(f"`{key(name)}: …`" for name in own[:_KEYS_NAMED])
    return wrong_kind(A_MAPPING, value, message("write its keys below it, indented, such as {keys}", keys=named))


def set_origin(concept: Any, origin: Any) -> None:
    """Set the file of a concept that was just made from it, and that nobody else has seen."""
    store(MODEL[type(concept)], "origin")(concept, origin)


_STRUCTURER = Structurer()


def structured(data: Any, kind: type) -> Any:
    """Return the record of class `kind` that plain data describes; raise `RefusedError` for the first wrong value."""
    return _STRUCTURER.record(kind)(data)


def structured_value(data: Any, described: AttributeDescription) -> Any:
    """Return the value of an attribute that plain data describes; raise `RefusedError` for the first wrong value."""
    return None if data is None and described.optional else _STRUCTURER.value(described)(data)


# -- arguments of constructors ---------------------------------------------------------------------


def check_arguments(record: Any) -> None:
    """Convert the attributes of a new record to their types, or raise `InvalidValueError`.

    The types are those of a file, so that a list becomes a tuple and a text a date; values that have
    their type already are only checked.
    """
    for name, default, get, read, set_value in _checks(type(record)):
        value = get(record)
        if value is default:
            continue
        try:
            converted = read(value)
        except RefusedError as error:
            reason = message("{attribute}: {reason}", attribute=path_text((name, *error.below)), reason=error.sentence)
            raise InvalidValueError(reason, name) from None
        if converted is not value:
            set_value(record, converted)
    check = _check_of(MODEL[type(record)])
    if check is not None:
        check(record)


_Check = tuple[str, Any, Hook, Hook, _Store]
"""Name, default, getter, converter and setter of an attribute."""

_CHECKS: dict[type, list[_Check]] = {}


def _checks(kind: type) -> list[_Check]:
    if kind not in _CHECKS:
        described = MODEL[kind]
        checked = (each for each in described.attributes.values() if each.in_files)
        _CHECKS[kind] = [
            (each.name, each.default, getattr(kind, each.name).__get__, _argument(each), store(described, each.name))
            for each in checked
        ]
    return _CHECKS[kind]


def _argument(described: AttributeDescription) -> Hook:
    """Return the function that converts an argument of a constructor."""
    if described.type is ValueType.ANY:
        return _foreign_argument
    convert = _single_argument(described)
    if described.many:
        convert = _list_argument(convert)
    return (lambda value: None if value is None else convert(value)) if described.optional else convert


def _list_argument(single: Hook) -> Hook:
    def convert_items(value: Any) -> Any:
        if not isinstance(value, (list, tuple)):
            raise wrong_kind(message("a list"), value)
        converted = tuple([convert(position, item) for position, item in enumerate(value)])
        return value if isinstance(value, tuple) and all(map(is_, converted, value)) else converted

    def convert(position: int, item: Any) -> Any:
        try:
            return single(item)
        except RefusedError as error:
            error.below = (position, *error.below)
            raise

    return convert_items


def _single_argument(described: AttributeDescription) -> Hook:
    if described.type is ValueType.RECORD:
        kind = described.kind
        return lambda value: value if isinstance(value, kind) else _STRUCTURER.record(kind)(value)
    read = reader(described)
    if described.type in (ValueType.DATE, ValueType.CHOICE):
        kind = described.kind
        return lambda value: value if isinstance(value, kind) else read(value)
    if described.type in (ValueType.NUMBER, ValueType.WHOLE_NUMBER, ValueType.AMOUNT):
        return lambda value: read(_plain_number(value))
    return read


def _plain_number(value: Any) -> Any:
    """Return a number of another library, such as numpy, as one of Python."""
    if value.__class__ in (int, float, bool, Decimal, str) or isinstance(value, GroupedNumber):
        return value
    if isinstance(value, Integral):
        return int(value)
    return float(value) if isinstance(value, Real) else value


def _foreign_argument(value: Any) -> Extra:
    if not isinstance(value, Mapping):
        raise wrong_kind(A_MAPPING, value)
    for name in value:
        if not str(name).startswith(FOREIGN):
            raise InvalidValueError(
                message(
                    "a foreign attribute begins with 'x-', such as '{name}'; got '{got}'", name=f"x-{name}", got=name
                ),
                "extra",
            )
    return value if isinstance(value, Extra) else read_foreign(value)
