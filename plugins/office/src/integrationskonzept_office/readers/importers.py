"""Documents of office programs, read as drafts of concepts."""

from integrationskonzept.drafts import Draft, DraftOptions, draft_of
from integrationskonzept.plugins import InputFile
from integrationskonzept_office.readers.pdf import read_pdf
from integrationskonzept_office.readers.word import read_docx
from integrationskonzept_office.readers.workbook import read_xlsx


def docx_draft(file: InputFile, options: DraftOptions) -> Draft:
    """Return the draft of a Word document."""
    return draft_of(read_docx(file.content), options.document_layout, file.name)


def xlsx_draft(file: InputFile, options: DraftOptions) -> Draft:
    """Return the draft of a workbook."""
    return draft_of(read_xlsx(file.content), options.document_layout, file.name)


def pdf_draft(file: InputFile, options: DraftOptions) -> Draft:
    """Return the draft of a PDF."""
    return draft_of(read_pdf(file.content), options.document_layout, file.name)
