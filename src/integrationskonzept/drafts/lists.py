"""Tables with a header: lists of measures, offers and activities, and the timeline."""

import re
from collections.abc import Mapping, Sequence

from attrs import frozen

from integrationskonzept.drafts.attributes import IGNORED, NAMES
from integrationskonzept.drafts.found import (
    FoundActivity,
    FoundField,
    FoundMeasure,
    FoundOffer,
    FoundTimelineRow,
    FoundValue,
)  # fmt: skip
from integrationskonzept.drafts.headers import YEAR, Header, TableKind, has_columns, header_of, transposed
from integrationskonzept.drafts.heads import Head, is_number, numbered
from integrationskonzept.drafts.notation import clean
from integrationskonzept.drafts.state import State
from integrationskonzept.drafts.tree import Cell, DocumentPlace, Row, Table
from integrationskonzept.model.synonyms import folded

_PAIR = 2
"""Cells of a row with a label and its value."""
_MARKS = re.compile(r"[xX✓✔■●•▪█✗☒+]+|ja|\S.*")


@frozen
class _NamedCell:
    """A cell with the meaning and the header of its column."""

    name: str | None
    header: str
    cell: Cell
    place: DocumentPlace

    @property
    def text(self) -> str:
        """Its text."""
        return self.cell.text


class ListReader:
    """Reads rows below a header, until a heading or another header."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._header: Header | None = None
        self._field: FoundField | None = None
        self._theme: str | None = None
        self._above: dict[int, Cell] = {}

    def end(self) -> None:
        """Forget the header."""
        self._header = None
        self._field = None

    def end_field(self) -> None:
        """Forget the field that a row named, because another is named."""
        self._field = None

    def turned(self, table: Table) -> Table:
        """Return the table with a measure in each row, where it has one in each column."""
        orientation = self._state.layout.orientation
        if not table.rows or orientation in ("rows", "labels"):
            return table
        is_turned = orientation == "columns" or has_columns(table, self._state.labels)
        return transposed(table) if is_turned and len(table.rows) > 1 else table

    def read(self, row: Row, *, in_sheet: bool) -> bool:
        """Read a row that is a header or stands below one; return whether it was read."""
        header = None
        if not (in_sheet and self._is_label_row(row)) and self._state.layout.orientation != "labels":
            header = header_of(row, self._state.labels, self._state.heads)
        if header is not None:
            self._begin(header)
            return True
        head = self._state.heads.measure(row.filled[0].text)
        if self._header is None or (head and head.number and self._header.kind is not TableKind.MEASURES):
            self._header = None
            return False
        if self._is_field_row(row):
            return True
        reader = {
            TableKind.OFFERS: self._offer,
            TableKind.ACTIVITIES: self._activities,
            TableKind.TIMELINE: self._timeline_row,
            TableKind.MEASURES: self._measure,
        }[self._header.kind]
        reader(row, self._header)
        return True

    def _is_label_row(self, row: Row) -> bool:
        """Return whether a row of a sheet is a label with its value, although the value is a word of headers."""
        texts = [cell.text for cell in row.cells]
        label = self._state.labels.find(texts[0]) if texts and texts[0] else None
        return label is not None and self._header is None and len([text for text in texts if text]) <= _PAIR

    def _begin(self, header: Header) -> None:
        found = self._state.found
        found.headers[header.kind.value, " | ".join(text for text in header.printed if text)] += 1
        for label in header.labels:
            self._state.note_label(label)
        if self._header is None or self._header.columns != header.columns:
            self._theme = self._area = None
        self._header = header
        self._above = {}
        if header.kind is TableKind.TIMELINE:
            years = tuple(int(text) for text in header.columns if text)
            found.timeline_years = tuple(sorted({*found.timeline_years, *years}))

    def _is_field_row(self, row: Row) -> bool:
        """Read a row that holds nothing but the title of a field; return whether it is one."""
        if len(row.filled) != 1 or self._header is None:
            return False
        text = row.filled[0].text
        head = self._state.heads.field(text)
        is_whole = all(cell.is_merged for cell in row.cells[1:]) and len(row.cells) > 1 and bool(row.cells[0].text)
        if head is None and is_whole and self._header.kind is TableKind.MEASURES:
            head = numbered(text)
        if head is None:
            return False
        self._field = self._state.set_field(head, row.place)
        return True

    def _cells(self, row: Row, header: Header) -> Mapping[str, Cell]:
        return {name: cell for name, cell in zip(header.columns, row.cells, strict=False) if name}

    # -- offers -----------------------------------------------------------------------------

    def _offer(self, row: Row, header: Header) -> None:
        state = self._state
        cells = self._cells(row, header)
        theme, title = cells.get("theme", Cell()).text, cells.get("title", Cell()).text
        self._theme = theme or self._theme
        last = state.found.offers[-1] if state.found.offers else None
        if title:
            columns = {name: [*cell.lines] for name, cell in cells.items() if name not in ("theme", "title")}
            is_list = cells.get("contacts", Cell()).is_list
            state.found.offers.append(
                FoundOffer(
                    title=title,
                    theme=self._theme,
                    columns=columns,
                    place=row.place,
                    section=state.section,
                    is_list=is_list,
                )
            )
        elif last is not None and last.section is state.section:
            for name, cell in cells.items():
                last.columns.setdefault(name, []).extend(cell.lines)
            if not cells.get("title", Cell()).is_merged:
                last.joined_at, last.joined = row.place, " ".join(cell.text for cell in row.filled)
        else:
            state.unread(" | ".join(cell.text for cell in row.filled), row.place)
            return
        for column, cell in zip(header.columns, row.cells, strict=False):
            if column is None and cell.text:
                state.unread(cell.text, row.place)

    # -- activities -------------------------------------------------------------------------

    def _activities(self, row: Row, header: Header) -> None:
        state = self._state
        field = self._field or state.field_here()
        content = row.filled[-1]
        first = row.cells[0]
        is_same = field is not None and folded(first.text) == folded(field.title)
        area = clean(first.text) if first.text and first is not content and not is_same else None
        last = state.found.activities[-1] if state.found.activities else None
        if not first.text and last is not None and last.section is state.section and last.field_of_action is field:
            last.lines += content.lines
            if not first.is_merged:
                last.joined_at, last.joined = row.place, content.text
            return
        state.found.activities.append(
            FoundActivity(
                area=area,
                field_of_action=field,
                lines=[*content.lines],
                place=row.place,
                section=state.section,
                is_list=content.is_list,
            )
        )

    # -- timeline ---------------------------------------------------------------------------

    def _timeline_row(self, row: Row, header: Header) -> None:
        title = next(cell.text for cell in row.cells if cell.text)
        at = next(at for at, cell in enumerate(row.cells) if cell.text)
        is_aligned = len(row.cells) == len(header.columns) and not header.columns[at]
        marked = [
            int(name)
            for name, cell in zip(header.columns, row.cells, strict=False)
            if name and YEAR.fullmatch(name) and _MARKS.fullmatch(cell.text)
        ]
        years = tuple(marked) if is_aligned and marked else None
        self._state.found.timeline.append(
            FoundTimelineRow(title=title, years=years, place=row.place, section=self._state.section)
        )

    # -- measures ---------------------------------------------------------------------------

    def _measure(self, row: Row, header: Header) -> None:
        state = self._state
        columns = zip(header.columns, header.printed, self._with_merged(row), strict=False)
        cells = [_NamedCell(name, printed, cell, row.place) for name, printed, cell in columns]
        is_further = any(
            cell.is_below and name == "title" for name, cell in zip(header.columns, row.cells, strict=False)
        )
        if is_further:
            cells = [
                _NamedCell(each.name, each.header, cell, row.place)
                for each, cell in zip(cells, row.cells, strict=False)
            ]
        title = next((each.text for each in cells if each.name == "title"), "")
        number = next((each.text for each in cells if each.name == "number" and is_number(each.text)), None)
        measure = state.measure
        if title or number:
            head = state.heads.measure(title) or numbered(title)
            printed = " ".join(filter(None, (number, title)))
            measure = state.start_measure(Head(number or head.number, head.title, printed), row.place)
            self._set_field(measure, cells)
        elif measure is None or measure.section is not state.section:
            state.unread(" | ".join(cell.text for cell in row.filled), row.place)
            return
        for each in cells:
            if each.text and each.name not in (*NAMES, IGNORED):
                self._add(measure, each, is_new=bool(title or number), is_stated=is_further)
        for cell in row.cells[len(header.columns) :]:
            state.unread(cell.text, row.place, measure)

    def _with_merged(self, row: Row) -> list[Cell]:
        """Return the cells of a row; a merged cell that begins further above holds for this row, too."""
        cells = [self._above.get(at, cell) if cell.is_below else cell for at, cell in enumerate(row.cells)]
        self._above = dict(enumerate(cells))
        return cells

    def _set_field(self, measure: FoundMeasure, cells: Sequence[_NamedCell]) -> None:
        named = next((each for each in cells if each.name == "field_of_action" and each.text), None)
        if named:
            head = self._state.heads.field(named.text) or numbered(named.text)
            self._field = self._state.set_field(head, named.place)
        measure.field_of_action = self._field or self._state.field_here()

    def _add(self, measure: FoundMeasure, cell: _NamedCell, *, is_new: bool, is_stated: bool) -> None:
        value = measure.value(cell.name) if cell.name and not is_new else None
        if value is not None:
            value.lines += cell.cell.lines
            if not is_stated:
                value.joined_at, value.joined = cell.place, cell.cell.text
            return
        if cell.name is None:
            self._state.found.unlabelled[cell.header] += 1
        measure.values.append(
            FoundValue(
                attribute=cell.name,
                label=cell.header,
                lines=[*cell.cell.lines],
                place=cell.place,
                is_list=cell.cell.is_list,
            )
        )
