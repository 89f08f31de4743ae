"""JSON, for other programs: read strictly, with the place of every key and value when one is asked for."""

import json
import re
from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any, NoReturn

from integrationskonzept.findings import Mark, Path
from integrationskonzept.formats.document import Document
from integrationskonzept.formats.encoding import decode
from integrationskonzept.formats.format import Format
from integrationskonzept.formats.invisible import INVISIBLE
from integrationskonzept.formats.json_scanner import scan
from integrationskonzept.formats.limits import MAX_DEPTH, MAX_NODES
from integrationskonzept.formats.scalars import exact_float, whole
from integrationskonzept.language import message

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


class _OddTextError(ValueError):
    """Something that needs a closer look."""


class ScannedMarks:
    """The line and column of every key and value of a JSON file, looked for when first asked for."""

    __slots__ = ("_content", "_marks")

    def __init__(self, content: bytes) -> None:
        self._content = content  # half as large as its text
        self._marks: Callable[[Path], tuple[Mark | None, Mark | None]] | None = None

    def __call__(self, path: Path) -> tuple[Mark | None, Mark | None]:
        """Return the marks of key and value at `path`, or at the deepest part of it that the file has."""
        if self._marks is None:
            self._marks, self._content = scan(decode(self._content)).marks, b""
        return self._marks(path)


def read(content: bytes) -> Document:
    """Read JSON; raises `InvalidConceptError` where nothing can be made of it."""
    text = decode(content)
    try:
        return Document(_quickly(text), ScannedMarks(content))
    except (ValueError, RecursionError):  # the standard library knows neither lines nor what a town can do
        tree = scan(text)
        return Document(tree.data, tree.marks, tuple(tree.findings))


def write(data: Mapping[str, Any]) -> bytes:
    """Write JSON: the same data, the same bytes."""
    text = _written(data, "\n")
    if not text.replace("\n", " ").isprintable():
        text = _INVISIBLE.sub(_escape, text)
    return (text + "\n").encode("utf-8")


def _written(value: Any, line: str) -> str:
    """Write a value whose lines begin with `line`. The standard library indents three times as slowly."""
    inner = line + "  "
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([_written(item, inner) for item in value])}{line}]"
    if isinstance(value, dict) and value:
        pairs = [f"{_scalar(key)}: {_written(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(pairs)}{line}}}"
    return _scalar(value)


_scalar = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _quickly(text: str) -> Any:
    """Let the standard library read `text`; raises `ValueError` where anything is out of the ordinary."""
    is_large = text.count(",") + text.count("[") + text.count("{") >= MAX_NODES
    if is_large or ("\\u" in text and _SURROGATE_ESCAPE.search(text)):
        raise _OddTextError
    data = json.loads(
        text, object_pairs_hook=_unique, parse_int=whole, parse_float=exact_float, parse_constant=_no_number
    )
    level = [data] if isinstance(data, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        items = chain.from_iterable(outer.values() if outer.__class__ is dict else outer for outer in level)
        level = [item for item in items if item.__class__ is dict or item.__class__ is list]
        if not level:
            return data
    raise _OddTextError


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise _OddTextError
    return data


def _no_number(_: str) -> NoReturn:
    raise _OddTextError


JSON = Format(
    name="json",
    title=message("JSON"),
    suffixes=(".json",),
    media_type="application/json",
    read=read,
    write=write,
)
"""The format other programs read."""
