"""The rows of a table of records: records with what they hang on, grouped by the list that they stand in.

Everything that is the same for a whole list is found once for it, so that a million observations cost little.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from attrs import evolve, frozen

from integrationskonzept.evaluation.current_status import PursuitState, pursuit
from integrationskonzept.findings import Path, path_text
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Addressed
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.tree import RecordList, iter_path
from integrationskonzept.tabular.column_storage import Coded, repeated
from integrationskonzept.tabular.record_classes import RecordClasses, Route


@frozen(kw_only=True)
class RowGroup:
    """Records in one list, or in one attribute, and what they hang on."""

    records: Sequence[Any]
    """The records."""
    path: Path
    """Path of the list; of the record itself where it stands alone."""
    part: str
    """The attributes that lead from the row they hang on to them, joined by points."""
    parent: Addressed | None
    """The innermost element around them; None for the concept itself."""
    around: tuple[Any, ...]
    """The records around them, the innermost first."""
    holder: Path | None = None
    """Path of the record they hang on, where it has no address."""
    numbered: bool = True
    """Whether they stand in a list."""

    def nearest(self, kind: type) -> Any:
        """Return the innermost record of a class around them; None where there is none."""
        return next((record for record in self.around if isinstance(record, kind)), None)

    @property
    def holder_path(self) -> str | None:
        """Path of the record they hang on as text, where it has no address."""
        return path_text(self.holder) if self.holder else None


@frozen(kw_only=True, eq=False, slots=False)
class Rows:
    """All rows of a table, in groups."""

    concept: Concept
    groups: tuple[RowGroup, ...]

    @cached_property
    def records(self) -> list[Any]:
        """The records of all groups, one after the other."""
        return list(chain.from_iterable(group.records for group in self.groups))

    @cached_property
    def by_group(self) -> "array[int]":
        """The number of its group for each record."""
        return repeated(len(group.records) for group in self.groups)

    def of_groups(self, values: Sequence[Any]) -> Coded:
        """Return cells that are the same for all records of a group."""
        return Coded(values, self.by_group)


def rows_of(concept: Concept, kind: type, classes: RecordClasses) -> Rows:
    """Return the rows of all records of a class: elements in document order, others by the class they hang on."""
    find = _addressed if classes.has_address(kind) else _hanging
    groups = find(concept, kind, classes)
    divided = classes.divided_by(kind)
    return Rows(concept=concept, groups=tuple(_divided(groups, divided) if divided else groups))


def _divided(groups: Iterable[RowGroup], attribute: str) -> Iterator[RowGroup]:
    """Yield a group for each record, which stands in it once for each of its references, or once if it has none."""
    for group in groups:
        for position, record in enumerate(group.records):
            path = (*group.path, position) if group.numbered else group.path
            yield evolve(group, records=(record,) * max(1, len(getattr(record, attribute))), path=path, numbered=False)


def _addressed(concept: Concept, kind: Any, _: RecordClasses) -> Iterator[RowGroup]:
    for path, record in concept.records.get(kind):
        around = _around(concept, path)
        parent, inside = _parent(around, path)
        yield RowGroup(records=(record,), path=path, part=_names(inside), parent=parent, around=around, numbered=False)


def _hanging(concept: Concept, kind: type, classes: RecordClasses) -> Iterator[RowGroup]:
    for outer, ways in classes.holders(kind).items():
        found: RecordList[Any] = concept.records.get(outer)
        for path, holder in found:
            group = None
            for way in ways:
                records = records_at(holder, way)
                if not records:
                    continue
                group = group or _group(concept, path, holder)
                before = f"{group.part}." if group.part else ""
                yield RowGroup(
                    records=records,
                    path=(*path, *way.attributes),
                    part=before + ".".join(way.attributes),
                    parent=group.parent,
                    around=group.around,
                    holder=group.holder,
                    numbered=way.many,
                )


def _group(concept: Concept, path: Path, holder: Any) -> RowGroup:
    """Return what hangs on a record: the innermost element, and the way from there."""
    outer = _around(concept, path)
    parent, inside = (holder, ()) if isinstance(holder, Addressed) else _parent(outer, path)
    return RowGroup(
        records=(),
        path=path,
        part=_names(inside),
        parent=parent,
        around=(holder, *outer),
        holder=None if isinstance(holder, Addressed) else path,
    )


def records_at(holder: Any, way: Route) -> Sequence[Any]:
    """Return the records that a way leads to from the record of a row."""
    for name in way.attributes:
        holder = getattr(holder, name)
        if holder is None:
            return ()
    return holder if way.many else (holder,)


def _around(concept: Concept, path: Path) -> tuple[Any, ...]:
    """Return the records around `path`, the innermost first, the concept itself last."""
    *around, _ = [*iter_path(concept, path)] if path else [None]
    return tuple(record for record in reversed(around) if not isinstance(record, tuple))


def _parent(around: tuple[Any, ...], path: Path) -> tuple[Addressed | None, Path]:
    """Return the innermost element among the records around `path`, and the rest of the path from there."""
    for depth, record in enumerate(around):
        if isinstance(record, Addressed):
            names = [step for step in path if isinstance(step, str)]
            return record, tuple(names[len(names) - 1 - depth :])
    return None, ()


def _names(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def pursuits(rows: Rows) -> list[PursuitState | None]:
    """Return for each group whether the innermost measure or goal in it or around it is still pursued; None without."""
    known: dict[str, PursuitState] = {}
    found: list[PursuitState | None] = []
    for group in rows.groups:
        around = [one for one in (*group.records[:1], *group.around) if isinstance(one, Measure | Goal)]
        if not around:
            found.append(None)
            continue
        nearest, *outer = around
        if nearest.address not in known:
            known[nearest.address] = pursuit(nearest, rows.concept, containing=outer[::-1]).state
        found.append(known[nearest.address])
    return found
