"""Merge one row of an edited table: each cell by three values."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen

from integrationskonzept.merging.cell_values import equal, normal, read_cell
from integrationskonzept.merging.cells import CellContent, Names, cell_of, shown_value
from integrationskonzept.merging.columns import SheetColumn, column_at
from integrationskonzept.merging.edits import DELETE, EMPTIED, ID, EditedCell
from integrationskonzept.merging.problems import Reporter
from integrationskonzept.merging.three_way import Verdict, verdict
from integrationskonzept.model.description import ValueType
from integrationskonzept.observations.cell_parsing import UnreadableError

_HUNDRED = 100


@frozen(kw_only=True)
class TakenCell:
    """A cell whose value is taken."""

    column: SheetColumn
    cell: EditedCell
    value: Any
    """The new value, as plain data."""
    now: CellContent
    """What the concept says now."""


@frozen
class RowMerge:
    """The row of one element, with the values that it was made from."""

    element: Any
    base: Mapping[str, Any]
    names: Names
    report: Reporter

    @property
    def address(self) -> str:
        """The address of the element."""
        address: str = self.element.address
        return address

    def taken(self, cells: Mapping[str, EditedCell]) -> list[TakenCell]:
        """Return the cells to take; report those that cannot be taken."""
        found = []
        for key, cell in cells.items():
            column = column_at(type(self.element), key)
            if key in {ID, DELETE}:
                continue
            if column is None:
                self._informing(cell, self.base.get(key))
            elif (one := self._edited(column, cell)) is not None:
                found.append(one)
        return found

    def is_changed(self) -> bool:
        """Return whether the concept has changed since the row was made."""
        kept = ((column_at(type(self.element), key), value) for key, value in self.base.items())
        return any(
            not equal(cell_of(self.element, column, self.names).value, value)
            for column, value in kept
            if column is not None and not isinstance(value, Mapping)
        )

    def _informing(self, cell: EditedCell, base: Any) -> None:
        """Report a cell that only informs and was edited."""
        shown = base.get("shown") if isinstance(base, Mapping) else base
        if not equal(normal(cell.value), normal(shown)) and not _same_day(cell.value, shown):
            self.report.locked(cell, self.address)

    def _edited(self, column: SheetColumn, cell: EditedCell) -> TakenCell | None:
        """Return a cell if it is to be taken."""
        base, now = self.base.get(column.key), cell_of(self.element, column, self.names)
        if isinstance(base, Mapping) or now.fixed:
            self._informing(cell, base if isinstance(base, Mapping) else {"shown": now.shown})
            return None
        raw = normal(cell.value)
        if _is_untouched(raw, shown_value(column, base, self.names)):
            return None
        if cell.problem is not None:
            self.report.unusable(cell, self.address)
            return None
        marked = raw == EMPTIED
        try:
            edited = None if marked else read_cell(column, raw, self.names)
        except UnreadableError as problem:
            self.report.unreadable(cell, self.address, column, problem.message)
            return None
        match verdict(base, now.value, edited, marked=marked):
            case Verdict.TAKE:
                self._warn_of_percent(column, cell, base, edited)
                return TakenCell(column=column, cell=cell, value=edited, now=now)
            case Verdict.EMPTIED:
                self.report.emptied(cell, self.address, column, now.shown)
            case Verdict.CONFLICT:
                was, stands, says = (shown_value(column, value, self.names) for value in (base, now.value, edited))
                self.report.conflict(cell, self.address, column, (was, stands, says))
        return None

    def _warn_of_percent(self, column: SheetColumn, cell: EditedCell, base: Any, edited: Any) -> None:
        """Report a number that is a hundredth of what it probably should be: ``12,5 %`` typed becomes 0.125."""
        if column.leaf.type is not ValueType.NUMBER or isinstance(edited, list) or not edited:
            return
        known = base if isinstance(base, (int, float)) else _latest_value(self.element)
        is_share = "%" in str(getattr(self.element, "unit", "") or "")
        if is_share and known and abs(edited * _HUNDRED - known) < abs(edited - known):
            self.report.percent(cell, self.address, edited)


def _is_untouched(raw: Any, shown: Any) -> bool:
    """Return whether a cell shows what it was made with."""
    return equal(raw, normal(shown)) or _same_day(raw, shown)


def _same_day(raw: Any, shown: Any) -> bool:
    return isinstance(raw, date) and str(shown) == (raw.date() if isinstance(raw, datetime) else raw).isoformat()


def _latest_value(element: Any) -> Any:
    values = (each.value for each in reversed(getattr(element, "observations", ())))
    return next((value for value in values if value is not None), None)
