"""Display width of text, and wrapping by words."""

import re
import unicodedata
from collections.abc import Iterator

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WIDE = frozenset("WF")
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})


def display_width(text: str) -> int:
    """Return the number of columns that a terminal needs for a text: 2 for East Asian wide characters, 0 for marks."""
    if text.isascii() and "\x1b" not in text:
        return len(text)
    return sum(map(_columns, _COLOUR.sub("", text)))


def _columns(character: str) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def wrapped(text: str, width: int | None) -> list[str]:
    """Return the lines of a text, at most `width` columns wide; only a word that is longer is broken.

    With None there is one line. An empty text has one empty line.
    """
    if width is None:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        for part in _parts(word, width):
            needed = display_width(part)
            if line and used + 1 + needed <= width:
                line, used = f"{line} {part}", used + 1 + needed
            else:
                lines += [line] if line else []
                line, used = part, needed
    return [*lines, line]


def _parts(word: str, width: int) -> Iterator[str]:
    """Yield a word whole, or in parts if it is wider than a line."""
    while display_width(word) > width:
        cut, used = 0, 0
        for found in re.finditer(r"\x1b\[[0-9;]*m|.", word):
            used += 0 if found[0].startswith("\x1b") else _columns(found[0])
            if used > width and cut:
                break
            cut = found.end()
        yield word[:cut]
        word = word[cut:]
    yield word
