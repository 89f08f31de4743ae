"""Table of findings, one row per place, filled from a check report."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from integrationskonzept.findings import Finding, path_text
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.tabular.columns import columns_of, integer, text
from integrationskonzept.tabular.frame import Frame
from integrationskonzept.tabular.table import Table

_COLUMNS = (
    text("concept", message("Id of the concept")),
    text("code", message("Code of the rule")),
    text("severity", message("How much it weighs: error, warning or note")),
    text("address", message("Address of the element")),
    text("path", message("Path to the value")),
    text("file", message("File the concept came from")),
    integer("line", message("Line in the file, counted from 1")),
    integer("column", message("Column in the line, counted from 1")),
    text("text", message("The finding and its next step")),
)


def _fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
    return columns_of(_COLUMNS, concept, ())


FINDINGS = Table(name="findings", title=message("Findings"), columns=_COLUMNS, fill=_fill)


def findings_frame(concept: Concept, findings: Iterable[Finding], language: str = "en") -> Frame:
    """Build the table of a concept's findings in one language."""
    rows = (
        (f.code, str(f.severity), p.address, path_text(p.path), p.file, p.line, p.column, f.text(language))
        for f in findings
        for p in f.places
    )
    return Frame(FINDINGS, columns_of(_COLUMNS, concept, rows))
