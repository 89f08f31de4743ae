"""Observations from outside, merged into a concept.

A name is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "merge": ("MergeResult", "merge_observations", "observe"),
    "sources": ("ObservationTable",),
}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
