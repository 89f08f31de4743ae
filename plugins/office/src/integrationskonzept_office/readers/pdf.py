"""Read PDF documents: tables by their lines, headings by their size, text in reading order."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pdfplumber
from attrs import frozen
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

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
    unreadable,
)  # fmt: skip
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept_office.i18n import message
from integrationskonzept_office.package import DAMAGE
from integrationskonzept_office.readers.pdf_columns import parts_of
from integrationskonzept_office.readers.pdf_lines import outside
from integrationskonzept_office.readers.pdf_tables import SIGN, FoundTable, TableFinder

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # so that no remark reaches the command line

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_EDGE = 0.1
"""Part of the page at its top and bottom in which headers and footers stand."""
_LARGER = 1.12
_SMALLER = 0.8
_SAME_SIZE = 0.1
_GAP = 0.75
"""Space between two lines, in line heights, from which on a paragraph ends."""
_BESIDE = 25
_MOST_SIGNS = 500
"""More small shapes on a page are a picture."""
_MOST_PAGES = 2000
"""Pages that are read at most; a concept has some hundred."""
_DIGITS = re.compile(r"\d+")
_CONTENTS = re.compile(r".*(?:\.{4,}|…{2,}|\. \. \.)\s*\d{0,3}\s*")


@frozen(kw_only=True)
class _TextLine:
    """A line of text on a page."""

    text: str
    page: int
    top: float
    bottom: float
    size: float
    is_bold: bool
    height: float
    """Height of the page."""


def read_pdf(content: bytes) -> DocumentTree:
    """Return the tree of a PDF."""
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            _check_length(len(document.pages))
            finder = TableFinder()
            pages = [part for page in document.pages for part in _parts(page, finder)]
            title = document.metadata.get("Title")
    except InvalidConceptError:
        raise
    except PdfminerException as error:
        if any(isinstance(reason, PDFPasswordIncorrect) for reason in error.args):
            raise unreadable(
                message("the PDF is protected by a password"), message("save it without its password")
            ) from None
        raise _damaged() from error
    except (PDFException, *DAMAGE) as error:
        raise _damaged() from error
    return DocumentTree(blocks=tuple(_blocks(pages)), title=title if isinstance(title, str) and title.strip() else None)


def _check_length(pages: int) -> None:
    if pages > _MOST_PAGES:
        raise unreadable(
            message("the PDF has {pages} pages; the most is {limit}", pages=pages, limit=_MOST_PAGES),
            message("save its parts as documents of their own"),
        )


def _damaged() -> InvalidConceptError:
    return unreadable(
        message("this is no PDF, or it is damaged"),
        message("open it in a program that shows PDF files, and save or print it as a PDF again"),
    )


_Page = tuple[list[_TextLine], list[tuple[float, Table]]]


def _parts(page: Any, finder: TableFinder) -> Iterator[_Page]:
    """Yield the parts of a page in reading order."""
    _raise_footnote_marks(page.chars)
    _mark_items(page)
    for part in parts_of(page):
        yield _part(part, page, finder)
    page.close()


def _part(part: Any, page: Any, finder: TableFinder) -> _Page:
    """Return the lines outside tables and the tables of a part of a page, each with its height."""
    found = finder.tables_of(part)
    rest = outside(part, [table.box for table in found])
    lines = [_line(line, page) for line in rest.extract_text_lines(return_chars=True)] if rest.chars else []
    tables = [(table.box[1], _table(table, page.page_number, number)) for number, table in enumerate(found, start=1)]
    return lines, tables


def _raise_footnote_marks(chars: Sequence[Any]) -> None:
    """Write digits that are smaller than the letters beside them as raised ones."""
    visible = [char for char in chars if char["text"].strip()]
    raised: set[int] = set()
    for at, char in enumerate(visible):
        if char["text"].isdigit():
            beside = visible[max(0, at - 1) : at] + visible[at + 1 : at + 3]
            near = [each for each in beside if abs(each["bottom"] - char["bottom"]) < each["size"]]
            letters = [each for each in near if each["text"].isalpha()]
            is_small = any(char["size"] < _SMALLER * each["size"] for each in letters)
            if is_small or (at - 1 in raised and abs(char["size"] - visible[at - 1]["size"]) < _SAME_SIZE):
                raised.add(at)
    for at in raised:
        visible[at]["text"] = visible[at]["text"].translate(_RAISED)


def _mark_items(page: Any) -> None:
    """Write a bullet before the text beside a small square or circle that is drawn."""
    drawn = [*page.rects, *page.curves]
    signs = [each for each in drawn if each["height"] <= SIGN and each["width"] <= SIGN and each["height"] > 1]
    if len(signs) > _MOST_SIGNS:
        return
    for sign in signs:
        middle = (sign["top"] + sign["bottom"]) / 2
        beside = [
            char
            for char in page.chars
            if char["top"] <= middle <= char["bottom"]
            and 0 <= char["x0"] - sign["x1"] <= _BESIDE
            and char["text"].strip()
        ]
        first = min(beside, key=lambda char: char["x0"], default=None)
        if first is not None and not first["text"].startswith("•"):
            first["text"] = f"•{first['text']}"


def _line(line: Any, page: Any) -> _TextLine:
    chars = [char for char in line["chars"] if char["text"].strip()]
    sizes = Counter(round(char["size"], 1) for char in chars)
    bold = sum("bold" in char["fontname"].casefold() or "black" in char["fontname"].casefold() for char in chars)
    return _TextLine(
        text=line["text"], page=page.page_number, top=line["top"], bottom=line["bottom"],
        size=sizes.most_common(1)[0][0] if sizes else 0.0, is_bold=bold * 2 > len(chars), height=float(page.height),
    )  # fmt: skip


def _table(table: FoundTable, page: int, number: int) -> Table:
    rows = []
    for at, texts in enumerate(table.rows, start=1):
        cells = tuple(
            Cell(is_merged=True) if text is None else Cell(lines=tuple(lines_of(_without_soft_ends(text))))
            for text in texts
        )
        rows.append(Row(cells=cells, place=DocumentPlace(page=page, table=number, row=at)))
    return Table(rows=tuple(rows), place=DocumentPlace(page=page, table=number))


def _without_soft_ends(text: str) -> str:
    """Return text in which a soft hyphen at the end of a line is a hyphen."""
    return text.replace("\u00ad\n", "-\n")


def _blocks(pages: Sequence[_Page]) -> Iterator[Block]:
    lines = [line for found, _ in pages for line in found]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    levels = sorted({line.size for line in lines if line.size > body * _LARGER}, reverse=True)
    repeated = _repeated(lines, len({line.page for line in lines}))
    for found, tables in pages:
        kept = [line for line in found if _key(line) not in repeated and not _is_page_number(line)]
        waiting = sorted(tables, key=lambda each: each[0])
        group: list[_TextLine] = []
        for line in kept:
            while waiting and waiting[0][0] < line.top:
                yield from _paragraph(group, body, levels)
                group = []
                yield waiting.pop(0)[1]
            if group and _ends(group[-1], line, body):
                yield from _paragraph(group, body, levels)
                group = []
            group.append(line)
        yield from _paragraph(group, body, levels)
        yield from (table for _, table in waiting)


def _key(line: _TextLine) -> str:
    return _DIGITS.sub("#", line.text.strip())


def _is_at_edge(line: _TextLine) -> bool:
    return line.top < line.height * _EDGE or line.bottom > line.height * (1 - _EDGE)


def _is_page_number(line: _TextLine) -> bool:
    plain = re.sub(r"(?:Seite|S\.|von|\W)", "", line.text)
    return _is_at_edge(line) and plain.isdigit()


def _repeated(lines: Sequence[_TextLine], pages: int) -> set[str]:
    """Return the headers and footers: lines at the edge of many pages."""
    places: dict[str, set[int]] = {}
    for line in lines:
        if _is_at_edge(line):
            places.setdefault(_key(line), set()).add(line.page)
    return {text for text, found in places.items() if len(found) >= max(3, pages // 4)}


def _ends(before: _TextLine, line: _TextLine, body: float) -> bool:
    """Return whether a paragraph ends between two lines."""
    gap = line.top - before.bottom
    is_item = bool(lines_of(line.text)) and lines_of(line.text)[0].marked
    is_other = abs(before.size - line.size) > 0.5 and not is_item  # noqa: PLR2004 - points; bullets are of any size
    return gap > _GAP * max(before.size, body, 1) or is_other or before.is_bold != line.is_bold


def _paragraph(group: Sequence[_TextLine], body: float, levels: Sequence[float]) -> Iterator[Block]:
    if not group:
        return
    first = group[0]
    place = DocumentPlace(page=first.page)
    text = " ".join(line.text for line in group)
    if all(_CONTENTS.fullmatch(line.text) for line in group):
        return
    is_large = first.size > body * _LARGER
    if is_large and len(text) < 200:  # noqa: PLR2004 - a heading of some lines
        yield Heading(text=text, level=levels.index(first.size) + 1, place=place)
    elif all(line.is_bold for line in group) and is_heading_like(text, is_bold=True):
        yield Heading(text=text, place=place)
    else:
        lines: list[Line] = lines_of(_without_soft_ends("\n".join(line.text for line in group)))
        if lines:
            yield Paragraph(lines=tuple(lines), place=place)
