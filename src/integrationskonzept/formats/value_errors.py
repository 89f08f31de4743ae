"""What the structuring of plain data raises: a problem that does not know its place yet."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

import attrs
from attrs import frozen

from integrationskonzept.findings import Path
from integrationskonzept.formats import problems
from integrationskonzept.formats.field_order import PROVENANCE_KEYS, attributes, keys
from integrationskonzept.formats.problems import Problem
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.german_spelling import Spelling
from integrationskonzept.model.record import Record, shorten
from integrationskonzept.suggest import nearest

_KEYS_NAMED = 4
"""Keys of a mapping that are named where something else came."""

A_MAPPING = message("a mapping (lines `key: value`)")


class RefusedError(ValueError):
    """A value that is refused, and why; its path is told by what raised around it."""

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
        """What leads from the value to the part that it is about."""
        self.about_key = problem is problems.UNKNOWN_KEY
        """Whether the key itself is refused, not its value."""
        self.hint = hint
        self.spelling = spelling
        """How the value is written here, where what came is recognised; it is told where the record is known."""
        self.values = values


@frozen
class Refusal:
    """A value that was refused: where in the data, in which element, and why."""

    path: Path
    address: str | None
    error: Exception
    records: tuple[tuple[Path, type[Record]], ...] = ()
    """The records it lies in, from the outermost in, each with its path."""
    is_bare: bool = False
    """Whether it stands for the record it lies in."""

    @property
    def hint(self) -> Message | None:
        """The next step, where the value itself tells one."""
        error = self.error
        if not isinstance(error, RefusedError) or error.spelling is None or not self.records:
            return error.hint if isinstance(error, RefusedError) else None
        path, kind = self.records[-1]
        key = next((step for step in reversed(self.path) if isinstance(step, str)), "")
        holder = next((step for step in reversed(path) if isinstance(step, str)), None)
        beside = holder if len(self.records) > 1 and "printed" in keys(self.records[-2][1]) else None
        return error.spelling.answer(keys(kind), key, holder if self.is_bare else None, beside) or error.hint


def address_of(kind: type, data: Any) -> str | None:
    """Return the address of the element that plain data holds, or None where it is none or has no id."""
    noun, id = getattr(kind, "noun", None), data.get("id") if isinstance(data, Mapping) else None
    return f"{noun}/{id}" if noun and isinstance(id, str) else None


def describe(value: Any) -> Message:
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


def wrong_kind(
    expected: Message, value: Any, hint: Message | None = None, spelling: Spelling | None = None
) -> RefusedError:
    """Refuse a value that is not of the kind expected."""
    if value is None:
        hint = message("give a value, or leave the key out")
    return RefusedError(problems.WRONG_KIND, hint=hint, spelling=spelling, expected=expected, got=describe(value))


def as_typed(said: Message, typed: str) -> Message:
    """Put a number or truth value into a sentence as it was typed."""
    values = {
        name: typed if name == "typed" else as_typed(value, typed) if isinstance(value, Message) else value
        for name, value in said.values.items()
    }
    return attrs.evolve(said, values=values)


def mapping_expected(value: Any, kind: type[Record]) -> RefusedError:
    """Refuse a value that should hold keys and values, and name the keys: those that must stand there, or the first."""
    required = [each.name for each in attributes(kind) if each.default is attrs.NOTHING]
    own = required or [name for name in keys(kind) if name not in PROVENANCE_KEYS]
    named = ", ".join(f"`{name}: …`" for name in own[:_KEYS_NAMED])
    return wrong_kind(A_MAPPING, value, message("write its keys below it, indented, such as {keys}", keys=named))


NEAR = 0.75
"""How alike two names must be, from 0 to 1, so that one is taken for the other: misspelt words are, others are not."""


def near_name(name: str, known: Iterable[str], german: Mapping[str, str]) -> str | None:
    """Return the name of the layout that is meant: that of an exact German name, or else of a near one in either."""
    word = name.lower()
    meant = german.get(word) or german.get(nearest(word, german, NEAR) or "")
    return meant or nearest(word.replace(" ", "_"), known, NEAR)
