"""Tables of a concept's elements for people to edit, with the values they are made from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import field, frozen

from integrationskonzept.i18n.messages import Message, label, label_text, message, wording
from integrationskonzept.merging.cells import Cell, Names, Shown, cell_of
from integrationskonzept.merging.columns import Column, columns_of
from integrationskonzept.merging.edits import DELETE, EMPTIED, ID
from integrationskonzept.merging.unanswered import Asked, parts_of_round
from integrationskonzept.model.check_settings import CheckSettings
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, ValueType
from integrationskonzept.model.element import Element
from integrationskonzept.model.fingerprint import fingerprint
from integrationskonzept.model.format_value import format_value, value_message
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate

Fit = Callable[[str], str]
"""Function that returns a text as a medium can hold it."""

_FIRST = ("measure", "goal", "indicator", "field_of_action", "actor")
"""Nouns whose tables come first."""
_NO_ROWS: frozenset[type] = frozenset({CheckSettings})
"""Classes of elements without a table."""


@frozen(kw_only=True)
class MadeColumn:
    """A column of a table for people."""

    key: str
    title: Message
    meaning: Message | None = None
    """How to fill it in."""
    type: ValueType = ValueType.TEXT
    many: bool = False
    locked: bool = False
    """Whether it only informs."""
    choices: str | None = None
    """Name of the list of its possible contents."""
    is_used: bool = True
    """Whether one of the elements says something in it."""


@frozen(kw_only=True)
class MadeRow:
    """A row: the cells of one element, as people see them."""

    address: str
    cells: Mapping[str, Shown]
    """Contents by the key of the column; empty ones are left out."""
    fixed: frozenset[str] = frozenset()
    """Keys of cells that cannot be taken back."""


@frozen(kw_only=True)
class MadeTable:
    """A table of the elements of one noun."""

    noun: str
    name: str
    columns: tuple[MadeColumn, ...]
    rows: tuple[MadeRow, ...]


@frozen(kw_only=True)
class MadeTables:
    """Tables for people, with the values they are made from."""

    tables: tuple[MadeTable, ...]
    base: Mapping[str, Mapping[str, Any]]
    """Plain data by address and key; see `Edits.base`."""
    choices: Mapping[str, Sequence[str]] = field(factory=dict)
    """Lists of possible contents."""
    concept_id: str
    digest: str
    """Fingerprint of the concept."""
    language: str
    day: PartialDate | None = None
    """Date of the round of reports."""
    cut: tuple[tuple[str, Column], ...] = ()
    """Addresses and columns of texts that the medium cannot hold."""


def element_tables(concept: Concept, language: str, fit: Fit = str) -> MadeTables:
    """Return a table for every noun of which the concept has elements."""
    maker = _Maker(concept, language, fit)
    below: list[Any] = list(MODEL.below(Concept))
    kinds = [kind for kind in below if issubclass(kind, Element) and kind not in _NO_ROWS]
    kinds.sort(key=lambda kind: _FIRST.index(kind.noun) if kind.noun in _FIRST else len(_FIRST))
    tables = []
    for each in kinds:
        elements = concept.every(each)
        if elements:
            columns = tuple(columns_of(each).values())
            tables.append(maker.table(each.noun, elements, columns, Told(_around(concept), _IN)))
    return maker.made(tables)


def round_tables(concept: Concept, asked: Asked, day: PartialDate, language: str, fit: Fit = str) -> MadeTables:
    """Return the tables in which one lead reports on a day: its measures, and their indicators."""
    maker = _Maker(concept, language, fit)
    parts = parts_of_round(day)
    tables = [
        maker.table(Measure.noun, asked.measures, parts[Measure], Told(_told_of_measure(concept, language), _TOLD))
    ]
    if asked.indicators:
        told = Told(_told_of_indicator(language), _TOLD_OF_INDICATOR)
        tables.append(maker.table(Indicator.noun, asked.indicators, parts[Indicator], told))
    return maker.made(tables, day)


@frozen
class Told:
    """What the rows of a table inform of."""

    of: Callable[[Any], Mapping[str, Shown]]
    """Function that returns it for an element, by the key of the column."""
    columns: tuple[MadeColumn, ...]


_IN = (MadeColumn(key="!in", title=message("stands in"), locked=True),)
_TOLD = (
    MadeColumn(key="!title", title=label("measure"), locked=True),
    MadeColumn(key="!in", title=label("field_of_action"), locked=True),
    MadeColumn(key="!last", title=message("last report"), locked=True),
)
_TOLD_OF_INDICATOR = (
    MadeColumn(key="!title", title=label("indicator"), locked=True),
    MadeColumn(key="!unit", title=label("unit"), locked=True),
    MadeColumn(key="!last", title=message("last value"), locked=True),
)


def _around(concept: Concept) -> Callable[[Any], Mapping[str, Shown]]:
    def told(element: Any) -> Mapping[str, Shown]:
        parent = concept.parent(element.address)
        return {"!in": parent.display_title if parent is not None and parent.address != concept.address else None}

    return told


def _told_of_measure(concept: Concept, language: str) -> Callable[[Any], Mapping[str, Shown]]:
    titles = {level.id: level.title for level in concept.status_scale}

    def told(measure: Any) -> Mapping[str, Shown]:
        reports = measure.status_reports
        around = concept.field_of(measure.address)
        return {
            "!title": _numbered(measure),
            "!in": None if around is None else around.display_title,
            "!last": _dated(reports[-1].as_of, titles.get(reports[-1].level_ref), language) if reports else None,
        }

    return told


def _told_of_indicator(language: str) -> Callable[[Any], Mapping[str, Shown]]:
    def told(indicator: Any) -> Mapping[str, Shown]:
        known = indicator.observations
        said = format_value(known[-1], language) if known else None
        return {"!title": _numbered(indicator), "!unit": indicator.unit, "!last": said}

    return told


def _numbered(element: Any) -> str:
    title = str(element.display_title)
    number = element.number
    return title if number is None or title.startswith(str(number)) else f"{number} {title}"


def _dated(day: PartialDate, title: str | None, language: str) -> str:
    return message("{title} ({day})", title=title or "–", day=value_message(day)).text(language)


class _Maker:
    """Tables of one concept, and what they have in common."""

    def __init__(self, concept: Concept, language: str, fit: Fit) -> None:
        self._names = Names(concept, language)
        self._fit = fit
        self._base: dict[str, dict[str, Any]] = {}
        self._cut: list[tuple[str, Column]] = []
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
        columns: Sequence[Column],
        told: Told,
    ) -> MadeTable:
        """Return the table of some elements."""
        rows: list[MadeRow] = []
        used: set[str] = set()
        for element in elements:
            row = self._row(element, columns, told.of(element))
            rows.append(row)
            used.update(row.cells)
        own = tuple(self._column(column, is_used=column.key in used or column.day is not None) for column in columns)
        last = (_DELETE,) if told.columns == _IN else ()
        return MadeTable(
            noun=noun,
            name=table_name(noun, self._names.language),
            columns=(_ID, *told.columns, *own, *last),
            rows=tuple(rows),
        )

    def _row(self, element: Element, columns: Sequence[Column], told: Mapping[str, Shown]) -> MadeRow:
        cells: dict[str, Shown] = {ID: element.id}
        base: dict[str, Any] = {}
        fixed = set()
        for key, shown in told.items():
            if shown is not None:
                cells[key] = base[key] = self._fit(str(shown))
        for column in columns:
            cell = cell_of(element, column, self._names)
            if cell.shown is None:
                continue
            shown, base[column.key] = self._fitted(element, column, cell)
            cells[column.key] = shown
            if isinstance(base[column.key], dict):
                fixed.add(column.key)
        self._base[element.address] = base
        return MadeRow(address=element.address, cells=cells, fixed=frozenset(fixed))

    def _fitted(self, element: Element, column: Column, cell: Cell) -> tuple[Shown, Any]:
        """Return a cell as the medium can hold it, and what is kept of it."""
        if not isinstance(cell.shown, str):
            return cell.shown, cell.value
        shown = self._fit(cell.shown)
        if shown != cell.shown.replace("\r\n", "\n").replace("\r", "\n"):
            self._cut.append((element.address, column))
            return shown, {"shown": shown}
        return shown, {"shown": shown} if cell.fixed else cell.value

    def _column(self, column: Column, *, is_used: bool) -> MadeColumn:
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

    def _list_name(self, column: Column) -> str | None:
        """Return the name of the list of what a column can contain, and make the list."""
        leaf, language = column.leaf, self._names.language
        match leaf.type:
            case ValueType.CHOICE:
                name, make = leaf.kind.__name__, lambda: [wording(each, language) for each in leaf.kind]
            case ValueType.TRUTH:
                name, make = "truth", lambda: [format_value(each, language) for each in (True, False)]
            case ValueType.REFERENCE if leaf.noun in self._names.ids:
                name, make = leaf.noun, lambda: self._names.every(str(leaf.noun))
            case _:
                return None
        if name not in self._choices:
            self._choices[name] = make()
        return str(name)


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


def _meaning(column: Column, language: str) -> Message:
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
