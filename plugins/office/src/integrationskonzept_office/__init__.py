"""Files of an office for concepts: documents as drafts, workbooks to edit and merge back, observations from them."""

from collections.abc import Sequence

from integrationskonzept import Exporter, hookimpl
from integrationskonzept.drafts import DraftOptions
from integrationskonzept.plugins import CliCommand, Importer, ObservationSource
from integrationskonzept.plugins.kit import Deferred
from integrationskonzept_office.i18n import message
from integrationskonzept_office.workbook.options import Options

__all__ = [
    "DOCX",
    "PDF",
    "XLSX",
    "integrationskonzept_commands",
    "integrationskonzept_exporters",
    "integrationskonzept_importers",
    "integrationskonzept_sources",
]


_IMPORTERS = "integrationskonzept_office.readers.importers"

DOCX = Importer(
    name="docx",
    title=message("Word document"),
    suffixes=(".docx",),
    read=Deferred(f"{_IMPORTERS}:docx_draft"),
    options=DraftOptions,
)
XLSX = Importer(
    name="xlsx",
    title=message("workbook"),
    suffixes=(".xlsx",),
    read=Deferred(f"{_IMPORTERS}:xlsx_draft"),
    options=DraftOptions,
)
PDF = Importer(
    name="pdf", title=message("PDF"), suffixes=(".pdf",), read=Deferred(f"{_IMPORTERS}:pdf_draft"), options=DraftOptions
)
_WORKBOOK = "integrationskonzept_office.workbook"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORKBOOK = Exporter(
    name="workbook",
    title=message("Excel workbook to edit and merge back, or one per lead for a round of status reports"),
    media_type=MEDIA_TYPE,
    suffix=".xlsx",
    export=Deferred(f"{_WORKBOOK}.exporter:export"),
    options=Options,
)
OBSERVATIONS = ObservationSource(
    name="workbook",
    title=message("Excel workbook"),
    read=Deferred(f"{_WORKBOOK}.observations:rows"),
    suffixes=(".xlsx", ".ods"),
)
MERGE = CliCommand(
    name="merge",
    summary=message("Merge an edited workbook into a concept."),
    build=Deferred(f"{_WORKBOOK}.command:build"),
)


@hookimpl
def integrationskonzept_importers() -> Sequence[Importer]:
    """Return the importers of Word documents, workbooks and PDF."""
    return (DOCX, XLSX, PDF)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter of workbooks."""
    return (WORKBOOK,)


@hookimpl
def integrationskonzept_sources() -> Sequence[ObservationSource]:
    """Return the source of observations in workbooks."""
    return (OBSERVATIONS,)


@hookimpl
def integrationskonzept_commands() -> Sequence[CliCommand]:
    """Return the command that merges edited workbooks."""
    return (MERGE,)
