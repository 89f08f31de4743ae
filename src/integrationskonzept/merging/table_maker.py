"""Make tables of elements: cells, columns, lists of choices, and the values they are made from."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from integrationskonzept.i18n.messages import Message, label, label_text, message, wording
from integrationskonzept.merging.cells import CellContent, Names, Shown, cell_of
from integrationskonzept.merging.columns import SheetColumn
from integrationskonzept.merging.editable_tables import Fit, MadeColumn, MadeRow, MadeTable, MadeTables, Told
from integrationskonzept.merging.edits import DELETE, EMPTIED, ID
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, ValueType
from integrationskonzept.model.element import Element
from integrationskonzept.model.fingerprint import fingerprint
from integrationskonzept.model.format_value import format_value
from integrationskonzept.model.partial_date import PartialDate

_EMPTY = (None, ())
"""Values of attributes that say nothing in any column."""


class TableMaker:
    """Tables of one concept, and what they have in common."""

    def __init__(self, concept: Concept, language: str, fit: Fit) -> None:
        self._names = Names(concept, language)
        self._fit = fit
        self._base: dict[str, dict[str, Any]] = {}
        self._cut: list[tuple[str, SheetColumn]] = []
        self._choices: dict[str, list[str]] = {}

    def made(self, tables: Sequence[MadeTable], day: PartialDate | None = None) -> MadeTables:
        """Return the tables with everything that they have in common."""
        concept = self._names.concept
        return MadeTables(
            tables=tuple(tables),
            base=self._base,
            choices=self._choices,
            concept_id=concept.id,
            digest=fingerprint(concept),
            language=self._names.language,
            day=day,
            cut=tuple(self._cut),
        )

    def table(
        self,
        noun: str,
        elements: Sequence[Element],
        columns: Sequence[SheetColumn],
        told: Told,
    ) -> MadeTable:
        """Return the table of some elements."""
        rows: list[MadeRow] = []
        used: set[str] = set()
        by_attribute: dict[str, list[SheetColumn]] = {}
        for column in columns:
            by_attribute.setdefault(column.steps[0], []).append(column)
        for element in elements:
            row = self._row(element, by_attribute, told.of(element))
            rows.append(row)
            used.update(row.cells)
        own = tuple(self._column(column, is_used=column.key in used or column.day is not None) for column in columns)
        last = (_DELETE,) if told.deletable else ()
        return MadeTable(
            noun=noun,
            name=table_name(noun, self._names.language),
            columns=(_ID, *told.columns, *own, *last),
            rows=tuple(rows),
        )

    def _row(
        self, element: Element, columns: Mapping[str, Sequence[SheetColumn]], told: Mapping[str, Shown]
    ) -> MadeRow:
        cells: dict[str, Shown] = {ID: element.id}
        base: dict[str, Any] = {}
        fixed = set()
        for key, shown in told.items():
            if shown is not None:
                cells[key] = base[key] = self._fit(str(shown))
        for name, group in columns.items():
            if getattr(element, name) in _EMPTY:
                continue
            for column in group:
                cell = cell_of(element, column, self._names)
                if cell.shown is None:
                    continue
                shown, kept = self._fitted(element, column, cell)
                cells[column.key], base[column.key] = shown, kept
                if isinstance(kept, dict):
                    fixed.add(column.key)
        self._base[element.address] = base
        return MadeRow(address=element.address, cells=cells, fixed=frozenset(fixed))

    def _fitted(self, element: Element, column: SheetColumn, cell: CellContent) -> tuple[Shown, Any]:
        """Return a cell as the medium can hold it, and what is kept of it."""
        if not isinstance(cell.shown, str):
            return cell.shown, cell.value
        shown = self._fit(cell.shown)
        if shown != cell.shown.replace("\r\n", "\n").replace("\r", "\n"):
            self._cut.append((element.address, column))
            return shown, {"shown": shown}
        return shown, {"shown": shown} if cell.fixed else cell.value

    def _column(self, column: SheetColumn, *, is_used: bool) -> MadeColumn:
        name = self._list_name(column)
        many = column.attribute.many
        return MadeColumn(
            key=column.key,
            title=column.title,
            meaning=_meaning(column, self._names.language),
            type=column.leaf.type,
            many=many,
            choices=None if many else name,
            is_used=is_used,
        )

    def _list_name(self, column: SheetColumn) -> str | None:
        """Return the name of the list of what a column can contain, and make the list."""
        leaf, language = column.leaf, self._names.language
        match leaf.type:
            case ValueType.CHOICE:
                name, words = str(leaf.kind.__name__), [wording(each, language) for each in leaf.kind]
            case ValueType.TRUTH:
                name, words = "truth", [format_value(each, language) for each in (True, False)]
            case ValueType.REFERENCE if leaf.noun in self._names.ids:
                name, words = str(leaf.noun), self._names.every(str(leaf.noun))
            case _:
                return None
        self._choices[name] = words
        return name


_ID = MadeColumn(key=ID, title=label("id"), locked=True)
_DELETE = MadeColumn(
    key=DELETE,
    title=message("remove?"),
    meaning=message("Any entry removes the element of this row. Deleting the row alone removes nothing."),
)
_HOW: Mapping[ValueType, Message] = {
    ValueType.NUMBER: message("A number such as 12 or 18,5, without the unit."),
    ValueType.WHOLE_NUMBER: message("A whole number."),
    ValueType.AMOUNT: message("An amount such as 12000 or 12000,50."),
    ValueType.DATE: message("A date such as 2027, 06/2027 or 30.06.2027."),
    ValueType.TIME: message("A time such as 18:30."),
    ValueType.TRUTH: message("Yes or no, from the list."),
    ValueType.CHOICE: message("One word from the list."),
    ValueType.REFERENCE: message("A name from the list; the id stands in brackets behind it."),
}


def _meaning(column: SheetColumn, language: str) -> Message:
    """Return what a column means and how to fill it in; the sentence of the model is English."""
    how = _HOW.get(column.leaf.type, message("Text."))
    if column.attribute.many:
        how = message("{how} One entry a line.", how=how)
    said = column.attribute.meaning if language == "en" else ""
    title = " ".join(said.split()) or f"{column.title.text(language)}."
    return message("{meaning} {how} To remove what stands there, enter {mark}.", meaning=title, how=how, mark=EMPTIED)


@cache
def table_name(noun: str, language: str) -> str:
    """Return the name of the table of a noun, such as ``Maßnahmen``: that of the lists with its elements."""
    names = _list_names()
    return label_text(names.get(noun, noun), language)


@cache
def _list_names() -> Mapping[str, str]:
    """Return the name of the list that holds the elements of a noun."""
    return dict(reversed(list(_lists())))


def _lists() -> Iterator[tuple[str, str]]:
    for kind in (Concept, *MODEL.below(Concept)):
        for each in MODEL[kind].records:
            if each.many and hasattr(each.kind, "noun"):
                yield each.kind.noun, each.name
