"""Documents for people as trees of blocks, for the writers of `integrationskonzept.blocks`.

A name is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "agenda": ("agenda_data", "agenda_document"),
    "comparison": ("comparability_document", "comparison_document"),
    "concept": ("concept_document", "element_document", "overview_document", "whole_document"),
    "findings": ("finding_document", "report_document"),
    "snapshot": ("snapshot_data", "snapshot_document"),
    "status_report": ("evaluation_document",),
    "tables": ("frame_document", "tables_document"),
    "translation": ("LanguageStatus", "translation_data", "translation_document"),
}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
