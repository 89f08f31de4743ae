"""What the structuring of plain data raises: a problem that does not know its place yet."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

import attrs

from integrationskonzept.findings import Path
from integrationskonzept.formats import problems
from integrationskonzept.formats.problems import Problem
from integrationskonzept.language import Message, message
from integrationskonzept.model.nearby import nearest
from integrationskonzept.model.record import shorten

A_MAPPING = message("a mapping (lines `key: value`)")


class RefusedError(ValueError):
    """A value that is refused, and why; its path is told by what raised around it."""

    def __init__(
        self, problem: Problem, *, step: str | None = None, hint: Message | None = None, **values: Any
    ) -> None:
        super().__init__(problem.code)
        self.problem = problem
        self.below: Path = () if step is None else (step,)
        """What leads from the value to the part that it is about."""
        self.about_key = problem is problems.UNKNOWN_KEY
        """Whether the key itself is refused, not its value."""
        self.hint = hint
        self.values = values


def described(value: Any) -> Message:
    """Say what came instead of what was expected; a value called ``typed`` is given as typed where that is known."""
    if value is None:
        return message("nothing")
    if isinstance(value, bool):
        return message("the truth value {typed}", typed="true" if value else "false")
    if isinstance(value, (int, float)):
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


def wrong_kind(expected: Message, value: Any, hint: Message | None = None) -> RefusedError:
    """Refuse a value that is not of the kind expected."""
    if value is None:
        hint = message("give a value, or leave the key out")
    return RefusedError(problems.WRONG_KIND, hint=hint, expected=expected, got=described(value))


def as_typed(said: Message, typed: str) -> Message:
    """Put a number or truth value into a sentence as it was typed."""
    values = {
        name: typed if name == "typed" else as_typed(value, typed) if isinstance(value, Message) else value
        for name, value in said.values.items()
    }
    return attrs.evolve(said, values=values)


def mapping_expected(value: Any) -> RefusedError:
    """Refuse a value that should hold keys and values."""
    return wrong_kind(A_MAPPING, value)


def near_name(name: str, known: Iterable[str], german: Mapping[str, str]) -> str | None:
    """Return the name of the layout that is near, be it by its German name."""
    return nearest(name.lower().replace(" ", "_"), known) or german.get(nearest(name.lower(), german) or "")
