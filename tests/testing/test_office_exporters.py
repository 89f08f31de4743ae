"""Exporters built on python-docx, openpyxl and zipfile, which read the clock, can keep the contract."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from docx import Document
from openpyxl import Workbook

from integrationskonzept import Concept, Export, Exporter, ExportFile, Message
from integrationskonzept.plugins import NoOptions
from integrationskonzept.testing import BrokenContractError, ExporterContract, NotTestedWarning, check_exporter

TITLE = Message(template="Measures", translations={"de": "Maßnahmen"})
TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def lines(concept: Concept) -> Iterator[str]:
    for measure in concept.measures:
        yield CONTROL.sub(" ", measure.display_title)


def undated(content: bytes) -> bytes:
    """Return an archive with the times replaced that its library took from the clock."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(packed, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name), TIMES.sub(rb"\g<1>2000-01-01T00:00:00Z", before.read(name)))
    return packed.getvalue()


def word(concept: Concept) -> bytes:
    document, packed = Document(), BytesIO()
    for line in lines(concept):
        document.add_paragraph(line)
    document.save(packed)
    return packed.getvalue()


def excel(concept: Concept) -> bytes:
    book, packed = Workbook(write_only=True), BytesIO()  # writes a temporary file
    sheet = book.create_sheet("Measures")
    for line in lines(concept):
        sheet.append(["'" + line[:30_000]])
    book.save(packed)
    return packed.getvalue()


def archive(concept: Concept) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as made:
        made.writestr("measures.txt", "\n".join(lines(concept)))
    return packed.getvalue()


def exporter(suffix: str, write: Callable[[Concept], bytes]) -> Exporter:
    def export(concept: Concept, _: NoOptions) -> Export:
        file = ExportFile(name=f"measures.{suffix}", content=write(concept), media_type=TYPES[suffix])
        return Export(files=(file,))

    return Exporter(name=suffix, title=TITLE, media_type=TYPES[suffix], suffix=f".{suffix}", export=export)


WORD = exporter("docx", lambda concept: undated(word(concept)))
EXCEL = exporter("xlsx", lambda concept: undated(excel(concept)))
ZIP = exporter("zip", lambda concept: undated(archive(concept)))
HASTY = exporter("docx", word), exporter("xlsx", excel), exporter("zip", archive)


class TestWord(ExporterContract):
    exporter = WORD
    says = ("measure",)

    def text(self, content: bytes) -> str:
        return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


class TestExcel(ExporterContract):
    exporter = EXCEL


class TestArchive(ExporterContract):
    exporter = ZIP


@pytest.mark.parametrize("hasty", HASTY, ids=lambda one: one.name)
def test_the_same_exporters_are_caught_if_the_time_shows_in_their_files(hasty: Exporter) -> None:
    with pytest.warns(NotTestedWarning, match="another machine"), pytest.raises(BrokenContractError) as caught:
        check_exporter(hasty)
    assert "it gives the same bytes at any time and in any time zone: ImpureError: the clock" in str(caught.value)
    assert "it reads the clock: localtime in zipfile" in str(caught.value)
    assert "it reads and writes no files" not in str(caught.value)
