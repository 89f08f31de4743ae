"""Text of a concept inside a page: every character stays a character, whatever it looks like."""

import re
from html import escape

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSAYABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, halves of characters and non-characters: forbidden in XML, refused or lost by the CMS."""

_OPENS = re.compile(r"\[|[\"'](?=https?://)")
"""What the CMS takes for the beginning of a shortcode, or of an address to be corrected."""


def sayable(text: str) -> str:
    r"""Write every line end as ``\n``, and leave out what no page can carry."""
    return _UNSAYABLE.sub("", _LINE_END.sub("\n", text))


def is_sayable(text: str) -> bool:
    """Tell whether nothing has to be left out."""
    return _UNSAYABLE.search(text) is None


def one_line(text: str) -> str:
    """Write text on one line."""
    return " ".join(sayable(text).split())


def markup(text: str) -> str:
    """Write text as HTML.

    The CMS looks for shortcodes and addresses in the finished text, where an escape has become
    the character again; standing in an element of its own, the character begins neither.
    """
    escaped = escape(sayable(text), quote=False)
    return _OPENS.sub(r"<span>\g<0></span>", escaped).replace("\n", "<br>")
