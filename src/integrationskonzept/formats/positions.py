"""Positions of keys and values in a file, and their spelling."""

import re
from array import array
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from integrationskonzept.findings import Path, Position

PositionLookup = Callable[[Path], tuple[Position | None, Position | None]]
"""Given a path, the positions of its key (None for a list item) and of its value."""

Offset = int
"""Number of characters of a text before a place in it."""


_CONTINUING = bytes(range(0x80, 0xC0))
"""Bytes of UTF-8 that continue a character: without them each character is one byte."""


def one_byte_each(content: bytes) -> bytes:
    """Return a text in UTF-8 with the first byte of each character only, so that offsets index it."""
    return content.translate(None, _CONTINUING)


class Lines:
    """Lines of a text in UTF-8, to convert an offset to line and column."""

    __slots__ = ("_starts",)

    def __init__(self, content: bytes) -> None:
        lines = one_byte_each(content).splitlines(keepends=True)
        ends = len(lines) if content.endswith((b"\n", b"\r")) else len(lines) - 1
        self._starts = array("I", accumulate(map(len, lines[:ends]), initial=0))

    def __call__(self, offset: Offset) -> Position:
        """Return line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)


class Positions:
    """The line and column of every key and value of a file, found by path.

    The nodes are numbered in the order of the file. Stored for each are its key (None for a list item), the number
    after that of its last descendant, and the offsets of its key and its value: some twenty bytes in all.
    """

    __slots__ = ("_children", "_ends", "_keys", "_lines", "_offsets")

    def __init__(self, keys: list[str | None], ends: Sequence[int], offsets: Sequence[Offset], lines: Lines) -> None:
        self._keys = keys
        self._ends = ends
        self._offsets = offsets
        self._lines = lines
        self._children: dict[int, dict[str | int, int]] = {}

    def __call__(self, path: Path) -> tuple[Position | None, Position | None]:
        """Return the positions of key and value at `path`, or at the longest part of it that exists."""
        node = 0
        for step in path:
            child = self._below(node).get(step)
            if child is None:
                break
            node = child
        key, value = self._offsets[2 * node], self._offsets[2 * node + 1]
        return None if self._keys[node] is None else self._lines(key), self._lines(value)

    def _below(self, node: int) -> dict[str | int, int]:
        if node not in self._children:
            children: dict[str | int, int] = {}
            child = node + 1
            while child < self._ends[node]:
                key = self._keys[child]
                children.setdefault(len(children) if key is None else key, child)
                child = self._ends[child]
            self._children[node] = children
        return self._children[node]

    def __reduce__(self) -> tuple[Any, ...]:
        return Positions, (self._keys, self._ends, self._offsets, self._lines)


_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_SCALAR = re.compile(r"[-+.~\w]+")


class TypedScalars:
    """Spelling of numbers and truth values in a file, such as ``2.10`` for 2.1, looked up on demand."""

    def __init__(self, content: bytes, positions: PositionLookup) -> None:
        self._content = content
        self._positions = positions
        self._lines: list[str] | None = None

    def __call__(self, path: Path) -> str | None:
        """Return the number or truth value at `path` as it was typed; None without such a value."""
        position = self._positions(path)[1]
        if position is None:
            return None
        if self._lines is None:
            self._lines = _LINE_BREAK.split(self._content.removeprefix(BOM_UTF8).decode("utf-8"))
        found = _SCALAR.match(self._lines[position.line - 1], position.column - 1)
        return found and found[0]
