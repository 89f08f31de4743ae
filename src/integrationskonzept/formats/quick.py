"""The quick way from plain data to a concept, for data in which nothing is wrong.

It gives up, without saying why, wherever the careful way of `converter` would have something to
say or to think about; that one then looks again. Most files are right, and there are many of them.
A test holds the two together: what the quick way gives, the careful way gives too.
"""

from collections.abc import Callable
from enum import Enum
from functools import cache, lru_cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import attrs

from integrationskonzept.errors import IntegrationskonzeptError
from integrationskonzept.formats import quick_values
from integrationskonzept.formats.keys import attributes, default
from integrationskonzept.formats.quick_setters import Setter, named, set_text, setting, setting_list, setting_shared
from integrationskonzept.formats.quick_values import LONGEST, Hook
from integrationskonzept.formats.refusal import RefusedError
from integrationskonzept.formats.unions import members
from integrationskonzept.formats.unusual import UnusualError
from integrationskonzept.formats.versions import SCHEMA
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.record import Record, bound, valid_id, within_bound
from integrationskonzept.model.walk import types_of


def quickly(data: Any) -> Concept | None:
    """Return the concept that `data` describes, or None where a closer look is due."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or type(data["schema"]) is not int:
        return None
    try:
        concept: Concept = _maker(Concept)({key: value for key, value in data.items() if key != "schema"})
    except (RefusedError, IntegrationskonzeptError, KeyError, TypeError, ValueError):
        return None
    return concept


def _hook(annotation: Any) -> Hook:
    """Return what turns plain data into a value of this type."""
    if annotation in quick_values.SCALARS:
        return quick_values.SCALARS[annotation]
    if get_origin(annotation) is Annotated and bound(annotation):
        return quick_values.bounded(_hook(get_args(annotation)[0]), annotation)
    if get_origin(annotation) is Annotated:
        return quick_values.identifier if "id" in get_args(annotation)[1:] else quick_values.name
    if get_origin(annotation) is tuple:
        return _list_hook(_hook(get_args(annotation)[0]))
    if offered := members(annotation) - {NoneType}:
        return quick_values.number if offered == {int, float} else _hook(*offered)
    if issubclass(annotation, Enum):
        return {member.value: member for member in annotation}.__getitem__
    return _maker(annotation)


def _list_hook(hook: Hook) -> Hook:
    def make(value: Any) -> tuple[Any, ...]:
        if value.__class__ is list:
            return tuple([hook(item) for item in value])
        raise UnusualError

    return make


def _setter(name: str, annotation: Any) -> Setter:
    """Return what sets an attribute of this type, given its plain value."""
    hook = _hook(annotation)
    if hook is quick_values.text:
        return named(set_text, name)
    if get_origin(annotation) is not tuple:
        return named(setting(hook), name)
    item = get_args(annotation)[0]
    if item is str:  # such as the names of attributes
        return named(setting_list(quick_values.word), name)
    is_shared = isinstance(item, type) and issubclass(item, Record) and _names_something(item)
    return named((setting_shared if is_shared else setting_list)(_hook(item)), name)


@cache
def _maker(kind: type[Record]) -> Hook:
    """Return what turns a mapping, or the bare value that stands for one, into a record of a class."""
    make = _filling(kind) if _is_plain(kind) else _constructing(kind)
    return make if kind.SHORT is None else _short(kind, make)


def _in_files(kind: type[Record]) -> dict[str, Any]:
    """Return the type of each attribute that stands in files under its own name."""
    types = types_of(kind)
    return {attribute.name: types[attribute.name] for attribute in attributes(kind)}


def _is_plain(kind: type[Record]) -> bool:
    """Tell whether a class only holds its attributes: it checks nothing but ids and bounds, and derives nothing."""
    unchecked = all(each.validator is None or each.validator in (valid_id, within_bound) for each in attrs.fields(kind))
    return unchecked and not hasattr(kind, "__attrs_post_init__") and kind is not Concept


def _names_something(kind: type[Record]) -> bool:
    """Tell whether the bare form of a record is the name of something, and no text that stands in one place."""
    return kind.SHORT is not None and types_of(kind)[kind.SHORT] is not str


def _short(kind: type[Record], make: Hook) -> Hook:
    name = kind.SHORT or ""
    is_list = get_origin(types_of(kind)[name]) is tuple

    def spelt_out(value: Any) -> Any:
        return make({name: [value] if is_list else value})

    # the same section is cited, the same actor named, again and again
    known = lru_cache(maxsize=1024)(spelt_out) if _names_something(kind) else spelt_out

    def make_short(value: Any) -> Any:
        if value.__class__ is dict:
            return make(value)
        if value.__class__ is list:
            raise UnusualError
        return known(value) if value.__class__ is str and len(value) <= LONGEST else spelt_out(value)

    return make_short


def _learnt(kind: type[Record], find: Callable[[str, Any], Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return what is done with the value of each key of a class; it is found out when the key is first met.

    A class may hold records of its own kind, and of many that a file has none of.
    """
    known: dict[str, Callable[..., Any]] = {}

    def first(name: str, annotation: Any) -> Callable[..., Any]:
        def find_out(*arguments: Any) -> Any:
            known[name] = found = find(name, annotation)
            return found(*arguments)

        return find_out

    known.update({name: first(name, annotation) for name, annotation in _in_files(kind).items()})
    return known


def _constructing(kind: type[Record]) -> Hook:
    hooks = _learnt(kind, lambda _, annotation: _hook(annotation))

    def make(data: Any) -> Any:
        if data.__class__ is not dict:
            raise UnusualError
        return kind(**{key: hooks[key](value) for key, value in data.items()})

    return make


def _filling(kind: type[Record]) -> Hook:
    """Write and compile a function that fills a record without its constructor.

    A frozen record is filled attribute by attribute through `object.__setattr__`, at three times
    the cost of a plain one. So a plain class of the same layout is filled, and becomes the frozen
    class when it is complete.
    """
    defaults = {each.name: default(each) for each in attrs.fields(kind)}
    required = [name for name, usual in defaults.items() if usual is attrs.NOTHING]
    lines = [
        "def make(data):",
        "    if data.__class__ is not dict: raise unusual",
        "    self = new(blank)",
        *(f"    self.{name} = {_in_words(name, usual)}" for name, usual in defaults.items()),
        "    for key, value in data.items():",
        "        setters[key](self, value)",
        *(f"    if self.{name} is missing: raise unusual" for name in required),
        "    self.__class__ = kind",
        "    return self",
    ]
    known: dict[str, Any] = {f"default_{name}": value for name, value in defaults.items()}
    known |= {"new": object.__new__, "blank": _blank(kind), "kind": kind, "setters": _learnt(kind, _setter)}
    known |= {"missing": attrs.NOTHING, "unusual": UnusualError}
    exec("\n".join(lines), known)  # noqa: S102 - written above, from the names of the model's own attributes
    make: Hook = known["make"]
    return make


def _in_words(name: str, usual: Any) -> str:
    """Write a default as source: constants as themselves, which is quicker than by name."""
    return repr(usual) if usual is None or usual == () or usual is False else f"default_{name}"


def _blank(kind: type[Record]) -> type:
    """Return a class of the same layout as `kind` whose attributes can be set."""
    thawed = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}  # one alone would leave both slow
    return type(f"Blank{kind.__name__}", kind.__bases__, {"__slots__": kind.__dict__["__slots__"], **thawed})
