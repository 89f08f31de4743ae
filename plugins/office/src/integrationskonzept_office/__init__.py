"""Word documents, workbooks and PDF as drafts of concepts."""

from collections.abc import Sequence

from integrationskonzept import hookimpl
from integrationskonzept.drafts import Draft, DraftOptions, draft_of
from integrationskonzept.plugins import Importer, InputFile
from integrationskonzept_office.i18n import message
from integrationskonzept_office.pdf import read_pdf
from integrationskonzept_office.word import read_docx
from integrationskonzept_office.workbook import read_xlsx

__all__ = ["DOCX", "PDF", "XLSX", "integrationskonzept_importers"]


def _read_docx(file: InputFile, options: DraftOptions) -> Draft:
    return draft_of(read_docx(file.content), options.layout, file.name)


def _read_xlsx(file: InputFile, options: DraftOptions) -> Draft:
    return draft_of(read_xlsx(file.content), options.layout, file.name)


def _read_pdf(file: InputFile, options: DraftOptions) -> Draft:
    return draft_of(read_pdf(file.content), options.layout, file.name)


DOCX = Importer(name="docx", title=message("Word document"), suffixes=(".docx",), read=_read_docx, options=DraftOptions)
XLSX = Importer(name="xlsx", title=message("workbook"), suffixes=(".xlsx",), read=_read_xlsx, options=DraftOptions)
PDF = Importer(name="pdf", title=message("PDF"), suffixes=(".pdf",), read=_read_pdf, options=DraftOptions)


@hookimpl
def integrationskonzept_importers() -> Sequence[Importer]:
    """Return the importers of Word documents, workbooks and PDF."""
    return (DOCX, XLSX, PDF)
