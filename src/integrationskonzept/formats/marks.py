"""Where in a file every key and value stands."""

from array import array
from typing import Any

from integrationskonzept.findings import Mark, Path


class Marks:
    """The line and column of every key and value of a file, found by path.

    The nodes lie in the order of the file, each with the position behind its last descendant.
    Numbers in arrays take some thirty bytes a node, and pickle well.
    """

    __slots__ = ("_children", "_columns", "_ends", "_key_columns", "_key_lines", "_lines", "_steps")

    def __init__(self) -> None:
        self._steps: list[str | int] = []
        self._ends = array("I")
        self._lines = array("I")
        self._columns = array("I")
        self._key_lines = array("I")
        self._key_columns = array("I")
        self._children: dict[int, dict[str | int, int]] = {}

    def add(self, step: str | int, line: int, column: int, key_line: int = 0, key_column: int = 0) -> int:
        """Note the next node in the order of the file: its step from its parent, and where it stands."""
        node = len(self._steps)
        self._steps.append(step)
        self._ends.append(node + 1)
        self._lines.append(line)
        self._columns.append(column)
        self._key_lines.append(key_line)
        self._key_columns.append(key_column)
        return node

    def close(self, node: int) -> None:
        """Note that the latest node is the last descendant of `node`."""
        self._ends[node] = len(self._steps)

    def __len__(self) -> int:
        return len(self._steps)

    def __call__(self, path: Path) -> tuple[Mark | None, Mark | None]:
        """Return the marks of key and value at `path`, or at the deepest part of it that the file has."""
        node = 0
        for step in path:
            child = self._below(node).get(step)
            if child is None:
                break
            node = child
        key_line = self._key_lines[node]
        key = Mark(key_line, self._key_columns[node]) if key_line else None
        return key, Mark(self._lines[node], self._columns[node])

    def _below(self, node: int) -> dict[str | int, int]:
        if node not in self._children:
            children: dict[str | int, int] = {}
            child = node + 1
            while child < self._ends[node]:
                children.setdefault(self._steps[child], child)
                child = self._ends[child]
            self._children[node] = children
        return self._children[node]

    def __getstate__(self) -> tuple[Any, ...]:
        return self._steps, self._ends, self._lines, self._columns, self._key_lines, self._key_columns

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._steps, self._ends, self._lines, self._columns, self._key_lines, self._key_columns = state
        self._children = {}
