"""The quick ways from JSON to plain data, for text in which there is nothing to say.

Both give up, without saying why, where something may be lost: keys given twice, numbers that a
binary number changes, halves of characters. They give up beyond the bounds as well.
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
    """Return what `content` holds; raises `ValueError`, `TypeError` or `RecursionError` where a closer look is due."""
    if len(content) > MAX_BYTES or not has_few_values(content):
        raise FastPathMissError
    try:
        return _unchanged(content)
    except (ValueError, TypeError):
        return _strictly(decode(content))


def has_few_values(content: bytes) -> bool:
    """Tell whether the number of values is surely within its bound."""
    return len(content) < MAX_NODES or sum(map(content.count, (b",", b"[", b"{"))) < MAX_NODES


def _unchanged(content: bytes) -> Any:
    """Return what the parser in C makes of a text, provided that it writes the same again.

    So every key and every number of the text is in the data, as it was written: white space apart,
    one more of them, or one spelled differently, would make another text.
    """
    data = orjson.loads(content)
    indented = orjson.dumps(data, option=_INDENTED)
    if not _are_alike(content, indented, data) or _TOO_DEEP in indented or not is_visible(content):
        raise FastPathMissError
    return data


def _are_alike(content: bytes, indented: bytes, data: Any) -> bool:
    if content == indented or content == orjson.dumps(data, option=_COMPACT):
        return True
    return content.translate(None, _SPACE) == indented.translate(None, _SPACE)


def _strictly(text: str) -> Any:
    """Let the standard library read a text that others have written in their way, and tell what it meets."""
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
