"""The texts of a report as a reader sees them: of a PDF, and of a Word file."""

import io
import re
import zipfile
from html import unescape
from xml.etree import ElementTree as ET

import pypdfium2

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""


def pdf_pages(content: bytes, *, edges: bool = True) -> list[str]:
    """Return the text of each page of a PDF, with its header and footer or without."""
    with pypdfium2.PdfDocument(content) as opened:
        texts = [page.get_textpage() for page in opened]
        around = [(one.get_text_bounded(bottom=_BODY[1]), one.get_text_bounded(top=_BODY[0])) for one in texts]
        pages = [one.get_text_range().replace("\r\n", "\n") for one in texts]
    return pages if edges else [_without(page, *parts) for page, parts in zip(pages, around, strict=True)]


_BODY = (60, 776)
"""Heights between which the text of a page stands, in points from its bottom."""


def _without(page: str, *parts: str) -> str:
    for part in parts:
        page = re.sub(r"\s+".join(map(re.escape, part.split())), "", page, count=1) if part.split() else page
    return page


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF on one line, hyphens at line ends undone, without header and footer."""
    return unbroken("\n".join(pdf_pages(content, edges=False)))


def unbroken(text: str) -> str:
    """Return a text without the breaks of its lines."""
    return " ".join(re.sub(f"{HYPHEN}\\s*", "", text).split())


def word_text(content: bytes) -> str:
    """Return the text of a Word file, one paragraph a line."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)]
        trees = [ET.fromstring(archive.read(name)) for name in names]  # noqa: S314 - written by our own exporter
    paragraphs = (paragraph for tree in trees for paragraph in tree.iter(f"{_W}p"))
    return "\n".join("".join(run.text or "" for run in each.iter(f"{_W}t")) for each in paragraphs)


def readable(content: bytes) -> str:
    """Return the text of a report of any type."""
    if content.startswith(b"%PDF"):
        return pdf_text(content)
    if content.startswith(b"PK"):
        return word_text(content)
    text = content.decode()
    return unescape(text) if text.startswith("<!DOCTYPE") else re.sub(r"\\(\W)", r"\1", text)
