"""Rename keys in the text of a file of an older version, and keep every other character."""

import json
import re
from codecs import BOM_UTF8
from itertools import accumulate

from integrationskonzept.errors import InvalidConceptError, UneditableError
from integrationskonzept.findings import Position
from integrationskonzept.formats.format import Format, ParsedData
from integrationskonzept.formats.load import read_concept, read_file
from integrationskonzept.formats.versions import SCHEMA, identify, upgraded
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.former_names import Renamed, renamed_in

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_QUOTED = re.compile(r"""\"(?:[^"\\]|\\.)*\"|'(?:[^']|'')*'""", re.DOTALL)
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*[\r\n]+ +")
_FLOW_MARKS = re.compile(r"[\[\]{},]")
_NUMBER = re.compile(r"[+.\d]+")


def migrate_text(content: bytes, form: Format) -> bytes:
    """Return the content of a file with the names of the current version; other characters stay.

    The new content is read again and must give the same concept. Raise `InvalidConceptError` if `content` is no
    concept, and `UneditableError` if the format does not say where its keys are.
    """
    if form.read is None:
        raise UneditableError(message("the format '{format}' is only written, not read", format=form.name))
    parsed = form.read(content)
    concept = read_concept(parsed)
    if identify(parsed.data) == SCHEMA:
        return content
    new = _renamed(content, parsed)
    if not _is_same(new, form, concept, parsed):
        raise UneditableError(message("the names cannot be changed in the text alone; `convert` writes the file anew"))
    return new


def _is_same(content: bytes, form: Format, concept: Concept, parsed: ParsedData) -> bool:
    assert form.read is not None  # noqa: S101 - for the type checker: `migrate_text` has read with it
    try:
        return form.read(content).data == upgraded(parsed.data) and read_file(content, form) == concept
    except InvalidConceptError:
        return False


def _renamed(content: bytes, parsed: ParsedData) -> bytes:
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    text = content.removeprefix(mark).decode("utf-8")
    starts = [0, *accumulate(len(line) for line in _LINES.findall(text))]
    old = {**parsed.data, "schema": SCHEMA}
    pieces = [_number(text, _offset(starts, parsed.positions(("schema",))[1]))]
    for each in renamed_in(old, upgraded(parsed.data)):
        key, value = parsed.positions(each.path)
        pieces.append(_name(text, _offset(starts, key if each.is_key else value), each))
    parts, at = [], 0
    for start, end, piece in sorted(pieces):
        parts += [text[at:start], piece]
        at = end
    return mark + "".join((*parts, text[at:])).encode("utf-8")


def _offset(starts: list[int], position: Position | None) -> int:
    return 0 if position is None else starts[position.line - 1] + position.column - 1


def _number(text: str, start: int) -> tuple[int, int, str]:
    """Return start, end and new text of the statement of the version."""
    match = _NUMBER.match(text, start)
    return start, match.end() if match else start, str(SCHEMA)


def _name(text: str, start: int, renamed: Renamed) -> tuple[int, int, str]:
    """Return start, end and new text of a name, without the quotes around it."""
    quoted = _QUOTED.match(text, start)
    if isinstance(renamed.new, list):
        end = quoted.end() if quoted else start + len(renamed.old)
        stays = quoted or not _FLOW_MARKS.search(renamed.old)
        return start, end, f"[{text[start:end] if stays else json.dumps(renamed.old, ensure_ascii=False)}]"
    if quoted:
        return start + 1, quoted.end() - 1, renamed.new
    header = _BLOCK_HEADER.match(text, start)
    start = header.end() if header else start
    return start, start + len(renamed.old), renamed.new
