"""The exporter keeps the contract that every exporter has to keep."""

import integrationskonzept_report
from integrationskonzept.testing import ExporterContract
from plugins.report.tests.readable import readable


class TestReport(ExporterContract):
    """Run by pytest, with each type of file and each kind of report."""

    (exporter,) = integrationskonzept_report.integrationskonzept_exporters()
    given = (
        {},
        {"format": "docx", "kind": "fact-sheets"},
        {"kind": "concept", "format": "html", "language": "en", "today": "2027-06-30"},
        {"kind": "fact-sheets", "audience": "public", "format": "md"},
    )
    says = ("measure",)

    def text(self, content: bytes) -> str:
        """Return what a reader of the file sees."""
        return readable(content)
