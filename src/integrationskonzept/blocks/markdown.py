"""Text that is safe inside Markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def escaped(text: str) -> str:
    """Take what Markdown or HTML would read out of a text, and put it on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
