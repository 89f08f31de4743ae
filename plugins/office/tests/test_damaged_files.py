"""Damaged, protected, empty and oversized documents: each is refused in a sentence that says what to do."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

import integrationskonzept as ik
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding
from integrationskonzept.plugins import InputFile
from integrationskonzept_office import package
from integrationskonzept_office.readers.pdf import read_pdf
from integrationskonzept_office.readers.word import read_docx
from integrationskonzept_office.readers.workbook import read_xlsx
from integrationskonzept_office.workbook.reader import read_workbook
from plugins.office.tests.office_files import Square, Text, as_docx, as_pdf, as_xlsx, grid
from plugins.office.tests.workbook.books import workbook
from tests.drafts.layouts import Bullets, Grid, Title

PARTS = (Title(1, "Plan"), Bullets(("eins", "zwei")), Grid(((("Ziel",), ("Alle reden.",)), (("Wer",), ("Stadt",)))))
DOCX, XLSX = as_docx(PARTS), as_xlsx(PARTS)
PDF = as_pdf([[Text(50, 50, "Ziel", 20), *grid([("Ziel", "Alle"), ("Wer", "Stadt")], 100)]])
Read = Callable[[bytes], object]


def read_edited(content: bytes) -> object:
    """Read an edited workbook."""
    return read_workbook(InputFile(name="k.xlsx", content=content))


def _scratched(content: bytes, chance: random.Random) -> bytes:
    """Return content in which some bytes are others."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 10))):
        changed[chance.randrange(len(changed))] = chance.choice(b'<>"/=0123456789-x[]()')
    return bytes(changed)


def _repacked(content: bytes, chance: random.Random) -> bytes:
    """Return a package in which one part is scratched or missing."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([*parts])
    parts[name] = b"" if chance.random() < 0.2 else _scratched(parts[name] or b" ", chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts.items():
            if part:
                archive.writestr(name, part)
    return target.getvalue()


def _refusal(read: Read, content: bytes) -> Finding | None:
    """Return the finding with which a file is refused, or None if it is read."""
    try:
        read(content)
    except InvalidConceptError as error:
        finding: Finding = error.findings[0]
        return finding
    return None


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("read", "content", "damage"),
    [
        (read_docx, DOCX, _repacked),
        (read_docx, DOCX, _scratched),
        (read_xlsx, XLSX, _repacked),
        (read_xlsx, XLSX, _scratched),
        (read_edited, workbook(), _repacked),
        (read_pdf, PDF, _scratched),
    ],
)
def test_a_damaged_file_is_read_or_refused_and_never_an_error_from_within(
    read: Read, content: bytes, damage: Callable[[bytes, random.Random], bytes]
) -> None:
    chance = random.Random(20)  # noqa: S311 - damage, no secret
    told = [_refusal(read, damage(content, chance)) for _ in range(60)]
    refused = [each for each in told if each is not None]
    assert 0 < len(refused) < len(told)
    assert all(finding.hint for finding in refused)


@pytest.mark.parametrize(
    ("read", "content", "said"),
    [
        (read_docx, b"Konzept", "this is no .docx file, or it is damaged"),
        (read_docx, XLSX, "this is no .docx file, or it is damaged"),
        (read_xlsx, b"PK\x03\x04", "this is no .xlsx file, or it is damaged"),
        (read_docx, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "protected by a password, or it is of an older version"),
        (read_pdf, b"%PDF-1.4 kaputt", "this is no PDF, or it is damaged"),
    ],
)
def test_what_is_no_such_file_is_refused(read: Read, content: bytes, said: str) -> None:
    with pytest.raises(InvalidConceptError, match=re.escape(said)):
        read(content)


def test_a_pdf_with_a_password_is_refused_by_that_reason() -> None:
    target = io.BytesIO()
    pikepdf.open(io.BytesIO(PDF)).save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(InvalidConceptError, match="protected by a password"):
        read_pdf(target.getvalue())


@pytest.mark.parametrize("read", [read_docx, read_xlsx])
def test_a_package_that_is_huge_when_it_is_unpacked_is_refused_before_it_is(read: Read) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (package.MAX_XML_BYTES + 2**20))
    assert len(target.getvalue()) < 2**20
    with pytest.raises(InvalidConceptError, match="takes 65 MB when it is unpacked; the most is 64 MB"):
        read(target.getvalue())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leer.docx", as_docx(())),
        ("leer.xlsx", as_xlsx((Title(1, "Tabelle1"), Grid((((" ",),),))))),
        ("leer.pdf", as_pdf([[Square(10, 10, 200)]])),
    ],
)
def test_a_document_without_text_is_refused(name: str, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InvalidConceptError, match="the document holds no text") as error:
        ik.draft(file)
    assert error.value.findings[0].hint is not None
    assert "OCR" in error.value.findings[0].hint.text()
