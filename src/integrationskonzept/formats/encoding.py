"""Decode a file: UTF-8, with clear errors for other encodings and invisible characters."""

import codecs
import re
from itertools import islice

from integrationskonzept.findings import Finding, Place
from integrationskonzept.formats import problems
from integrationskonzept.formats.document_builder import invalid_concept_error
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.printable import INVISIBLE, MISTAKABLE

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_UNUSUAL = re.compile(f"[{INVISIBLE}{MISTAKABLE}]")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def decode(content: bytes) -> str:
    """Return the text of a file, without a byte order mark.

    Raise `InvalidConceptError` if it is too large, empty, not UTF-8, or holds invisible characters.
    """
    if len(content) > MAX_BYTES:
        raise invalid_concept_error([problems.TOO_LARGE.finding(Place(), limit=MAX_BYTES // 1024**2)])
    content = content.removeprefix(codecs.BOM_UTF8)
    text = _decoded(content)
    if not content.strip(b" \t\r\n"):
        raise invalid_concept_error([problems.EMPTY.finding(Place(line=1, column=1))])
    if not is_visible(content):
        raise invalid_concept_error(_invisible(text))
    return text


def is_visible(content: bytes) -> bool:
    """Return whether a text in UTF-8 has no invisible characters.

    ASCII characters are removed first, because that is fast. Bytes that are not UTF-8 may raise `ValueError`.
    """
    return _INVISIBLE.search(content.translate(None, _PLAIN).decode("utf-8")) is None


def is_ordinary(content: bytes) -> bool:
    """Return whether a text in UTF-8 has no characters that are invisible or easily confused."""
    return _UNUSUAL.search(content.translate(None, _PLAIN).decode("utf-8")) is None


_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\r\n"


def _decoded(content: bytes) -> str:
    wide = _wide_encoding(content)
    if wide:
        raise invalid_concept_error([problems.WRONG_ENCODING.finding(Place(line=1, column=1), encoding=wide)])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        line, column = line_and_column(before, len(before))
        place = Place(line=line, column=column)
        if error.reason == "unexpected end of data":
            raise invalid_concept_error([problems.CUT_OFF.finding(place, opened=problems.A_CHARACTER)]) from None
        raise invalid_concept_error([problems.NOT_UTF8.finding(place, byte=f"0x{content[error.start]:02X}")]) from None


def _wide_encoding(content: bytes) -> str | None:
    """Return the name of the encoding if it has two or four bytes a character, otherwise None."""
    if content.startswith(_UTF32) or b"\0\0\0" in content[:8]:
        return "UTF-32"
    return "UTF-16" if content.startswith(_UTF16) or b"\0" in content[:2] else None


def _invisible(text: str) -> list[Finding]:
    findings = []
    for match in islice(_INVISIBLE.finditer(text), _MAX_REPORTED):
        line, column = line_and_column(text, match.start())
        character = f"U+{ord(match[0]):04X}"
        place = Place(line=line, column=column)
        findings.append(problems.INVISIBLE.finding(place, character=character, escape=f"\\u{ord(match[0]):04x}"))
    return findings


_MAX_REPORTED = 100
"""Invisible characters that are reported; a file with more of them is hardly a text."""


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, counted from 1, of the character at `offset`."""
    line, start = 1, 0
    for match in _LINE_BREAK.finditer(text, 0, offset):
        line, start = line + 1, match.end()
    return line, offset - start + 1
