"""Read edited cells as plain data of their columns."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import frozen

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import label, message, wording
from integrationskonzept.merging.cells import Names, Value, folded
from integrationskonzept.merging.columns import SheetColumn
from integrationskonzept.model.description import ValueType
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.german_spelling import date_spelling
from integrationskonzept.model.plain import to_plain
from integrationskonzept.model.values import MAX_YEAR, MIN_YEAR
from integrationskonzept.observations.cell_parsing import UnreadableError, date_in, is_empty, number_in, shown, truth_in
from integrationskonzept.suggest import suggestion_for

_ID_BEHIND = re.compile(r"\[([^\[\]]+)\](?=\s*(?:;|$))")
_YEAR_AS_DAY = range(1904, 1907)
"""Years of the days that spreadsheets make of a year such as 2027, typed into a cell for days."""
_DIGITS = 15
"""Digits of a number that spreadsheets keep."""


def normal(raw: Any) -> Any:
    r"""Return the content of a cell with line ends as ``\n``, without space at the end, None for an empty one."""
    if isinstance(raw, str):
        raw = re.sub(r"_x000[dD]_\n?|\r\n?", "\n", raw).rstrip()
    return None if is_empty(raw) else raw


def equal(one: Any, other: Any) -> bool:
    """Return whether two contents of a cell are the same; numbers are compared in 15 digits, text without layout."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)) and bool not in {type(one), type(other)}:
        return f"{one:.{_DIGITS}g}" == f"{other:.{_DIGITS}g}"
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(equal, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return bool(normal(one) == normal(other))
    return type(one) is type(other) and bool(one == other)


def read_cell(column: SheetColumn, raw: Any, names: Names) -> Value:
    """Return what a cell says, as plain data; raise `UnreadableError` for a content of another type."""
    raw = normal(raw)
    if raw is None:
        return None
    read = getattr(_Reader(column, names), _READERS[column.leaf.type])
    if not column.attribute.many:
        value: Value = read(raw)
        return value
    lines = [line.strip() for line in raw.splitlines()] if isinstance(raw, str) else [raw]
    return [read(line) for line in lines if line != ""]


@frozen
class _Reader:
    """Reader of single values of a column."""

    column: SheetColumn
    names: Names

    def text(self, raw: Any) -> str:
        if isinstance(raw, str):
            return raw
        raise UnreadableError(
            message("expected text; the spreadsheet made a value of it: {cell}", cell=value_message(raw))
        )

    def reference(self, raw: Any) -> str:
        text, noun = self.text(raw), self.column.leaf.noun or "*"
        parts = [id.strip() for id in _ID_BEHIND.findall(text)]
        if not (self.column.record is not None and self.column.leaf.many):
            parts = parts[-1:] or [text.strip()]
        parts = parts or [part.strip() for part in text.split(";")]
        return "; ".join(self._id(noun, part) for part in parts if part)

    def _id(self, noun: str, text: str) -> str:
        """Return the id that a text names: an id, or a title that one element alone has."""
        if (text if noun == "*" else f"{noun}/{text}") in self.names.concept.index:
            return text
        titled = self.names.titled(noun, text)
        if len(titled) == 1:
            return titled[0]
        if titled:
            raise UnreadableError(
                message("'{cell}' is the title of several: {ids}; write the id", cell=text, ids=", ".join(titled))
            )
        nothing = message("there is no {noun} '{cell}'", noun=label(noun), cell=value_message(text))
        raise UnreadableError(suggestion_for(nothing, text, self.names.ids.get(noun, ())))

    def truth(self, raw: Any) -> bool:
        return truth_in(raw)

    def number(self, raw: Any) -> int | float:
        found = number_in(raw)
        if found.approximate:
            raise UnreadableError(
                message("expected a number alone; got '{cell}'; 'about' has a column of its own", cell=shown(raw))
            )
        number = found.number
        return int(number) if isinstance(number, float) and number.is_integer() else number

    def whole_number(self, raw: Any) -> int:
        number = self.number(raw)
        if isinstance(number, int):
            return number
        raise UnreadableError(message("expected a whole number; got {cell}", cell=value_message(raw)))

    def amount(self, raw: Any) -> Any:
        number = self.number(raw.replace("€", "") if isinstance(raw, str) else raw)
        return to_plain(Decimal(str(number)))

    def date(self, raw: Any) -> str | int:
        if isinstance(raw, (int, float)) and not (MIN_YEAR <= raw <= MAX_YEAR and raw == int(raw)):
            raise UnreadableError(
                message("expected a date; got the number {cell}, which has no format of dates", cell=value_message(raw))
            )
        spelling = date_spelling(raw) if isinstance(raw, str) else None
        if spelling is not None and spelling.value is not None and not spelling.is_less:
            raw = spelling.value
        found = date_in(int(raw) if isinstance(raw, float) else raw)
        if isinstance(raw, dt.date) and found.year in _YEAR_AS_DAY:
            said = message("the spreadsheet has made the day {cell} of a year; write the day", cell=value_message(raw))
            raise UnreadableError(said)
        plain: str | int = to_plain(found)
        return plain

    def time(self, raw: Any) -> str:
        return f"{raw:%H:%M}" if isinstance(raw, (dt.time, dt.datetime)) else self.text(raw)

    def choice(self, raw: Any) -> str:
        choices: Any = self.column.leaf.kind
        text = folded(str(raw))
        for choice in choices:
            if text in {choice.value, *(folded(wording(choice, language)) for language in LANGUAGES)}:
                return str(choice.value)
        known = ", ".join(wording(choice, self.names.language) for choice in choices)
        raise UnreadableError(message("expected one of {known}; got '{cell}'", known=known, cell=shown(raw)))


_READERS: Mapping[ValueType, str] = {
    ValueType.TEXT: "text",
    ValueType.ID: "text",
    ValueType.REFERENCE: "reference",
    ValueType.TRUTH: "truth",
    ValueType.NUMBER: "number",
    ValueType.WHOLE_NUMBER: "whole_number",
    ValueType.AMOUNT: "amount",
    ValueType.DATE: "date",
    ValueType.TIME: "time",
    ValueType.CHOICE: "choice",
}
"""The methods that read single values, by type."""
