"""Read, write and edit JSON, strictly; positions are computed on demand."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, NoReturn

from integrationskonzept.errors import UneditableError
from integrationskonzept.findings import Path, Position
from integrationskonzept.formats.encoding import decode, is_visible
from integrationskonzept.formats.format import Edited, Format, ParsedData
from integrationskonzept.formats.json_positions import scan
from integrationskonzept.formats.limits import MAX_BYTES, MAX_NODES
from integrationskonzept.formats.positions import TypedScalars
from integrationskonzept.formats.scalars import exact_float, exact_int
from integrationskonzept.i18n.messages import message
from integrationskonzept.printable import escaped


class LazyPositions:
    """Positions of keys and values of a JSON file, computed on first use."""

    __slots__ = ("_content", "_positions")

    def __init__(self, content: bytes) -> None:
        self._content = content  # needs half the memory of its text
        self._positions: Callable[[Path], tuple[Position | None, Position | None]] | None = None

    def __call__(self, path: Path) -> tuple[Position | None, Position | None]:
        """Return the positions of key and value at `path`, or at the longest part of it that exists."""
        if self._positions is None:
            self._positions, self._content = scan(decode(self._content)).positions, b""
        return self._positions(path)


def read(content: bytes) -> ParsedData:
    """Return the plain data of a JSON file; raise `InvalidConceptError` if it cannot be read."""
    try:
        data, positions = _data(content.removeprefix(BOM_UTF8)), LazyPositions(content)
        return ParsedData(data, positions, spelling=TypedScalars(content, positions))
    except (ValueError, RecursionError):  # the standard library knows neither positions nor hints
        return scan(decode(content)).parsed_data(content)


_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


def _data(content: bytes) -> Any:
    """Return the data of `content`; raise `ValueError` or `RecursionError` where something could be lost."""
    if len(content) > MAX_BYTES or not has_few_values(content) or not is_visible(content):
        raise ValueError
    text = content.decode("utf-8")
    if "\\u" in text and _SURROGATE_ESCAPE.search(text):
        raise ValueError
    return json.loads(text, object_pairs_hook=_unique, parse_int=_int, parse_float=_float, parse_constant=_refuse)


def has_few_values(content: bytes) -> bool:
    """Return whether the number of values is certainly within the limit."""
    return len(content) < MAX_NODES or sum(map(content.count, (b",", b"[", b"{"))) < MAX_NODES


_int, _float = lru_cache(1024)(exact_int), lru_cache(1024)(exact_float)  # years and pages repeat


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise ValueError
    return data


def _refuse(_: str) -> NoReturn:
    raise ValueError


_DIGITS_AS_0 = bytes(ord("0") if byte in b"0123456789" else byte if byte in b"e-" else 32 for byte in range(256))
"""Bytes with digits as 0, to find a number with an exponent faster than a regular expression does."""


def _has_exponent(content: bytes) -> bool:
    """Return whether JSON may contain a number that is written with an exponent, such as 1e-05 for 0.00001."""
    shape = content.translate(_DIGITS_AS_0)
    return b"0.0000" in content or b"0e0" in shape or b"0e-0" in shape


@cache
def _orjson() -> Any:
    """Return orjson, which the extra `fast` installs, or None."""
    try:
        import orjson
    except ImportError:
        return None
    return orjson


def write(data: Mapping[str, Any]) -> bytes:
    """Return JSON; equal data gives equal bytes, whether orjson is installed or not."""
    content = _written(data)
    if not is_visible(content):
        content = escaped(content.decode("utf-8")).encode("utf-8")
    return content


def _written(data: Mapping[str, Any]) -> bytes:
    """Return JSON by orjson, several times as fast, except where the two spell an exponent differently."""
    orjson = _orjson()
    if orjson is not None:
        content: bytes = orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        if not _has_exponent(content):
            return content
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


_INDENTATION = re.compile(rb"\{(\r?\n)([ \t]*)\"")


def edit(content: bytes, old: Any, new: Any) -> Edited:
    """Return `new` as JSON with the indentation, line ends and escapes of a file that holds `old`.

    Raise `UneditableError` if the layout of the file is irregular, so that more than the changed values would differ.
    """
    for is_ascii in (False, True):
        if _in_layout_of(content, old, is_ascii=is_ascii) == content:
            return Edited(_in_layout_of(content, new, is_ascii=is_ascii))
    raise UneditableError(message("the lines of the JSON file are not laid out evenly"))


def _in_layout_of(content: bytes, data: Any, *, is_ascii: bool) -> bytes:
    """Return data as JSON in the layout of `content`."""
    match = _INDENTATION.match(content.removeprefix(BOM_UTF8))
    indent = match[2].decode() if match else None
    comma, colon = (b'", "' in content or b"], " in content, b'": ' in content)
    separators = ("," if match or not comma else ", ", ": " if colon else ":")
    text = escaped(json.dumps(data, ensure_ascii=is_ascii, indent=indent, separators=separators))
    line_break = match[1].decode() if match else "\n"
    end = line_break if content.endswith(b"\n") else ""
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    return mark + (text.replace("\n", line_break) + end).encode("utf-8")


JSON = Format(
    name="json",
    title=message("JSON"),
    suffixes=(".json",),
    media_type="application/json",
    read=read,
    write=write,
    edit=edit,
)
"""The format for other programs."""
