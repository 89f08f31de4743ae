"""Edited tables of elements, merged into a concept cell by cell."""

from integrationskonzept.merging.base_values import Stored, read_stored, stored_text
from integrationskonzept.merging.cells import CellContent, Names, cell_of
from integrationskonzept.merging.columns import SheetColumn, column_at, columns_of, dated_columns
from integrationskonzept.merging.editable_tables import MadeColumn, MadeRow, MadeTable, MadeTables
from integrationskonzept.merging.edits import (
    DELETE,
    ID,
    CellChange,
    EditedCell,
    EditedRow,
    EditedTable,
    EditResult,
    Edits,
)
from integrationskonzept.merging.merge import merge_edits
from integrationskonzept.merging.problems import not_a_table
from integrationskonzept.merging.report_round import Asked, Unanswered, asked_of, parts_of_round, unanswered
from integrationskonzept.merging.table_maker import table_name
from integrationskonzept.merging.tables import element_tables, round_tables
from integrationskonzept.model.description import ValueType

__all__ = [
    "DELETE",
    "ID",
    "Asked",
    "CellChange",
    "CellContent",
    "EditResult",
    "EditedCell",
    "EditedRow",
    "EditedTable",
    "Edits",
    "MadeColumn",
    "MadeRow",
    "MadeTable",
    "MadeTables",
    "Names",
    "SheetColumn",
    "Stored",
    "Unanswered",
    "ValueType",
    "asked_of",
    "cell_of",
    "column_at",
    "columns_of",
    "dated_columns",
    "element_tables",
    "merge_edits",
    "not_a_table",
    "parts_of_round",
    "read_stored",
    "round_tables",
    "stored_text",
    "table_name",
    "unanswered",
]
