"""Parts of a report to the council: fact sheets, tables by field, what changed, what is not known, sources."""

from integrationskonzept.documents.comparison import comparison_document
from integrationskonzept.documents.concept import element_document, whole_document
from integrationskonzept.documents.evaluation_parts import indicator_table, question_chapter, totals_list
from integrationskonzept.documents.report.changes import changes_chapter
from integrationskonzept.documents.report.compact import compact
from integrationskonzept.documents.report.coverage import coverage_chapter
from integrationskonzept.documents.report.fact_sheet import FactSheets, status_words
from integrationskonzept.documents.report.fields import (
    field_chapters,
    measures_by_field,
    status_table,
)
from integrationskonzept.documents.report.pages import actor_blocks, decided_table, field_blocks, indicator_blocks
from integrationskonzept.documents.report.scope import decisions_within, limited
from integrationskonzept.documents.report.sources import sources_chapter
from integrationskonzept.documents.status_report import collection_chapter, decision_chapter
from integrationskonzept.documents.titles import title_of

__all__ = [
    "FactSheets",
    "actor_blocks",
    "changes_chapter",
    "collection_chapter",
    "compact",
    "comparison_document",
    "coverage_chapter",
    "decided_table",
    "decision_chapter",
    "decisions_within",
    "element_document",
    "field_blocks",
    "field_chapters",
    "indicator_blocks",
    "indicator_table",
    "limited",
    "measures_by_field",
    "question_chapter",
    "sources_chapter",
    "status_table",
    "status_words",
    "title_of",
    "totals_list",
    "whole_document",
]
