"""Tables of concepts as documents: their rows, or a list of them."""

from collections.abc import Mapping
from typing import Any

from integrationskonzept.blocks.tree import Document, Emphasis, Marked, TableColumn, TextTable
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.format_value import value_message
from integrationskonzept.tabular.frame import Frame
from integrationskonzept.tabular.table import ColumnType

_NUMERIC = frozenset({ColumnType.INTEGER, ColumnType.NUMBER})


def frame_document(frame: Frame, language: str | None = None) -> Document:
    """Return the rows of a table without the columns that hold nothing; a missing value is an empty cell."""
    shown = [one for one in frame.columns if not len(frame) or any(value is not None for value in frame[one.name])]
    columns = [TableColumn(column.name, column.type in _NUMERIC) for column in shown]
    rows = [[_cell(value) for value in row] for row in zip(*(frame[one.name] for one in shown), strict=True)]
    table = TextTable(columns, rows, headed_rows=False)
    return Document(title=frame.table.title, blocks=table, language=language or DEFAULT_LANGUAGE)


def _cell(value: Any) -> Any:
    return value if value is None or isinstance(value, str) else value_message(value)


def tables_document(tables: Mapping[str, Frame], language: str | None = None) -> Document:
    """Return the names and titles of tables, with the numbers of their rows."""
    columns = (message("table"), message("content"), TableColumn(message("rows"), numeric=True))
    rows = [
        (Marked(name, Emphasis.CODE), frame.table.title, value_message(len(frame))) for name, frame in tables.items()
    ]
    return Document(title=message("Tables"), blocks=TextTable(columns, rows), language=language or DEFAULT_LANGUAGE)
