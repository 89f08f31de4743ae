"""Reports of an integration concept, for the council and for the public: the exporter ``report``."""

from collections.abc import Sequence

from integrationskonzept import Exporter, hookimpl
from integrationskonzept.plugins import OtherFormat
from integrationskonzept.plugins.kit import Deferred
from integrationskonzept_report.i18n import message
from integrationskonzept_report.options import Audience, FileType, Kind, Options

__all__ = ["Audience", "FileType", "Kind", "Options", "integrationskonzept_exporters"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter."""
    report = Exporter(
        name="report",
        title=message("Report for the council or the public (PDF, Word, HTML, Markdown)"),
        media_type="application/pdf",
        suffix=".pdf",
        export=Deferred("integrationskonzept_report.exporter:export"),
        options=Options,
        other_formats=(
            OtherFormat(format=FileType.DOCX, suffix=".docx", media_type=_WORD),
            OtherFormat(format=FileType.HTML, suffix=".html", media_type="text/html; charset=utf-8"),
            OtherFormat(format=FileType.MARKDOWN, suffix=".md", media_type="text/markdown; charset=utf-8"),
        ),
    )
    return [report]
