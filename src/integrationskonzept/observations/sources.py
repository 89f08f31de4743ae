"""Tables of observations: CSV files, mappings and data frames as rows."""

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.i18n.messages import Message, message

NOT_A_TABLE = "IK950"
"""Code of the findings that a file, or a row of it, is no table."""

_DELIMITERS = ";", ",", "\t"
_NAMES = {";": message("semicolon"), ",": message("comma"), "\t": message("tabulator")}
_HINT = message("save it again as 'CSV UTF-8', which spreadsheets offer under 'Save as'")
_UTF16 = b"\xff\xfe", b"\xfe\xff"
_COMMA = re.compile(r"[+-]?\d+,\d+")
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")


@frozen(kw_only=True)
class CsvContent:
    """The rows of a CSV file, with what could not be read and how the rest was."""

    rows: tuple[Mapping[str, str], ...] = ()
    """Cells by header; an empty mapping stands for a row that is blank or reported."""
    first_row: int = 2
    """The number of the first of them, counted from 1 for the first row of the file."""
    findings: tuple[Finding, ...] = ()
    """Findings about unreadable parts."""
    remarks: tuple[Message, ...] = ()
    """Assumptions made while reading."""


def read_csv(content: bytes) -> CsvContent:
    """Return the content of a CSV file in UTF-8; the delimiter is detected from the header line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return CsvContent(findings=(_not_utf8(content),))
    if not text.strip():
        return CsvContent(
            findings=(
                _finding(
                    message("the file is empty"),
                    1,
                    message("begin it with headers"),
                ),
            )
        )
    head = next(number for number, line in enumerate(text.splitlines(), start=1) if line.strip())
    delimiter = _delimiter(text)
    if delimiter is None:
        said = message("the headers are not separated: {line!r}", line=text.splitlines()[head - 1][:80])
        hint = message("begin with headers such as: indicator;as_of;value")
        return CsvContent(findings=(_finding(said, head, hint),))
    return _read(text, delimiter, head)


def _not_utf8(content: bytes) -> Finding:
    if content.startswith(_UTF16):
        return _finding(message("the file is saved as UTF-16, not as UTF-8"), 1, _HINT)
    said = message("the file is not saved as UTF-8 but, it seems, as Windows-1252 or Latin-1")
    return _finding(said, 1, _HINT)


def _finding(said: Message, row: int, hint: Message | None = None) -> Finding:
    place = Place(path=("row", row))
    return Finding(code=NOT_A_TABLE, severity=Severity.ERROR, message=said, hint=hint, places=(place,))


def _delimiter(text: str) -> str | None:
    """Return the delimiter that yields most headers; None if none yields two."""
    counts = {mark: len(next(_records(text, mark))) for mark in _DELIMITERS}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] > 1 else None


def _records(text: str, delimiter: str, *, strict: bool = False) -> Iterator[list[str]]:
    """Yield the records from the first line on that is not blank."""
    return csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=delimiter, strict=strict)


def _read(text: str, delimiter: str, head: int) -> CsvContent:
    records = _records(text, delimiter, strict=True)
    rows: list[Mapping[str, str]] = []
    findings: list[Finding] = []
    try:
        headers = [header.strip() for header in next(records)]
        findings += _doubled(headers, head)
        for number, cells in enumerate([] if findings else records, start=head + 1):
            is_longer = any(cell.strip() for cell in cells[len(headers) :])
            findings += [_too_many(number, len(cells), len(headers), delimiter)] if is_longer else []
            named = zip(headers, [] if is_longer else cells, strict=False)
            rows.append({header: cell for header, cell in named if header})
    except csv.Error as error:
        row = head + 1 + len(rows)
        findings.append(_finding(message("from here on the file cannot be read as CSV: {problem}", problem=error), row))
    return CsvContent(
        rows=tuple(rows),
        first_row=head + 1,
        findings=tuple(findings),
        remarks=tuple(_remarks(rows, delimiter)),
    )


def _doubled(headers: Sequence[str], row: int) -> Iterator[Finding]:
    for header in dict.fromkeys(header for header in headers if header and headers.count(header) > 1):
        said = message("column {header!r} stands there twice", header=header)
        yield _finding(said, row, message("delete or rename one of the two"))


def _too_many(row: int, cells: int, headers: int, delimiter: str) -> Finding:
    said = message("the row has {cells} cells, the headers are {headers}", cells=cells, headers=headers)
    hint = message("put values that contain a {delimiter} in double quotes", delimiter=_NAMES[delimiter])
    return _finding(said, row, hint)


def _remarks(rows: Iterable[Mapping[str, str]], delimiter: str) -> Iterator[Message]:
    cells = [cell.strip() for row in rows for cell in row.values()]
    yield message("cells are separated by a {delimiter}", delimiter=_NAMES[delimiter])
    if example := next(filter(_COMMA.fullmatch, cells), None):
        yield message("numbers such as {example} are read with a decimal comma", example=example)
    if example := next(filter(_DAY.fullmatch, cells), None):
        yield message("dates such as {example} are read as day.month.year", example=example)


Row = Mapping[Any, Any]
"""Cells by column header."""


@frozen(kw_only=True)
class ObservationTable:
    """The rows of a table from outside, and how it was read."""

    rows: Iterable[Row]
    """The rows; one that cannot be told apart into cells is empty, and reported."""
    first_row: int = 1
    """The number its first row has where people look at it."""
    file: str | None = None
    """The file it came from."""
    findings: tuple[Finding, ...] = ()
    """Findings about unreadable parts."""
    remarks: tuple[Message, ...] = ()
    """Assumptions made while reading."""


def observation_table(table: Any) -> ObservationTable:
    """Return the rows of a table: the path of a CSV file, an iterable of mappings, or a frame supported by narwhals.

    Raises `OSError` when a file cannot be read, `TypeError` for what is no table, and
    `ModuleNotFoundError` for a frame where narwhals is not installed (extra ``pandas``,
    ``polars`` or ``arrow``).
    """
    if isinstance(table, ObservationTable):
        return table
    if isinstance(table, (str, os.PathLike)):
        content = read_csv(Path(table).read_bytes())
        return ObservationTable(
            rows=content.rows,
            first_row=content.first_row,
            file=os.fspath(table),
            findings=content.findings,
            remarks=content.remarks,
        )
    return ObservationTable(rows=_mappings(table) if _holds_mappings(table) else _frame_rows(table))


def _holds_mappings(table: Any) -> bool:
    """Return whether a table holds mappings; a frame offers Arrow data or narwhals columns."""
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
