"""Text that every calendar program can carry."""

import re

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSAYABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters and non-characters: forbidden by RFC 5545, UTF-8 or XML."""


def said(text: str) -> str:
    r"""Write every line end as ``\n``, and leave out what cannot be said."""
    return _UNSAYABLE.sub("", _LINE_END.sub("\n", text))


def sayable(text: str) -> bool:
    """Tell whether nothing has to be left out."""
    return _UNSAYABLE.search(text) is None


def one_line(text: str) -> str:
    """Write text on one line."""
    return " ".join(said(text).split())
