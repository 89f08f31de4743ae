"""Widths of the columns of a table on paper, by what stands in them."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"\S+")
_BREAKS = 13
"""Letters of a word that stay together: longer ones are hyphenated."""
_BOLD = 1.15
"""Width of bold letters, as a part of that of regular ones."""
_SPACE = 2
"""Space at the sides of a cell, in letters."""
_LONGEST = 90
"""Letters of a cell beyond which its column becomes no wider."""
_LEAST = 5
_ROOM = 105.0
"""Letters beside each other in a table."""
_WHOLE = 100


def shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the width of each column in percent, for the texts of a table with its heads.

    Each column is as wide as its longest word; the rest is shared by the length of what stands in the cells.
    """
    columns = list(zip(*rows, strict=True))
    least = [_SPACE + max((_longest_word(head) * _BOLD, *map(_longest_word, cells))) for head, *cells in columns]
    wanted = [max(float(low), _wanted(cells)) for low, cells in zip(least, columns, strict=True)]
    room = max(sum(least) * 1.05, _ROOM)
    rest = max(room - sum(least), 0.0)
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    total = sum(more) or 1.0
    widths = [low + rest * part / total for low, part in zip(least, more, strict=True)]
    return [round(width * _WHOLE / sum(widths), 2) for width in widths]


def _longest_word(cell: str) -> int:
    longest = max((len(word) for word in _WORD.findall(cell)), default=0)
    return max(min(longest, _BREAKS), _LEAST)


def _wanted(cells: Sequence[str]) -> float:
    """Return a width between the average and the longest cell, so that one long cell does not take all."""
    lengths = [min(len(cell), _LONGEST) for cell in cells]
    return (sum(lengths) / len(lengths) + max(lengths)) / 2
