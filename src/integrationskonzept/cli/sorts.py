"""Kind of a file by its beginning: a file is only overwritten by one of the same kind."""

import csv
import json
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from attrs import frozen

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message, message

_FEW = 6
"""Maximum number of marks in a description."""
_LONGEST = 60
_ZIP = b"PK\x03\x04"
_SCHEMA = re.compile(r"^schema[ \t]*[:=][ \t]*\d+\b", re.MULTILINE)
_ID = re.compile(r"""^id[ \t]*[:=][ \t]*["']?(?P<id>[^\s"'#]+)""", re.MULTILINE)
_ROOT = re.compile(r"<(?:\?[^>]*>|!--.*?-->|![^>]*>|\s|<)*(?P<root>[A-Za-z_][\w:.-]*)", re.DOTALL)


@frozen
class Sort:
    """Kind of a file, recognised by its beginning."""

    form: str
    """Syntax, such as ``json``."""
    marks: frozenset[str]
    """Marks that distinguish kinds with the same syntax; none if the file is empty."""
    said: Message
    """Description for users."""

    def holds(self, old: "Sort") -> bool:
        """Return whether an old file is of this kind."""
        if self.form != old.form:
            return False
        if self.form == "json" and old.marks:  # some keys are not always there
            return len(self.marks & old.marks) * 2 >= len(self.marks | old.marks)
        return old.marks <= self.marks


def sort_of(content: bytes, name: Path) -> Sort:
    """Return the kind of a file with this content and this name."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _binary(content)
    if "\x00" in text:
        return _binary(content)
    begin = text.lstrip()
    ways = {"{": _json, "[": _json, "<": _markup}
    return ways.get(begin[:1], partial(_plain, name=name))(begin)


def begins_like(content: bytes, template: str) -> bool:
    """Return whether the heading of a text, or one of its first lines, matches this message, in any language."""
    lines = [line.strip(" #*\r") for line in content.decode("utf-8", "replace").splitlines() if line.strip()]
    rule = next((number for number, line in enumerate(lines[:_FEW]) if not line.strip("=")), 1)
    heading = " ".join(lines[:rule])
    return any(pattern.fullmatch(line) for pattern in _patterns(template) for line in (heading, *lines[:_FEW]))


def _patterns(template: str) -> Iterable[re.Pattern[str]]:
    values = dict.fromkeys(re.findall(r"{(\w+)}", template), "\x00")
    for language in LANGUAGES:
        said = message(template, **values).text(language)
        yield re.compile(re.escape(said).replace("\x00", ".+"))


def _concept(id: str | None) -> Sort:
    said = message("the concept {id}", id=id) if id else message("a concept")
    return Sort("concept", frozenset({id} if id else ()), said)


def _json(text: str) -> Sort:
    try:
        value, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return _text(text)
    first: Any = value[0] if isinstance(value, list) and value else value
    keys = [*first] if isinstance(first, dict) else ["values"] if first else []
    if "schema" in keys and isinstance(first.get("id"), str):
        return _concept(first["id"])
    return Sort("json", frozenset(keys), message("JSON with {keys}", keys=_listed(keys)))


def _markup(text: str) -> Sort:
    found = _ROOT.match(text)
    if found is None:
        return _text(text)
    root = found["root"].lower()
    return Sort("markup", frozenset({root}), message("a document <{root}>", root=root))


def _plain(text: str, name: Path) -> Sort:
    if name.suffix.lower() in {".csv", ".tsv"}:
        return _table(text)
    if _SCHEMA.search(text):
        id = _ID.search(text)
        return _concept(id["id"] if id else None)
    return _text(text)


def _table(text: str) -> Sort:
    header = text.partition("\n")[0].strip("\r")
    mark = max(",;\t", key=header.count)
    columns = next(csv.reader([header], delimiter=mark), [])
    first = {f"1: {column}" for column in columns[:1]}  # the first column shows the subject of a row
    return Sort("table", frozenset({*columns, *first}), message("a table with {columns}", columns=_listed(columns)))


def _text(text: str) -> Sort:
    line = text.partition("\n")[0].strip()
    said = message("a text that begins '{line}'", line=line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…")
    return Sort("text", frozenset({re.sub(r"\d+", "", line)}), said)


def _binary(content: bytes) -> Sort:
    entry = content[30 : 30 + int.from_bytes(content[26:28], "little")] if content.startswith(_ZIP) else b""
    return Sort("binary", frozenset({f"{content[:4]!r}{entry!r}"}), message("a file that is no text"))


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")
