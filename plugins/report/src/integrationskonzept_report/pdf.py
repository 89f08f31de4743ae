"""PDF by typst: tagged (PDF/UA-1), archivable (PDF/A-2a) where its day is known, and the same bytes each time."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from integrationskonzept import Message
from integrationskonzept.blocks import Symbol, chapters
from integrationskonzept.documents import figures
from integrationskonzept_report.glyphs import Glyphs
from integrationskonzept_report.i18n import message
from integrationskonzept_report.pdf_data import PdfData
from integrationskonzept_report.report import Report
from integrationskonzept_report.row_headers import with_row_headers
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
    content = with_row_headers(compile_data(data), data["blocks"])
    loss = glyphs.loss()
    return content, (loss,) if loss else ()


def compile_data(data: Mapping[str, Any]) -> bytes:
    """Return the PDF of a report's data.

    Raises:
        PluginError: typst refuses it, such as a picture without alternative text.
    """
    day = date(*data["date"]) if data["date"] else None
    standards = ["ua-1", "a-2a"] if day else ["ua-1"]
    stamp = datetime.combine(day, time(12), UTC) if day else None
    inputs = {"doc": json.dumps(data, ensure_ascii=False)}
    (content,) = typeset("template.typ", inputs, pdf_standards=standards, timestamp=stamp)
    return content


def report_data(report: Report, glyphs: Glyphs) -> dict[str, Any]:
    """Return everything that the template shows, as plain data."""
    document, language = report.document, report.language
    addresses = frozenset(chapter.address for chapter in chapters(document.blocks) if chapter.address)
    writer = PdfData(language, glyphs, addresses)
    code, _, region = language.partition("-")
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
