# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.documents.agenda import agenda_data as agenda_data
from integrationskonzept.documents.agenda import agenda_document as agenda_document
from integrationskonzept.documents.comparison import comparability_document as comparability_document
from integrationskonzept.documents.comparison import comparison_document as comparison_document
from integrationskonzept.documents.concept import concept_document as concept_document
from integrationskonzept.documents.concept import element_document as element_document
from integrationskonzept.documents.concept import overview_document as overview_document
from integrationskonzept.documents.concept import whole_document as whole_document
from integrationskonzept.documents.findings import finding_document as finding_document
from integrationskonzept.documents.findings import report_document as report_document
from integrationskonzept.documents.snapshot import snapshot_data as snapshot_data
from integrationskonzept.documents.snapshot import snapshot_document as snapshot_document
from integrationskonzept.documents.status_report import evaluation_document as evaluation_document
from integrationskonzept.documents.tables import frame_document as frame_document
from integrationskonzept.documents.tables import tables_document as tables_document
from integrationskonzept.documents.translation import LanguageStatus as LanguageStatus
from integrationskonzept.documents.translation import translation_data as translation_data
from integrationskonzept.documents.translation import translation_document as translation_document

__all__ = [
    "LanguageStatus",
    "agenda_data",
    "agenda_document",
    "comparability_document",
    "comparison_document",
    "concept_document",
    "element_document",
    "evaluation_document",
    "finding_document",
    "frame_document",
    "overview_document",
    "report_document",
    "snapshot_data",
    "snapshot_document",
    "tables_document",
    "translation_data",
    "translation_document",
    "whole_document",
]
