"""PDF by typst: tagged (PDF/UA-1), archivable (PDF/A-2a) where its day is known, and the same bytes each time."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from integrationskonzept import Message
from integrationskonzept.blocks import Symbol, chapters
from integrationskonzept.documents import figures
from integrationskonzept_report.glyphs import Glyphs
from integrationskonzept_report.i18n import message
from integrationskonzept_report.pdf_data import PdfData
from integrationskonzept_report.report import Report
from integrationskonzept_report.typesetting import typeset

MEDIA_TYPE = "application/pdf"
_REGION = 2
"""Letters of the code of a region."""


def write(report: Report) -> tuple[bytes, tuple[Message, ...]]:
    """Return a report as PDF, and what its fonts cannot write.

    Raises:
        OptionError: The fonts lack the letters of the report.
    """
    glyphs = Glyphs()
    data = report_data(report, glyphs)
    glyphs.require(report.language)
    standards = ["ua-1", "a-2a"] if report.today else ["ua-1"]
    stamp = datetime.combine(report.today, time(12), UTC) if report.today else None
    content = compile_data(data, standards, stamp)
    loss = glyphs.loss()
    return content, (loss,) if loss else ()


def compile_data(data: dict[str, Any], standards: Iterable[str] = ("ua-1",), stamp: datetime | None = None) -> bytes:
    """Return the PDF of a report's data.

    Raises:
        PluginError: typst refuses it, such as a picture without alternative text.
    """
    inputs = {"doc": json.dumps(data, ensure_ascii=False)}
    (content,) = typeset("template.typ", inputs, pdf_standards=list(standards), timestamp=stamp)
    return content


def report_data(report: Report, glyphs: Glyphs) -> dict[str, Any]:
    """Return everything that the template shows, as plain data."""
    document, language = report.document, report.language
    addresses = frozenset(chapter.address for chapter in chapters(document.blocks) if chapter.address)
    writer = PdfData(language, glyphs, addresses)
    code, _, region = report.tag.partition("-")
    day = report.today
    return {
        "title": writer.text(document.title) or "–",
        "subtitle": writer.text(report.subtitle),
        "author": writer.text(report.town) or "–",
        "lang": code.lower(),
        "region": region.upper() if len(region) == _REGION and region.isalpha() else None,
        "date": [day.year, day.month, day.day] if day else None,
        "number": writer.text(report.numbered) if report.numbered else "",
        "running": writer.text(report.running),
        "foot": writer.text(report.town),
        "pages": writer.text(message("Page {page} of {pages}", page="{page}", pages="{pages}")),
        "letterhead": [writer.text(line) for line in report.letterhead],
        "logo": {"svg": report.logo.svg, "alt": writer.text(report.logo.alternative)} if report.logo else None,
        "signs": {symbol.value: figures.status_icon(symbol) for symbol in Symbol},
        "blocks": writer.blocks(document.blocks),
    }
