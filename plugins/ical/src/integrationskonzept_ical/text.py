"""Text restricted to characters that every calendar program supports."""

import re

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSAYABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters and non-characters: forbidden by RFC 5545, UTF-8 or XML."""


def supported_text(text: str) -> str:
    r"""Return text with every line end as ``\n``, without unsupported characters."""
    return _UNSAYABLE.sub("", _LINE_END.sub("\n", text))


def is_supported(text: str) -> bool:
    """Return whether all characters are supported."""
    return _UNSAYABLE.search(text) is None


def one_line(text: str) -> str:
    """Return text on one line."""
    return " ".join(supported_text(text).split())
