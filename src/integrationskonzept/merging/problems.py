"""Findings about edited tables."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.merging.columns import SheetColumn
from integrationskonzept.merging.edits import EMPTIED, EditedCell, quoted
from integrationskonzept.model.format_value import list_message
from integrationskonzept.observations.sources import NOT_A_TABLE

_DOUBTS = frozenset({"IK971", "IK972", "IK973", "IK976", "IK978"})
"""Codes of warnings; all others are errors: an entry that is not taken."""


def not_a_table(file: str, said: Message, hint: Message) -> InvalidConceptError:
    """Return the error for a file that cannot be read as edited tables at all."""
    finding = Finding(code=NOT_A_TABLE, severity=Severity.ERROR, message=said, hint=hint, places=(Place(file=file),))
    return InvalidConceptError(str(finding), [finding])


@frozen
class Reporter:
    """The findings about one table."""

    file: str
    table: str
    findings: list[Finding]

    def at(self, place: str) -> str:
        """Return a place with file and table, such as ``k.xlsx!Maßnahmen!D7``."""
        return "!".join(part for part in (self.file, self.table, place) if part)

    def _add(
        self, code: str, place: str, said: Message, address: str | None = None, hint: Message | None = None
    ) -> None:
        where = Place(file=self.at(place), address=address)
        severity = Severity.WARNING if code in _DOUBTS else Severity.ERROR
        self.findings.append(Finding(code=code, severity=severity, message=said, hint=hint, places=(where,)))

    def unknown_column(self, place: str, header: str) -> None:
        """Report a column that belongs to no attribute."""
        said = message("the column '{header}' is not known, and is not read", header=header)
        self._add("IK971", place, said)

    def without_id(self, place: str, values: Sequence[Message]) -> None:
        """Report a row without an id: a proposal for a new element."""
        said = message("the row has no id: a proposal for something new, {values}", values=list_message(values))
        hint = message("add it to the concept by hand; the next workbook has it")
        self._add("IK972", place, said, hint=hint)

    def double(self, place: str, id: str, first: str) -> None:
        """Report a second row of one element."""
        said = message("the id '{id}' stands in {first} already; this row is not read", id=id, first=first)
        self._add("IK970", place, said, hint=message("delete one of the two rows"))

    def unknown_id(self, place: str, noun: str, id: str) -> None:
        """Report a row of an element that the tables were not made with."""
        said = message("no {noun} '{id}' was in this table; the row is not read", noun=label(noun), id=id)
        self._add("IK970", place, said, hint=message("ids stay as they are"))

    def gone(self, place: str, address: str) -> None:
        """Report a row of an element that the concept no longer has."""
        said = message("{address} is no longer in the concept; the row is not read", address=address)
        self._add("IK972", place, said, address=address)

    def missing_row(self, address: str) -> None:
        """Report an element whose row is missing."""
        said = message("the row of {address} is missing; nothing is removed", address=address)
        hint = message("to remove it, keep the row and fill in the last column")
        self._add("IK973", "", said, address=address, hint=hint)

    def locked(self, cell: EditedCell, address: str) -> None:
        """Report an edited cell that only informs."""
        said = message("this cell only informs; {value} is not taken", value=quoted(cell.value))
        self._add("IK974", cell.place, said, address=address)

    def unusable(self, cell: EditedCell, address: str) -> None:
        """Report a cell whose content is no value, such as a formula."""
        said = message("{problem}; it is not taken", problem=cell.problem)
        self._add("IK975", cell.place, said, address=address, hint=message("enter the value itself"))

    def unreadable(self, cell: EditedCell, address: str, column: SheetColumn, problem: Message) -> None:
        """Report a cell whose content is of another type, or does not fit the others of its row."""
        said = message("{column}: {problem}", column=column.title, problem=problem)
        self._add("IK975", cell.place, said, address=address)

    def emptied(self, cell: EditedCell, address: str, column: SheetColumn, shown: Any) -> None:
        """Report a cell that was emptied without the mark."""
        said = message(
            "{column}: the cell is empty; the concept keeps {value}", column=column.title, value=quoted(shown)
        )
        hint = message("to remove the value, write {mark}", mark=quoted(EMPTIED))
        self._add("IK976", cell.place, said, address=address, hint=hint)

    def conflict(self, cell: EditedCell, address: str, column: SheetColumn, values: tuple[Any, Any, Any]) -> None:
        """Report a value that was edited on both sides: what it was, what it is in the concept, and in the cell."""
        was, stands, says = map(quoted, values)
        said = message(
            "{column}: changed on both sides; it was {was}, the concept has {stands}, the table {says}",
            column=column.title,
            was=was,
            stands=stands,
            says=says,
        )
        hint = message("the concept keeps its value; decide, and enter the value there")
        self._add("IK977", cell.place, said, address=address, hint=hint)

    def edited_and_removed(self, place: str, address: str) -> None:
        """Report an element that is to be removed although it was edited."""
        said = message("{address} is marked for removal but has been edited; it stays", address=address)
        self._add("IK977", place, said, address=address)

    def percent(self, cell: EditedCell, address: str, edited: Any) -> None:
        """Report a number that the spreadsheet has probably divided by 100."""
        said = message("{value} is far below the last value: was it typed with a % sign?", value=quoted(edited))
        hint = message("the unit is % already; enter 12,5 and not 12,5 %")
        self._add("IK978", cell.place, said, address=address, hint=hint)

    @staticmethod
    def refused(place: str, address: str, reason: Message) -> Finding:
        """Return the finding that an element cannot be removed."""
        return Finding(
            code="IK979", severity=Severity.ERROR, message=reason, places=(Place(file=place, address=address),)
        )
