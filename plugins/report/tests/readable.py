"""The texts of a report as a reader sees them: of a PDF, and of a Word file."""

import io
import re
import zipfile
from html import unescape
from xml.etree import ElementTree as ET

from pypdf import PdfReader

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF on one line, hyphens at line ends undone and without what every page repeats."""
    pages = [page.extract_text().splitlines() for page in PdfReader(io.BytesIO(content)).pages]
    lines = [{_DIGITS.sub("0", line) for line in page} for page in pages[1:]]
    repeated = set.intersection(*lines) if len(lines) >= _FEW else set()
    kept = (line for page in pages for line in page if _DIGITS.sub("0", line) not in repeated)
    return unbroken("\n".join(kept))


_DIGITS = re.compile(r"\d+")
_FEW = 3
"""Number of pages on which other lines than header and footer may be repeated."""


def unbroken(text: str) -> str:
    """Return a text without the breaks of its lines."""
    return " ".join(re.sub("\N{SOFT HYPHEN}\\s*", "", text).split())


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
