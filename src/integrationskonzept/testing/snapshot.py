"""Comparable copy of the state of any object, to find out whether it was changed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

_PLAIN = (str, bytes, int, float, complex, bool, type(None), type)


def snapshot(thing: object) -> object:
    """Return a copy of an object's content as plain data; a path stands for the files at and below it.

    Objects are followed through their attributes, lists, mappings and sets; functions and modules are not.
    """
    return _copied(thing, set())


def _copied(thing: Any, around: set[int]) -> object:
    if isinstance(thing, _PLAIN) or id(thing) in around:
        return thing if isinstance(thing, _PLAIN) else "…"
    if isinstance(thing, Path):
        return _files(thing)
    around = around | {id(thing)}
    if isinstance(thing, Mapping):
        return [(_copied(key, around), _copied(value, around)) for key, value in thing.items()]
    if isinstance(thing, (list, tuple)):
        return [_copied(item, around) for item in thing]
    if isinstance(thing, (set, frozenset)):
        return sorted(repr(_copied(item, around)) for item in thing)
    held = vars(thing) if hasattr(thing, "__dict__") and not callable(thing) else {}
    if attrs.has(type(thing)):
        held = {each.name: getattr(thing, each.name) for each in attrs.fields(type(thing))} | dict(held)
    return type(thing).__name__, [(name, _copied(value, around)) for name, value in sorted(held.items())]


def _files(path: Path) -> object:
    if path.is_dir():
        return str(path), [(str(below), _files(below)) for below in sorted(path.iterdir())]
    return str(path), path.read_bytes() if path.is_file() else None
