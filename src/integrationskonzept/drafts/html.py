"""Read HTML: headings, paragraphs, lists, definition lists and tables with their merged cells."""

from html.parser import HTMLParser

from integrationskonzept.drafts.notation import RAISED, clean, lines_of
from integrationskonzept.drafts.text import decoded
from integrationskonzept.drafts.tree import (
    Block,
    Cell,
    DocumentPlace,
    DocumentTree,
    Heading,
    Line,
    Paragraph,
    Row,
    Table,
)  # fmt: skip

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    ("p", "div", "li", "dt", "dd", "section", "article", "blockquote", "figcaption", "caption", "summary", "address")
)
_TABLE_PARTS = frozenset(("tr", "td", "th"))
_STRONG = frozenset(("b", "strong"))
_HIDDEN = frozenset(("script", "style", "template", "noscript", "nav"))
_MOST = 100
"""Most columns or rows that one cell may cover."""


def read_html(content: bytes) -> DocumentTree:
    """Return the tree of a page in HTML."""
    parser = _Parser()
    parser.feed(decoded(content))
    parser.close()
    parser.end_text()
    parser.end_table()
    return DocumentTree(blocks=tuple(parser.blocks), title=clean(parser.title) or None)


class _OpenTable:
    """A table while it is read, with the cells that reach down into later rows."""

    def __init__(self, place: DocumentPlace) -> None:
        self.place = place
        self.rows: list[Row] = []
        self.cells: list[Cell] = []
        self.line = 0
        self.is_row_open = False
        self._below: dict[int, int] = {}
        self._further: dict[int, int] = {}

    def add(self, cell: Cell, *, columns: int, rows: int) -> None:
        """Add a cell, and the further columns that it covers."""
        self.is_row_open = True
        self._fill()
        at = len(self.cells)
        self.cells += [cell, *[Cell(is_merged=True)] * (columns - 1)]
        for column in range(at, at + columns):
            if rows > 1:
                self._further[column] = rows - 1

    def _fill(self) -> None:
        """Add the merged cells of earlier rows that stand next."""
        while self._below.get(len(self.cells), 0) > 0:
            self._further[len(self.cells)] = self._below[len(self.cells)] - 1
            self.cells.append(Cell(is_merged=True, is_below=True))

    def end_row(self) -> None:
        """End a row."""
        if not self.is_row_open:
            return
        self._fill()
        self.is_row_open = False
        if self.cells:
            place = DocumentPlace(table=self.place.table, row=len(self.rows) + 1, line=self.line)
            self.rows.append(Row(cells=tuple(self.cells), place=place))
        self._below, self._further, self.cells = self._further, {}, []


class _Parser(HTMLParser):
    """Collects blocks; a table inside a cell becomes text of the cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.title = ""
        self._lines: list[Line] = []
        self._text = ""
        self._marked = False
        self._lead: str | None = None
        self._strong = 0
        self._hidden: list[str] = []
        self._heading: int | None = None
        self._is_title = False
        self._is_raised = False
        self._table: _OpenTable | None = None
        self._depth = 0
        self._tables = 0
        self._spans: tuple[int, int] | None = None
        self._is_list = False
        self._line = 1

    # -- events -----------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a part of the document."""
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag == "title":
            self._is_title = True
        elif tag == "table":
            self._start_table()
        elif self._table is not None and self._depth == 1 and tag in _TABLE_PARTS:
            self._start_table_part(self._table, tag, dict(attrs))
        else:
            self._start_text_part(tag)

    def _start_table_part(self, table: _OpenTable, tag: str, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        if tag == "tr":
            self._end_row()
            table.is_row_open = True
            return
        self._spans = _number(attributes.get("colspan")), _number(attributes.get("rowspan"))
        self._is_list = False
        if not table.cells:
            table.line = self.getpos()[0]

    def _start_text_part(self, tag: str) -> None:
        if tag in _HEADINGS and self._table is None:
            self.end_text()
            self._heading = _HEADINGS[tag]
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._end_line()
            if self._spans is None and tag != "dd":
                self.end_text()
            self._marked = tag == "li"
            self._is_list = self._is_list or tag == "li"
        elif tag == "br":
            self._end_line()
        elif tag in _STRONG:
            self._strong += 1
        self._is_raised = tag == "sup"

    def handle_endtag(self, tag: str) -> None:
        """End a part of the document."""
        if self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        elif tag == "title":
            self._is_title = False
        elif tag == "table":
            self._depth = max(0, self._depth - 1)
            if not self._depth:
                self.end_table()
        elif self._depth == 1 and tag in _TABLE_PARTS:
            self._end_cell()
            if tag == "tr":
                self._end_row()
        else:
            self._end_text_part(tag)

    def _end_text_part(self, tag: str) -> None:
        self._is_raised = False
        if tag in _HEADINGS and self._heading is not None:
            self.end_text()
        elif tag in _BLOCKS or tag in _HEADINGS:
            self._end_line()
            if self._spans is None and tag != "dt":
                self.end_text()
        elif tag in _STRONG:
            self._strong = max(0, self._strong - 1)
            if not self._strong and self._lead is None and not self._lines and self._spans is None:
                self._lead = clean(self._text).rstrip(":") or None

    def handle_data(self, data: str) -> None:
        """Keep text."""
        if self._is_title:
            self.title += data
        elif not self._hidden:
            data = data.translate(RAISED) if self._is_raised and data.strip().isdigit() else data
            if not self._text.strip() and not self._lines:
                self._line = self.getpos()[0]
            self._text += data

    # -- parts ------------------------------------------------------------------------------

    def _end_line(self) -> None:
        """Keep the text so far as a line; its own mark may stand in it."""
        text = clean(self._text)
        if text:
            found = lines_of(text) or [Line(text)]
            first = Line(found[0].text, marked=found[0].marked or self._marked, apart=True)
            self._lines += [first, *found[1:]]
            self._marked = False
        self._text = ""

    def end_text(self) -> None:
        """Keep the lines so far as a heading or paragraph."""
        self._end_line()
        place = DocumentPlace(line=self._line)
        if self._lines and self._spans is None:
            text = " ".join(line.text for line in self._lines)
            if self._heading is not None:
                self.blocks.append(Heading(text=text, level=self._heading, place=place))
            else:
                lead = self._lead if self._lead and self._lead != text else None
                self.blocks.append(Paragraph(lines=tuple(self._lines), place=place, lead=lead))
        if self._spans is None:
            self._lines, self._lead, self._heading = [], None, None

    def _start_table(self) -> None:
        self._end_line()
        if not self._depth:
            self.end_text()
            self._tables += 1
            self._table = _OpenTable(DocumentPlace(table=self._tables, line=self.getpos()[0]))
        self._depth += 1

    def _end_cell(self) -> None:
        self._end_line()
        if self._table is not None and self._spans is not None:
            cell = Cell(lines=tuple(self._lines), is_list=self._is_list)
            self._table.add(cell, columns=self._spans[0], rows=self._spans[1])
        if self._table is not None:
            self._lines, self._spans, self._lead = [], None, None

    def _end_row(self) -> None:
        self._end_cell()
        if self._table is not None:
            self._table.end_row()

    def end_table(self) -> None:
        """Keep the table so far."""
        self._end_row()
        if self._table is not None and self._table.rows:
            self.blocks.append(Table(rows=tuple(self._table.rows), place=self._table.place))
        self._table, self._depth = None, 0


def _number(text: str | None) -> int:
    """Return the number of columns or rows that a cell covers."""
    return max(1, min(_MOST, int(text))) if text and text.strip().isdigit() else 1
