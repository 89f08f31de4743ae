"""Read Word documents: headings by style or outline level, lists, tables with merged cells, footnotes."""

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from lxml import etree  # comes with python-docx

from integrationskonzept.drafts import (
    Block,
    Cell,
    DocumentPlace,
    DocumentTree,
    Heading,
    Line,
    Paragraph,
    Row,
    Table,
    is_heading_like,
    lines_of,
)  # fmt: skip
from integrationskonzept_office.package import reading_package

_HEADING = re.compile(r"(?:heading|überschrift|berschrift)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"title|titel", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|verzeichnis|inhaltsverzeichnis)\s*\d", re.IGNORECASE)
_LISTED = re.compile(r"list|aufz(?:ä|ae)hl", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def qn(name: str) -> str:
    """Return the qualified name of an element or attribute such as ``w:p``."""
    return _WORD + name.removeprefix("w:")


_HIDDEN = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:instrText")))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF = ("0", "false", "none")
_DEEPEST = 9


def read_docx(content: bytes) -> DocumentTree:
    """Return the tree of a Word document."""
    with reading_package(content, ".docx"):
        return _Reader(docx.Document(io.BytesIO(content))).tree()


class _Reader:
    """Reads the body of one document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = {style.style_id: style for style in document.styles}
        self._tables = 0
        self._notes: list[str] = []

    def tree(self) -> DocumentTree:
        blocks = tuple(self._blocks(self._document.element.body))
        title = self._document.core_properties.title or None
        return DocumentTree(blocks=(*blocks, *self._footnotes()), title=title)

    def _blocks(self, around: Any) -> Iterator[Block]:
        for child in around.iterchildren():
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield self._table(child)
            elif child.tag == qn("w:sdt"):
                inner = child.find(qn("w:sdtContent"))
                gallery = child.find(f".//{qn('w:docPartGallery')}")
                is_contents = gallery is not None and "Contents" in (gallery.get(qn("w:val")) or "")
                if inner is not None and not is_contents:
                    yield from self._blocks(inner)
            elif child.tag in (qn("w:ins"), qn("w:smartTag"), qn("w:customXml")):
                yield from self._blocks(child)

    # -- paragraphs -------------------------------------------------------------------------

    def _paragraph(self, element: Any) -> Iterator[Block]:
        for box in element.iter(qn("w:txbxContent")):
            if not any(around.tag == _FALLBACK for around in box.iterancestors()):
                yield from self._blocks(box)
        text = self._text(element)
        name = self._style_name(element)
        if not text.strip() or _CONTENTS.match(name):
            return
        level = self._level(element, name)
        lead, is_bold = self._lead(element, text)
        flat = " ".join(text.split())
        if level is not None:
            yield Heading(text=flat, level=level)
        elif (
            is_bold
            and "\n" not in text.strip()
            and is_heading_like(flat, is_bold=True)
            and not self._is_listed(element, name)
        ):
            yield Heading(text=flat)
        else:
            lines = self._lines(text, is_listed=self._is_listed(element, name))
            if lines:
                yield Paragraph(lines=tuple(lines), lead=lead)

    def _lines(self, text: str, *, is_listed: bool) -> list[Line]:
        lines = lines_of(text, apart=True)
        if lines and is_listed:
            lines[0] = Line(lines[0].text, marked=True, apart=True)
        return lines

    def _style_name(self, element: Any) -> str:
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        found = self._styles.get(style.get(qn("w:val"))) if style is not None else None
        return str(found.name) if found is not None and found.name else ""

    def _level(self, element: Any, name: str) -> int | None:
        if found := _HEADING.match(name):
            return int(found[1])
        if _TITLE.fullmatch(name):
            return 1
        outline = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if outline is None:
            style = next((each for each in self._styles.values() if each.name == name), None) if name else None
            outline = style.element.find(f".//{qn('w:outlineLvl')}") if style is not None else None
        level = int(outline.get(qn("w:val"))) + 1 if outline is not None else None
        return level if level is not None and level <= _DEEPEST else None

    def _is_listed(self, element: Any, name: str) -> bool:
        number = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if number is not None:
            value = number.find(qn("w:numId"))
            return value is None or value.get(qn("w:val")) != "0"
        return (
            _LISTED.match(name) is not None and "paragraph" not in name.casefold() and "absatz" not in name.casefold()
        )

    def _lead(self, element: Any, text: str) -> tuple[str | None, bool]:
        """Return the bold beginning of a paragraph, and whether all of it is bold."""
        lead = ""
        for run in element.iter(qn("w:r")):
            said = self._text(run)
            if said.strip() and not _is_bold(run):
                break
            lead += said
        lead = " ".join(lead.split())
        is_all = lead == " ".join(text.split())
        return (lead.rstrip(":") or None) if not is_all else None, is_all and bool(lead)

    def _text(self, element: Any) -> str:
        """Return the text of an element: without deleted text, with raised numbers of footnotes."""
        parts = []
        for node in _visible(element):
            if node.tag == qn("w:t"):
                parts.append(node.text or "")
            elif node.tag == qn("w:tab"):
                parts.append(" ")
            elif node.tag in (qn("w:br"), qn("w:cr")):
                parts.append("\n" if node.get(qn("w:type")) in (None, "textWrapping") else " ")
            elif node.tag == qn("w:noBreakHyphen"):
                parts.append("-")
            elif node.tag == qn("w:sym"):
                parts.append(_symbol(node))
            elif node.tag == qn("w:footnoteReference"):
                parts.append(self._note(node.get(qn("w:id"))))
        return "".join(parts)

    # -- tables -----------------------------------------------------------------------------

    def _table(self, element: Any) -> Table:
        self._tables += 1
        number = self._tables
        rows = []
        for at, row in enumerate(element.iterchildren(qn("w:tr")), start=1):
            cells: list[Cell] = []
            for cell in _cells_of(row):
                cells += self._cells(cell)
            rows.append(Row(cells=tuple(cells), place=DocumentPlace(table=number, row=at)))
        return Table(rows=tuple(rows), place=DocumentPlace(table=number))

    def _cells(self, element: Any) -> list[Cell]:
        """Return a cell, and empty ones for the further columns that it covers."""
        properties = element.find(qn("w:tcPr"))
        span, merge = 1, None
        if properties is not None:
            grid = properties.find(qn("w:gridSpan"))
            span = int(grid.get(qn("w:val")) or 1) if grid is not None else 1
            merge = properties.find(qn("w:vMerge"))
        if merge is not None and merge.get(qn("w:val")) in (None, "continue"):
            return [Cell(is_merged=True, is_below=True)] * span
        lines: list[Line] = []
        is_list = False
        for paragraph in element.iter(qn("w:p")):
            is_listed = self._is_listed(paragraph, self._style_name(paragraph))
            is_list = is_list or is_listed
            lines += self._lines(self._text(paragraph), is_listed=is_listed)
        return [Cell(lines=tuple(lines), is_list=is_list), *[Cell(is_merged=True)] * (span - 1)]

    # -- footnotes --------------------------------------------------------------------------

    def _note(self, identity: str | None) -> str:
        """Return the raised number of a footnote, counted as the document does."""
        if identity is None:
            return ""
        if identity not in self._notes:
            self._notes.append(identity)
        return str(self._notes.index(identity) + 1).translate(_RAISED)

    def _footnotes(self) -> Iterator[Paragraph]:
        """Yield the footnotes that the text refers to."""
        part = next((each for each in self._document.part.package.iter_parts() if _is_footnotes(each)), None)
        if part is None:
            return
        notes = {note.get(qn("w:id")): note for note in etree.fromstring(part.blob).iter(qn("w:footnote"))}
        for number, identity in enumerate([*self._notes], start=1):
            text = " ".join(self._text(notes[identity]).split()) if identity in notes else ""
            if text:
                yield Paragraph(lines=(Line(f"{str(number).translate(_RAISED)} {text}"),))


def _is_footnotes(part: Any) -> bool:
    return str(part.partname).endswith("/footnotes.xml")


def _visible(element: Any) -> Iterator[Any]:
    """Yield the nodes below an element, without deleted text and text boxes."""
    for child in element.iterchildren():
        if child.tag not in _HIDDEN and child.tag != _FALLBACK:
            yield child
            yield from _visible(child)


def _cells_of(row: Any) -> Iterator[Any]:
    for child in row.iterchildren():
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag == qn("w:sdt"):
            yield from child.iter(qn("w:tc"))


def _is_bold(run: Any) -> bool:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return False
    bold = properties.find(qn("w:b"))
    if bold is not None:
        return bold.get(qn("w:val")) not in _OFF
    style = properties.find(qn("w:rStyle"))
    return style is not None and style.get(qn("w:val")) in ("Strong", "Fett")


def _symbol(node: Any) -> str:
    """Return the character of a symbol font; its bullets are in the private use area."""
    code = node.get(qn("w:char")) or ""
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""
