"""Tidy tables of concepts.

A name is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "frame": ("Frame",),
    "table": ("Column", "ColumnType", "Table", "table_of"),
    "tables": ("Tables",),
}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES)
