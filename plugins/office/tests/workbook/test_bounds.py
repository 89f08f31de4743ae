"""Workbooks that are small as files and huge as tables: each is refused in a sentence before it is unpacked."""

import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.plugins import InputFile
from integrationskonzept_office.package import MAX_XML_BYTES
from integrationskonzept_office.readers.workbook import read_xlsx
from integrationskonzept_office.workbook.grid import grids
from plugins.office.tests.workbook.conftest import Call
from plugins.office.tests.workbook_files import ods, packed, saved, sharing, xlsx

FILLED = '<table:table-cell office:value-type="string"><text:p>Ziel</text:p></table:table-cell>'
ALL_EMPTY = (
    '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/>'
    "</table:table-row>"
)


def corners() -> bytes:
    """Return a workbook with an entry in the first and the last cell."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Plan"
    book.worksheets[0]["A1"] = book.worksheets[0]["XFD1048576"] = "Ziel"
    return saved(book)


MILLION = "<row>" + "<c/>" * 1000 + "</row>"
TOO_MANY = "the workbook has more than 1000000 cells, empty and merged ones counted"
FAR = "the sheets go on over 17179869184 cells, 'Plan' to XFD1048576; the most is 2000000"
LONG = "the text of the cells has more than 67 million characters"
UNPACKED = "takes 65 MB when it is unpacked; the most is 64 MB"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("k.xlsx", corners(), FAR),
        ("k.xlsx", xlsx(MILLION * 1001), TOO_MANY),
        ("k.xlsx", xlsx("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), TOO_MANY),
        ("k.xlsx", xlsx("", '<mergeCells><mergeCell ref="A:B"/></mergeCells>'), TOO_MANY),
        ("k.xlsx", xlsx("", '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>'), TOO_MANY),
        ("k.xlsx", sharing(1000, 100_000), LONG),
        ("k.xlsx", packed({"xl/workbook.xml": b" " * (MAX_XML_BYTES + 2**20)}), UNPACKED),
        ("k.xlsx", packed({"xl/worksheets/sheet1.dat": b" " * (MAX_XML_BYTES + 2**20 + 2**17)}), UNPACKED),
        ("k.ods", packed({"content.xml": b" " * (MAX_XML_BYTES + 2**20)}), UNPACKED),
        (
            "k.ods",
            ods(
                f"<table:table-row>{FILLED}</table:table-row>"
                '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
                '<table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
                f"{FILLED}</table:table-row>"
            ),
            FAR,
        ),
        (
            "k.ods",
            ods(
                '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
                ' table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>'
            ),
            FAR,
        ),
        (
            "k.ods",
            ods(
                '<table:table-row table:number-rows-repeated="1000">'
                f"{FILLED.replace('Ziel', 'a' * 100_000)}</table:table-row>"
            ),
            LONG,
        ),
        ("k.ods", ods("", "<manifest><encryption-data/></manifest>"), "the workbook is protected by a password"),
    ],
)
def test_a_workbook_that_is_huge_inside_is_refused_with_its_name(name: str, content: bytes, said: str) -> None:
    assert len(content) < 2**19
    with pytest.raises(InvalidConceptError, match=re.escape(said)) as error:
        grids(InputFile(name=name, content=content))
    (finding,) = error.value.findings
    assert (finding.code, finding.place.file) == ("IK950", name)
    assert finding.message.text("de") != finding.message.text("en")
    assert finding.hint is not None
    assert finding.hint.text("de") != finding.hint.text("en")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (corners(), "the sheet 'Plan' has an entry in XFD1048576"),
        (xlsx(MILLION * 1001), TOO_MANY),
        (sharing(1000, 100_000), LONG),
    ],
)
def test_no_draft_is_made_of_such_a_workbook(content: bytes, said: str) -> None:
    with pytest.raises(InvalidConceptError, match=re.escape(said)):
        read_xlsx(content)


def test_empty_cells_and_formats_far_away_are_no_reason_to_refuse() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Ziel"
    book.worksheets[0]["XFD1048576"].font = Font(bold=True)
    book.worksheets[0].merge_cells("A2:XFD3")
    merged = '<table:table-row><table:table-cell table:number-columns-spanned="16384"/></table:table-row>'
    rows = f"<table:table-row>{FILLED}</table:table-row>{merged}{ALL_EMPTY}"
    for name, content in (("k.xlsx", saved(book)), ("k.ods", ods(rows))):
        (sheet,) = grids(InputFile(name=name, content=content))
        assert {place: cell.value for place, cell in sheet.cells.items()} == {(1, 1): "Ziel"}


def test_a_workbook_of_twenty_columns_may_have_an_entry_in_its_last_row() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1048576"] = "Ziel"
    (sheet,) = grids(InputFile(name="k.xlsx", content=saved(book)))
    assert sheet.size == (1_048_576, 1)


def test_a_part_that_is_encrypted_is_damage() -> None:
    content = bytearray(xlsx(""))
    begin = content.index(b"PK\x01\x02")
    content[begin + 8] |= 1
    with pytest.raises(InvalidConceptError, match=r"this is no \.xlsx file, or it is damaged"):
        grids(InputFile(name="k.xlsx", content=bytes(content)))


@pytest.mark.parametrize("command", ["merge", "observe"])
def test_commands_name_the_file_and_what_to_do(call: Call, command: str) -> None:
    Path("k.xlsx").write_bytes(corners())
    result = call(command, "k.yaml", "k.xlsx")
    assert result.exit_code == 1
    assert "k.xlsx: Fehler IK950 die Blätter reichen über 17179869184 Zellen, „Plan“ bis XFD1048576" in result.output
    assert "Löschen Sie, was weit unter oder neben der Tabelle steht" in " ".join(result.output.split())
