"""Walking over a concept: every record with the path that leads to it."""

from collections.abc import Callable, Container, Iterable, Iterator
from functools import wraps
from itertools import compress
from operator import attrgetter, is_
from typing import Any, TypeVar, get_args, get_origin

import attrs

from integrationskonzept.findings import Path
from integrationskonzept.model.record import Record, Refers

R = TypeVar("R", bound=Record)
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


@_once_a_class
def types_of(kind: type[Record]) -> dict[str, Any]:
    """Return the type of each attribute of `kind`, with what its annotation says besides."""
    attrs.resolve_types(kind)
    return {attribute.name: attribute.type for attribute in attrs.fields(kind)}


@_once_a_class
def nested(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """Name the attributes of `kind` that hold records, each with whether it holds many."""
    return tuple(
        (name, get_origin(stated) is tuple)
        for name, stated in types_of(kind).items()
        if any(isinstance(part, type) and issubclass(part, Record) for part in _parts(stated))
    )


@_once_a_class
def references(kind: type[Record]) -> tuple[tuple[str, str, bool], ...]:
    """Name the attributes of `kind` that refer, each with the noun it refers to and whether it holds many."""
    return tuple(
        (name, part.noun, get_origin(stated) is tuple)
        for name, stated in types_of(kind).items()
        for part in _parts(stated)
        if isinstance(part, Refers)
    )


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def walk(record: Record, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """Yield `record` and every record below it with its path, in document order."""
    ahead: list[tuple[Path, Record]] = [(path, record)]  # the next one last
    while ahead:
        entry = path, record = ahead.pop()
        yield entry
        names, values_of = _last_first(type(record))
        values = values_of(record) if names else ()
        for (name, many), value in zip(compress(names, values), filter(None, values), strict=False):
            if many:
                for position in reversed(range(len(value))):
                    ahead.append(((*path, name, position), value[position]))  # noqa: PERF401 - most lists are short
            else:
                ahead.append(((*path, name), value))


@_once_a_class
def _last_first(kind: type[Record]) -> tuple[tuple[tuple[str, bool], ...], Callable[[Any], tuple[Any, ...]]]:
    """Return what `nested` does, the last name first, and what fetches all these values at once."""
    names = nested(kind)[::-1]
    return names, attrgetter(*(name for name, _ in names), "extra", "extra")  # two more: of one it makes no tuple


def at(record: Any, path: Path) -> Any:
    """Return the value that `path` leads to."""
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record


def with_value(record: R, path: Path, value: Any) -> R:
    """Return `record` with the value at `path` replaced; everything beside the path is shared."""
    changed: R = _with_value(record, path, value)
    return changed


def _with_value(around: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*around[:step], _with_value(around[step], rest, value), *around[step + 1 :])
    return attrs.evolve(around, **{step: _with_value(getattr(around, step), rest, value)})


def revise(record: R, change: Callable[[Record], Record | None]) -> R:
    """Return `record` with every record below it put through `change`, which drops one by returning None.

    In place of a dropped record that stands in no list comes what the attribute is when not
    given. Whatever did not change is shared.
    """
    changes: dict[str, Any] = {}
    for name, many in nested(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        old = value if many else (value,)
        new = tuple(_revised(old, change))
        if len(new) != len(old) or not all(map(is_, new, old)):
            changes[name] = new if many else new[0] if new else _when_not_given(record, name)
    return attrs.evolve(record, **changes) if changes else record


def _revised(records: Iterable[Record], change: Callable[[Record], Record | None]) -> Iterator[Record]:
    for record in records:
        changed = change(record)
        if changed is not None:
            yield revise(changed, change)


def _when_not_given(record: Record, name: str) -> Any:
    default: Any = getattr(attrs.fields(type(record)), name).default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]  # factories of the model take no argument


def without_references(record: R, gone: Container[str]) -> R | None:
    """Return `record` without its references to the addresses in `gone`; None when it only stood for one.

    It only stood for a reference when its bare form is that reference, or when it cannot be
    without it.
    """
    changes: dict[str, Any] = {}
    for name, noun, many in references(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        old = value if many else (value,)
        new = tuple(id for id in old if (id if noun == "*" else f"{noun}/{id}") not in gone)
        if len(new) != len(old):
            changes[name] = new if many else _when_not_given(record, name)
            if not new and (name == record.SHORT or changes[name] is attrs.NOTHING):
                return None
    return attrs.evolve(record, **changes) if changes else record
