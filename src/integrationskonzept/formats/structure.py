"""Structure valid plain data fast: ten times as fast as `converter` for the bundled concept.

On any unexpected value this raises `FastPathMissError` inside and `structure_fast` returns None; `converter` then
structures the data again and reports the errors.
"""

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
"""A function from plain data to a value of the model; it raises for unexpected data."""

LONGEST = 200
"""Characters up to which a text is cached, so that the cache does not grow with the file."""


def accept_text(value: Any) -> str:
    """Return a text."""
    if value.__class__ is str:
        return value
    raise FastPathMissError


@lru_cache(maxsize=8192)
def accept_name(value: Any) -> str:
    """Return a name, such as a reference to an element."""
    if value.__class__ is str and len(value) <= LONGEST:
        return value
    raise FastPathMissError


@lru_cache(maxsize=8192)
def accept_id(value: Any) -> str:
    """Return an id."""
    if value.__class__ is str and len(value) <= LONGEST and is_id(value):
        return value
    raise FastPathMissError


def accept_word(value: Any) -> str:
    """Return a text that is often a name."""
    return accept_text(value) if len(value) > LONGEST else accept_name(value)


def accept_bool(value: Any) -> bool:
    """Return a truth value."""
    if value is True or value is False:
        return value
    raise FastPathMissError


def accept_int(value: Any) -> int:
    """Return a whole number."""
    if value.__class__ is int and -MAX_NUMBER <= value <= MAX_NUMBER:
        return value
    raise FastPathMissError


def accept_number(value: Any) -> int | float:
    """Return a number."""
    if value.__class__ in (int, float) and -MAX_NUMBER <= value <= MAX_NUMBER:
        return value
    raise FastPathMissError


def bounded_hook(accept: Hook, annotation: Any) -> Hook:
    """Return a hook for a number that is not below the bound of its type."""
    limit = bound(annotation)
    minimum = limit.minimum if limit else -MAX_NUMBER

    def accept_bounded(value: Any) -> Any:
        found = accept(value)
        if found < minimum or (value.__class__ is str and value[:1] == "-"):
            raise FastPathMissError
        return found

    return accept_bounded


accept_date = lru_cache(maxsize=4096, typed=True)(values.read_date)  # a concept repeats few dates
"""Return a date."""


SCALARS: dict[Any, Hook] = {
    str: accept_text,
    bool: accept_bool,
    int: accept_int,
    PartialDate: accept_date,
    Decimal: values.read_amount,
    time: values.read_time,
}
"""The hook of each plain type."""


Setter = Callable[[Any, Any], None]
"""A function that sets an attribute of a record from its plain value; it raises for unexpected data."""


def set_text(record: Any, value: Any) -> None:
    """Set a text."""
    if value.__class__ is not str:
        raise FastPathMissError
    record.attribute = value


def setter_of(hook: Hook) -> Setter:
    """Return a setter for the value that `hook` returns."""

    def set_value(record: Any, value: Any) -> None:
        record.attribute = hook(value)

    return set_value


def list_setter(hook: Hook) -> Setter:
    """Return a setter for a list of values that `hook` returns."""

    def set_list(record: Any, value: Any) -> None:
        if value.__class__ is not list:
            raise FastPathMissError
        record.attribute = tuple([hook(item) for item in value])

    return set_list


def shared_list_setter(hook: Hook) -> Setter:
    """Return a setter for a list of records that `hook` returns, with a cache for lists of short texts."""

    @lru_cache(maxsize=1024)  # citations of sections and references to actors repeat
    def cached(items: tuple[str, ...]) -> tuple[Any, ...]:
        return tuple([hook(item) for item in items])

    def set_list(record: Any, value: Any) -> None:
        if value.__class__ is not list:
            raise FastPathMissError
        for item in value:
            if item.__class__ is not str or len(item) > LONGEST:
                record.attribute = tuple([hook(item) for item in value])
                return
        record.attribute = cached(tuple(value))

    return set_list


def for_attribute(setter: Any, name: str) -> Setter:
    """Return a copy of a setter of this module that sets the attribute `name`."""
    code = setter.__code__
    names = tuple(name if each == "attribute" else each for each in code.co_names)
    return FunctionType(code.replace(co_names=names), setter.__globals__, name, closure=setter.__closure__)


def structure_fast(data: Any) -> Concept | None:
    """Return the concept that `data` describes, or None on any unexpected value."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or type(data["schema"]) is not int:
        return None
    try:
        concept: Concept = _record_hook(Concept)({key: value for key, value in data.items() if key != "schema"})
    except (RefusedError, IntegrationskonzeptError, KeyError, TypeError, ValueError):
        return None
    return concept


def _hook(annotation: Any) -> Hook:
    """Return the hook of a type."""
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
    """Return the setter of an attribute."""
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
    """Return the hook of a record class, for a mapping or its short form."""
    make = _compiled_hook(kind) if _has_no_checks(kind) else _constructor_hook(kind)
    return make if kind.SHORT is None else _short_form_hook(kind, make)


def _in_files(kind: type[Record]) -> dict[str, Any]:
    """Return the type of each attribute that files contain."""
    types = types_of(kind)
    return {attribute.name: types[attribute.name] for attribute in attributes(kind)}


def _has_no_checks(kind: type[Record]) -> bool:
    """Return whether a class checks nothing except ids and bounds, and derives nothing."""
    unchecked = all(each.validator is None or each.validator in (valid_id, within_bound) for each in attrs.fields(kind))
    return unchecked and not hasattr(kind, "__attrs_post_init__") and kind is not Concept


def _has_name_as_short_form(kind: type[Record]) -> bool:
    """Return whether the short form of a record is a name that repeats, and not a text."""
    return kind.SHORT is not None and types_of(kind)[kind.SHORT] is not str


def _short_form_hook(kind: type[Record], make: Hook) -> Hook:
    name = kind.SHORT or ""
    is_list = get_origin(types_of(kind)[name]) is tuple

    def from_bare_value(value: Any) -> Any:
        return make({name: [value] if is_list else value})

    # citations of sections and references to actors repeat
    known = lru_cache(maxsize=1024)(from_bare_value) if _has_name_as_short_form(kind) else from_bare_value

    def make_short(value: Any) -> Any:
        if value.__class__ is dict:
            return make(value)
        if value.__class__ is list:
            raise FastPathMissError
        return known(value) if value.__class__ is str and len(value) <= LONGEST else from_bare_value(value)

    return make_short


def _lazy_hooks(kind: type[Record], find: Callable[[str, Any], Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return a hook for each key of a class, each resolved when its key first occurs.

    A class may contain records of its own class, and of classes that a file does not use.
    """
    known: dict[str, Callable[..., Any]] = {}

    def unresolved(name: str, annotation: Any) -> Callable[..., Any]:
        def resolve_hook(*arguments: Any) -> Any:
            known[name] = found = find(name, annotation)
            return found(*arguments)

        return resolve_hook

    known.update({name: unresolved(name, annotation) for name, annotation in _in_files(kind).items()})
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

    The constructor of a frozen class sets each attribute through `object.__setattr__`, at three times the cost of
    an ordinary assignment. So an unfrozen class of the same layout is filled, and its class is replaced at the end.
    """
    defaults = {each.name: default_value(each) for each in attrs.fields(kind)}
    required = [name for name, default in defaults.items() if default is attrs.NOTHING]
    lines = [
        "def make(data):",
        "    if data.__class__ is not dict: raise miss",
        "    self = new(blank)",
        *(f"    self.{name} = {_as_source(name, default)}" for name, default in defaults.items()),
        "    for key, value in data.items():",
        "        setters[key](self, value)",
        *(f"    if self.{name} is missing: raise miss" for name in required),
        "    self.__class__ = kind",
        "    return self",
    ]
    namespace: dict[str, Any] = {f"default_{name}": value for name, value in defaults.items()}
    namespace |= {
        "new": object.__new__,
        "blank": _unfrozen_class(kind),
        "kind": kind,
        "setters": _lazy_hooks(kind, _setter),
    }
    namespace |= {"missing": attrs.NOTHING, "miss": FastPathMissError}
    exec("\n".join(lines), namespace)  # noqa: S102 - written above, from the names of the model's own attributes
    make: Hook = namespace["make"]
    return make


def _as_source(name: str, default: Any) -> str:
    """Return a default as source code: constants literally, which is faster than a lookup by name."""
    return repr(default) if default is None or default == () or default is False else f"default_{name}"


def _unfrozen_class(kind: type[Record]) -> type:
    """Return a class with the layout of `kind` whose attributes can be set."""
    # overriding only one of the two leaves the other slow
    thawed = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"Unfrozen{kind.__name__}", kind.__bases__, {"__slots__": kind.__dict__["__slots__"], **thawed})
