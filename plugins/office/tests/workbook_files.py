"""Workbooks put together part by part, as no program would write them."""

import io
import zipfile
from collections.abc import Mapping

import openpyxl
import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODS = """\
<?xml version="1.0"?><office:document-content office:version="1.2"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Plan">{rows}</table:table></office:spreadsheet></office:body>
</office:document-content>"""


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of some parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def repacked(content: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive with other parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return packed({**{name: archive.read(name) for name in archive.namelist()}, **parts})


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def xlsx(data: str, after: str = "") -> bytes:
    """Return a workbook of Excel with one sheet."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{after}</worksheet>'
    return repacked(saved(openpyxl.Workbook()), {"xl/worksheets/sheet1.xml": sheet})


def ods(rows: str, manifest: str = "<manifest/>") -> bytes:
    """Return a workbook of LibreOffice with one table."""
    media_type = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": media_type, "META-INF/manifest.xml": manifest, "content.xml": ODS.format(rows=rows)})


def sharing(cells: int, length: int) -> bytes:
    """Return a workbook of Excel in which many cells share one long text."""
    base = io.BytesIO()
    with xlsxwriter.Workbook(base) as book:
        book.add_worksheet().write_string("A1", "x")
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, cells + 1))
    strings = f'<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si><t>{"a" * length}</t></si></sst>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return repacked(base.getvalue(), {"xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": sheet})
