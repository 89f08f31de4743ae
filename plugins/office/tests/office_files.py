"""Word documents, workbooks and PDF files made for tests."""

import io
from collections.abc import Iterable, Sequence

import docx
import openpyxl
from attrs import frozen

from tests.drafts.layouts import Bullets, Grid, Part, Prose, Title


def as_docx(parts: Iterable[Part]) -> bytes:
    """Write parts as a Word document."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, Title):
            document.add_heading(part.text, part.level)
        elif isinstance(part, Prose):
            paragraph = document.add_paragraph()
            if part.bold:
                paragraph.add_run(part.bold).bold = True
                paragraph.add_run(" ")
            paragraph.add_run(part.text)
        elif isinstance(part, Bullets):
            for item in part.items:
                document.add_paragraph(item, style="List Bullet")
        else:
            table = document.add_table(0, len(part.rows[0]))
            for row in part.rows:
                for cell, texts in zip(table.add_row().cells, row, strict=True):
                    _fill(cell, texts)
    return saved(document)


def _fill(cell: docx.table._Cell, texts: Sequence[str]) -> None:
    cell.text = texts[0]
    for text in texts[1:]:
        cell.add_paragraph(text)
    if len(texts) > 1:
        for paragraph in cell.paragraphs:
            paragraph.style = "List Bullet"


def saved(document: docx.document.Document) -> bytes:
    """Return the bytes of a Word document."""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def as_xlsx(parts: Iterable[Part]) -> bytes:
    """Write the tables of parts as sheets, each named by the heading above it."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    title = "Tabelle1"
    for part in parts:
        if isinstance(part, Title):
            title = part.text.replace("/", " ").replace(":", "")[:31]
        elif isinstance(part, Grid):
            sheet = book.create_sheet(title)
            for row in part.rows:
                sheet.append(["\n".join(cell) for cell in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@frozen
class Text:
    """Text on a page, its place counted from the upper left corner."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False


@frozen
class Rule:
    """A line on a page."""

    x0: float
    y0: float
    x1: float
    y1: float


@frozen
class Square:
    """A small filled square, as a drawn bullet."""

    x: float
    y: float
    size: float = 4


Mark = Text | Rule | Square
_HEIGHT = 842


def as_pdf(pages: Sequence[Sequence[Mark]]) -> bytes:
    """Write pages as a PDF, with two of the fonts that every reader has."""
    objects = [b"", b""]
    kids = []
    for marks in pages:
        stream = "\n".join(_drawn(mark) for mark in marks).encode("cp1252", "replace")
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        fonts = "/Font << /R 3 0 R /B 4 0 R >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {_HEIGHT}] /Contents {len(objects) + 2} 0 R"
            f" /Resources << {fonts} >> >>".encode()
        )
        kids.append(f"{len(objects) + 2} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects[2:2] = [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    return _file(objects)


def _drawn(mark: Mark) -> str:
    if isinstance(mark, Text):
        text = mark.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "B" if mark.bold else "R"
        return f"BT /{font} {mark.size} Tf {mark.x} {_HEIGHT - mark.y - mark.size} Td ({text}) Tj ET"
    if isinstance(mark, Square):
        return f"{mark.x} {_HEIGHT - mark.y - mark.size} {mark.size} {mark.size} re f"
    return f"{mark.x0} {_HEIGHT - mark.y0} m {mark.x1} {_HEIGHT - mark.y1} l S"


def _file(objects: Sequence[bytes]) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF"
    return content + f"{head}{end}".encode()


def grid(rows: Sequence[Sequence[str]], top: float, *, open_top: bool = False) -> list[Mark]:
    """Return a table of two columns with lines around its cells; lines of a cell are divided by line breaks."""
    marks: list[Mark] = []
    y = top
    edges = [50.0, 180.0, 540.0]
    for number, row in enumerate(rows):
        height = 16 * max(text.count("\n") + 1 for text in row) + 4
        if number or not open_top:
            marks.append(Rule(edges[0], y, edges[-1], y))
        marks += [Rule(x, y, x, y + height) for x in edges]
        for x, text in zip(edges, row, strict=False):
            marks += [Text(x + 4, y + 2 + 16 * at, line) for at, line in enumerate(text.split("\n"))]
        y += height
    return [*marks, Rule(edges[0], y, edges[-1], y)]
