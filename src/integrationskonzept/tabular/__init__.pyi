# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.tabular.frame import Frame as Frame
from integrationskonzept.tabular.table import Column as Column
from integrationskonzept.tabular.table import ColumnType as ColumnType
from integrationskonzept.tabular.table import Table as Table
from integrationskonzept.tabular.table import table_of as table_of
from integrationskonzept.tabular.tables import Tables as Tables

__all__ = [
    "Column",
    "ColumnType",
    "Frame",
    "Table",
    "Tables",
    "table_of",
]
