"""Tables from outside: rows of a CSV file, or of what a dataframe library holds."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from integrationskonzept.findings import Finding
from integrationskonzept.language import Message
from integrationskonzept.tabular.csv_file import read_csv

Row = Mapping[Any, Any]
"""Cells by column header."""


@frozen(kw_only=True)
class Incoming:
    """The rows of a table from outside, and how it was read."""

    rows: Iterable[Row]
    """The rows; one that cannot be told apart into cells is empty, and reported."""
    first_row: int = 1
    """The number its first row has where people look at it."""
    file: str | None = None
    """The file it came from."""
    findings: tuple[Finding, ...] = ()
    """What could not be read."""
    remarks: tuple[Message, ...] = ()
    """How it was read, where there was a choice."""


def incoming(table: Any) -> Incoming:
    """Take in a table: the path of a CSV file, an iterable of mappings, or a frame of any library narwhals knows.

    Raises `OSError` when a file cannot be read, `TypeError` for what is no table, and
    `ModuleNotFoundError` for a frame where narwhals is not installed (extra ``pandas``,
    ``polars`` or ``arrow``).
    """
    if isinstance(table, (str, os.PathLike)):
        content = read_csv(Path(table).read_bytes())
        return Incoming(
            rows=content.rows,
            first_row=content.first_row,
            file=os.fspath(table),
            findings=content.findings,
            remarks=content.remarks,
        )
    return Incoming(rows=_mappings(table) if _holds_mappings(table) else _frame_rows(table))


def _holds_mappings(table: Any) -> bool:
    """Tell rows from a frame: a frame can be asked for Arrow data or for its columns."""
    return not any(hasattr(table, name) for name in ("__arrow_c_stream__", "__narwhals_dataframe__"))


def _mappings(table: Iterable[Any]) -> Iterator[Row]:
    for number, row in enumerate(table, start=1):
        if not isinstance(row, Mapping):
            raise TypeError(
                f"row {number} must be a mapping such as {{'indicator': 'anzahl-kurse', 'as_of': '2026', 'value': 12}};"
                f" got {type(row).__name__}"
            )
        yield row


def _frame_rows(frame: Any) -> Iterator[Row]:
    import narwhals as nw  # noqa: PLC0415 - needed for frames alone

    for row in nw.from_native(frame, eager_only=True).iter_rows(named=True):
        yield {header: _whole(cell) for header, cell in row.items()}


def _whole(cell: Any) -> Any:
    """Return a whole number as one: a column that lacks a value holds 12 as 12.0."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
