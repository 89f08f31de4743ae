"""Check that a file matches its media type, and that no text is read as markup."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from integrationskonzept.plugins.contracts import ExportFile
from integrationskonzept.testing.sample_texts import FORMULA, INJECTED, SCRIPT

_PREFIX = 11
"""Length of the formula before its first quote, by which it is recognised."""

_OCTETS = 75
"""Maximum length of a line of a calendar or card (RFC 5545, 3.1)."""


def well_formed(file: ExportFile) -> None:
    """Raise `AssertionError` if the file does not match its media type."""
    media_type, _, parameters = file.media_type.partition(";")
    media_type = media_type.strip().lower()
    if media_type.startswith("text/"):
        charset = re.search(r"charset=\"?([\w-]+)", parameters)
        _decoded(file, charset[1] if charset else "utf-8")
    for fits, check in _CHECKS:
        if fits(media_type):
            check(file)


def _decoded(file: ExportFile, charset: str = "utf-8") -> str:
    try:
        return file.content.decode(charset)
    except UnicodeDecodeError as error:
        raise AssertionError(f"{file.name} is not {charset}: {error}") from None


def _json(file: ExportFile) -> None:
    try:
        json.loads(file.content)
    except ValueError as error:
        raise AssertionError(f"{file.name} is no JSON: {error}") from None


def _xml(file: ExportFile) -> None:
    try:
        root = ET.fromstring(file.content)  # noqa: S314 - written by the exporter under test
    except ET.ParseError as error:
        raise AssertionError(f"{file.name} is no XML: {error}") from None
    for element in root.iter():
        _no_script(file, str(element.tag).rpartition("}")[2], list(element.attrib), "".join(element.itertext()))


_DATA = frozenset({"application/json", "application/ld+json"})
"""Types of scripts that are data: no browser runs them."""


class _Page(HTMLParser):
    def __init__(self, file: ExportFile) -> None:
        super().__init__()
        self._file = file
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag if dict(attrs).get("type") not in _DATA else ""
        _no_script(self._file, tag, [name for name, _ in attrs], "")

    def handle_data(self, data: str) -> None:
        _no_script(self._file, self._tag, [], data)


def _no_script(file: ExportFile, tag: str, attributes: list[str], text: str) -> None:
    if tag.lower() == "script" and "injected" in text:
        raise AssertionError(f"{file.name} runs markup out of a text: {SCRIPT}")
    if any(name.lower() == "onerror" for name in attributes):
        raise AssertionError(f"{file.name} takes an attribute out of a text: onerror")


def _html(file: ExportFile) -> None:
    page = _Page(file)
    page.feed(_decoded(file))
    page.close()


def _lines(file: ExportFile) -> None:
    text = _decoded(file)
    for line in re.split(r"\r\n|\r|\n", text):
        if line.startswith(INJECTED):
            raise AssertionError(f"a line break in a text begins a new line in {file.name}: {line}")
    rest = file.content.replace(b"\r\n", b"")
    if b"\r" in rest or b"\n" in rest or not file.content.endswith(b"\r\n"):
        raise AssertionError(f"every line of {file.name} ends with CR and LF")
    longest = max(len(line) for line in file.content.split(b"\r\n"))
    if longest > _OCTETS:
        raise AssertionError(f"a line of {file.name} has {longest} octets; long lines are folded at {_OCTETS}")
    if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
        raise AssertionError(f"{file.name} has control characters")


def _csv(file: ExportFile) -> None:
    delimiter = ";" if file.content.split(b"\n", 1)[0].count(b";") else ","
    for row in csv.reader(io.StringIO(_decoded(file), newline=""), delimiter=delimiter):
        if any(cell.startswith(FORMULA[:_PREFIX]) for cell in row):
            raise AssertionError(f"a spreadsheet would compute a text of {file.name}: {FORMULA}")


def _zip(file: ExportFile) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            broken = archive.testzip()
    except zipfile.BadZipFile as error:
        raise AssertionError(f"{file.name} is no archive: {error}") from None
    if broken:
        raise AssertionError(f"{file.name} holds a broken part: {broken}")


_CHECKS: tuple[tuple[Callable[[str], object], Callable[[ExportFile], None]], ...] = (
    (re.compile(r"application/json|.*\+json").fullmatch, _json),
    (re.compile(r"(application|text)/xml|.*\+xml").fullmatch, _xml),
    (re.compile(r"text/html").fullmatch, _html),
    (re.compile(r"text/(calendar|vcard)").fullmatch, _lines),
    (re.compile(r"text/csv").fullmatch, _csv),
    (re.compile(r"application/(zip|.*\+zip|vnd\.(openxmlformats|oasis)-?.*)").fullmatch, _zip),
)
