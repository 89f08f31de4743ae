"""Widths of the columns of a table on paper, by what stands in them."""

import re
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\S+")
_TOGETHER = (22, 18, 15, 13)
"""Letters of a word that stay together, longer ones being hyphenated: as many as there is room for."""
_SHORT = 12
"""Letters of a cell that stays on one line where there is room."""
_BOLD = 1.15
"""Width of bold letters, as a part of that of regular ones."""
_SPACE = 2.5
"""Space at the sides of a cell, in letters."""
_NARROW, _WIDE = frozenset(" fijltI.,:;!|'()[]/-"), frozenset("mwMWÆŒ@%–…")
_LONGEST = 90
"""Letters of a cell beyond which its column becomes no wider."""
_LEAST = 5.0
_ROOM = 105.0
"""Letters beside each other in a table."""
_WHOLE = 100


def shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the width of each column in percent, for the texts of a table with its heads.

    Each column is as wide as its longest word and its short cells, if there is room; the rest is shared by the length
    of what stands in the cells.
    """
    columns = list(zip(*rows, strict=True))
    least = next((found for found in _least_widths(columns) if sum(found) <= _ROOM), [*_least_widths(columns)][-1])
    wanted = [max(float(low), _wanted(cells)) for low, cells in zip(least, columns, strict=True)]
    room = max(sum(least) * 1.05, _ROOM)
    rest = max(room - sum(least), 0.0)
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    total = sum(more) or 1.0
    widths = [low + rest * part / total for low, part in zip(least, more, strict=True)]
    return [round(width * _WHOLE / sum(widths), 2) for width in widths]


def _least_widths(columns: Sequence[Sequence[str]]) -> Iterator[list[float]]:
    """Yield the least width of each column, from what is best to read to what takes least room."""
    for together in _TOGETHER:
        for short in (_SHORT, 0):
            yield [_least(head, cells, together, short) for head, *cells in columns]


def _least(head: str, cells: Sequence[str], together: int, short: int) -> float:
    return _SPACE + max((_unbroken(head, together, short) * _BOLD, *(_unbroken(one, together, short) for one in cells)))


def _unbroken(cell: str, together: int, short: int) -> float:
    """Return the width of what stays on one line in a cell."""
    words = (cell,) if len(cell) <= short else (word[:together] for word in _WORD.findall(cell))
    return max((_LEAST, *map(_width, words)))


def _width(text: str) -> float:
    """Return the width of a text in letters of the usual width."""
    return sum(0.6 if one in _NARROW else 1.7 if one in _WIDE else 1.3 if one.isupper() else 1.08 for one in text)


def _wanted(cells: Sequence[str]) -> float:
    """Return a width between the average and the longest cell, so that one long cell does not take all."""
    lengths = [min(len(cell), _LONGEST) for cell in cells] or [0]
    return (sum(lengths) / len(lengths) + max(lengths)) / 2
