"""Edited tables of elements, and what merging them changes."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from integrationskonzept.findings import Finding
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.merging.columns import SheetColumn
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.partial_date import PartialDate

ID = "id"
"""Key of the column with the id of an element."""
DELETE = "!delete"
"""Key of the column in which any content but a no, such as ``nein``, removes the element of the row."""
EMPTIED = "-"
"""Content of a cell whose value is to be removed; an empty cell alone removes nothing."""


@frozen(kw_only=True)
class EditedCell:
    """A cell as it came back."""

    value: Any
    """Text, number, truth value, date, time or None."""
    place: str
    """Where people find it, such as ``D7``."""
    problem: Message | None = None
    """Why its value cannot be used, such as a formula."""


@frozen(kw_only=True)
class EditedRow:
    """A row as it came back."""

    place: str
    """Where people find it, such as ``A7``."""
    cells: Mapping[str, EditedCell]
    """Cells by the key of their column."""


@frozen(kw_only=True)
class EditedTable:
    """A table of the elements of one noun as it came back."""

    name: str
    """Its name for people, such as the name of a sheet."""
    noun: str
    """The noun of its elements."""
    rows: tuple[EditedRow, ...]
    unknown: Mapping[str, str] = field(factory=dict)
    """Headers of columns that belong to no attribute, by their place."""


Base = Mapping[str, Mapping[str, Any]]
"""Values that tables were made from: plain data by address and key of the column. A mapping in place of a value holds
under ``shown`` the text of a cell that cannot be taken back."""


@frozen(kw_only=True)
class Edits:
    """Edited tables, with the values that they were made from."""

    file: str
    tables: tuple[EditedTable, ...]
    base: Base
    concept_id: str | None = None
    """Id of the concept that the tables were made from."""
    day: PartialDate | None = None
    """Date of the round of reports that they belong to."""
    findings: tuple[Finding, ...] = ()
    """What could not be read."""


@frozen(kw_only=True)
class CellChange(Describable):
    """A value that is taken from a cell."""

    place: str
    """File, table and cell, such as ``k.xlsx!Maßnahmen!D7``."""
    address: str
    """Address of the element."""
    column: SheetColumn | None = None
    """The column; None where the element is removed."""
    before: Any = None
    after: Any = None

    def text(self, language: str = "en") -> str:
        """Return the change in one line, without its place."""
        if self.column is None:
            return message("{address}: removed", address=self.address).text(language)
        said = message(
            "{address}, {column}: {before} → {after}",
            address=self.address,
            column=self.column.title,
            before=quoted(self.before),
            after=quoted(self.after),
        )
        return said.text(language)


def quoted(shown: Any) -> Message:
    """Return the content of a cell as part of a sentence."""
    if shown is None:
        return message("(empty)")
    if isinstance(shown, str):
        return message("'{text}'", text=value_message(shown))
    return value_message(shown)


@frozen(kw_only=True, repr=False)
class EditResult(Describable):
    """Result of merging edited tables into a concept."""

    concept: Concept
    """The concept with what was taken; the old one itself where nothing was."""
    changes: tuple[CellChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What was not taken, and what was taken with a doubt."""

    def text(self, language: str = "en") -> str:
        """Return how many cells were taken and how many findings there are."""
        said = message(
            "cells taken: {taken}, findings: {findings}", taken=len(self.changes), findings=len(self.findings)
        )
        return said.text(language)
