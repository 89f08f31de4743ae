"""The exporter keeps the contract that every exporter has to keep."""

import integrationskonzept_report
from integrationskonzept import Concept, export
from integrationskonzept.testing import ExporterContract
from integrationskonzept.testing.examples import with_any_concept
from plugins.report.tests.readable import readable


class TestReport(ExporterContract):
    """Run by pytest, with each type of file."""

    (exporter,) = integrationskonzept_report.integrationskonzept_exporters()
    given = (
        {"kind": "fact-sheets"},
        {"kind": "concept", "format": "docx", "audience": "public"},
        {"format": "html", "language": "en", "today": "2027-06-30", "number": "1"},
        {"format": "md", "audience": "public", "previous_day": "2026-06-30"},
    )
    says = ("measure",)

    def text(self, content: bytes) -> str:
        """Return what a reader of the file sees."""
        return readable(content)


def test_a_status_report_of_any_concept_is_a_pdf() -> None:
    def check(concept: Concept) -> None:
        assert export(concept, "report").files[0].content.startswith(b"%PDF")

    with_any_concept(check, hostile=True)
