"""Parse dates, numbers and truth values in table cells."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from numbers import Integral, Real
from typing import Any, NamedTuple

from integrationskonzept.i18n.languages import truth_word
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.annotations import Number
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.german_spelling import Spelling, date_spelling, number_spelling
from integrationskonzept.model.partial_date import PartialDate

_DIGITS = {"1": True, "1.0": True, "0": False, "0.0": False}
"""Truth values as spreadsheets write them in a number cell."""
_ABOUT = re.compile(r"(?:ca\.?|circa|rund|etwa|about|~)\s*", re.IGNORECASE)
_FORMS = {
    ",": re.compile(r"[+-]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?"),
    ".": re.compile(r"[+-]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?"),
}
"""Patterns of numbers, by decimal mark."""
_LONGEST = 40
_MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
_DATES = (
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), "{2}-{1:0>2}-{0:0>2}"),
    (re.compile(r"(\d{1,2})[/.](\d{4})"), "{1}-{0:0>2}"),
    (re.compile(r"([1-4])\. quartal (\d{4})"), "{1}-Q{0}"),
    (re.compile(r"([12])\. halbjahr (\d{4})"), "{1}-H{0}"),
    (re.compile(r"schuljahr (\d{4}/\d{2})"), "{0}"),
    (re.compile(r"(\d{4}-\d{2}-\d{2})[t ]00:00(?::00(?:\.0+)?)?"), "{0}"),
    (re.compile(r"(\d{4})\.0"), "{0}"),
)
"""Dates as German towns and spreadsheets write them, in lower case, and as the model does."""


class UnreadableError(ValueError):
    """A cell does not hold what its column says; `message` says what was expected and what came."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.text())
        self.message = said


def is_empty(cell: Any) -> bool:
    """Return whether a cell is empty: None, blank text, or a dataframe's missing value."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return True
    return (isinstance(cell, float) and cell != cell) or type(cell).__name__ in {"NaTType", "NAType"}  # noqa: PLR0124 - NaN


def date_in(cell: Any) -> PartialDate:
    """Return the date of a cell: a date, or text in the model's or German spelling (30.06.2027, 06/2027, Juni 2027).

    Raises `UnreadableError`, a `ValueError`.
    """
    if isinstance(cell, PartialDate):
        return cell
    if isinstance(cell, datetime):
        return PartialDate(cell.date().isoformat())
    if isinstance(cell, date):
        return PartialDate(cell.isoformat())
    text = " ".join(str(cell).split())
    try:
        return PartialDate(_as_the_model_writes(text.lower()) or text)
    except ValueError:
        said = message("expected a date such as 2027, 2027-06 or 30.06.2027; got '{cell}'", cell=value_message(text))
        raise UnreadableError(_answered(said, date_spelling(text), "as_of")) from None


def _as_the_model_writes(text: str) -> str | None:
    month, _, year = text.partition(" ")
    if month in _MONTHS:
        return f"{year}-{_MONTHS.index(month) + 1:0>2}"
    matches = ((form.fullmatch(text), pattern) for form, pattern in _DATES)
    return next((pattern.format(*match.groups()) for match, pattern in matches if match), None)


class ParsedNumber(NamedTuple):
    """A number read from a cell, and whether the cell says "ca."."""

    number: Number
    approximate: bool


def number_in(cell: Any, decimal: str | None = None) -> ParsedNumber:
    """Return the number in a cell, with the decimal mark of the table where one is given.

    Without one, 18.5 and 18,5 are the same, and 1.234,5 is clear; 1.234 and 1,234 are not, and
    are refused. Raises `UnreadableError`, a `ValueError`.
    """
    if isinstance(cell, bool):
        raise _no_number(cell)
    if isinstance(cell, Real | Decimal):
        return ParsedNumber(_finite(cell), approximate=False)
    text = "".join(str(cell).split()).removesuffix("%")
    about = _ABOUT.match(text)
    number = _number(text[about.end() :] if about else text, decimal, " ".join(str(cell).split()))
    if number is None:
        raise _no_number(cell)
    return ParsedNumber(number, approximate=about is not None)


def _finite(cell: Real | Decimal) -> Number:
    """Return a number of any library as Python's own."""
    if not isfinite(cell):
        raise _no_number(cell)
    return int(cell) if isinstance(cell, Integral) or (isinstance(cell, Decimal) and cell == int(cell)) else float(cell)


def _number(text: str, decimal: str | None, typed: str) -> Number | None:
    """Return a number from text without spaces; `typed` is the original text of the cell."""
    readings = {
        mark: text.replace("." if mark == "," else ",", "").replace(",", ".")
        for mark, form in _FORMS.items()
        if decimal in {mark, None} and len(text) <= _LONGEST and form.fullmatch(text)
    }
    values = {float(reading) if "." in reading else int(reading) for reading in readings.values()}
    if len(values) > 1:
        raise UnreadableError(
            message("'{cell}' may be read in two ways; name the decimal mark, or write it without groups", cell=typed)
        )
    return values.pop() if values else None


_COLUMNS = frozenset({"value", "minimum", "maximum", "approximate", "missing"})
"""Columns of a table of observations that an answer may name."""


def _answered(said: Message, spelling: Spelling | None, column: str = "value") -> Message:
    """Return the problem, with the correct spelling where it is recognised."""
    answer = spelling and spelling.answer(_COLUMNS, column)
    return message("{first}; {second}", first=said, second=answer) if answer else said


def _no_number(cell: Any) -> UnreadableError:
    said = message("expected a number such as 12 or 18,5; got '{cell}'", cell=shown(cell))
    return UnreadableError(_answered(said, number_spelling(cell)))


def shown(cell: Any) -> Message:
    """Return the content of a cell as a spreadsheet shows it, for use inside a sentence."""
    if isinstance(cell, bool):
        return message("TRUE") if cell else message("FALSE")
    day = cell.date() if isinstance(cell, datetime) and cell.time() == time() else cell
    return value_message(day if type(day) is date else str(day))


def truth_in(cell: Any) -> bool:
    """Return the truth value in a cell, in German or English. Raises `UnreadableError`, a `ValueError`."""
    text = str(cell).strip().casefold()
    found = _DIGITS.get(text, truth_word(text))
    if found is not None:
        return found
    raise UnreadableError(message("expected yes or no (ja or nein); got '{cell}'", cell=shown(cell)))
