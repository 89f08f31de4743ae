"""Where in a file every key and value stands."""

from collections.abc import Sequence
from typing import Any

from integrationskonzept.findings import Mark, Path

Spot = int
"""A line and a column, both counted from 1, as one number: there are many, and numbers are small."""

_COLUMN = 2**32 - 1


def spot(line: int, column: int) -> Spot:
    """Pack a line and a column."""
    return line << 32 | column


def line_and_column(packed: Spot) -> tuple[int, int]:
    """Unpack a line and a column."""
    return packed >> 32, packed & _COLUMN


class Marks:
    """The line and column of every key and value of a file, found by path.

    The nodes lie in the order of the file. For each there are the step from its parent, the
    number behind that of its last descendant, and the spots of value and key (0 for a list item):
    some thirty bytes in all.
    """

    __slots__ = ("_children", "_ends", "_keys", "_steps", "_values")

    def __init__(
        self, steps: list[str | int], ends: Sequence[int], values: Sequence[Spot], keys: Sequence[Spot]
    ) -> None:
        self._steps = steps
        self._ends = ends
        self._values = values
        self._keys = keys
        self._children: dict[int, dict[str | int, int]] = {}

    def __call__(self, path: Path) -> tuple[Mark | None, Mark | None]:
        """Return the marks of key and value at `path`, or at the deepest part of it that the file has."""
        node = 0
        for step in path:
            child = self._below(node).get(step)
            if child is None:
                break
            node = child
        key = self._keys[node]
        return Mark(*line_and_column(key)) if key else None, Mark(*line_and_column(self._values[node]))

    def _below(self, node: int) -> dict[str | int, int]:
        if node not in self._children:
            children: dict[str | int, int] = {}
            child = node + 1
            while child < self._ends[node]:
                children.setdefault(self._steps[child], child)
                child = self._ends[child]
            self._children[node] = children
        return self._children[node]

    def __reduce__(self) -> tuple[Any, ...]:
        return Marks, (self._steps, self._ends, self._values, self._keys)
