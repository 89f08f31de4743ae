"""Cells of a table of elements: what an element says in a column, as plain data and as people see it."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from attrs import define, field, frozen

from integrationskonzept.i18n.messages import wording
from integrationskonzept.merging.columns import SheetColumn
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import ValueType
from integrationskonzept.model.element import Element
from integrationskonzept.model.format_value import cut, format_value
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.plain import to_plain

Value: TypeAlias = "str | int | float | bool | list[str | int | float] | None"
"""Content of a cell as plain data; a list has one item a line."""
Shown: TypeAlias = "str | int | float | date | None"
"""Content of a cell as people see it."""
_LONGEST_TITLE = 80


@frozen(kw_only=True)
class CellContent:
    """What an element says in a column."""

    value: Value
    shown: Shown
    fixed: bool = False
    """Whether the cell shows more than it can take back, such as records without their usual attribute."""


@define
class Names:
    """Names of the elements of a concept in cells: the title with the id behind it, ``Sozialamt [sozialamt]``."""

    concept: Concept
    language: str
    _shown: dict[tuple[str, str], str] = field(factory=dict, init=False)

    def shown(self, noun: str, id: str) -> str:
        """Return the title of an element with its id behind it, or only the id."""
        known = self._shown.get((noun, id))
        if known is None:
            found = self.concept.get(id if noun == "*" else f"{noun}/{id}")
            title = cut(" ".join(found.display_title.split()), _LONGEST_TITLE) if isinstance(found, Element) else id
            self._shown[noun, id] = known = id if title == id else f"{title} [{id}]"
        return known

    def every(self, noun: str) -> list[str]:
        """Return the names of all elements of a noun, in the order of the document."""
        return [self.shown(noun, id) for id in self.ids.get(noun, ())]

    @cached_property
    def ids(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the elements of each noun."""
        found: dict[str, list[str]] = {}
        for address in self.concept.index:
            noun, _, id = address.partition("/")
            found.setdefault(noun, []).append(id)
        return {noun: tuple(ids) for noun, ids in found.items()}

    def titled(self, noun: str, title: str) -> list[str]:
        """Return the ids of the elements of a noun with this title; capitals and spaces do not count."""
        return self._titles.get((noun, folded(title)), [])

    @cached_property
    def _titles(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for address, (_, element) in self.concept.index.items():
            noun, _, id = address.partition("/")
            if isinstance(element, Element):
                found.setdefault((noun, folded(element.display_title)), []).append(id)
        return found


def folded(text: str) -> str:
    """Return a text with single spaces, without capitals."""
    return " ".join(text.split()).casefold()


def cell_of(element: Any, column: SheetColumn, names: Names) -> CellContent:
    """Return what an element says in a column."""
    value = _value_at(element, column)
    if value is None or value == ():
        return CellContent(value=None, shown=None)
    if not column.attribute.many:
        plain = to_plain(value)
        return CellContent(value=plain, shown=shown_value(column, plain, names))
    lines = [line_of(item, column) for item in value]
    if any(line is None or str(line).splitlines() != [str(line).strip()] for line in lines):
        return CellContent(
            value=None, shown="\n".join(format_value(item, names.language) for item in value), fixed=True
        )
    return CellContent(value=lines, shown=shown_value(column, lines, names))


def _value_at(element: Any, column: SheetColumn) -> Any:
    found = element
    for step in column.steps[:-1]:
        found = getattr(found, step)
        if isinstance(found, tuple):
            found = entry_of(found, column.day)
        if found is None:
            return None
    return getattr(found, column.steps[-1])


def entry_of(entries: Iterable[Any], day: PartialDate | None) -> Any:
    """Return the entry of a day for the whole population; None if there is none."""
    return next((each for each in entries if each.as_of == day and getattr(each, "population", None) is None), None)


def line_of(item: Any, column: SheetColumn) -> Any:
    """Return the plain value of an item of a list, of a record that of its short form; None if it has none."""
    value = item if column.record is None else getattr(item, column.leaf.name)
    return ("; ".join(value) or None) if isinstance(value, tuple) else to_plain(value)


def shown_value(column: SheetColumn, value: Value, names: Names) -> Shown:
    """Return plain data of a cell as people see it."""
    if isinstance(value, list):
        return "\n".join(str(_shown(column, item, names)) for item in value) if value else None
    return _shown(column, value, names)


def _shown(column: SheetColumn, value: Any, names: Names) -> Shown:
    leaf = column.leaf
    if value is None:
        return None
    match leaf.type:
        case ValueType.REFERENCE:
            return "; ".join(names.shown(str(leaf.noun), id) for id in str(value).split("; "))
        case ValueType.CHOICE:
            return wording(leaf.kind(value), names.language)
        case ValueType.TRUTH:
            return format_value(value, names.language)
        case ValueType.DATE:
            stated = PartialDate(str(value))
            return stated.day if stated.day is not None and not column.attribute.many else stated.text
        case ValueType.AMOUNT:
            return float(value)
        case _:
            shown: Shown = value
            return shown
