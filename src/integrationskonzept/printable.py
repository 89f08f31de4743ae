"""Texts for display and for files: control and invisible characters escaped, long ones shortened."""

import json
import re
from typing import Any

INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, the line break NEL among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the reading direction (Unicode: Bidi_Control)
    "\u2028\u2029"  # line breaks to some readers and not to others
    "\ufeff\ufffe\uffff"  # a byte order mark inside the text, and no characters at all
)
"""Invisible characters that change how a text is read, in the syntax of a regular expression's set."""

MISTAKABLE = "\u00a0\u00ad\u202f"
"""No-break spaces and the soft hyphen: set by text processors, and not distinguishable by eye."""

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSUPPORTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, halves of characters and non-characters: forbidden by XML, RFC 5545 or UTF-8."""

_STEERING = re.compile(f"[{INVISIBLE}\ud800-\udfff\U000e0000-\U000e007f]|\\r(?!\n)")
_COLOURS = re.compile(r"(\x1b\[[0-9;]*m)")
_SPACES = {0xA0: " ", 0x202F: " ", 0xAD: ""}


def visible(text: str, *, colours: bool = False) -> str:
    """Return `text` with terminal controls, direction marks and invisible line breaks escaped.

    Line ends and tabs stay, and with `colours` the sequences that only set a colour. In JSON the
    escapes are equivalent to the characters.
    """
    if not colours:
        return _STEERING.sub(_escape, text)
    parts = _COLOURS.split(text)
    return "".join(part if index % 2 else _STEERING.sub(_escape, part) for index, part in enumerate(parts))


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def clean_text(text: str) -> str:
    r"""Return a text with every line end as ``\n``, without characters that files cannot hold.

    These are control characters except tab and line end, halves of characters (surrogates) and non-characters. XML
    (and so Word, Excel and SVG), RFC 5545 and UTF-8 forbid some of them each.
    """
    return _UNSUPPORTED.sub("", _LINE_END.sub("\n", text))


def is_clean(text: str) -> bool:
    """Return whether `clean_text` removes nothing from a text."""
    return _UNSUPPORTED.search(text) is None


def one_line(text: str) -> str:
    """Return a clean text on one line, with single spaces."""
    return " ".join(clean_text(text).split())


def printable(text: str) -> str:
    """Return `text` as one line with invisible characters escaped; no-break spaces become spaces."""
    spaced = text.translate(_SPACES)
    return "".join(char if char.isprintable() or char in _JOINERS else _escaped(char) for char in spaced)


_JOINERS = "\u200c\u200d"
"""Zero-width signs that Persian and joined emoji need; they change no reading direction."""


_LAST_OF_FOUR_DIGITS = "\uffff"


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if char <= _LAST_OF_FOUR_DIGITS else f"\\U{ord(char):08x}"


_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def escaped(text: str) -> str:
    """Return JSON with invisible characters escaped."""
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


WIDTH = 60
"""Maximum length of a value that is repeated in a sentence."""


def brief(value: Any) -> str:
    """Return a value as shortened text; a text in quotes."""
    if isinstance(value, str):
        return shorten(value)
    text = str(value)
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def shorten(text: str, width: int = WIDTH) -> str:
    """Return `text` in quotes, cut to `width` characters."""
    return repr(str(text) if len(text) <= width else text[: width - 1].rstrip() + "…")
