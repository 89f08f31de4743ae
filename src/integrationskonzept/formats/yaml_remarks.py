"""Detect valid YAML that is probably a mistake, such as characters from a word processor or spreadsheet.

A remark depends only on a value, its key and the text around it. The fast path uses the same functions as the
diagnostic path, so that a file without remarks is read fast.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from integrationskonzept.findings import Problem
from integrationskonzept.formats import problems
from integrationskonzept.formats.positions import Offset, one_byte_each
from integrationskonzept.i18n.messages import message
from integrationskonzept.printable import MISTAKABLE, shorten

ODD_BEGINNINGS = frozenset("„“”«»‚‘’\u203a\u2039•·‣▪●◦○■□\uf0b7\uf0a7–—")
"""First characters of values that `odd_beginning` checks."""

NO_BREAK_SPACES = ("\xa0", "\u202f")
"""Characters that look like a space but do not indent."""

_VERBATIM = frozenset(("printed", "text"))
"""Keys of quoted wordings, which keep their quotation marks."""

_QUOTED = re.compile(r"[„“”«»‚‘’\u203a\u2039][^„“”«»\"]+[“”«»‘’\u203a\u2039\"]")
_BULLET = re.compile("[•·‣▪●◦○■□\uf0b7\uf0a7]|[–—]\\s")
_IN_PLACE_OF_SPACE = re.compile(r" *(?:(?:- +)*(?:-|[^\s:#'\"]+:))?([\xa0\u202f])")
"""A line with a non-breaking space as indentation, or after its dash or the colon of its key."""

_CUT = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_HASH = re.compile(rb"#[^\s#]")
_COMMA = re.compile(rb",(?=[0-9])")
_MAX_DIGITS = 20
"""Largest number of digits that is shown."""
_DIGITS = re.compile(f"[0-9]{{1,{_MAX_DIGITS}}}")
_LAST_DIGITS = re.compile(r"[0-9.]*[0-9]\Z")
_HIDDEN_CHARACTERS = {
    "\xa0": (message("a non-breaking space"), message("replace it by an ordinary space if it was not set on purpose")),
    "\u202f": (
        message("a narrow non-breaking space"),
        message("replace it by an ordinary space if it was not set on purpose"),
    ),
    "\xad": (message("a soft hyphen"), message("delete it: it divides the word where nobody sees it")),
}
_HIDDEN_CHARACTER = re.compile(f"[{MISTAKABLE}]")

_MAX_LINES = 100
"""Largest number of lines of a block that is reported."""

Remark = tuple[Problem, Offset, dict[str, Any]]
"""A problem, its offset, and the values of its sentences."""


def odd_beginning(text: str, key: str | None, offset: Offset) -> Iterator[Remark]:
    """Yield the remark about a plain text that begins with one of `ODD_BEGINNINGS` and belongs to `key`."""
    if _BULLET.match(text):
        yield problems.DOUBLED_BULLET, offset, {"bullet": text[0]}
    elif key not in _VERBATIM and _QUOTED.fullmatch(text):
        yield problems.TYPED_QUOTES, offset, {"marks": f"{text[0]}…{text[-1]}"}


def divided_number(text: str, offset: Offset) -> Iterator[Remark]:
    """Yield the remark about a comma between digits that ends an entry in brackets or braces.

    `offset` is the beginning of the next entry.
    """
    if text[offset - 1 : offset] == "," and (after := _DIGITS.match(text, offset)):
        before = _LAST_DIGITS.search(text, max(0, offset - 1 - _MAX_DIGITS), offset - 1)
        if before:
            whole = before[0]
            values = {"text": f"{whole},{after[0]}", "number": f"{whole.replace('.', '')}.{after[0]}"}
            yield problems.COMMA_IN_BRACKETS, offset - 1, values


def cut_short(text: str, end: Offset) -> Iterator[Remark]:
    """Yield the remark about a comment without a space after ``#`` that follows the value ending at `end`."""
    if found := _CUT.match(text, end):
        yield problems.CUT_SHORT, found.start(1), {"text": shorten(found[1].rstrip())}


def hidden_characters(text: str, start: Offset, end: Offset) -> Iterator[Remark]:
    """Yield a remark about each easily confused character between two offsets, at its first occurrence."""
    first = {found[0]: found.start() for found in reversed([*_HIDDEN_CHARACTER.finditer(text, start, end)])}
    for sign, offset in first.items():
        name, hint = _HIDDEN_CHARACTERS[sign]
        yield problems.HIDDEN_SIGN, offset, {"sign": name, "hint": hint}


def may_hide_characters(text: str) -> bool:
    """Return whether `hidden_characters` can find anything."""
    return _HIDDEN_CHARACTER.search(text) is not None


def no_break_spaces(text: str, line: int) -> list[Offset]:
    """Return the offsets of non-breaking spaces in place of spaces, in the block in which the parser failed.

    The parser may accept such a line and fail in the next one that is neither empty nor a comment. All lines of the
    block are included, because they were copied together.
    """
    lines = text.splitlines(keepends=True)
    first = _line_of_mistake(lines, line)
    if first is None:
        return []
    while first > 0 and _IN_PLACE_OF_SPACE.match(lines[first - 1]):
        first -= 1
    offsets, before = [], sum(map(len, lines[:first]))
    for each in lines[first : first + _MAX_LINES]:
        if not (found := _IN_PLACE_OF_SPACE.match(each)):
            break
        offsets.append(before + found.start(1))
        before += len(each)
    return offsets


def _line_of_mistake(lines: Sequence[str], line: int) -> int | None:
    """Return the line at or before `line` with a non-breaking space in place of a space."""
    for number in range(min(line, len(lines) - 1), -1, -1):
        each = lines[number]
        if _IN_PLACE_OF_SPACE.match(each):
            return number
        if number != line and each.strip() and not each.lstrip().startswith("#"):
            break
    return None


def may_be_cut_short(content: bytes) -> bool:
    """Return whether a text may have a comment that was not meant as one."""
    for found in _HASH.finditer(content):
        before = content[content.rfind(b"\n", 0, found.start()) + 1 : found.start()]
        if before.endswith((b" ", b"\t")) and before.strip():
            return True
    return False


def may_divide_numbers(content: bytes, offsets: Sequence[Offset]) -> bool:
    """Return whether one of the offsets of values is directly after a comma between digits."""
    characters = one_byte_each(content)
    for found in _COMMA.finditer(characters):
        if characters[found.start() - 1 : found.start()].isdigit():
            place = bisect_left(offsets, found.end())
            if place < len(offsets) and offsets[place] == found.end():
                return True
    return False
