"""Texts of a concept, made fit for files of any kind, and short identifiers."""

import hashlib
import re

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSUPPORTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, halves of characters and non-characters: forbidden by XML, RFC 5545 or UTF-8."""

_DIGEST = 16
_LONGEST_ID = 80


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


def short_id(identifier: str, longest: int = _LONGEST_ID) -> str:
    """Return an id, or the beginning of one that is too long and a digest of it: unique, stable, `longest` at most.

    >>> short_id("sprachkurse")
    'sprachkurse'
    """
    if len(identifier) <= longest:
        return identifier
    digest = hashlib.sha256(identifier.encode()).hexdigest()[:_DIGEST]
    return f"{identifier[: longest - len(digest) - 1]}_{digest}"
