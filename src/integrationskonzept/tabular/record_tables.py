"""A table for every class of records, derived from the description of the model."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from integrationskonzept.findings import path_text
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure
from integrationskonzept.tabular.attribute_columns import attribute_columns, values_reader
from integrationskonzept.tabular.column_storage import Coded, NumberedTexts, repeated
from integrationskonzept.tabular.columns import integer, pursued, text
from integrationskonzept.tabular.computed_columns import COMPUTED
from integrationskonzept.tabular.record_classes import CLASSES, RecordClasses, Route
from integrationskonzept.tabular.record_rows import RowGroup, Rows, pursuits, records_at, rows_of
from integrationskonzept.tabular.table import CONCEPT, Column, Table, as_text

Cells = Callable[[Rows], Sequence[Any]]
"""A function from the rows of a table to the cells of a column."""


@frozen
class _Layout:
    """The columns of a table, each with its cells."""

    columns: tuple[Column, ...]
    cells: tuple[Callable[[Rows], Mapping[str, Sequence[Any]]], ...]


def record_tables(classes: RecordClasses = CLASSES) -> Iterator[Table]:
    """Yield the table of every class of records that has one."""
    for kind in classes.tables:
        yield _table(kind, classes)


def _table(kind: type, classes: RecordClasses) -> Table:
    name, title = classes.tables[kind]
    parts = [*_place(kind, classes), *_attributes(kind, classes), *_summaries(kind, classes)]
    if kind in COMPUTED:
        parts.append(_Layout(COMPUTED[kind].columns, (COMPUTED[kind].cells,)))

    has_address = classes.has_address(kind)
    key = _noun(kind) if has_address else "path"
    return Table(
        name=name,
        title=title,
        columns=(CONCEPT, *(column for part in parts for column in part.columns)),
        fill=_Filling(kind, classes, tuple(parts)),
        kind=kind,
        key=() if kind is Concept or classes.divided_by(kind) else (key,),
    )


@frozen
class _Filling:
    """The function that fills a table of records; a pickle of it holds the class of the records alone."""

    kind: type
    classes: RecordClasses
    parts: tuple[_Layout, ...]

    def __call__(self, concept: Concept) -> Mapping[str, Sequence[Any]]:
        rows = rows_of(concept, self.kind, self.classes)
        filled: dict[str, Sequence[Any]] = {CONCEPT.name: Coded([concept.id], repeated([len(rows.records)]))}
        for part in self.parts:
            for cells in part.cells:
                filled |= cells(rows)
        return filled

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the class; only the tables of the model as it ships can be made again from it."""
        if self.classes is not CLASSES:
            raise TypeError("only the tables of the model as it ships can be pickled")
        return _filling_of, (self.kind,)


def _filling_of(kind: type) -> Callable[[Concept], Mapping[str, Sequence[Any]]]:
    return _table(kind, CLASSES).fill


def _noun(kind: Any) -> str:
    return str(kind.noun)


def _one(column: Column, cells: Cells) -> _Layout:
    return _Layout((column,), (lambda rows: {column.name: cells(rows)},))


def _by_group(column: Column, value: Callable[[RowGroup], Any]) -> _Layout:
    """Return a column whose cells are the same for all records of a group."""

    def cells(rows: Rows) -> Sequence[Any]:
        return rows.of_groups([value(group) for group in rows.groups])

    return _one(column, cells)


# -- where a record stands ------------------------------------------------------------------------


def _place(kind: type, classes: RecordClasses) -> Iterator[_Layout]:
    """Yield the columns that say which record a row is, and what it hangs on."""
    has_address = classes.has_address(kind)
    if kind is Concept:
        return
    if has_address:
        own = text(_noun(kind), message("Id of the element"))
        yield _one(evolve(own, holds=("id",)), lambda rows: [record.id for record in rows.records])
        yield _one(
            text("address", message("Address of the element")), lambda rows: [one.address for one in rows.records]
        )
    yield _by_group(
        text("parent", message("Address of the innermost element around it")),
        lambda group: group.parent and group.parent.address,
    )
    yield _by_group(
        text("part", message("The attributes that lead from that element to it, joined by points")),
        lambda group: group.part,
    )
    for outer in classes.around(kind):
        yield _ancestor(outer)
    if not has_address:
        yield _one(text("path", message("Path of the record in the file")), _paths)
        if any(not classes.has_address(outer) for outer in classes.holders(kind)):
            yield _by_group(
                text("parent_path", message("Path of the record that it hangs on, where that has no address")),
                lambda group: group.holder_path,
            )
    if classes.can_stand_in(kind, Measure, Goal):
        yield _one(pursued(), _pursuits)


def _ancestor(outer: Any) -> _Layout:
    def id_of(group: RowGroup) -> str | None:
        found = group.nearest(outer)
        return found.id if found else None

    said = message("Id of the innermost element of this kind around it: {noun}", noun=label(outer.noun))
    return _by_group(evolve(text(outer.noun, said), refers_to=outer.noun), id_of)


def _paths(rows: Rows) -> Sequence[Any]:
    numbers = array("i")
    for group in rows.groups:
        count = len(group.records)
        numbers += array("i", range(count)) if group.numbered else array("i", [-1]) * count
    return NumberedTexts([path_text(group.path) for group in rows.groups], rows.by_group, numbers)


def _pursuits(rows: Rows) -> Sequence[Any]:
    return rows.of_groups([None if state is None else str(state) for state in pursuits(rows)])


# -- what it says ---------------------------------------------------------------------------------


def _attributes(kind: type, classes: RecordClasses) -> Iterator[_Layout]:
    divided = classes.divided_by(kind)
    computed = COMPUTED[kind].columns if kind in COMPUTED else ()
    for one in attribute_columns(kind, classes, computed):
        if one.columns[0].holds == (divided,):
            yield _reference_of_each(one.columns[0], kind, classes)
        else:
            yield _Layout(one.columns, (_named(one.columns, one.cells),))


def _named(
    columns: tuple[Column, ...], cells: Callable[[list[Any]], tuple[Sequence[Any], ...]]
) -> Callable[[Rows], Mapping[str, Sequence[Any]]]:
    names = [column.name for column in columns]
    return lambda rows: dict(zip(names, cells(rows.records), strict=True))


def _reference_of_each(column: Column, kind: type, classes: RecordClasses) -> _Layout:
    """Return the column of the list of references for each of which a record has a row."""
    (attribute,) = column.holds
    noun = str(classes.description[kind].attributes[attribute].noun)

    def cells(rows: Rows) -> Sequence[Any]:
        return [id for group in rows.groups for id in getattr(group.records[0], attribute) or (None,)]

    return _one(evolve(column, name=noun, refers_to=noun), cells)


def _summaries(kind: type, classes: RecordClasses) -> Iterator[_Layout]:
    """Yield a column for every list of records with a table of their own: the ids it refers to, or its length."""
    for way in classes.routes(kind):
        if not way.many or classes.description.at(kind, ".".join(way.attributes)).last or kind is Concept:
            continue
        name, table = "_".join(way.attributes), classes.tables[way.kind][0]
        held = classes.description[way.kind]
        short = held.bare
        if short is not None and short.noun and "printed" in held.attributes:
            said = message(
                "{attribute}: ids, or printed names where no id is given, separated by '; '; the table {table} has a"
                " row for each",
                attribute=label(way.attributes[-1]),
                table=table,
            )
            yield _one(text(name, said), _references(way, short.name))
        else:
            said = message(
                "{attribute}: how many are stated; the table {table} has a row for each",
                attribute=label(way.attributes[-1]),
                table=table,
            )
            yield _one(integer(name, said), _lengths(way))


def _lengths(way: Route) -> Cells:
    if len(way.attributes) == 1:
        lists_of = values_reader(way.attributes)
        return lambda rows: list(map(len, lists_of(rows.records)))
    return lambda rows: [len(records_at(record, way)) for record in rows.records]


def _references(way: Route, short: str) -> Cells:
    def names(record: Any) -> Sequence[str]:
        stated = getattr(record, short)
        if stated:
            return stated if isinstance(stated, tuple) else (stated,)
        return (record.printed,) if record.printed else ()

    def cells(rows: Rows) -> Sequence[Any]:
        return [as_text([name for one in records_at(record, way) for name in names(one)]) for record in rows.records]

    return cells
