"""Read single values strictly: no kind of value is converted into a different one.

Each function returns the value of the model, or raises `RefusedError`. Files and constructors use the same ones.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Self

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.findings import Path
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message, message, wording
from integrationskonzept.model import value_problems as problems
from integrationskonzept.model.annotations import is_id
from integrationskonzept.model.description import AttributeDescription, ValueType
from integrationskonzept.model.foreign import Extra
from integrationskonzept.model.german_spelling import (
    Spelling,
    amount_spelling,
    date_spelling,
    number_spelling,
    time_spelling,
    truth_spelling,
)
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.refusal import A_MAPPING, RefusedError, describe, wrong_kind
from integrationskonzept.printable import shorten
from integrationskonzept.suggest import similar_name, suggestion

MAX_NUMBER = 2**53 - 1
"""Largest absolute value of a number: other tools change larger whole numbers (RFC 7493, section 2.2)."""

AMOUNT_DIGITS = 15
"""Digits of an amount of money before the point, and also after it."""

MIN_YEAR, MAX_YEAR = 1000, 9999
"""Years that may stand as numbers."""

TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
"""Spelling of a time of day, as a regular expression."""

AMOUNT = rf"-?[0-9]{{1,{AMOUNT_DIGITS}}}(?:\.[0-9]{{1,{AMOUNT_DIGITS}}})?"
"""Spelling of an amount as text, as a regular expression."""

_TIME = re.compile(TIME)
_AMOUNT = re.compile(AMOUNT)
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


class GroupedNumber(float):
    """A number such as ``12.000``, whose point German readers take for the thousands separator.

    It is a subclass, so that readers of plain `float` values refuse it.
    """

    text: str
    """The number as typed."""

    def __new__(cls, text: str) -> Self:
        """Return the number that `text` means in YAML, with its spelling."""
        number = super().__new__(cls, text)
        number.text = text
        return number


def is_grouped(text: str) -> bool:
    """Return whether `text` is a number with points between groups of three digits."""
    return _GROUPED.fullmatch(text) is not None


def ungrouped(text: str) -> str:
    """Return a decimal number, with a zero added if it could be read as groups of thousands."""
    return f"{text}0" if is_grouped(text) else text


def read_text(value: Any) -> str:
    """Return text; a number is refused."""
    if value.__class__ is str:  # of all values the most common
        return value
    if isinstance(value, str):
        return value
    hint = None
    if isinstance(value, (int, float, date, time)):
        shown = str(value).lower() if isinstance(value, bool) else value
        hint = message("put it in quotes: '{typed}'", typed=shown)
    raise wrong_kind(message("text"), value, hint)


def read_id(value: Any) -> str:
    """Return an id."""
    if not is_id(spelt := read_reference(value)):
        raise RefusedError(problems.MISSPELT_ID, got=describe(spelt))
    return spelt


def read_reference(value: Any) -> str:
    """Return the id or address of an element."""
    return sys.intern(value if value.__class__ is str else str(read_text(value)))  # ids occur many times


def read_truth_value(value: Any) -> bool:
    """Return a truth value."""
    if isinstance(value, bool):
        return value
    raise wrong_kind(message("true or false"), value, spelling=truth_spelling(value))


def read_whole_number(value: Any) -> int:
    """Return a whole number; ``3.0`` is one."""
    if value.__class__ is int and -MAX_NUMBER <= value <= MAX_NUMBER:
        return value
    if type(value) in (int, float) and value == value // 1 and -MAX_NUMBER <= value <= MAX_NUMBER:
        return int(value)
    raise _grouped_number(value) or wrong_kind(
        message("a whole number"), value, _number_hint(value), _number_spelling(value)
    )


def read_number(value: Any) -> int | float:
    """Return a finite number within bounds."""
    if type(value) not in (int, float):
        raise _grouped_number(value) or wrong_kind(
            message("a number"), value, _number_hint(value), _number_spelling(value)
        )
    if not -MAX_NUMBER <= value <= MAX_NUMBER:
        raise RefusedError(problems.NUMBER, text=shorten(str(value)))
    return value  # type: ignore[no-any-return]  # its type was just looked at


def read_foreign(value: Any) -> Extra:
    """Return the attributes of the town's own unchanged, if they are plain data; dates and times become text."""
    if not isinstance(value, Mapping):
        raise wrong_kind(A_MAPPING, value)
    value = _with_dates_as_text(value)
    for path, item in _parts(value):
        try:
            if isinstance(item, (int, float)) and not isinstance(item, bool):
                read_number(item)
            elif item is not None and not isinstance(item, (str, bool, list, dict)):
                raise wrong_kind(message("text, numbers, truth values, lists or mappings"), item)
        except RefusedError as error:
            error.below = path
            raise
    return Extra(value)


def _with_dates_as_text(value: Any) -> Any:
    """Return plain data with dates and times of day written as text."""
    if isinstance(value, Mapping):
        return {key: _with_dates_as_text(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with_dates_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, (date, time)) else value


def _parts(value: Any) -> Iterator[tuple[Path, Any]]:
    open_values: list[tuple[Path, Any]] = [((), value)]
    while open_values:
        path, item = open_values.pop()
        yield path, item
        if isinstance(item, (list, dict)):
            steps = item.items() if isinstance(item, dict) else enumerate(item)
            open_values.extend(((*path, step), inside) for step, inside in steps)


def _grouped_number(value: object) -> RefusedError | None:
    """Return the error for a number or text with groups of thousands; None for any other value."""
    text = value.text if isinstance(value, GroupedNumber) else value
    if not isinstance(text, str) or not is_grouped(text):
        return None
    whole = text.replace(".", "").removeprefix("+")
    if isinstance(value, GroupedNumber):
        return RefusedError(problems.GROUPED_NUMBER, text=text, whole=whole, decimal=ungrouped(text))
    return RefusedError(problems.GROUPED_NUMBER, hint=message("write {whole}", whole=whole), text=text)


def _number_hint(value: Any) -> Message | None:
    if isinstance(value, str) and _DECIMAL_COMMA.fullmatch(value):
        return message("write a point instead of the comma: {value}", value=value.replace(",", "."))
    return None


def _number_spelling(value: Any) -> Spelling | None:
    return None if _number_hint(value) else number_spelling(value)


def read_amount(value: Any) -> Decimal:
    """Return an amount: a number, or a decimal number as text."""
    if type(value) in (int, float) and -(10**AMOUNT_DIGITS) < value < 10**AMOUNT_DIGITS:
        return Decimal(repr(value))
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        return Decimal(value)
    if isinstance(value, Decimal) and value.is_finite() and _AMOUNT.fullmatch(f"{value:f}"):
        return value
    expected, hint = message("an amount such as 1500 or 1500.5"), _number_hint(value)
    raise _grouped_number(value) or wrong_kind(expected, value, hint, None if hint else amount_spelling(value))


def _read_bounded(read: Callable[[Any], Any], minimum: int) -> Callable[[Any], Any]:
    """Return a reader of numbers that are not below `minimum`."""

    def read_bounded(value: Any) -> Any:
        if value.__class__ is int and minimum <= value <= MAX_NUMBER and read is not read_amount:
            return value
        found = read(value)
        if found < minimum or (minimum == 0 and str(found).startswith("-") and isinstance(value, str)):
            raise wrong_kind(message("{minimum} or more", minimum=minimum), value)
        return found

    return read_bounded


def read_time(value: Any) -> time:
    """Return a time of day, ``HH:MM``."""
    if isinstance(value, str) and _TIME.fullmatch(value):
        return time.fromisoformat(value)
    if isinstance(value, time) and value == time(value.hour, value.minute):  # without seconds and time zone
        return value
    raise RefusedError(problems.NO_TIME, spelling=time_spelling(value), got=describe(value))


def read_date(value: Any) -> PartialDate:
    """Return a date from text, a year as a number, or a calendar day of a format that has such a type."""
    if isinstance(value, datetime) and value == datetime.combine(value, time()):
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return PartialDate(value.isoformat())
    if type(value) in (int, float) and MIN_YEAR <= value <= MAX_YEAR:
        value = str(read_whole_number(value))
    if not isinstance(value, str):
        raise wrong_kind(message("a date, as text or as a year of four digits"), value)
    try:
        return PartialDate(value)
    except InvalidValueError as error:
        raise RefusedError(problems.NO_DATE, spelling=date_spelling(value), reason=error.message) from None


_read_date_text = lru_cache(maxsize=4096)(read_date)  # a concept repeats few dates


def _read_repeated_date(value: Any) -> PartialDate:
    return _read_date_text(value) if value.__class__ is str else read_date(value)


def _read_choice(kind: type[StrEnum]) -> Callable[[Any], StrEnum]:
    """Return a reader of the members of an enumeration."""
    members = {member.value: member for member in kind}

    def read_choice(value: Any) -> StrEnum:
        if value.__class__ is str and value in members:
            return members[value]
        labels = {wording(member, code).lower(): member.value for code in LANGUAGES for member in kind}
        near = similar_name(value, members, labels) if isinstance(value, str) else None
        hint = suggestion(near)
        raise RefusedError(problems.NOT_ONE_OF, hint=hint, choices=", ".join(members), got=describe(value))

    return read_choice


_READERS: dict[ValueType, Callable[[Any], Any]] = {
    ValueType.TEXT: read_text,
    ValueType.ID: read_id,
    ValueType.REFERENCE: read_reference,
    ValueType.TRUTH: read_truth_value,
    ValueType.WHOLE_NUMBER: read_whole_number,
    ValueType.NUMBER: read_number,
    ValueType.AMOUNT: read_amount,
    ValueType.DATE: _read_repeated_date,
    ValueType.TIME: read_time,
    ValueType.ANY: read_foreign,
}


def reader(described: AttributeDescription) -> Callable[[Any], Any]:
    """Return the function that reads a single value of an attribute, which holds no records."""
    if described.type is ValueType.CHOICE:
        return _read_choice(described.kind)
    read = _READERS[described.type]
    return read if described.minimum is None else _read_bounded(read, described.minimum)
