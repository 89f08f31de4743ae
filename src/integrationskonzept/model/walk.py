"""Walking over a concept: every record with the path that leads to it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, wraps
from operator import attrgetter
from typing import Annotated, Any, TypeAlias, TypeVar, get_args, get_origin

import attrs

from integrationskonzept.findings import Path
from integrationskonzept.model.found import Found
from integrationskonzept.model.record import Record, Refers

T = TypeVar("T")


def _once_a_class(function: Callable[[type[Record]], T]) -> Callable[[type[Record]], T]:
    # not `functools.cache`: there mypy holds the `__hash__` of instances against their class
    known: dict[type[Record], T] = {}

    @wraps(function)
    def remembered(kind: type[Record]) -> T:
        if kind not in known:
            known[kind] = function(kind)
        return known[kind]

    return remembered


@cache
def _is_ahead(annotation: Any) -> bool:
    """Tell whether a type names, in quotes, one that did not exist yet: few do, and to resolve them takes long."""
    arguments = () if get_origin(annotation) is Annotated else get_args(annotation)
    return isinstance(annotation, str) or any(_is_ahead(argument) for argument in arguments)


@_once_a_class
def types_of(kind: type[Record]) -> dict[str, Any]:
    """Return the type of each attribute of `kind`, with what its annotation says besides."""
    if any(_is_ahead(attribute.type) for attribute in attrs.fields(kind)):
        attrs.resolve_types(kind)
    return {attribute.name: attribute.type for attribute in attrs.fields(kind)}


@_once_a_class
def nested(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """Name the attributes of `kind` that hold records, each with whether it holds many."""
    return tuple((name, get_origin(types_of(kind)[name]) is tuple) for name in held(kind))


@_once_a_class
def held(kind: type[Record]) -> dict[str, frozenset[type[Record]]]:
    """Return the attributes of `kind` that hold records, and of what kinds."""
    kinds = {
        name: frozenset(part for part in _parts(stated) if isinstance(part, type) and issubclass(part, Record))
        for name, stated in types_of(kind).items()
    }
    return {name: held for name, held in kinds.items() if held}


@_once_a_class
def below(kind: type[Record]) -> tuple[type[Record], ...]:
    """Name the kinds of record that can lie in one of `kind`, however deep."""
    found: dict[type[Record], None] = {}
    ahead = [kind]
    while ahead:
        new = [each for kinds in held(ahead.pop()).values() for each in kinds if each not in found]
        found.update(dict.fromkeys(new))
        ahead += new
    return tuple(found)


@_once_a_class
def references(kind: type[Record]) -> tuple[tuple[str, str, bool], ...]:
    """Name the attributes of `kind` that refer, each with the noun it refers to and whether it holds many."""
    return tuple(
        (name, part.noun, get_origin(stated) is tuple)
        for name, stated in types_of(kind).items()
        for part in _parts(stated)
        if isinstance(part, Refers)
    )


@cache  # most attributes are inherited, or of a type that others have too
def _parts(annotation: Any) -> tuple[Any, ...]:
    return annotation, *(part for argument in get_args(annotation) for part in _parts(argument))


def walk(record: Record, kind: type[Record] = Record) -> Found:
    """Find `record` and every record below it, in document order; those of one kind only, where it is named."""
    found = Found()
    gather(record, defaultdict(lambda: found), kind)
    return found


def gather(record: Record, found: Mapping[type[Record], Found], wanted: type[Record] = Record) -> None:
    """Put `record` and every record below it among what was found of its class, in document order.

    Where one kind is wanted, nothing is looked at below which none of it can lie.
    """
    ways = _ways_to(wanted)
    ahead: list[tuple[Path, Record]] = [((), record)]  # the next one last
    while ahead:
        path, record = ahead.pop()
        kind = type(record)
        if isinstance(record, wanted):
            here = found[kind]
            here.paths.append(path)
            here.records.append(record)
        for name, many, value_of in ways[kind]:
            value = value_of(record)
            if many:
                position = len(value)
                while position:
                    position -= 1
                    ahead.append(((*path, name, position), value[position]))
            elif value is not None:
                ahead.append(((*path, name), value))


_Way: TypeAlias = tuple[str, bool, Callable[[Any], Any]]
"""An attribute that leads on, whether it holds many records, and what fetches them."""


class _Ways(dict[type[Record], tuple[_Way, ...]]):
    """For each class the ways on to records of the kind that is wanted, the last one first.

    They are found out when the first record of the class is met.
    """

    def __init__(self, wanted: type[Record]) -> None:
        self._wanted = wanted

    def __missing__(self, kind: type[Record]) -> tuple[_Way, ...]:
        self[kind] = ways = tuple(
            (name, many, attrgetter(name)) for name, many in nested(kind)[::-1] if self._leads(held(kind)[name])
        )
        return ways

    def _leads(self, kinds: Iterable[type[Record]]) -> bool:
        """Tell whether the wanted records can be among those of `kinds`, or lie below them."""
        return any(map(self._are_wanted, kinds)) or any(self._are_wanted(met) for kind in kinds for met in below(kind))

    def _are_wanted(self, kind: type[Record]) -> bool:
        return issubclass(kind, self._wanted) or issubclass(self._wanted, kind)


_ways_to = _once_a_class(_Ways)


def along(record: Any, path: Path) -> Iterator[Any]:
    """Yield `record`, and what lies on the way from it along `path`."""
    yield record
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
        yield record


def at(record: Any, path: Path) -> Any:
    """Return the value that `path` leads to."""
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record
