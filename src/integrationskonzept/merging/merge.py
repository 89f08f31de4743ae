"""Merge edited tables of elements into a concept: each cell by three values, each doubt as a finding."""

from collections.abc import Sequence
from typing import Any

import attrs
from attrs import define, field

from integrationskonzept.errors import EditError, InvalidValueError
from integrationskonzept.findings import Finding
from integrationskonzept.merging.cell_values import normal
from integrationskonzept.merging.cells import Names, shown_value
from integrationskonzept.merging.edits import (
    DELETE,
    ID,
    CellChange,
    EditedCell,
    EditedRow,
    EditedTable,
    EditResult,
    Edits,
)
from integrationskonzept.merging.element_changes import changed
from integrationskonzept.merging.problems import Reporter
from integrationskonzept.merging.row_merge import RowMerge, TakenCell
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edits import remove
from integrationskonzept.model.tree import revise
from integrationskonzept.observations.cell_parsing import UnreadableError, shown, truth_in


def merge_edits(concept: Concept, edits: Edits, language: str = "de") -> EditResult:
    """Return a concept with the cells that were edited, and every cell that could not be taken.

    A cell is compared with the value it was made from and with the concept as it is now. What was edited in the table
    alone is taken; what was edited on both sides stays as it is in the concept and is a finding. Elements without a
    row stay; only a mark removes one.
    """
    merging = _Merging(concept, edits, Names(concept, language))
    for table in edits.tables:
        merging.add_table(table)
    return merging.result()


@define
class _Merging:
    """The elements of a concept, taking in cells."""

    concept: Concept
    edits: Edits
    names: Names
    changes: list[CellChange] = field(factory=list)
    findings: list[Finding] = field(factory=list)
    replaced: dict[int, Any] = field(factory=dict)
    """Changed elements by the identity of the old one."""
    removed: list[tuple[str, str]] = field(factory=list)
    """Addresses to remove, each with its place."""

    def add_table(self, table: EditedTable) -> None:
        """Take in the rows of a table."""
        report = Reporter(self.edits.file, table.name, self.findings)
        for place, header in table.unknown.items():
            report.unknown_column(place, header)
        seen: dict[str, str] = {}
        for row in table.rows:
            id = self._id_of(table, row, report, seen)
            if id is not None:
                self._add_row(table, row, id, report)
        for address in self.edits.base:
            noun, _, id = address.partition("/")
            if noun == table.noun and id not in seen:
                report.missing_row(address)

    def _id_of(self, table: EditedTable, row: EditedRow, report: Reporter, seen: dict[str, str]) -> str | None:
        """Return the id of a row if the row can be used, and remember it."""
        cell = row.cells.get(ID)
        id = str(normal(cell.value) or "").strip() if cell else ""
        place = cell.place if cell else row.place
        if not id:
            said = {key: each for key, each in row.cells.items() if normal(each.value) is not None}
            if said:
                report.without_id(row.place, [shown(each.value) for each in said.values()])
            return None
        if id in seen:
            report.double(place, id, seen[id])
            return None
        seen[id] = place
        if f"{table.noun}/{id}" not in self.edits.base:
            report.unknown_id(place, table.noun, id)
            return None
        return id

    def _add_row(self, table: EditedTable, row: EditedRow, id: str, report: Reporter) -> None:
        address = f"{table.noun}/{id}"
        element = self.concept.get(address)
        if element is None:
            report.gone(row.place, address)
            return
        merge = RowMerge(element, self.edits.base[address], self.names, report)
        taken = merge.taken(row.cells)
        mark = row.cells.get(DELETE)
        if mark is not None and _is_mark(mark):
            if taken or merge.is_changed():
                report.edited_and_removed(mark.place, address)
            else:
                self.removed.append((address, report.at(mark.place)))
        elif taken:
            self._take(element, taken, report)

    def _take(self, element: Any, taken: Sequence[TakenCell], report: Reporter) -> None:
        """Take the cells of a row together, or report why that is impossible."""
        try:
            new = changed(element, {each.column: each.value for each in taken})
        except (UnreadableError, InvalidValueError) as problem:
            for each in taken:
                report.unreadable(each.cell, element.address, each.column, problem.message)
            return
        self.replaced[id(element)] = new
        self.changes += [
            CellChange(
                place=report.at(each.cell.place),
                address=element.address,
                column=each.column,
                before=each.now.shown,
                after=shown_value(each.column, each.value, self.names),
            )
            for each in taken
        ]

    def result(self) -> EditResult:
        """Return the concept with everything that was taken."""
        concept = self.concept
        if self.replaced:
            concept = attrs.evolve(revise(concept, self._now), origin=None)
        for address, place in self.removed:
            try:
                concept = remove(concept, address)
            except EditError as refused:
                self.findings.append(Reporter.refused(place, address, refused.args[0]))
            else:
                self.changes.append(CellChange(place=place, address=address))
        return EditResult(concept=concept, changes=tuple(self.changes), findings=(*self.edits.findings, *self.findings))

    def _now(self, record: Any) -> Any:
        return self.replaced.get(id(record), record)


def _is_mark(cell: EditedCell) -> bool:
    """Return whether a cell says that the element of its row is to be removed: any content but a no."""
    if cell.problem is not None or normal(cell.value) is None:
        return False
    try:
        return truth_in(cell.value)
    except UnreadableError:
        return True
