"""Single values of data in which nothing is wrong: taken as they are, or left to the careful way of `values`.

What is short and stands in many places is kept, so that one object serves for all of them, and for
the concepts of many towns.
"""

from collections.abc import Callable
from datetime import time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from integrationskonzept.formats import values
from integrationskonzept.formats.limits import MAX_NUMBER
from integrationskonzept.formats.unusual import UnusualError
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.record import bound, is_id

Hook = Callable[[Any], Any]
"""What turns plain data into a value of the model, or raises."""

LONGEST = 200
"""Characters of a text that is kept at most: what is kept must not grow with what is read."""


def text(value: Any) -> str:
    """Take a text."""
    if value.__class__ is str:
        return value
    raise UnusualError


@lru_cache(maxsize=8192)
def name(value: Any) -> str:
    """Take the name of something, such as a reference to it."""
    if value.__class__ is str and len(value) <= LONGEST:
        return value
    raise UnusualError


@lru_cache(maxsize=8192)
def identifier(value: Any) -> str:
    """Take an id."""
    if value.__class__ is str and len(value) <= LONGEST and is_id(value):
        return value
    raise UnusualError


def word(value: Any) -> str:
    """Take a text that is a name more often than not."""
    return text(value) if len(value) > LONGEST else name(value)


def truth(value: Any) -> bool:
    """Take true or false."""
    if value is True or value is False:
        return value
    raise UnusualError


def whole(value: Any) -> int:
    """Take a whole number."""
    if value.__class__ is int and -MAX_NUMBER <= value <= MAX_NUMBER:
        return value
    raise UnusualError


def number(value: Any) -> int | float:
    """Take a number."""
    if value.__class__ in (int, float) and -MAX_NUMBER <= value <= MAX_NUMBER:
        return value
    raise UnusualError


def bounded(take: Hook, annotation: Any) -> Hook:
    """Return what takes a number that is not below the bound of its type."""
    limit = bound(annotation)
    minimum = limit.minimum if limit else -MAX_NUMBER

    def take_bounded(value: Any) -> Any:
        found = take(value)
        if found < minimum or (value.__class__ is str and value[:1] == "-"):
            raise UnusualError
        return found

    return take_bounded


date = lru_cache(maxsize=4096, typed=True)(values.date)  # a concept states few dates, and those often
"""Take a date."""


SCALARS: dict[Any, Hook] = {
    str: text,
    bool: truth,
    int: whole,
    PartialDate: date,
    Decimal: values.amount,
    time: values.clock_time,
}
"""What takes a value of each plain type."""
