"""Foreign attributes: the keys of a town's own, which begin with ``x-``."""

from collections.abc import Iterator, Mapping
from typing import Any

FOREIGN = "x-"
"""Prefix of a foreign attribute's name."""


class Extra(Mapping[str, Any]):
    """Foreign attributes (keys beginning with ``x-``), frozen all the way down.

    Lists inside become tuples and mappings become `Extra`, so that a record that carries
    them stays hashable, comparable and picklable.
    """

    __slots__ = ("_items",)
    _items: dict[str, Any]

    def __init__(self, items: Mapping[str, Any] = {}) -> None:
        object.__setattr__(self, "_items", {str(key): frozen_value(value) for key, value in items.items()})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"foreign attributes are frozen; cannot set {name!r}")

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Mapping) and self._items == dict(other))

    def __repr__(self) -> str:
        return f"Extra({self._items!r})"

    def __reduce__(self) -> tuple[type["Extra"], tuple[dict[str, Any]]]:
        return Extra, (self._items,)


def frozen_value(value: Any) -> Any:
    """Return a foreign value with tuples for lists and `Extra` for mappings."""
    if isinstance(value, Mapping):
        return value if isinstance(value, Extra) else Extra(value)
    if isinstance(value, (list, tuple)):
        return tuple(frozen_value(item) for item in value)
    return value


NO_EXTRA = Extra()
"""No foreign attributes."""
