"""Texts that may come from anywhere, made safe to look at."""

import json
import re

INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, the line break NEL among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the reading direction (Unicode: Bidi_Control)
    "\u2028\u2029"  # line breaks to some readers and not to others
    "\ufeff\ufffe\uffff"  # a byte order mark inside the text, and no characters at all
)
"""Characters that change how a text is read and cannot be seen, as in a regular expression's set."""

MISTAKABLE = "\u00a0\u00ad\u202f"
"""Spaces that do not break, and the soft hyphen: what text processors set, and people cannot tell from others."""

_STEERING = re.compile(f"[{INVISIBLE}\ud800-\udfff\U000e0000-\U000e007f]|\\r(?!\n)")
_COLOURS = re.compile(r"(\x1b\[[0-9;]*m)")
_SPACES = {0xA0: " ", 0x202F: " ", 0xAD: ""}


def visible(text: str, *, colours: bool = False) -> str:
    """Write as escapes what would steer a terminal, turn the reading direction or break a line unseen.

    Line ends and tabs stay, and so do, with `colours`, the sequences that only colour. In JSON
    the escapes mean the characters they stand for.
    """
    if not colours:
        return _STEERING.sub(_escape, text)
    parts = _COLOURS.split(text)
    return "".join(part if index % 2 else _STEERING.sub(_escape, part) for index, part in enumerate(parts))


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def printable(text: str) -> str:
    """Return `text` as one line in which everything is seen; spaces that do not break are spaces."""
    spaced = text.translate(_SPACES)
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in spaced)


_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def escaped(text: str) -> str:
    """Return JSON in which characters that cannot be seen are escapes."""
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
