"""Correct misspelt and German keys, so that the values below them are checked as well."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from integrationskonzept.findings import Path
from integrationskonzept.formats.key_names import has_former_names, name_in_file
from integrationskonzept.formats.key_suggestions import key_meaning
from integrationskonzept.formats.positions import PositionLookup
from integrationskonzept.formats.refusals import Refusal, address_of
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model import value_problems
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.foreign import FOREIGN
from integrationskonzept.model.former_names import Migrated, former_names, former_path, record_below, to_current
from integrationskonzept.model.record import Record
from integrationskonzept.model.refusal import RefusedError
from integrationskonzept.printable import shorten

MAX_LOOKED_UP = 200
"""Unknown keys of one file that are looked up: more than a person mistypes, fewer than a hostile file has."""


@frozen
class CorrectedData:
    """Plain data under corrected keys."""

    data: Any
    refusals: list[Refusal] = field(factory=list)
    """The keys as typed, which remain errors."""
    typed: dict[Path, str] = field(factory=dict)
    """Each key as it was typed, by its corrected path."""
    is_former: bool = False
    """Whether the file follows version 1 of the layout, whose names are others."""
    looked_up: list[str] = field(factory=list)
    """The unknown keys that were looked up."""

    def positions_as_typed(self, positions: PositionLookup) -> PositionLookup:
        """Return a lookup that takes corrected paths, from one that takes the paths of the file."""
        return (lambda path: positions(self.typed_path(path))) if self.typed or self.is_former else positions

    def is_corrected(self, refusal: Refusal) -> bool:
        """Return whether the value of a refused key was read under its corrected key."""
        key = refusal.error.below if isinstance(refusal.error, RefusedError) else ()
        return not refusal.records and any(
            meant[:-1] == refusal.path and (typed,) == key for meant, typed in self.typed.items()
        )

    def typed_path(self, path: Path) -> Path:
        """Return the path in the file for a corrected path."""
        named = self.named_path(path)
        return tuple(self.typed.get(path[: end + 1], step) for end, step in enumerate(named))

    def named_path(self, path: Path) -> Path:
        """Return a corrected path with the names of the file's version."""
        return former_path(path) if self.is_former else path

    def refuse_foreign(self, migrated: Migrated) -> Any:
        """Refuse the names of another version in migrated data, and return the data."""
        for path, kind, key in migrated.foreign:
            hint = message(
                "version 1 of the layout, which this file follows, calls it '{name}': write that; if all keys have the"
                " names of version 2, write `schema: 2` on the first line",
                name=former_names(kind)[key],
            )
            error = RefusedError(value_problems.UNKNOWN_KEY, step=key, hint=hint, key=shorten(key))
            self.refusals.append(Refusal(path, None, error))
        return migrated.data


def correct_keys(data: Mapping[str, Any], kind: type[Record]) -> CorrectedData:
    """Return data in which each misspelt key with a certain meaning is replaced by the key it means.

    Where the right key is present as well, or two wrong keys mean the same, the second is dropped: otherwise one
    value would silently replace the other.
    """
    is_former = has_former_names()
    result = CorrectedData({}, is_former=is_former)
    result.data.update(result.refuse_foreign(to_current(data, kind)) if is_former else data)
    _correct(result.data, kind, (), None, result)
    return result


def _correct(data: dict[str, Any], kind: type[Record], path: Path, around: str | None, result: CorrectedData) -> None:
    known, address = MODEL[kind].keys, address_of(kind, data) or around
    for key in [each for each in data if each not in known and not each.startswith(FOREIGN)]:
        if len(result.looked_up) >= MAX_LOOKED_UP:
            return
        result.looked_up.append(key)
        meaning = key_meaning(kind, key)
        if not meaning.is_certain:
            continue
        (name,) = meaning.names
        hint = meaning.hint
        if name in data:
            hint = _duplicate_hint(name_in_file(kind, name), result.typed.get((*path, name)))
        error = RefusedError(value_problems.UNKNOWN_KEY, step=key, hint=hint, key=shorten(key))
        result.refusals.append(Refusal(path, address, error))
        value = data.pop(key)
        if name not in data:
            data[name] = _current(value, kind, name, path, result)
            result.typed[(*path, name)] = key
    for held in MODEL[kind].records:
        if held.name in data:
            data[held.name] = _below(data[held.name], held.kind, (*path, held.name), address, result)


def _current(value: Any, kind: type[Record], name: str, path: Path, result: CorrectedData) -> Any:
    """Return the value of a corrected key with the current names: as an unknown key it was not migrated."""
    inner = record_below(kind, name)
    if not result.is_former or inner is None:
        return value
    return result.refuse_foreign(to_current(value, inner, (*path, name)))


def _below(value: Any, kind: type[Record], path: Path, around: str | None, result: CorrectedData) -> Any:
    if isinstance(value, dict):
        copy = dict(value)
        _correct(copy, kind, path, around, result)
        return copy
    if isinstance(value, list):
        return [_below(item, kind, (*path, position), around, result) for position, item in enumerate(value)]
    return value


def _duplicate_hint(name: str, typed: str | None) -> Message:
    return message(
        "did you mean '{name}'? '{typed}' says that here as well: keep one of the two; nothing below this one is read",
        name=name,
        typed=typed or name,
    )
