"""What YAML reads without complaint and a town rarely means: signs that come out of a word processor or spreadsheet.

All of it is told by the text around a value and its key alone. The quick way asks the same functions as the careful
one, so that a file about which nothing is to be said is read quickly.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from integrationskonzept.formats import problems
from integrationskonzept.formats.positions import Offset, one_byte_each
from integrationskonzept.formats.problems import Problem
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.record import shorten
from integrationskonzept.printable import MISTAKABLE

ODD_BEGINNINGS = frozenset("„“”«»‚‘’\u203a\u2039•·‣▪●◦○■□\uf0b7\uf0a7–—")
"""What values begin with that `odd_beginning` has something to say about."""

NO_BREAK_SPACES = ("\xa0", "\u202f")
"""What looks like a space and indents nothing."""

_VERBATIM = frozenset(("printed", "text"))
"""Keys of wordings that are kept as they stand, with their quotation marks."""

_QUOTED = re.compile(r"[„“”«»‚‘’\u203a\u2039][^„“”«»\"]+[“”«»‘’\u203a\u2039\"]")
_BULLET = re.compile("[•·‣▪●◦○■□\uf0b7\uf0a7]|[–—]\\s")
_IN_PLACE_OF_SPACE = re.compile(r" *(?:(?:- +)*(?:-|[^\s:#'\"]+:))?([\xa0\u202f])")
"""A line that a non-breaking space indents, or that has one behind its dash or the colon of its key."""

_CUT = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_HASH = re.compile(rb"#[^\s#]")
_COMMA = re.compile(rb",(?=[0-9])")
_LONGEST = 20
"""Digits of a number that are shown at most."""
_DIGITS = re.compile(f"[0-9]{{1,{_LONGEST}}}")
_LAST_DIGITS = re.compile(r"[0-9.]*[0-9]\Z")
_SIGNS = {
    "\xa0": (message("a non-breaking space"), message("replace it by an ordinary space if it was not set on purpose")),
    "\u202f": (
        message("a narrow non-breaking space"),
        message("replace it by an ordinary space if it was not set on purpose"),
    ),
    "\xad": (message("a soft hyphen"), message("delete it: it divides the word where nobody sees it")),
}
_ANY_SIGN = re.compile(f"[{MISTAKABLE}]")

_MOST_LINES = 100
"""Lines of a block that are told at most."""

Remark = tuple[Problem, Offset, dict[str, Any]]
"""A problem, the offset it is about, and the values of its sentences."""


def odd_beginning(text: str, key: str | None, offset: Offset) -> Iterator[Remark]:
    """Yield the remark about a plain text that begins with one of `ODD_BEGINNINGS`; `key` is that before it."""
    if _BULLET.match(text):
        yield problems.DOUBLED_BULLET, offset, {"bullet": text[0]}
    elif key not in _VERBATIM and _QUOTED.fullmatch(text):
        yield problems.TYPED_QUOTES, offset, {"marks": f"{text[0]}…{text[-1]}"}


def divided_number(text: str, offset: Offset) -> Iterator[Remark]:
    """Yield the remark about a comma that ends an entry between brackets or braces, and parts two digits.

    `offset` is where the next entry begins.
    """
    if text[offset - 1 : offset] == "," and (after := _DIGITS.match(text, offset)):
        before = _LAST_DIGITS.search(text, max(0, offset - 1 - _LONGEST), offset - 1)
        if before:
            whole = before[0]
            values = {"text": f"{whole},{after[0]}", "number": f"{whole.replace('.', '')}.{after[0]}"}
            yield problems.COMMA_IN_BRACKETS, offset - 1, values


def cut_short(text: str, end: Offset) -> Iterator[Remark]:
    """Yield the remark about a comment without a space after its sign, close behind the value that ends at `end`."""
    if found := _CUT.match(text, end):
        yield problems.CUT_SHORT, found.start(1), {"text": shorten(found[1].rstrip())}


def hidden_signs(text: str, start: Offset, end: Offset) -> Iterator[Remark]:
    """Yield a remark about the first of each sign between two offsets that cannot be told from others."""
    first = {found[0]: found.start() for found in reversed([*_ANY_SIGN.finditer(text, start, end)])}
    for sign, offset in first.items():
        name, hint = _SIGNS[sign]
        yield problems.HIDDEN_SIGN, offset, {"sign": name, "hint": hint}


def may_hide_signs(text: str) -> bool:
    """Tell whether there is anything for `hidden_signs` to find."""
    return _ANY_SIGN.search(text) is not None


def no_break_spaces(text: str, line: int) -> list[Offset]:
    """Return where non-breaking spaces stand for the spaces of YAML, in the lines at which a parser stumbled.

    It may have read over them, and stumble in the next line that is neither empty nor a comment. All lines of the block
    are told, since they were copied together.
    """
    lines = text.splitlines(keepends=True)
    first = _stumbled_over(lines, line)
    if first is None:
        return []
    while first > 0 and _IN_PLACE_OF_SPACE.match(lines[first - 1]):
        first -= 1
    offsets, before = [], sum(map(len, lines[:first]))
    for each in lines[first : first + _MOST_LINES]:
        if not (found := _IN_PLACE_OF_SPACE.match(each)):
            break
        offsets.append(before + found.start(1))
        before += len(each)
    return offsets


def _stumbled_over(lines: Sequence[str], line: int) -> int | None:
    """Return the line at or before `line` that has a non-breaking space in the place of a space."""
    for number in range(min(line, len(lines) - 1), -1, -1):
        each = lines[number]
        if _IN_PLACE_OF_SPACE.match(each):
            return number
        if number != line and each.strip() and not each.lstrip().startswith("#"):
            break
    return None


def may_be_cut_short(content: bytes) -> bool:
    """Tell whether something in a text may be taken for a comment by mistake."""
    for found in _HASH.finditer(content):
        before = content[content.rfind(b"\n", 0, found.start()) + 1 : found.start()]
        if before.endswith((b" ", b"\t")) and before.strip():
            return True
    return False


def may_divide_numbers(content: bytes, offsets: Sequence[Offset]) -> bool:
    """Tell whether one of the offsets where something begins lies behind a comma between digits."""
    characters = one_byte_each(content)
    for found in _COMMA.finditer(characters):
        if characters[found.start() - 1 : found.start()].isdigit():
            place = bisect_left(offsets, found.end())
            if place < len(offsets) and offsets[place] == found.end():
                return True
    return False
