"""Escape texts for pages: no character of a text becomes markup."""

import re
from html import escape

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSAYABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, halves of characters and non-characters: forbidden in XML, refused or lost by the CMS."""

_OPENS = re.compile(r"\[|[\"'](?=https?://)")
"""Beginnings of shortcodes and of addresses, which the CMS would change."""


def sayable(text: str) -> str:
    r"""Return text with every line end as ``\n``, without unsupported characters."""
    return _UNSAYABLE.sub("", _LINE_END.sub("\n", text))


def is_sayable(text: str) -> bool:
    """Return whether all characters are supported."""
    return _UNSAYABLE.search(text) is None


def one_line(text: str) -> str:
    """Return text on one line."""
    return " ".join(sayable(text).split())


def markup(text: str) -> str:
    """Return text as HTML.

    The CMS looks for shortcodes and addresses after resolving entities; a character in an element of its own
    begins neither.
    """
    escaped = escape(sayable(text), quote=False)
    return _OPENS.sub(r"<span>\g<0></span>", escaped).replace("\n", "<br>")
