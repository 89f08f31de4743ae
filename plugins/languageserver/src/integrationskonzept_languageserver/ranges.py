"""Places of a text as the protocol counts them: lines from 0, columns in units of UTF-16."""

import re

from lsprotocol.types import Position, Range

from integrationskonzept.editor import EditedText, Mention

_TOKEN = re.compile(r"'[^']*'|\"[^\"]*\"|[^\s,:\[\]{}#]+(?::(?=\S)[^\s,:\[\]{}#]+)*")
"""A key or a value without blanks, or one in quotes."""


def units(text: str) -> int:
    """Return the length of a text in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def position(text: EditedText, line: int, column: int) -> Position:
    """Return the position of a place that is counted from 1 in characters; the end of the text for one behind it."""
    if line > len(text.lines):
        line, column = len(text.lines), len(text.lines[-1]) + 1
    return Position(line=line - 1, character=units(text.lines[line - 1][: column - 1]))


def place(text: EditedText, at: Position) -> tuple[int, int]:
    """Return line and column of a position, counted from 1 in characters; the end for one behind it."""
    if at.line >= len(text.lines):
        return len(text.lines), len(text.lines[-1]) + 1
    line, left, column = text.lines[at.line], at.character, 0
    while left > 0 and column < len(line):
        left -= units(line[column])
        column += 1
    return at.line + 1, column + 1


def span(text: EditedText, line: int, column: int, length: int) -> Range:
    """Return the range of some characters of a line."""
    return Range(start=position(text, line, column), end=position(text, line, column + length))


def of_mention(text: EditedText, mention: Mention) -> Range:
    """Return the range of an id, without quotes."""
    return span(text, mention.line, mention.column, len(mention.text))


def tokens(text: EditedText, line: int, column: int) -> list[tuple[int, str]]:
    """Return the keys and values of a line from a column on, each with its column."""
    if line > len(text.lines):
        return []
    return [(found.start() + 1, found[0]) for found in _TOKEN.finditer(text.lines[line - 1], column - 1)]
