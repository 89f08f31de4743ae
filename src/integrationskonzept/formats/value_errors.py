"""Errors raised while plain data is structured: problems without their place in the file."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

import attrs
from attrs import frozen

from integrationskonzept.findings import Path
from integrationskonzept.formats import problems
from integrationskonzept.formats.field_order import PROVENANCE_KEYS, attributes, keys
from integrationskonzept.formats.key_names import name_in_file
from integrationskonzept.formats.problems import Problem
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.german_spelling import Spelling
from integrationskonzept.model.record import Record, shorten
from integrationskonzept.suggest import nearest

_KEYS_NAMED = 4
"""Keys of a mapping that are listed where a different value came."""

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


@frozen
class Refusal:
    """A refused value: its path, the element it belongs to, and the error."""

    path: Path
    address: str | None
    error: Exception
    records: tuple[tuple[Path, type[Record]], ...] = ()
    """The records around it, the outermost first, each with its path."""
    is_bare: bool = False
    """Whether it is the short form of the innermost record."""

    @property
    def hint(self) -> Message | None:
        """The next step, if the value allows one."""
        error = self.error
        if not isinstance(error, RefusedError) or error.spelling is None or not self.records:
            return error.hint if isinstance(error, RefusedError) else None
        path, kind = self.records[-1]
        key = next((step for step in reversed(self.path) if isinstance(step, str)), "")
        holder = next((step for step in reversed(path) if isinstance(step, str)), None)
        beside = holder if len(self.records) > 1 and "printed" in keys(self.records[-2][1]) else None
        return error.spelling.answer(keys(kind), key, holder if self.is_bare else None, beside) or error.hint


def address_of(kind: type, data: Any) -> str | None:
    """Return the address of the element in plain data; None for other records and without an id."""
    noun, id = getattr(kind, "noun", None), data.get("id") if isinstance(data, Mapping) else None
    return f"{noun}/{id}" if noun and isinstance(id, str) else None


def describe(value: Any) -> Message:
    """Return the words for a value that was not expected.

    The placeholder ``typed`` is replaced by the spelling in the file, if that is known.
    """
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


def mapping_expected(value: Any, kind: type[Record]) -> RefusedError:
    """Return the error for a value that should be a mapping, with a hint of its required or first keys."""
    required = [each.name for each in attributes(kind) if each.default is attrs.NOTHING]
    own = required or [name for name in keys(kind) if name not in PROVENANCE_KEYS]
    named = ", ".join(f"`{name_in_file(kind, name)}: …`" for name in own[:_KEYS_NAMED])
    return wrong_kind(A_MAPPING, value, message("write its keys below it, indented, such as {keys}", keys=named))


SIMILARITY = 0.75
"""Similarity, from 0 to 1, from which one name is suggested for the other: misspelt words reach it, others do not."""


def similar_name(name: str, known: Iterable[str], german: Mapping[str, str]) -> str | None:
    """Return the layout's name for an exact German name, or else for a similar name in either language."""
    word = name.lower()
    meant = german.get(word) or german.get(nearest(word, german, SIMILARITY) or "")
    return meant or nearest(word.replace(" ", "_"), known, SIMILARITY)
