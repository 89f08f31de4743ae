"""Read single values strictly, without converting one kind into a different kind.

Each function takes a value of a file and its type, and returns the value of the model, or raises
`RefusedError`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.findings import Path
from integrationskonzept.formats import patterns, problems
from integrationskonzept.formats.limits import AMOUNT_DIGITS, MAX_NUMBER
from integrationskonzept.formats.scalars import GroupedNumber, is_grouped, ungrouped
from integrationskonzept.formats.value_errors import RefusedError, describe, similar_name, wrong_kind
from integrationskonzept.i18n.messages import Message, message, wording
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.german_spelling import (
    Spelling,
    amount_spelling,
    date_spelling,
    number_spelling,
    time_spelling,
    truth_spelling,
)
from integrationskonzept.model.record import bound, is_id, shorten

MIN_YEAR, MAX_YEAR = 1000, 9999
"""Years that may stand as numbers."""

_TIME = re.compile(patterns.TIME)
_AMOUNT = re.compile(patterns.AMOUNT)
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")


def read_text(value: Any, _: Any) -> str:
    """Return text; a number is refused."""
    if isinstance(value, str):
        return value
    hint = None
    if isinstance(value, (int, float, date, time)):
        shown = str(value).lower() if isinstance(value, bool) else value
        hint = message("put it in quotes: '{typed}'", typed=shown)
    raise wrong_kind(message("text"), value, hint)


def read_id(value: Any, _: Any) -> str:
    """Return an id."""
    spelt = read_text(value, str)
    if not is_id(spelt):
        raise RefusedError(problems.MISSPELT_ID, got=describe(spelt))
    return spelt


def read_bool(value: Any, _: Any) -> bool:
    """Return a truth value."""
    if isinstance(value, bool):
        return value
    raise wrong_kind(message("true or false"), value, spelling=truth_spelling(value))


def read_int(value: Any, _: Any) -> int:
    """Return a whole number; ``3.0`` is one."""
    if type(value) in (int, float) and value == value // 1 and -MAX_NUMBER <= value <= MAX_NUMBER:
        return int(value)
    raise _grouped_number(value) or wrong_kind(
        message("a whole number"), value, _number_hint(value), _number_spelling(value)
    )


def read_number(value: Any, _: Any) -> int | float:
    """Return a finite number within bounds."""
    if type(value) not in (int, float):
        raise _grouped_number(value) or wrong_kind(
            message("a number"), value, _number_hint(value), _number_spelling(value)
        )
    if not -MAX_NUMBER <= value <= MAX_NUMBER:
        raise RefusedError(problems.NUMBER, text=shorten(str(value)))
    return value  # type: ignore[no-any-return]  # its type was just looked at


def read_optional_number(value: Any, _: Any) -> int | float | None:
    """Return a number or None."""
    return None if value is None else read_number(value, float)


def read_foreign(value: Any, _: Any) -> Any:
    """Return the attributes of the town's own unchanged, if they are plain data; dates and times become text."""
    value = _with_dates_as_text(value)
    for path, item in _parts(value):
        try:
            if isinstance(item, (int, float)) and not isinstance(item, bool):
                read_number(item, float)
            elif item is not None and not isinstance(item, (str, bool, list, dict)):
                raise wrong_kind(message("text, numbers, truth values, lists or mappings"), item)
        except RefusedError as error:
            error.below = path
            raise
    return value


def _with_dates_as_text(value: Any) -> Any:
    """Return plain data with dates and times of day written as text."""
    if isinstance(value, dict):
        return {key: _with_dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
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


def read_amount(value: Any, _: Any = None) -> Decimal:
    """Return an amount: a number, or a decimal number as text."""
    if type(value) in (int, float) and -(10**AMOUNT_DIGITS) < value < 10**AMOUNT_DIGITS:
        return Decimal(repr(value))
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        return Decimal(value)
    expected, hint = message("an amount such as 1500 or 1500.5"), _number_hint(value)
    raise _grouped_number(value) or wrong_kind(expected, value, hint, None if hint else amount_spelling(value))


def read_bounded(value: Any, kind: Any) -> int | float | Decimal:
    """Return a number that is not below the bound of its type."""
    plain, limit = get_args(kind)[0], bound(kind)
    read: Callable[[Any, Any], int | float | Decimal] = (
        read_int if plain is int else read_amount if plain is Decimal else read_number
    )
    found = read(value, plain)
    minimum = limit.minimum if limit else -MAX_NUMBER
    if found < minimum or (minimum == 0 and str(found).startswith("-") and isinstance(value, str)):
        raise wrong_kind(message("{minimum} or more", minimum=minimum), value)
    return found


def read_time(value: Any, _: Any = None) -> time:
    """Return a time of day, ``HH:MM``."""
    if isinstance(value, str) and _TIME.fullmatch(value):
        return time.fromisoformat(value)
    if isinstance(value, time) and value == time(value.hour, value.minute):  # without seconds and time zone
        return value
    raise RefusedError(problems.NO_TIME, spelling=time_spelling(value), got=describe(value))


def read_date(value: Any, _: Any = None) -> PartialDate:
    """Return a date from text, a year as a number, or a calendar day of a format that has such a type."""
    if isinstance(value, datetime) and value == datetime.combine(value, time()):
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return PartialDate(value.isoformat())
    if type(value) in (int, float) and MIN_YEAR <= value <= MAX_YEAR:
        value = str(read_int(value, int))
    if not isinstance(value, str):
        raise wrong_kind(message("a date, as text or as a year of four digits"), value)
    try:
        return PartialDate(value)
    except InvalidValueError as error:
        raise RefusedError(problems.NO_DATE, spelling=date_spelling(value), reason=error.message) from None


def read_choice(value: Any, kind: type[StrEnum]) -> StrEnum:
    """Return a member of an enumeration."""
    words = [member.value for member in kind]
    if isinstance(value, str) and value in words:
        return kind(value)
    german = {wording(member, "de").lower(): member.value for member in kind}
    near = similar_name(value, words, german) if isinstance(value, str) else None
    hint = message("did you mean '{name}'?", name=near) if near else None
    raise RefusedError(problems.NOT_ONE_OF, hint=hint, choices=", ".join(words), got=describe(value))
