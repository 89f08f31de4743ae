"""Of what sort a file is shows how it begins."""

from pathlib import Path

import pytest

from integrationskonzept.cli.sorts import begins_like, sort_of
from integrationskonzept.i18n.messages import message

ZIP = b"PK\x03\x04" + b"\x00" * 22


def zipped(entry: bytes) -> bytes:
    return ZIP + len(entry).to_bytes(2, "little") + b"\x00\x00" + entry + b"\xff"


ALIKE = {
    "concept of the same town": (b"# Notiz\nschema: 2\nid: 'stadt'  # x\n", b"schema: 1\nid: stadt\ntitle: x\n"),
    "YAML and JSON of one town": (b'{"schema": 1, "id": "stadt"}', b"schema: 2\nid: stadt\n"),
    "concept that is only begun": (b"schema: 2\n", b"schema: 1\nid: stadt\n"),
    "TOML of one town": (b'schema = 1\nid = "stadt"\n', b'schema = 1\nid = "stadt"\n[municipality]\n'),
    "with a byte order mark": (b"\xef\xbb\xbf<svg/>", b"<svg width='1'/>"),
    "documents of one root": (b'<?xml version="1.0"?><!-- a\nb -->\n<xliff a="1">', b"<XLIFF>"),
    "pages": (b"<!doctype html>\n<html>", b"<html lang='de'>"),
    "data with most keys": (b'{"a": 1, "b": 2, "c": 3}', b'{"a": 1, "b": 2}'),
    "lists": (b'[{"name": 1}]', b'[{"name": 2}, {}]'),
    "a list of nothing": (b"[]", b'[{"name": 1}]'),
    "lists of values": (b"[2]", b"[1]"),
    "one document after another": (b'{"a": 1}\n{"b": 1}', b'{"a": 2}\n'),
    "calendars": (b"BEGIN:VCALENDAR\r\nA", b"BEGIN:VCALENDAR\r\nB"),
    "reports of other days": (b"Stand 2026-01-01\nalt", b"Stand 2027-12-31\nneu"),
    "pictures": (b"\x89PNG\r\n\x00a", b"\x89PNG\r\n\x00b"),
    "packed alike": (zipped(b"word/document.xml"), zipped(b"word/document.xml") + b"more"),
}
UNLIKE = {
    "another town": (b"schema: 2\nid: stadt\n", b"schema: 1\nid: kreis\n"),
    "concept and its schema": (b"schema: 2\nid: stadt\n", b'{"$schema": "x", "id": "y"}'),
    "another root": (b"<svg/>", b"<html>"),
    "nothing but markup": (b"<<<", b"<svg/>"),
    "data with other keys": (b'{"a": 1, "b": 2, "c": 3}', b'{"a": 1, "d": 2}'),
    "a list that would be emptied": (b'[{"name": 1}]', b"[]"),
    "values and things": (b"[1, 2]", b'[{"name": 1}]'),
    "broken data": (b'{"a": 1', b'{"a": 1}'),
    "endless data": (b"[" * 200_000, b"[1]"),
    "a letter": (b"Lieber Herr", b"Stand 2026"),
    "another picture": (b"\x89PNG\r\n\x00a", b"GIF8\x00"),
    "Latin-1 and UTF-8": (b"Gr\xfc\xdfe", b"Gr\xc3\xbc\xc3\x9fe"),
    "packed otherwise": (zipped(b"word/document.xml"), zipped(b"xl/workbook.xml")),
    "schema of something else": (b"schema: https://example.invalid\n", b"schema: 2\nid: stadt\n"),
    "nested key": (b"municipality:\n  schema: 2\n", b"schema: 1\n"),
}


def are_alike(old: bytes, new: bytes, name: str = "datei") -> bool:
    return sort_of(new, Path(name)).holds(sort_of(old, Path(name)))


@pytest.mark.parametrize(("old", "new"), ALIKE.values(), ids=ALIKE)
def test_files_that_begin_alike_are_of_one_sort(old: bytes, new: bytes) -> None:
    assert are_alike(old, new)


@pytest.mark.parametrize(("old", "new"), UNLIKE.values(), ids=UNLIKE)
def test_files_that_begin_otherwise_are_not(old: bytes, new: bytes) -> None:
    assert not are_alike(old, new)


@pytest.mark.parametrize(
    ("old", "new", "alike"),
    [
        (b"concept,measure\r\na,b", b"concept,measure,year\r\n", True),
        (b"concept,measure,meins\n", b"concept,measure,year\n", False),
        (b"measure,concept\n", b"concept,measure\n", False),
        (b"concept;measure\n", b"concept,measure\n", True),
        (b"Lieber Herr Maier\n", b"concept,measure\n", False),
        (b"schema: 2\nid: a\n", b"concept\n", False),
    ],
)
def test_a_table_is_known_by_its_columns(old: bytes, new: bytes, *, alike: bool) -> None:
    assert are_alike(old, new, "tabelle.CSV") is alike


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"schema: 2\nid: stadt\n", "the concept stadt"),
        (b"schema: 2\n", "a concept"),
        (b'{"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1}', "JSON with a, b, c, d, e, f …"),
        (b"<svg/>", "a document <svg>"),
        (b"x" * 61, f"a text that begins '{'x' * 60}…'"),
        (b"\x00", "a file that is no text"),
    ],
)
def test_people_are_told_what_it_is(content: bytes, said: str) -> None:
    assert sort_of(content, Path("datei")).said.text() == said


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("written", ["# {}\nmore\n", "first\n\n{}\n\n", "{}"])
def test_a_report_is_known_by_what_its_first_or_last_line_says_in_any_language(language: str, written: str) -> None:
    template = "errors: {errors}, warnings: {warnings}, notes: {notes}"
    line = message(template, errors=1, warnings=20, notes=0).text(language)
    assert begins_like(written.format(line).encode(), template)
    assert not begins_like(written.format("Lieber Herr").encode(), template)
    assert not begins_like(b"", template)
