"""Word documents, workbooks and PDF as drafts of concepts."""

from collections.abc import Sequence

from integrationskonzept import hookimpl
from integrationskonzept.drafts import DraftOptions
from integrationskonzept.plugins import Importer
from integrationskonzept.plugins.kit import Deferred
from integrationskonzept_office.i18n import message

__all__ = ["DOCX", "PDF", "XLSX", "integrationskonzept_importers"]


_READING = "integrationskonzept_office.reading"

DOCX = Importer(
    name="docx",
    title=message("Word document"),
    suffixes=(".docx",),
    read=Deferred(f"{_READING}:docx_draft"),
    options=DraftOptions,
)
XLSX = Importer(
    name="xlsx",
    title=message("workbook"),
    suffixes=(".xlsx",),
    read=Deferred(f"{_READING}:xlsx_draft"),
    options=DraftOptions,
)
PDF = Importer(
    name="pdf", title=message("PDF"), suffixes=(".pdf",), read=Deferred(f"{_READING}:pdf_draft"), options=DraftOptions
)


@hookimpl
def integrationskonzept_importers() -> Sequence[Importer]:
    """Return the importers of Word documents, workbooks and PDF."""
    return (DOCX, XLSX, PDF)
