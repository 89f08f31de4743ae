"""Non-string scalars of YAML: the core schema of YAML 1.2 (chapter 10.3)."""

import math
import re
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from integrationskonzept.model.values import MAX_NUMBER, GroupedNumber, is_grouped

_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_BEGINS_NUMBER = frozenset("+-.0123456789")
MAY_BE_MORE = frozenset(("", *"~nNtTfF", *_BEGINS_NUMBER))
"""First characters of plain scalars that may be no text; the empty text for an empty scalar."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_IS_NOT_ZERO = re.compile(r"[-+]?[0.]*[1-9]")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")
_N = TypeVar("_N", int, float)
_LONGEST = 400
"""Characters up to which a number is parsed; a longer one is always out of bounds."""


class UnkeptNumberError(ValueError):
    """A number that cannot be represented exactly."""


class LeadingZeroError(ValueError):
    """A number with a leading zero, which may be octal or a code."""


class OtherBaseError(ValueError):
    """A number in a base other than ten."""


def resolve(text: str) -> str | int | float | bool | None:
    """Return the value of a plain (unquoted) scalar."""
    if text[:1] not in _BEGINS_NUMBER:
        return _WORDS.get(text, text)
    return _cached_numeric(text) if len(text) <= _SHORT else _numeric(text)


def _numeric(text: str) -> str | int | float:
    if _INTEGER.fullmatch(text):
        return _integer(text)
    if _FLOAT.fullmatch(text):
        return _float(text)
    if _OTHER_BASE.fullmatch(text):
        raise OtherBaseError(text)
    if _SPECIAL.fullmatch(text):
        raise UnkeptNumberError(text)
    return text


_cached_numeric = lru_cache(maxsize=1024)(_numeric)  # years, page numbers and counts repeat
_SHORT = 20
"""Characters up to which a text is cached, so that the cache does not grow with the file."""


def _integer(text: str) -> int:
    if _LEADING_ZERO.match(text):
        raise LeadingZeroError(text)
    return exact_int(text)


def _float(text: str) -> float:
    if _LEADING_ZERO.match(text):
        raise LeadingZeroError(text)
    number = exact_float(text)
    return GroupedNumber(text) if is_grouped(text) else number


def exact_int(text: str) -> int:
    """Return the whole number, or raise `UnkeptNumberError` if it is out of bounds."""
    if len(text) > _LONGEST:
        raise UnkeptNumberError(text)
    return within_bounds(int(text), text)


def exact_float(text: str) -> float:
    """Return the number, or raise `UnkeptNumberError` if a binary number changes it."""
    number = float(text) if len(text) <= _LONGEST else math.inf
    within_bounds(number, text)
    if number == 0 and _IS_NOT_ZERO.match(text):  # its exponent may be too large for `Decimal`
        raise UnkeptNumberError(text)
    if number != 0 and Decimal(text) != Decimal(repr(number)):
        raise UnkeptNumberError(text)
    return number


def within_bounds(number: _N, text: str) -> _N:
    """Return `number`, or raise `UnkeptNumberError` if it is out of bounds or not a number."""
    if not -MAX_NUMBER <= number <= MAX_NUMBER:
        raise UnkeptNumberError(text)
    return number
