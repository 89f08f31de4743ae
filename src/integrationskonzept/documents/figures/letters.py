"""Widths of drawn text, and wrapping by words.

Measured with the widest of the usual sans-serif fonts, so that a text fits in whichever of them it is shown.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate, takewhile
from pathlib import Path

from integrationskonzept.printable import printable

_TABLE = Path(__file__).with_name("letter_widths.json")
_UNIT = 1000
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
_ELLIPSIS = "…"
_HYPHEN = "-"
_AFTER_HYPHEN = re.compile(r"(?<=\w[-/–])(?=\w)")


@cache
def _widths() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return the widths of letters, regular and bold, in thousandths of the font size."""
    table = json.loads(_TABLE.read_text(encoding="utf-8"))
    regular, bold = (
        {letter: int(width) for width, letters in table[style].items() for letter in letters}
        for style in ("regular", "bold")
    )
    return regular, bold


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line; a letter that is not in the table counts as a square."""
    widths = _widths()[bold]
    return sum(widths[letter] if letter in widths else _unlisted(letter) for letter in text) * size / _UNIT


def _unlisted(letter: str) -> int:
    return 0 if unicodedata.category(letter) in _WITHOUT_WIDTH else _UNIT


def drawable(text: str) -> str:
    """Return a text on one line, with invisible characters escaped."""
    return printable(" ".join(text.split()))


def wrapped(text: str, width: float, size: float, *, bold: bool = False, most: int | None = None) -> list[str]:
    """Return the lines of a text, at most `width` wide; a word is broken only where it is wider than a line.

    With `most`, further lines are cut off, and ``…`` ends the last one.
    """
    lines: list[str] = []
    line = ""
    for word in drawable(text).split(" "):
        for part, between in _parts(word, width, size, bold=bold):
            longer = f"{line}{between if line else ''}{part}"
            if line and text_width(longer, size, bold=bold) > width:
                lines.append(line)
                line = part
            else:
                line = longer
    lines.append(line)
    if most is None or len(lines) <= most:
        return lines
    return [*lines[: most - 1], _shortened(lines[most - 1], width, size, bold=bold)]


def _parts(word: str, width: float, size: float, *, bold: bool) -> Iterator[tuple[str, str]]:
    """Yield the parts of a word that can stand on lines of their own, each with what joins it to the one before."""
    between = " "
    for whole in _AFTER_HYPHEN.split(word):
        rest = whole
        while text_width(rest, size, bold=bold) > width:
            count = _fitting(rest, width - text_width(_HYPHEN, size, bold=bold), size, bold=bold)
            yield f"{rest[:count]}{_HYPHEN}", between
            rest, between = rest[count:], ""
        yield rest, between
        between = ""


def _fitting(text: str, width: float, size: float, *, bold: bool) -> int:
    """Return how many letters of a text that is too wide fit into a width: at least one."""
    ends = accumulate(text_width(letter, size, bold=bold) for letter in text)
    return max(sum(1 for _ in takewhile(lambda end: end <= width, ends)), 1)


def _shortened(line: str, width: float, size: float, *, bold: bool) -> str:
    """Return a line that ends with an ellipsis, which fits."""
    room = width - text_width(f" {_ELLIPSIS}", size, bold=bold)
    kept = line if text_width(line, size, bold=bold) <= room else line[: _fitting(line, room, size, bold=bold)]
    return f"{kept.rstrip()} {_ELLIPSIS}"
