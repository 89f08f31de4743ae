"""Text between quotes, as YAML reads it."""

import re

from integrationskonzept.printable import INVISIBLE

_ESCAPED = re.compile(f"[{INVISIBLE}\\t\\r]")
_ESCAPED_OR_SPECIAL = re.compile(f'[{INVISIBLE}\\t\\r\\n"\\\\]')
_SHORT = {"\t": "\\t", "\r": "\\r", "\n": "\\n", '"': '\\"', "\\": "\\\\"}


def needs_escapes(text: str) -> bool:
    """Tell whether `text` holds what cannot be seen or would not be read back, apart from line breaks."""
    return _ESCAPED.search(text) is not None


def single_quoted(text: str) -> str:
    """Return `text` in single quotes; it must need no escapes and hold no line break."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """Return `text` in double quotes, on one line."""
    return '"' + _ESCAPED_OR_SPECIAL.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04x}"
