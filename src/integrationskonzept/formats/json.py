"""JSON, for other programs: read strictly, with the place of every key and value when one is asked for."""

import codecs
from collections.abc import Callable, Mapping
from typing import Any

import orjson

from integrationskonzept.findings import Path, Position
from integrationskonzept.formats.encoding import decode, is_visible
from integrationskonzept.formats.format import Format, ParsedData
from integrationskonzept.formats.json_edits import edit
from integrationskonzept.formats.json_fast import quickly
from integrationskonzept.formats.json_positions import scan
from integrationskonzept.formats.positions import TypedScalars
from integrationskonzept.i18n.messages import message
from integrationskonzept.printable import escaped


class LazyPositions:
    """The line and column of every key and value of a JSON file, looked for when first asked for."""

    __slots__ = ("_content", "_positions")

    def __init__(self, content: bytes) -> None:
        self._content = content  # half as large as its text
        self._positions: Callable[[Path], tuple[Position | None, Position | None]] | None = None

    def __call__(self, path: Path) -> tuple[Position | None, Position | None]:
        """Return the positions of key and value at `path`, or at the deepest part of it that the file has."""
        if self._positions is None:
            self._positions, self._content = scan(decode(self._content)).positions, b""
        return self._positions(path)


def read(content: bytes) -> ParsedData:
    """Read JSON; raises `InvalidConceptError` where nothing can be made of it."""
    try:
        data, positions = quickly(content.removeprefix(codecs.BOM_UTF8)), LazyPositions(content)
        return ParsedData(data, positions, spelling=TypedScalars(content, positions))
    except (ValueError, RecursionError):  # no quick way knows lines, or what a town can do
        return scan(decode(content)).document(content)


def write(data: Mapping[str, Any]) -> bytes:
    """Write JSON: the same data, the same bytes."""
    content = orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    if not is_visible(content):
        content = escaped(content.decode("utf-8")).encode("utf-8")
    return content


JSON = Format(
    name="json",
    title=message("JSON"),
    suffixes=(".json",),
    media_type="application/json",
    read=read,
    write=write,
    edit=edit,
)
"""The format other programs read."""
