"""Bounds of workbooks, counted before a reader makes cells of them: a file of some kB can hold billions of them."""

import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from xml.parsers import expat

from attrs import define, field
from openpyxl.utils import range_boundaries

from integrationskonzept import Message
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept_office.i18n import message
from integrationskonzept_office.sheets import place_name

MAX_CELLS = 1_000_000
"""Cells of a workbook, empty ones with a format and merged ones among them."""
MAX_AREA = 2_000_000
"""Last row times last column of a sheet, for all sheets together; 5,000 measures need less than half."""
MAX_TEXT = 64 * 1024 * 1024
"""Characters of all cells together; a text that many cells share counts for each."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_CHUNK = 1 << 16
_AREAS = frozenset({"mergeCell", "hyperlink"})
"""Elements of a sheet of Excel that stand for every cell of their range."""
_VALUES = frozenset({"value-type", "formula"})
_ODS_CELLS = frozenset({"table-cell", "covered-table-cell"})

Refuse = Callable[[Message, Message], InvalidConceptError]
"""Return the error for a file that cannot be read, from what is said about it and what to do."""


def check_xlsx(archive: zipfile.ZipFile, refuse: Refuse) -> None:
    """Raise an error for a workbook of Excel with too many cells, whatever its parts are called."""
    counter = _XlsxCells(refuse=refuse)
    for part in archive.infolist():
        with suppress(expat.ExpatError):  # a picture; a damaged sheet is met by the reader too, at the same place
            _parse(archive, part.filename, counter.start)


def check_ods(archive: zipfile.ZipFile, refuse: Refuse) -> None:
    """Raise an error for a workbook of LibreOffice with too many cells or too much text, repeated ones counted."""
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refuse(
            message("the workbook is protected by a password"), message("save the workbook without its password")
        )
    tables = _OdsTables(areas=Areas(refuse=refuse))
    _parse(archive, "content.xml", tables.start, tables.end, tables.text)


def _parse(archive: zipfile.ZipFile, part: str, *handlers: Callable[..., None]) -> None:
    parser = expat.ParserCreate()
    names = ("StartElementHandler", "EndElementHandler", "CharacterDataHandler")
    for name, handler in zip(names, handlers, strict=False):
        setattr(parser, name, handler)
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003 - it has no name in Python
    parser.Parse(b"", True)  # noqa: FBT003 - it has no name in Python


@define(kw_only=True)
class Areas:
    """The areas of the sheets of a workbook, and the text in them."""

    refuse: Refuse
    _cells: int = field(default=0, init=False)
    _text: int = field(default=0, init=False)

    def add(self, sheet: str, row: int, column: int) -> None:
        """Add a sheet that goes on to a row and a column; raise the error if all sheets together are too large."""
        self._cells += row * column
        if self._cells > MAX_AREA:
            said = message(
                "the sheets go on over {cells} cells, '{sheet}' to {cell}; the most is {limit}",
                sheet=sheet,
                cell=place_name(min(row, _MOST_ROWS), min(column, _MOST_COLUMNS)),
                cells=self._cells,
                limit=MAX_AREA,
            )
            raise self.refuse(said, message("delete what stands far below or beside the table, and save it again"))

    def add_text(self, length: int) -> None:
        """Add the text of cells; raise the error if it is too long."""
        self._text += length
        if self._text > MAX_TEXT:
            said = message(
                "the text of the cells has more than {limit} million characters", limit=MAX_TEXT // 1_000_000
            )
            raise self.refuse(said, message("delete what does not belong to the table, and save it again"))


@define(kw_only=True)
class _XlsxCells:
    refuse: Refuse
    count: int = field(default=0, init=False)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Count the cells that an element stands for."""
        name = name.rpartition(":")[2]
        if name == "c":
            self.count += 1
        elif name in _AREAS and ":" in attributes.get("ref", ""):
            left, top, right, bottom = range_boundaries(attributes["ref"])
            columns, rows = (right or _MOST_COLUMNS) - (left or 1), (bottom or _MOST_ROWS) - (top or 1)
            self.count += (columns + 1) * (rows + 1)
        else:
            return
        if self.count > MAX_CELLS:
            said = message("the workbook has more than {limit} cells, empty and merged ones counted", limit=MAX_CELLS)
            hint = message("delete empty rows and columns that have a format, and undo large merged cells")
            raise self.refuse(said, hint)


@define(kw_only=True)
class _OdsTables:
    """Where the tables of a workbook of LibreOffice end, followed element by element."""

    areas: Areas
    _table: str = field(default="", init=False)
    _rows: int = field(default=0, init=False)
    """Rows of the table so far."""
    _last_row: int = field(default=0, init=False)
    _last_column: int = field(default=0, init=False)
    _row_repeat: int = field(default=1, init=False)
    _column: int = field(default=0, init=False)
    """Cells of the row so far."""
    _repeat: int = field(default=0, init=False)
    """How often the cell stands in the row; 0 outside cells."""
    _row_end: int = field(default=0, init=False)
    """The last column of the row that holds something."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take in the start of an element."""
        name = name.rpartition(":")[2]
        if name in _ODS_CELLS:
            named = {key.rpartition(":")[2]: value for key, value in attributes.items()}
            self._repeat = int(named.get("number-columns-repeated", 1))
            self._column += self._repeat
            if not _VALUES.isdisjoint(named):
                self._row_end = self._column
                self.text(named.get("string-value", ""))
        elif name == "p" and self._repeat:
            self._row_end = self._column
        elif name == "table-row":
            self._row_repeat = int(attributes.get("table:number-rows-repeated", 1))
            self._column = self._row_end = 0
        elif name == "table":
            self._table = attributes.get("table:name", "")
            self._rows = self._last_row = self._last_column = 0

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        name = name.rpartition(":")[2]
        if name in _ODS_CELLS:
            self._repeat = 0
        elif name == "table-row":
            self._rows += self._row_repeat
            if self._row_end:
                self._last_row, self._last_column = self._rows, max(self._last_column, self._row_end)
        elif name == "table":
            self.areas.add(self._table, self._last_row, self._last_column)

    def text(self, text: str) -> None:
        """Take in text, which stands in every repeated cell."""
        self.areas.add_text(len(text) * self._repeat * self._row_repeat)
