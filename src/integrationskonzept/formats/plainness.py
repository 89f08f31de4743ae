"""Which text can stand in YAML without quotes, for readers of YAML 1.1 and 1.2 alike."""

import re
from datetime import date

from integrationskonzept.formats.scalars import resolve

_NEVER_FIRST = frozenset(" \u00a0\u202f?:,[]{}#&*!|>'\"%@`")
_RESERVED = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<", "-"))
_LIKE_MARKUP = ("- ", "---", "...")
_LIKE_A_NUMBER = re.compile(r"[-+.0-9][-+.0-9_:,a-fA-FxXoOtTzZ ]*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL_DATE = re.compile(r"[0-9]{4}-[0-9]{2}|--[0-9]{2}-[0-9]{2}")
_WORD = re.compile(r"\w[\w./-]*")


def is_plain(text: str) -> bool:
    """Tell whether `text`, on one line and without escapes, is read back as the same text without quotes."""
    if not text or text[0] in _NEVER_FIRST or text[-1] in " :" or ": " in text or " #" in text:
        return False
    if text[0].isalpha():
        return text.lower() not in _RESERVED
    if text.startswith(_LIKE_MARKUP) or text in _RESERVED:
        return False
    return (not _LIKE_A_NUMBER.fullmatch(text) and _is_text(text)) or _is_date(text)


def is_word(text: str) -> bool:
    """Tell whether `text` is a plain word that may stand in a list on one line."""
    return _WORD.fullmatch(text) is not None and is_plain(text)


def _is_text(text: str) -> bool:
    try:
        return resolve(text) == text
    except ValueError:
        return False


def _is_date(text: str) -> bool:
    if _DAY.fullmatch(text):
        try:
            date.fromisoformat(text)
        except ValueError:  # YAML 1.1 readers fail on a day that does not exist
            return False
        return True
    return _PARTIAL_DATE.fullmatch(text) is not None
