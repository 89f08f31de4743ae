"""The words of YAML that are no text: the core schema of YAML 1.2 (chapter 10.3)."""

import math
import re
from decimal import Decimal
from functools import lru_cache
from typing import Self, TypeVar

from integrationskonzept.formats.limits import MAX_NUMBER

_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_BEGINS_NUMBER = frozenset("+-.0123456789")
MAY_BE_MORE = frozenset(("", *"~nNtTfF", *_BEGINS_NUMBER))
"""What a plain scalar that is more than text begins with; nothing, where it is empty."""

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_IS_NOT_ZERO = re.compile(r"[-+]?[0.]*[1-9]")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")
_N = TypeVar("_N", int, float)
_LONGEST = 400
"""Digits beyond which a number is not even looked at; none of this length is within bounds."""


_GROUPED = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


class GroupedNumber(float):
    """A number spelled in groups of three digits; no plain `float`, so that nothing takes it for one."""

    text: str
    """The number as typed."""

    def __new__(cls, text: str) -> Self:
        """Return the number that `text` is in YAML, and keep `text`."""
        number = super().__new__(cls, text)
        number.text = text
        return number


def is_grouped(text: str) -> bool:
    """Tell whether the digits of `text` stand in groups of three, with points between them."""
    return _GROUPED.fullmatch(text) is not None


def ungrouped(text: str) -> str:
    """Return the spelling of a decimal number that is not taken for groups of thousands."""
    return f"{text}0" if is_grouped(text) else text


class UnkeptNumberError(ValueError):
    """A number that cannot be kept as it is written."""


class LeadingZeroError(ValueError):
    """A number that may as well be octal or a code."""


class OtherBaseError(ValueError):
    """A number that is not written in tens."""


def resolve(text: str) -> str | int | float | bool | None:
    """Return what a plain (unquoted) scalar stands for."""
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


_cached_numeric = lru_cache(maxsize=1024)(_numeric)  # a file states few years, pages and counts, and those often
_SHORT = 20
"""Characters of a text that is kept at most: what is kept must not grow with what is read."""


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
    """Return the whole number, or raise `UnkeptNumberError` where it lies outside the bounds."""
    if len(text) > _LONGEST:
        raise UnkeptNumberError(text)
    return within_bounds(int(text), text)


def exact_float(text: str) -> float:
    """Return the number, or raise `UnkeptNumberError` where a binary number would change it."""
    number = float(text) if len(text) <= _LONGEST else math.inf
    within_bounds(number, text)
    if number == 0 and _IS_NOT_ZERO.match(text):  # its exponent may be beyond what `Decimal` takes
        raise UnkeptNumberError(text)
    if number != 0 and Decimal(text) != Decimal(repr(number)):
        raise UnkeptNumberError(text)
    return number


def within_bounds(number: _N, text: str) -> _N:
    """Return `number`, or raise `UnkeptNumberError` where it lies outside the bounds or nowhere."""
    if not -MAX_NUMBER <= number <= MAX_NUMBER:
        raise UnkeptNumberError(text)
    return number
