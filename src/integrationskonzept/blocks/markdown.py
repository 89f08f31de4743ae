"""Escape text for Markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def escaped(text: str) -> str:
    """Return a text on one line with the syntax of Markdown and HTML escaped."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
