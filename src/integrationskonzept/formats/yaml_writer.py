"""Write plain data as YAML, with quotes only if needed."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import frozen

from integrationskonzept.formats.scalars import resolve
from integrationskonzept.model.values import ungrouped
from integrationskonzept.printable import INVISIBLE

_NEVER_FIRST = frozenset(" \u00a0\u202f?:,[]{}#&*!|>'\"%@`")
_RESERVED = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<", "-"))
_LIKE_MARKUP = ("- ", "---", "...")
_LIKE_A_NUMBER = re.compile(r"[-+.0-9][-+.0-9_:,a-fA-FxXoOtTzZ ]*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTIAL_DATE = re.compile(r"[0-9]{4}-[0-9]{2}|--[0-9]{2}-[0-9]{2}")
_WORD = re.compile(r"\w[\w./-]*")


def is_plain(text: str) -> bool:
    """Return whether `text`, on one line and without escapes, is read back unchanged without quotes."""
    if not text or text[0] in _NEVER_FIRST or text[-1] in " :" or ": " in text or " #" in text:
        return False
    if text[0].isalpha():
        return text.lower() not in _RESERVED
    if text.startswith(_LIKE_MARKUP) or text in _RESERVED:
        return False
    return (not _LIKE_A_NUMBER.fullmatch(text) and _is_text(text)) or _is_date(text)


def is_word(text: str) -> bool:
    """Return whether `text` is a plain word, allowed in a list on one line."""
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
        except ValueError:  # YAML 1.1 readers fail on a date that does not exist
            return False
        return True
    return _PARTIAL_DATE.fullmatch(text) is not None


_ESCAPED = re.compile(f"[{INVISIBLE}\\t\\r]")
_ESCAPED_OR_SPECIAL = re.compile(f'[{INVISIBLE}\\t\\r\\n"\\\\]')
_SHORT = {"\t": "\\t", "\r": "\\r", "\n": "\\n", '"': '\\"', "\\": "\\\\"}


def needs_escapes(text: str) -> bool:
    """Return whether `text` has characters, other than line breaks, that are invisible or not read back."""
    return _ESCAPED.search(text) is not None


def single_quoted(text: str) -> str:
    """Return `text` in single quotes; it must not need escapes or contain line breaks."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """Return `text` in double quotes, on one line."""
    return '"' + _ESCAPED_OR_SPECIAL.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\\u{ord(character):04x}"


WIDTH = 88
"""Largest width of a line of text that has a space to break at."""

_NARROWEST = 40
"""Smallest width of a text at any depth."""

_LONGEST_KEY = 100
"""Characters up to which a key is on the line of its value; the parser's limit is 1024."""

_FRAGILE_END = re.compile(r" $|\A\n*\Z|\n\n\Z", re.MULTILINE)


@frozen
class Layout:
    """Indentation below a key."""

    step: int = 2
    """Columns from a key to the keys or text below it."""
    dash: int = 2
    """Columns from a key to the dashes below it."""


CANONICAL = Layout()
"""The layout of a concept written as a whole."""


def emit(data: Mapping[str, Any]) -> str:
    """Return the YAML text of `data`, with an empty line around every section of more than one line."""
    parts: list[str] = []
    was_section = False
    for key, value in data.items():
        lines = list(pair(key, value, 0, CANONICAL))
        is_section = isinstance(value, (dict, list)) and len(lines) > 1
        if parts and (is_section or was_section):
            parts.append("")
        parts.extend(lines)
        was_section = is_section
    return "\n".join(parts) + "\n"


def pair(key: str, value: Any, indent: int, layout: Layout) -> Iterator[str]:
    """Yield the lines of a key at `indent` and its value."""
    pad = " " * indent
    written = inline(key)
    if len(written) <= _LONGEST_KEY:
        return entry(f"{pad}{written}:", value, indent, layout)
    return _after(f"{pad}? {written}", entry(f"{pad}:", value, indent, layout))


def _after(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def entry(head: str, value: Any, indent: int, layout: Layout) -> Iterator[str]:
    """Yield the lines of a value whose first line begins with `head`, a key or a dash at `indent`."""
    step, dash = (_AFTER_DASH, _AFTER_DASH) if head.endswith("-") else (layout.step, layout.dash)
    if isinstance(value, Mapping) and value:
        yield from _nested(head, _pairs(value, indent + step, layout), indent)
    elif isinstance(value, list) and value:
        flow = _flow(value)
        if flow and len(head) + 1 + len(flow) <= WIDTH:
            yield f"{head} {flow}"
        else:
            yield from _nested(head, _items(value, indent + dash, layout), indent)
    elif isinstance(value, str):
        yield from _text(head, value, indent + step, step)
    else:
        yield f"{head} {plain_value(value)}"


_AFTER_DASH = 2
"""Columns from a dash to its value."""


def _nested(head: str, lines: Iterator[str], indent: int) -> Iterator[str]:
    """Yield `lines` below `head`; the first is beside it if it is a dash."""
    yield f"{head} {next(lines)[indent + _AFTER_DASH :]}" if head.endswith("-") else head
    yield from lines


def _pairs(value: Mapping[str, Any], indent: int, layout: Layout) -> Iterator[str]:
    for key, item in value.items():
        yield from pair(key, item, indent, layout)


def _items(value: list[Any], indent: int, layout: Layout) -> Iterator[str]:
    head = " " * indent + "-"
    for item in value:
        yield from entry(head, item, indent, layout)


def plain_value(value: Any) -> str:
    """Return a value other than text, or an empty list or mapping, on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        text = repr(value)
        return ungrouped(text) if "." in text else text.replace("e", ".0e")  # YAML 1.1 requires a point in a float
    return str(value) if isinstance(value, int) else "[]" if isinstance(value, list) else "{}"


def _flow(items: list[Any]) -> str | None:
    """Return a list of plain words or whole numbers on one line; None for any other list."""
    if all(type(item) is int or (isinstance(item, str) and is_word(item)) for item in items):
        return f"[{', '.join(str(item) for item in items)}]"
    return None


def inline(text: str) -> str:
    """Return `text` on one line, quoted if needed."""
    if needs_escapes(text) or "\n" in text:
        return double_quoted(text)
    return text if is_plain(text) else single_quoted(text)


def _text(head: str, text: str, indent: int, step: int) -> Iterator[str]:
    written = None if "\n" in text and is_literal(text) else inline(text)
    if written is None:
        yield f"{head} |{_indicators(text, step)}"
        pad = " " * indent
        yield from (pad + line if line else "" for line in text.removesuffix("\n").split("\n"))
    elif len(head) + 1 + len(written) > WIDTH and is_foldable(text):
        yield f"{head} >-"
        yield from folded(text, indent)
    else:
        yield f"{head} {written}"


def is_literal(text: str) -> bool:
    """Return whether a text of several lines can be written literally.

    Editors strip spaces from the ends of lines, and empty lines at the end of a text look like the space between
    sections; such text is written in quotes.
    """
    return not needs_escapes(text) and not _FRAGILE_END.search(text)


def _indicators(text: str, step: int) -> str:
    """Return the indicators after ``|``: the indentation if it is ambiguous, and ``-`` without a final line break."""
    indentation = str(step) if text.lstrip("\n").startswith(" ") else ""
    return indentation if text.endswith("\n") else indentation + "-"


def is_foldable(text: str) -> bool:
    """Return whether lines can be broken at the spaces of a text."""
    return " " in text.strip(" ") and text.strip(" ") == text and "\n" not in text and not needs_escapes(text)


def folded(text: str, indent: int) -> Iterator[str]:
    """Yield the lines of `text` broken at single spaces; a break beside a second space would change it."""
    pad, width = " " * indent, max(WIDTH - indent, _NARROWEST)
    line = ""
    for word in re.split("(?<! ) (?! )", text):
        if line and len(line) + 1 + len(word) > width:
            yield pad + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield pad + line
