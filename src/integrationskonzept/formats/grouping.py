"""Numbers with a point that German readers take for the thousands separator, such as ``12.000``."""

import re
from typing import Self

from integrationskonzept.formats import problems
from integrationskonzept.formats.value_errors import RefusedError
from integrationskonzept.i18n.messages import message

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


def grouped_number(value: object) -> RefusedError | None:
    """Return the refusal of a number, or of a text in its place, that is spelled in groups of thousands."""
    text = value.text if isinstance(value, GroupedNumber) else value
    if not isinstance(text, str) or not is_grouped(text):
        return None
    whole = text.replace(".", "").removeprefix("+")
    if isinstance(value, GroupedNumber):
        return RefusedError(problems.GROUPED_NUMBER, text=text, whole=whole, decimal=ungrouped(text))
    return RefusedError(problems.GROUPED_NUMBER, hint=message("write {whole}", whole=whole), text=text)
