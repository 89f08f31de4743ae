"""Read valid JSON fast, without positions: over forty times as fast as `json_positions` for the bundled concept.

Both ways raise an error without details if something could be lost (duplicate keys, numbers that a binary number
changes, halves of characters) or a limit is exceeded; `json_positions` then reads the text again and reports errors.
"""

import json
import re
from itertools import chain
from typing import Any, NoReturn

import orjson

from integrationskonzept.formats.encoding import decode, is_visible
from integrationskonzept.formats.format import FastPathMissError
from integrationskonzept.formats.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES
from integrationskonzept.formats.scalars import exact_float, exact_int

_COMPACT = orjson.OPT_STRICT_INTEGER
_INDENTED = orjson.OPT_STRICT_INTEGER | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
_SPACE = b" \t\r\n"
_TOO_DEEP = b"\n" + b"  " * MAX_DEPTH
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


def read_fast(content: bytes) -> Any:
    """Return the data of `content`; raise `ValueError`, `TypeError` or `RecursionError` if diagnosis is needed."""
    if len(content) > MAX_BYTES or not has_few_values(content):
        raise FastPathMissError
    try:
        return _read_reproducible(content)
    except (ValueError, TypeError):
        return _read_checked(decode(content))


def has_few_values(content: bytes) -> bool:
    """Return whether the number of values is certainly within the limit."""
    return len(content) < MAX_NODES or sum(map(content.count, (b",", b"[", b"{"))) < MAX_NODES


def _read_reproducible(content: bytes) -> Any:
    """Return the data of orjson, provided that writing it gives the same text again apart from white space.

    This proves that every key and every number of the text is in the data, spelled alike.
    """
    data = orjson.loads(content)
    indented = orjson.dumps(data, option=_INDENTED)
    if not _is_same_text(content, indented, data) or _TOO_DEEP in indented or not is_visible(content):
        raise FastPathMissError
    return data


def _is_same_text(content: bytes, indented: bytes, data: Any) -> bool:
    if content == indented or content == orjson.dumps(data, option=_COMPACT):
        return True
    return content.translate(None, _SPACE) == indented.translate(None, _SPACE)


def _read_checked(text: str) -> Any:
    """Return the data of the standard library, which can check keys and numbers of differently formatted text."""
    if "\\u" in text and _SURROGATE_ESCAPE.search(text):
        raise FastPathMissError
    data = json.loads(
        text, object_pairs_hook=_unique, parse_int=exact_int, parse_float=exact_float, parse_constant=_no_number
    )
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        items = chain.from_iterable(outer.values() if outer.__class__ is dict else outer for outer in level)
        level = [item for item in items if item.__class__ is dict or item.__class__ is list]
        if not level:
            return data
    raise FastPathMissError


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise FastPathMissError
    return data


def _no_number(_: str) -> NoReturn:
    raise FastPathMissError
