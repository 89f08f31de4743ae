"""Structure valid plain data fast; on any unexpected value raise `FastPathMissError`."""

from collections.abc import Callable
from datetime import time
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from types import FunctionType, NoneType
from typing import Annotated, Any, get_args, get_origin

import attrs

from integrationskonzept.errors import IntegrationskonzeptError
from integrationskonzept.formats import values
from integrationskonzept.formats.field_order import attributes, default_value, union_members
from integrationskonzept.formats.format import FastPathMissError
from integrationskonzept.formats.limits import MAX_NUMBER
from integrationskonzept.formats.value_errors import RefusedError
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.record import Record, bound, is_id, valid_id, within_bound
from integrationskonzept.model.tree import types_of

Hook = Callable[[Any], Any]
"""What turns plain data into a value of the model, or raises."""

LONGEST = 200
"""Characters of a text that is kept at most: what is kept must not grow with what is read."""


def accept_text(value: Any) -> str:
    """Take a text."""
    if value.__class__ is str:
        return value
    raise FastPathMissError


@lru_cache(maxsize=8192)
def accept_name(value: Any) -> str:
    """Take the name of something, such as a reference to it."""
    if value.__class__ is str and len(value) <= LONGEST:
        return value
    raise FastPathMissError


@lru_cache(maxsize=8192)
def accept_id(value: Any) -> str:
    """Take an id."""
    if value.__class__ is str and len(value) <= LONGEST and is_id(value):
        return value
    raise FastPathMissError


def accept_word(value: Any) -> str:
    """Take a text that is a name more often than not."""
    return accept_text(value) if len(value) > LONGEST else accept_name(value)


def accept_bool(value: Any) -> bool:
    """Take true or false."""
    if value is True or value is False:
        return value
    raise FastPathMissError


def accept_int(value: Any) -> int:
    """Take a whole number."""
    if value.__class__ is int and -MAX_NUMBER <= value <= MAX_NUMBER:
        return value
    raise FastPathMissError


def accept_number(value: Any) -> int | float:
    """Take a number."""
    if value.__class__ in (int, float) and -MAX_NUMBER <= value <= MAX_NUMBER:
        return value
    raise FastPathMissError


def bounded_hook(accept: Hook, annotation: Any) -> Hook:
    """Return what takes a number that is not below the bound of its type."""
    limit = bound(annotation)
    minimum = limit.minimum if limit else -MAX_NUMBER

    def accept_bounded(value: Any) -> Any:
        found = accept(value)
        if found < minimum or (value.__class__ is str and value[:1] == "-"):
            raise FastPathMissError
        return found

    return accept_bounded


accept_date = lru_cache(maxsize=4096, typed=True)(values.read_date)  # a concept states few dates, and those often
"""Take a date."""


SCALARS: dict[Any, Hook] = {
    str: accept_text,
    bool: accept_bool,
    int: accept_int,
    PartialDate: accept_date,
    Decimal: values.read_amount,
    time: values.read_time,
}
"""What takes a value of each plain type."""


Setter = Callable[[Any, Any], None]
"""Given a record and the plain value of an attribute, sets it, or raises."""


def set_text(record: Any, value: Any) -> None:
    """Set a text."""
    if value.__class__ is not str:
        raise FastPathMissError
    record.attribute = value


def setter_of(hook: Hook) -> Setter:
    """Return what sets a value that `hook` makes."""

    def set_value(record: Any, value: Any) -> None:
        record.attribute = hook(value)

    return set_value


def list_setter(hook: Hook) -> Setter:
    """Return what sets a list of values that `hook` makes."""

    def set_list(record: Any, value: Any) -> None:
        if value.__class__ is not list:
            raise FastPathMissError
        record.attribute = tuple([hook(item) for item in value])

    return set_list


def shared_list_setter(hook: Hook) -> Setter:
    """Return what sets a list of records that `hook` makes; lists of the same few words are made once."""

    @lru_cache(maxsize=1024)  # the same sections are cited, the same actors named, again and again
    def made(items: tuple[str, ...]) -> tuple[Any, ...]:
        return tuple([hook(item) for item in items])

    def set_list(record: Any, value: Any) -> None:
        if value.__class__ is not list:
            raise FastPathMissError
        for item in value:
            if item.__class__ is not str or len(item) > LONGEST:
                record.attribute = tuple([hook(item) for item in value])
                return
        record.attribute = made(tuple(value))

    return set_list


def for_attribute(setter: Any, name: str) -> Setter:
    """Return a setter of this module as that of the attribute of this name."""
    code = setter.__code__
    names = tuple(name if each == "attribute" else each for each in code.co_names)
    return FunctionType(code.replace(co_names=names), setter.__globals__, name, closure=setter.__closure__)


def structure_fast(data: Any) -> Concept | None:
    """Return the concept that `data` describes, or None where a closer look is due."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or type(data["schema"]) is not int:
        return None
    try:
        concept: Concept = _record_hook(Concept)({key: value for key, value in data.items() if key != "schema"})
    except (RefusedError, IntegrationskonzeptError, KeyError, TypeError, ValueError):
        return None
    return concept


def _hook(annotation: Any) -> Hook:
    """Return what turns plain data into a value of this type."""
    if annotation in SCALARS:
        return SCALARS[annotation]
    if get_origin(annotation) is Annotated and bound(annotation):
        return bounded_hook(_hook(get_args(annotation)[0]), annotation)
    if get_origin(annotation) is Annotated:
        return accept_id if "id" in get_args(annotation)[1:] else accept_name
    if get_origin(annotation) is tuple:
        return _list_hook(_hook(get_args(annotation)[0]))
    if offered := union_members(annotation) - {NoneType}:
        return accept_number if offered == {int, float} else _hook(*offered)
    if issubclass(annotation, Enum):
        return {member.value: member for member in annotation}.__getitem__
    return _record_hook(annotation)


def _list_hook(hook: Hook) -> Hook:
    def make(value: Any) -> tuple[Any, ...]:
        if value.__class__ is list:
            return tuple([hook(item) for item in value])
        raise FastPathMissError

    return make


def _setter(name: str, annotation: Any) -> Setter:
    """Return what sets an attribute of this type, given its plain value."""
    hook = _hook(annotation)
    if hook is accept_text:
        return for_attribute(set_text, name)
    if get_origin(annotation) is not tuple:
        return for_attribute(setter_of(hook), name)
    item = get_args(annotation)[0]
    if item is str:  # such as the names of attributes
        return for_attribute(list_setter(accept_word), name)
    is_shared = isinstance(item, type) and issubclass(item, Record) and _has_name_as_short_form(item)
    return for_attribute((shared_list_setter if is_shared else list_setter)(_hook(item)), name)


@cache
def _record_hook(kind: type[Record]) -> Hook:
    """Return what turns a mapping, or the bare value that stands for one, into a record of a class."""
    make = _compiled_hook(kind) if _has_no_checks(kind) else _constructor_hook(kind)
    return make if kind.SHORT is None else _short_form_hook(kind, make)


def _in_files(kind: type[Record]) -> dict[str, Any]:
    """Return the type of each attribute that stands in files under its own name."""
    types = types_of(kind)
    return {attribute.name: types[attribute.name] for attribute in attributes(kind)}


def _has_no_checks(kind: type[Record]) -> bool:
    """Tell whether a class only holds its attributes: it checks nothing but ids and bounds, and derives nothing."""
    unchecked = all(each.validator is None or each.validator in (valid_id, within_bound) for each in attrs.fields(kind))
    return unchecked and not hasattr(kind, "__attrs_post_init__") and kind is not Concept


def _has_name_as_short_form(kind: type[Record]) -> bool:
    """Tell whether the bare form of a record is the name of something, and no text that stands in one place."""
    return kind.SHORT is not None and types_of(kind)[kind.SHORT] is not str


def _short_form_hook(kind: type[Record], make: Hook) -> Hook:
    name = kind.SHORT or ""
    is_list = get_origin(types_of(kind)[name]) is tuple

    def from_bare_value(value: Any) -> Any:
        return make({name: [value] if is_list else value})

    # the same section is cited, the same actor named, again and again
    known = lru_cache(maxsize=1024)(from_bare_value) if _has_name_as_short_form(kind) else from_bare_value

    def make_short(value: Any) -> Any:
        if value.__class__ is dict:
            return make(value)
        if value.__class__ is list:
            raise FastPathMissError
        return known(value) if value.__class__ is str and len(value) <= LONGEST else from_bare_value(value)

    return make_short


def _lazy_hooks(kind: type[Record], find: Callable[[str, Any], Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return what is done with the value of each key of a class; it is found out when the key is first met.

    A class may hold records of its own kind, and of many that a file has none of.
    """
    known: dict[str, Callable[..., Any]] = {}

    def first(name: str, annotation: Any) -> Callable[..., Any]:
        def resolve_hook(*arguments: Any) -> Any:
            known[name] = found = find(name, annotation)
            return found(*arguments)

        return resolve_hook

    known.update({name: first(name, annotation) for name, annotation in _in_files(kind).items()})
    return known


def _constructor_hook(kind: type[Record]) -> Hook:
    hooks = _lazy_hooks(kind, lambda _, annotation: _hook(annotation))

    def make(data: Any) -> Any:
        if data.__class__ is not dict:
            raise FastPathMissError
        return kind(**{key: hooks[key](value) for key, value in data.items()})

    return make


def _compiled_hook(kind: type[Record]) -> Hook:
    """Write and compile a function that fills a record without its constructor.

    A frozen record is filled attribute by attribute through `object.__setattr__`, at three times
    the cost of a plain one. So a plain class of the same layout is filled, and becomes the frozen
    class when it is complete.
    """
    defaults = {each.name: default_value(each) for each in attrs.fields(kind)}
    required = [name for name, usual in defaults.items() if usual is attrs.NOTHING]
    lines = [
        "def make(data):",
        "    if data.__class__ is not dict: raise miss",
        "    self = new(blank)",
        *(f"    self.{name} = {_as_source(name, usual)}" for name, usual in defaults.items()),
        "    for key, value in data.items():",
        "        setters[key](self, value)",
        *(f"    if self.{name} is missing: raise miss" for name in required),
        "    self.__class__ = kind",
        "    return self",
    ]
    known: dict[str, Any] = {f"default_{name}": value for name, value in defaults.items()}
    known |= {
        "new": object.__new__,
        "blank": _unfrozen_class(kind),
        "kind": kind,
        "setters": _lazy_hooks(kind, _setter),
    }
    known |= {"missing": attrs.NOTHING, "miss": FastPathMissError}
    exec("\n".join(lines), known)  # noqa: S102 - written above, from the names of the model's own attributes
    make: Hook = known["make"]
    return make


def _as_source(name: str, usual: Any) -> str:
    """Write a default as source: constants as themselves, which is quicker than by name."""
    return repr(usual) if usual is None or usual == () or usual is False else f"default_{name}"


def _unfrozen_class(kind: type[Record]) -> type:
    """Return a class of the same layout as `kind` whose attributes can be set."""
    thawed = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}  # one alone would leave both slow
    return type(f"Blank{kind.__name__}", kind.__bases__, {"__slots__": kind.__dict__["__slots__"], **thawed})
