"""Walk, look up, follow paths in and revise the tree of a concept's records."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, wraps
from itertools import compress
from operator import attrgetter, is_
from typing import Any, TypeAlias, TypeVar, overload

import attrs
from attrs import define, field

from integrationskonzept.findings import Path
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.foreign import FOREIGN
from integrationskonzept.model.record import Record

T = TypeVar("T")


@define
class RecordList(Sequence[tuple[Path, T]]):
    """Records of one class in document order, each with its path.

    Paths and records are kept in two lists and paired only while they are iterated: as many pairs,
    kept, would slow the garbage collector down.
    """

    paths: list[Path] = field(factory=list)
    """The paths."""
    records: list[T] = field(factory=list)
    """The records, in the same order."""

    def __iter__(self) -> Iterator[tuple[Path, T]]:
        return zip(self.paths, self.records, strict=True)

    def having(self, attribute: str) -> Iterator[tuple[Path, T]]:
        """Yield the records whose attribute is true or not empty."""
        answers = list(map(attrgetter(attribute), self.records))
        return zip(compress(self.paths, answers), compress(self.records, answers), strict=True)

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, at: int) -> tuple[Path, T]: ...

    @overload
    def __getitem__(self, at: slice) -> "RecordList[T]": ...

    def __getitem__(self, at: int | slice) -> "tuple[Path, T] | RecordList[T]":
        if isinstance(at, slice):
            return RecordList(self.paths[at], self.records[at])
        return self.paths[at], self.records[at]


def _cached_by_class(function: Callable[[type[Record]], T]) -> Callable[[type[Record]], T]:
    # not `functools.cache`: mypy would check the `__hash__` of instances against their class
    known: dict[type[Record], T] = {}

    @wraps(function)
    def remembered(kind: type[Record]) -> T:
        if kind not in known:
            known[kind] = function(kind)
        return known[kind]

    return remembered


def walk(record: Record, kind: type[Record] = Record) -> RecordList[Any]:
    """Return `record` and every record below it that is a `kind`, in document order."""
    found: RecordList[Any] = RecordList()
    gather(record, defaultdict(lambda: found), kind)
    return found


def gather(record: Record, found: Mapping[type[Record], RecordList[Any]], wanted: type[Record] = Record) -> None:
    """Add `record` and every record below it that is a `wanted` to the list of its class, in document order.

    Branches that cannot contain a `wanted` are skipped.
    """
    routes = _routes_to(wanted)
    ahead: list[tuple[Path, Record]] = [((), record)]  # the next one last
    while ahead:
        path, record = ahead.pop()
        kind = type(record)
        if isinstance(record, wanted):
            here = found[kind]
            here.paths.append(path)
            here.records.append(record)
        for name, many, value_of in routes[kind]:
            value = value_of(record)
            if many:
                position = len(value)
                while position:
                    position -= 1
                    ahead.append(((*path, name, position), value[position]))
            elif value is not None:
                ahead.append(((*path, name), value))


_Route: TypeAlias = tuple[str, bool, Callable[[Any], Any]]
"""An attribute with records, whether it holds many, and its getter."""


class _Routes(dict[type[Record], tuple[_Route, ...]]):
    """The attributes of each class that can lead to wanted records, the last one first.

    They are computed for the first record of the class.
    """

    def __init__(self, wanted: type[Record]) -> None:
        self._wanted = wanted

    def __missing__(self, kind: type[Record]) -> tuple[_Route, ...]:
        self[kind] = routes = tuple(
            (held.name, held.many, attrgetter(held.name))
            for held in MODEL[kind].records[::-1]
            if any(map(self._are_wanted, (held.kind, *MODEL.below(held.kind))))
        )
        return routes

    def _are_wanted(self, kind: type[Record]) -> bool:
        return issubclass(kind, self._wanted) or issubclass(self._wanted, kind)


_routes_to = _cached_by_class(_Routes)


def iter_path(record: Any, path: Path) -> Iterator[Any]:
    """Yield `record` and each value along `path`."""
    yield record
    for step in path:
        record = _value_at(record, step)
        yield record


def get_path(record: Any, path: Path) -> Any:
    """Return the value at `path`."""
    for step in path:
        record = _value_at(record, step)
    return record


def _value_at(around: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return around[step]
    return around.extra[step] if step.startswith(FOREIGN) else getattr(around, step)


R = TypeVar("R", bound=Record)


class RecordIndex(Mapping[type[Record], RecordList[Any]]):
    """Every record of a concept with its path, by class, in document order.

    A look-up of one class visits only the places where its records can be; a look-up of all
    classes visits everything once. Results are kept.
    """

    def __init__(self, concept: Record) -> None:
        self._concept = concept
        self._known: dict[type[Record], RecordList[Any]] = {}

    @cached_property
    def _all(self) -> dict[type[Record], RecordList[Any]]:
        return self._gathered(Record)

    def _gathered(self, wanted: type[Record]) -> dict[type[Record], RecordList[Any]]:
        found: dict[type[Record], RecordList[Any]] = defaultdict(RecordList)
        gather(self._concept, found, wanted)
        return dict(found)

    def get(self, kind: type[R], default: object = None) -> RecordList[R]:
        """Return the records of one class, an empty list where there are none."""
        if "_all" in vars(self):
            return self._all.get(kind, _NOTHING)
        if kind not in self._known:
            self._known[kind] = self._gathered(kind).get(kind, _NOTHING)
        return self._known[kind]

    def __getitem__(self, kind: type[R]) -> RecordList[R]:
        if found := self.get(kind):
            return found
        raise KeyError(kind)

    def __iter__(self) -> Iterator[type[Record]]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


_NOTHING: RecordList[Any] = RecordList()


def with_value(record: R, path: Path, value: Any) -> R:
    """Return `record` with the value at `path` replaced; unchanged records are shared."""
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
    """Return `record` with `change` applied to every record below it; None drops a record.

    An attribute whose single record is dropped gets its default. Unchanged records are shared.
    """
    changes: dict[str, Any] = {}
    for held in MODEL[type(record)].records:
        name, many = held.name, held.many
        value = getattr(record, name)
        if not value:
            continue
        old = value if many else (value,)
        new = tuple(_revised(old, change))
        if len(new) != len(old) or not all(map(is_, new, old)):
            changes[name] = new if many else new[0] if new else held.default
    return attrs.evolve(record, **changes) if changes else record


def _revised(records: Iterable[Record], change: Callable[[Record], Record | None]) -> Iterator[Record]:
    for record in records:
        changed = change(record)
        if changed is not None:
            yield revise(changed, change)


def without_references(record: R, gone: Container[str]) -> R | None:
    """Return `record` without its references to the addresses in `gone`, or None if it has no other purpose.

    That is so if its bare form is that reference, or if the reference is required.
    """
    changes: dict[str, Any] = {}
    for reference in MODEL[type(record)].references:
        name, noun, many = reference.name, reference.noun, reference.many
        value = getattr(record, name)
        if not value:
            continue
        old = value if many else (value,)
        new = tuple(id for id in old if (id if noun == "*" else f"{noun}/{id}") not in gone)
        if len(new) != len(old):
            changes[name] = new if many else reference.default
            if not new and (name == record.SHORT or changes[name] is attrs.NOTHING):
                return None
    return attrs.evolve(record, **changes) if changes else record
