"""Table of findings, one row per place, filled from a check report."""

from collections.abc import Iterable

from attrs import frozen

from integrationskonzept.findings import Finding, Place, Severity, path_text
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.tabular.columns import integer, text
from integrationskonzept.tabular.frame import Frame
from integrationskonzept.tabular.table import FINDINGS_NAME, filled, table_of


@frozen
class _Row:
    code: str
    severity: Severity
    place: Place
    text: str


_COLUMNS = (
    text("code", message("Code of the rule")),
    text("severity", message("How much it weighs: error, warning or note")),
    text("address", message("Address of the element"), lambda row: row.place.address),
    text("path", message("Path to the value"), lambda row: path_text(row.place.path)),
    text("file", message("File the concept came from"), lambda row: row.place.file),
    integer("line", message("Line in the file, counted from 1"), lambda row: row.place.line),
    integer("column", message("Column in the line, counted from 1"), lambda row: row.place.column),
    text("text", message("The finding and its next step")),
)

FINDINGS = table_of(FINDINGS_NAME, message("Findings"), lambda _: (), _COLUMNS)


def findings_frame(concept: Concept, findings: Iterable[Finding], language: str = "en") -> Frame:
    """Build the table of a concept's findings in one language."""
    rows = (_Row(f.code, f.severity, place, f.text(language)) for f in findings for place in f.places)
    return Frame(FINDINGS, filled(concept, rows, _COLUMNS))
