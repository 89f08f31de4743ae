"""Walking over a concept: every record with the path that leads to it."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

import attrs

from integrationskonzept.findings import Path
from integrationskonzept.model.record import Record

R = TypeVar("R", bound=Record)


@cache
def nested(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    """Name the attributes of `kind` that hold records, each with whether it holds many."""
    attrs.resolve_types(kind)
    return tuple(
        (attribute.name, _is_tuple(attribute.type))
        for attribute in attrs.fields(kind)
        if any(isinstance(part, type) and issubclass(part, Record) for part in _parts(attribute.type))
    )


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _is_tuple(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is tuple


def walk(record: Record, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """Yield `record` and every record below it with its path, in document order."""
    yield path, record
    for name, many in nested(type(record)):
        value = getattr(record, name)
        if many:
            for position, item in enumerate(value):
                yield from walk(item, (*path, name, position))
        elif value is not None:
            yield from walk(value, (*path, name))


def at(record: Any, path: Path) -> Any:
    """Return the value that `path` leads to."""
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record


def with_value(record: R, path: Path, value: Any) -> R:
    """Return `record` with the value at `path` replaced; everything beside the path is shared."""
    if not path:
        return value  # type: ignore[no-any-return]  # the caller's value stands for the whole record
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items: Any = record
        return (*items[:step], with_value(items[step], rest, value), *items[step + 1 :])  # type: ignore[return-value]
    return attrs.evolve(record, **{step: with_value(getattr(record, step), rest, value)})  # type: ignore[misc]


def prune(record: R, keep: Callable[[Record], bool]) -> R:
    """Return `record` without the records below it that `keep` refuses."""
    changes: dict[str, Any] = {}
    for name, many in nested(type(record)):
        value = getattr(record, name)
        if many:
            pruned: Any = tuple(prune(item, keep) for item in value if keep(item))
            changed = len(pruned) != len(value) or any(new is not old for new, old in zip(pruned, value, strict=True))
        else:
            pruned = prune(value, keep) if value is not None and keep(value) else None
            changed = pruned is not value
        if changed:
            changes[name] = pruned
    return attrs.evolve(record, **changes) if changes else record  # type: ignore[misc]
