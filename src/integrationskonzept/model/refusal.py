"""The error for a refused value: the problem and its sentence, without its place in a file."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import attrs

from integrationskonzept.findings import Path, Problem
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model import value_problems as problems
from integrationskonzept.model.german_spelling import Spelling
from integrationskonzept.printable import shorten

A_MAPPING = message("a mapping (lines `key: value`)")


class RefusedError(ValueError):
    """A refused value and the reason; the errors around it give its path."""

    def __init__(
        self,
        problem: Problem,
        *,
        step: str | None = None,
        hint: Message | None = None,
        spelling: Spelling | None = None,
        **values: Any,
    ) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.below: Path = () if step is None else (step,)
        """The path from the value to the part that is refused."""
        self.about_key = problem is problems.UNKNOWN_KEY
        """Whether the key itself is refused, and not its value."""
        self.hint = hint
        self.spelling = spelling
        """The recognised German spelling of the value, for a hint that depends on the record."""
        self.values = values

    @property
    def sentence(self) -> Message:
        """What is wrong, in words."""
        return Message(template=self.problem.message.template, values=self.values)


def describe(value: Any) -> Message:
    """Return the words for a value that was not expected.

    The placeholder ``typed`` is replaced by the spelling in the file, if that is known.
    """
    if value is None:
        return message("nothing")
    if isinstance(value, bool):
        return message("the truth value {typed}", typed="true" if value else "false")
    if isinstance(value, (int, float, Decimal)):
        return message("the number {typed}", typed=value)
    if isinstance(value, str):
        return message("the text {text}", text=shorten(value))
    if isinstance(value, (list, tuple)):
        return message("a list")
    if isinstance(value, Mapping):
        return A_MAPPING
    if isinstance(value, datetime):
        return message("the date with time {value}", value=value)
    if isinstance(value, date):
        return message("the date {value}", value=value)
    if isinstance(value, time):
        return message("the time of day {value}", value=value)
    return message("a value of the type {type}", type=type(value).__name__)


def wrong_kind(
    expected: Message, value: Any, hint: Message | None = None, spelling: Spelling | None = None
) -> RefusedError:
    """Return the error for a value of the wrong kind."""
    if value is None:
        hint = message("give a value, or leave the key out")
    return RefusedError(problems.WRONG_KIND, hint=hint, spelling=spelling, expected=expected, got=describe(value))


def with_typed_value(sentence: Message, typed: str) -> Message:
    """Return a sentence in which a number or truth value is spelled as it was typed."""
    values = {
        name: typed if name == "typed" else with_typed_value(value, typed) if isinstance(value, Message) else value
        for name, value in sentence.values.items()
    }
    return attrs.evolve(sentence, values=values)
