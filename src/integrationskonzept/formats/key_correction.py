"""Reading on under keys that are misspelt or German, so that what stands below them is checked as well."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from integrationskonzept.findings import Path
from integrationskonzept.formats import problems
from integrationskonzept.formats.field_order import keys
from integrationskonzept.formats.format import Marks
from integrationskonzept.formats.key_meaning import key_meaning
from integrationskonzept.formats.value_errors import Refused, RefusedError, address_of
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.record import FOREIGN, Record, shorten
from integrationskonzept.model.tree import held

MAX_LOOKED_UP = 200
"""How many unknown keys of one file are looked up: more than a person mistypes, fewer than a hostile one holds."""


@frozen
class Corrected:
    """Plain data under the keys that are meant."""

    data: Any
    refused: list[Refused] = field(factory=list)
    """The keys that were typed instead, which stay errors."""
    typed: dict[Path, str] = field(factory=dict)
    """The key as it was typed, by the path that is meant."""
    looked_up: list[str] = field(factory=list)
    """The unknown keys met."""

    def marks(self, marks: Marks) -> Marks:
        """Return what finds the place of a path that is meant in the file as it was typed."""
        return (lambda path: marks(self.as_typed(path))) if self.typed else marks

    def is_read_under(self, refused: Refused) -> bool:
        """Tell whether what stands under a key that was refused is read all the same."""
        key = refused.error.below if isinstance(refused.error, RefusedError) else ()
        return not refused.records and any(
            meant[:-1] == refused.path and (typed,) == key for meant, typed in self.typed.items()
        )

    def as_typed(self, path: Path) -> Path:
        """Return the path that stands in the file."""
        return tuple(self.typed.get(path[: end + 1], step) for end, step in enumerate(path))


def corrected(data: Mapping[str, Any], kind: type[Record]) -> Corrected:
    """Put what stands under a key that is meant for another beyond doubt under that one.

    Where the right key stands as well, or two wrong ones mean the same, nothing is read under the
    second: of two values one would win over the other.
    """
    result = Corrected(dict(data))
    _correct(result.data, kind, (), None, result)
    return result


def _correct(data: dict[str, Any], kind: type[Record], path: Path, around: str | None, result: Corrected) -> None:
    known, address = keys(kind), address_of(kind, data) or around
    for key in [each for each in data if each not in known and not each.startswith(FOREIGN)]:
        if len(result.looked_up) >= MAX_LOOKED_UP:
            return
        result.looked_up.append(key)
        meaning = key_meaning(kind, key)
        if not meaning.is_certain:
            continue
        (name,) = meaning.names
        hint = meaning.hint if name not in data else _doubled(name, result.typed.get((*path, name)))
        error = RefusedError(problems.UNKNOWN_KEY, step=key, hint=hint, key=shorten(key))
        result.refused.append(Refused(path, address, error))
        value = data.pop(key)
        if name not in data:
            data[name] = value
            result.typed[(*path, name)] = key
    for name, kinds in held(kind).items():
        if name in data:
            data[name] = _below(data[name], next(iter(kinds)), (*path, name), address, result)


def _below(value: Any, kind: type[Record], path: Path, around: str | None, result: Corrected) -> Any:
    if isinstance(value, dict):
        copy = dict(value)
        _correct(copy, kind, path, around, result)
        return copy
    if isinstance(value, list):
        return [_below(item, kind, (*path, position), around, result) for position, item in enumerate(value)]
    return value


def _doubled(name: str, typed: str | None) -> Message:
    return message(
        "did you mean '{name}'? '{typed}' says that here as well: keep one of the two; nothing below this one is read",
        name=name,
        typed=typed or name,
    )
