"""Word documents as trees."""

import io
import zipfile
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from integrationskonzept.drafts import Heading, Paragraph, Table
from integrationskonzept_office.readers.word import read_docx
from plugins.office.tests.office_files import saved


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _number(paragraph: Any, list_id: str) -> None:
    """Make a paragraph an item of a numbered list; the list 0 is none."""
    properties = _element("w:numPr")
    properties.append(_element("w:numId", val=list_id))
    paragraph._p.get_or_add_pPr().append(properties)


def test_headings_are_told_by_style_outline_level_and_bold_type() -> None:
    document = docx.Document()
    document.core_properties.title = "Unser Konzept"
    document.add_heading("Titel", 0)
    document.add_heading("Kapitel", 2)
    document.add_paragraph().add_run("Nur fett").bold = True
    document.add_paragraph().add_run("Ein ganzer Satz in fett.").bold = True
    outlined = document.add_paragraph("Mit Ebene")
    outlined._p.get_or_add_pPr().append(_element("w:outlineLvl", val="2"))
    body_text = document.add_paragraph("Textebene")
    body_text._p.get_or_add_pPr().append(_element("w:outlineLvl", val="9"))
    document.add_paragraph("")

    tree = read_docx(saved(document))
    assert tree.title == "Unser Konzept"
    assert [(block.text, block.level) for block in tree.blocks if isinstance(block, Heading)] == [
        ("Titel", 1),
        ("Kapitel", 2),
        ("Nur fett", None),
        ("Mit Ebene", 3),
    ]
    assert [block.text for block in tree.blocks if isinstance(block, Paragraph)] == [
        "Ein ganzer Satz in fett.",
        "Textebene",
    ]


def test_lists_breaks_and_bold_beginnings_are_kept() -> None:
    document = docx.Document()
    document.add_paragraph("eins", style="List Bullet")
    paragraph = document.add_paragraph()
    paragraph.add_run("Ziel:").bold = True
    paragraph.add_run(" Reden\nund zuhören")
    strong = document.add_paragraph()
    run = strong.add_run("Stark")
    run._r.get_or_add_rPr().append(_element("w:rStyle", val="Strong"))
    off = strong.add_run(" schwach")
    off._r.get_or_add_rPr().append(_element("w:b", val="0"))
    numbered = document.add_paragraph("zwei")
    _number(numbered, "1")
    unnumbered = document.add_paragraph("drei")
    _number(unnumbered, "0")

    found = [block for block in read_docx(saved(document)).blocks if isinstance(block, Paragraph)]
    assert [[(line.text, line.marked) for line in block.lines] for block in found] == [
        [("eins", True)],
        [("Ziel: Reden", False), ("und zuhören", False)],
        [("Stark schwach", False)],
        [("zwei", True)],
        [("drei", False)],
    ]
    assert [block.lead for block in found] == [None, "Ziel", "Stark", None, None]


def test_merged_cells_hold_their_text_once() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "breit"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "hoch"

    (found,) = read_docx(saved(document)).blocks
    assert isinstance(found, Table)
    assert [[cell.text if not cell.is_merged else ".." for cell in row.cells] for row in found.rows] == [
        ["breit", "..", "2"],
        ["hoch", "4", "5"],
        ["..", "7", "8"],
    ]
    assert found.rows[1].place.message().text("de") == "Tabelle 1, Zeile 2"


def test_text_of_boxes_and_controls_is_read_and_deleted_text_and_contents_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("gilt ")
    deleted = _element("w:del")
    deleted.append(_element("w:r"))
    paragraph._p.append(deleted)
    inserted = _element("w:ins")
    inserted.append(document.add_paragraph("neu")._p.r_lst[0])
    paragraph._p.append(inserted)
    run = document.add_paragraph("im Text").runs[0]
    box = _element("w:txbxContent")
    box.append(document.add_paragraph("im Kasten")._p)
    run._r.append(box)
    control = _element("w:sdt")
    content = _element("w:sdtContent")
    content.append(document.add_paragraph("im Feld")._p)
    control.append(content)
    document.element.body.insert(0, control)
    contents = _element("w:sdt")
    part = _element("w:sdtPr")
    part.append(_element("w:docPartGallery", val="Table of Contents"))
    contents.append(part)
    inner = _element("w:sdtContent")
    inner.append(document.add_paragraph("Verzeichnis ... 3")._p)
    contents.append(inner)
    document.element.body.insert(0, contents)

    texts = [block.text for block in read_docx(saved(document)).blocks if not isinstance(block, Table)]
    assert texts == ["im Feld", "gilt neu", "im Kasten", "im Text"]


def test_special_characters_are_text() -> None:
    document = docx.Document()
    run = document.add_paragraph("a").runs[0]
    for element in (
        _element("w:tab"),
        _element("w:noBreakHyphen"),
        _element("w:sym", char="F0B7"),
        _element("w:sym", char="?"),
        _element("w:br", type="page"),
    ):
        run._r.append(element)
    document.add_paragraph("b")

    found = [block for block in read_docx(saved(document)).blocks if isinstance(block, Paragraph)]
    assert [line.text for line in found[0].lines] == ["a -"]


def test_footnotes_stand_at_the_end_with_the_numbers_of_their_marks() -> None:
    document = docx.Document()
    run = document.add_paragraph("Ein Café").runs[0]
    run._r.append(_element("w:footnoteReference", id="2"))
    run._r.append(_element("w:footnoteReference", id="7"))
    run._r.append(_element("w:footnoteReference"))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Im Rathaus.</w:t></w:r></w:p></w:footnote>'
    content = _with_part(saved(document), f"<w:footnotes {space}>{note}</w:footnotes>")

    assert [block.text for block in read_docx(content).blocks if isinstance(block, Paragraph)] == [
        "Ein Café¹²",
        "¹ Im Rathaus.",
    ]


def _with_part(content: bytes, footnotes: str) -> bytes:
    """Return a Word document with a part for footnotes."""
    source = zipfile.ZipFile(io.BytesIO(content))
    target = io.BytesIO()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(target, "w") as written:
        for name in source.namelist():
            text = source.read(name)
            if name == "[Content_Types].xml":
                override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                text = text.replace(b"</Types>", override.encode())
            if name == "word/_rels/document.xml.rels":
                added = f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'
                text = text.replace(b"</Relationships>", added.encode())
            written.writestr(name, text)
        written.writestr("word/footnotes.xml", footnotes)
    return target.getvalue()
