"""Compare two editions of a concept, and indicators over towns.

A name is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "apply": ("apply_changes",),
    "changes": (
        "Added",
        "Change",
        "Changed",
        "DeadlineMoved",
        "Dropped",
        "EditionName",
        "LeadChanged",
        "Merged",
        "Moved",
        "Observed",
        "PlaceChange",
        "Renamed",
        "Reordered",
        "Replaced",
        "ReportsChanged",
        "Reworded",
        "SourceAdded",
        "SourceLost",
        "Split",
        "StatusReported",
        "TargetChanged",
    ),
    "comparability": (
        "Comparability",
        "Member",
        "Obstacle",
        "SimilarIndicators",
        "Uncoded",
        "Variant",
        "similar_indicators",
        "without_code",
    ),
    "compare": ("Comparison",),
    "previous_goals": ("Judgement",),
    "renames": ("Suggestion",),
}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
