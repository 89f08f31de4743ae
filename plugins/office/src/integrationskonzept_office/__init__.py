"""Word documents, workbooks and PDF as drafts of concepts, and workbooks of tables."""

from collections.abc import Callable, Sequence

from integrationskonzept import hookimpl
from integrationskonzept.drafts import DocumentTree, Draft, Layout, draft_of
from integrationskonzept.plugins import Importer, InputFile, Sheet, WorkbookWriter
from integrationskonzept_office.i18n import message

__all__ = ["integrationskonzept_importers", "integrationskonzept_workbooks"]


def _read_docx(content: bytes) -> DocumentTree:
    from integrationskonzept_office.word import read_docx

    return read_docx(content)


def _read_xlsx(content: bytes) -> DocumentTree:
    from integrationskonzept_office.workbook import read_xlsx

    return read_xlsx(content)


def _read_pdf(content: bytes) -> DocumentTree:
    from integrationskonzept_office.pdf import read_pdf

    return read_pdf(content)


def _drafts(read: Callable[[bytes], DocumentTree]) -> Callable[[InputFile, Layout], Draft]:
    """Return the function of an importer for the reader of a format."""
    return lambda file, layout: draft_of(read(file.content), layout, file.name)


@hookimpl
def integrationskonzept_importers() -> Sequence[Importer]:
    """Return the importers of Word documents, workbooks and PDF."""
    return (
        Importer(
            name="docx", title=message("Word document"), suffixes=(".docx",), read=_drafts(_read_docx), options=Layout
        ),
        Importer(name="xlsx", title=message("workbook"), suffixes=(".xlsx",), read=_drafts(_read_xlsx), options=Layout),
        Importer(name="pdf", title=message("PDF"), suffixes=(".pdf",), read=_drafts(_read_pdf), options=Layout),
    )


def _write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    from integrationskonzept_office.workbook_writer import write_xlsx

    return write_xlsx(sheets)


@hookimpl
def integrationskonzept_workbooks() -> Sequence[WorkbookWriter]:
    """Return the writer of workbooks."""
    return (WorkbookWriter(name="xlsx", title=message("workbook"), suffixes=(".xlsx",), write=_write_xlsx),)
