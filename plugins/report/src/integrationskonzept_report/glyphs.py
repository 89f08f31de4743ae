"""Characters that the fonts of the report hold; any other is replaced by a visible sign."""

import json
import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache
from importlib.resources import files

from integrationskonzept import Message, OptionError
from integrationskonzept_report.i18n import message

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""The sign in place of a character that no font holds."""
_FOREIGN_SHARE = 0.05
"""Share of letters without glyph from which a report is refused: one in twenty."""
_ENOUGH = 40
"""Number of letters below which nothing is refused."""
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Selectors of variants of a character, which have no picture of their own."""
_NAMED = 5
"""Number of characters that are named where some were replaced."""
_EXAMPLES = 10
"""Number of letters that are shown where a report is refused."""


@cache
def _ranges() -> tuple[list[int], list[int]]:
    text = files(__package__).joinpath("fonts/characters.json").read_text("utf-8")
    pairs = json.loads(text)
    return [first for first, _ in pairs], [last for _, last in pairs]


@cache
def has_glyph(char: str) -> bool:
    """Return whether one of the fonts holds a character."""
    firsts, lasts = _ranges()
    place = bisect_right(firsts, ord(char)) - 1
    return place >= 0 and ord(char) <= lasts[place]


class Glyphs:
    """Replaces what the fonts do not hold, and counts it."""

    def __init__(self) -> None:
        self.lacking: Counter[str] = Counter()
        """How often each character was replaced."""
        self._letters = 0

    def drawable(self, text: str) -> str:
        """Return a text in characters that the fonts hold."""
        if text.isascii() and text.isprintable():
            self._letters += len(text)
            return text
        composed = unicodedata.normalize("NFC", text)
        plain = "".join(char for char in composed if not _VARIANTS.match(char))
        self._letters += sum(map(str.isalpha, plain))
        return "".join(char if has_glyph(char) or char in "\n\t" else self._replaced(char) for char in plain)

    def picture(self, svg: str) -> str:
        """Return a picture whose texts are in characters that the fonts hold."""
        return "".join(char if char.isascii() or has_glyph(char) else REPLACEMENT for char in svg)

    def _replaced(self, char: str) -> str:
        if unicodedata.combining(char):
            return ""
        self.lacking[char] += 1
        return REPLACEMENT

    def require(self, language: str) -> None:
        """Raise `OptionError` where so many letters are lacking that the report could not be read."""
        foreign = [char for char, _ in self.lacking.most_common() if char.isalpha()]
        letters = sum(self.lacking[char] for char in foreign)
        if letters > self._letters * _FOREIGN_SHARE and self._letters >= _ENOUGH:
            said = message(
                "the fonts of the PDF have Latin, Greek, Cyrillic and Arabic letters; {count} of {total} letters of"
                " this report (in the language '{language}') are others, such as {examples}; write it as .docx or"
                " .html, where the reader's own fonts are used",
                count=letters,
                total=self._letters,
                language=language,
                examples=", ".join(foreign[:_EXAMPLES]),
            )
            raise OptionError(said)

    def loss(self) -> Message | None:
        """Return what was replaced, in words; None where nothing was."""
        if not self.lacking:
            return None
        common = (char for char, _ in self.lacking.most_common(_NAMED))
        named = ", ".join(f"{unicodedata.name(char, '?')} (U+{ord(char):04X})" for char in common)
        return message(
            "the fonts of the PDF lack {count} characters, written as {sign}: {named}",
            count=sum(self.lacking.values()),
            sign=REPLACEMENT,
            named=named,
        )
