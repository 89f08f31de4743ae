"""Reading CSV as spreadsheets write it: comma, semicolon or tabulator, with or without a byte order mark."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.language import Message, message

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
    """What could not be read."""
    remarks: tuple[Message, ...] = ()
    """How it was read, where there was a choice."""


def read_csv(content: bytes) -> CsvContent:
    """Read CSV in UTF-8 with a line of headers; what separates the cells is found out from that line."""
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
    """Return what separates most headers; None where nothing separates any."""
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
