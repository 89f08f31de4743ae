"""Tables of labels and values: one measure in several rows."""

from collections.abc import Sequence

from attrs import evolve

from integrationskonzept.drafts.attributes import IGNORED, NAMES
from integrationskonzept.drafts.found import FoundMeasure, FoundValue
from integrationskonzept.drafts.heads import Head, is_number, numbered
from integrationskonzept.drafts.labels import Label
from integrationskonzept.drafts.notation import Item, items_of
from integrationskonzept.drafts.state import State
from integrationskonzept.drafts.tree import Cell, Line, Row, Table, text_of

_FEWEST = 2
"""Number of rows with labels from which on a table without a head is a sheet."""
_LONGEST_LABEL = 60
_LONGEST_TITLE = 240


class SheetReader:
    """Reads rows of labels and values, and begins a measure where a head or a title stands."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._measure: FoundMeasure | None = None
        self._is_sheet = False
        self._started_here = False
        self._waiting: list[FoundValue] = []
        self._held: list[tuple[Row, Cell]] = []
        self._below: dict[int, Label] = {}

    @property
    def is_open(self) -> bool:
        """Whether rows of labels are being read."""
        return self._is_sheet and self._measure is not None

    @property
    def takes_field(self) -> bool:
        """Whether a measure has begun in this table and has no value yet, so that a field is its own."""
        return self._started_here and self._measure is not None and not self._measure.values

    def end(self) -> None:
        """Close the measure, at a heading."""
        self._flush()
        self._measure = None
        self._is_sheet = False

    def begin(self, table: Table) -> None:
        """Prepare to read a table, which may go on with the measure before it."""
        state = self._state
        self._below = {}
        self._started_here = False
        continues = self._measure is not None and self._measure is state.measure
        if state.measure is not None and state.measure.is_text:
            self._measure = state.measure
            self._is_sheet = True
        elif not continues:
            self._measure = None
            self._is_sheet = self._looks_like_sheet(table)

    def _looks_like_sheet(self, table: Table) -> bool:
        """Return whether a table has a head of a measure, or labels in several rows."""
        rows = [row for row in table.rows if row.filled]
        if any((head := self._state.heads.measure(row.filled[0].text)) and head.number for row in rows):
            return True
        labels = [label for row in rows for label in self._labels_in(row)]
        return len(labels) >= _FEWEST

    def _labels_in(self, row: Row) -> list[Label]:
        found = []
        for cell in row.filled:
            label = self._state.labels.find(cell.text)
            found += [label] if label else []
            for line in cell.lines:
                split = self._state.labels.split(line.text)
                found += [split[0]] if split and not label else []
        return found

    # -- rows -------------------------------------------------------------------------------

    def read(self, table: Table, at: int) -> None:
        """Read one row."""
        row = table.rows[at]
        if not self._is_sheet:
            self._state.unread(_text(row), row.place)
        elif self._below:
            self._read_below(row)
        elif not (self._read_head(table, at) or self._read_labels(table, at) or self._read_within(row)):
            self._read_rest(table, at)

    def _read_below(self, row: Row) -> None:
        """Read the values that stand below their labels."""
        labels, self._below = self._below, {}
        for column, cell in enumerate(row.cells):
            if column in labels:
                self._add(labels[column], [cell], row)

    def _read_head(self, table: Table, at: int) -> bool:
        """Begin a measure at its head; return whether the row is one."""
        row, state = table.rows[at], self._state
        first, *others = row.filled
        head = state.heads.measure(first.text)
        if head and (head.number or not others):
            title = head.title or (others[0].text if others else "")
            named = numbered(title) if title and not head.number else Head(head.number, title, title)
            printed = f"{head.printed} {title}" if title and not head.title else head.printed
            measure = self._start(Head(head.number or named.number, named.title, printed), row)
            for cell in others[1 if not head.title else 0 :]:
                self._read_cell(cell, row, measure)
            return True
        if len(others) == 1 and is_number(first.text) and not state.labels.find(first.text):
            if not self._is_new():
                return False
            self._start(Head(first.text, others[0].text, f"{first.text} {others[0].text}"), row)
            return True
        following = next((row for row in table.rows[at + 1 :] if row.filled), None)
        below = self._labels_in(following) if following and not others and not self._labels_in(row) else []
        if not below or len(first.text) > _LONGEST_TITLE or not row.cells[0].text:
            return False
        if not self._started_here or (self._measure and any(self._measure.value(each.attribute) for each in below)):
            self._start(numbered(first.text), row)
            return True
        if len(row.cells) > 1 and len(first.text) <= _LONGEST_LABEL:  # it divides the rows of one measure
            state.unread(first.text, row.place, self._measure)
            return True
        return False

    def _is_new(self) -> bool:
        """Return whether a measure may begin: none has in this table, or the last one has values."""
        return not self._started_here or bool(self._measure and self._measure.values)

    def _start(self, head: Head, row: Row) -> FoundMeasure:
        self._flush()
        state = self._state
        text = state.measure if state.measure and state.measure.is_text and not state.measure.values else None
        if text is not None and not self._started_here and (not text.title or text.title == head.title):
            text.title = text.title or head.title
            text.number = text.number or head.number
            self._measure = text
        else:
            self._measure = state.start_measure(head, row.place)
            self._measure.field_of_action = state.field_here()
        self._started_here = True
        waiting, self._waiting = self._waiting, []
        for value in waiting:
            self._keep(value, self._measure)
        return self._measure

    def _read_labels(self, table: Table, at: int) -> bool:
        """Read pairs of labels and values; return whether the first filled cell is a label."""
        row, state = table.rows[at], self._state
        found = [(column, cell, state.labels.find(cell.text)) for column, cell in enumerate(row.cells) if cell.text]
        if found[0][2] is None:
            return False
        if all(label for _, _, label in found) and self._has_values_below(table, at, len(found)):
            self._below = {column: label for column, _, label in found if label}
            return True
        groups: list[tuple[Label, list[Cell]]] = []
        is_paired = len(found) % 2 == 0 and all(label for _, _, label in found[::2])
        for number, (_, cell, label) in enumerate(found):
            if label is not None and not (is_paired and number % 2):
                groups.append((label, []))
            else:
                groups[-1][1].append(cell)
        for label, cells in groups:
            self._add(label, cells, row)
        return True

    def _has_values_below(self, table: Table, at: int, count: int) -> bool:
        """Return whether the next row holds as many values for a row of labels."""
        following = next((row for row in table.rows[at + 1 :] if row.filled), None)
        if following is None or (count == 1 and len(table.rows[at].cells) > 1 and not _is_whole(table.rows[at])):
            return False
        is_free = not any(self._state.labels.find(cell.text) for cell in following.filled)
        is_head = self._state.heads.measure(following.filled[0].text)
        return is_free and not is_head and bool(following.cells[0].text)

    def _add(self, label: Label, cells: Sequence[Cell], row: Row) -> None:
        state = self._state
        state.note_label(label)
        text = " ".join(cell.text for cell in cells)
        lines = [line for cell in cells for line in cell.lines]
        if label.attribute == IGNORED:
            return
        if label.attribute == "title" and text:
            titles = items_of(lines) if any(line.marked for line in lines) else []
            if len(titles) > 1:
                self._list_of_measures(titles, row)
            else:
                self._title(text, row)
            return
        value = FoundValue(
            attribute=label.attribute, label=label.printed, lines=lines, place=row.place, is_sure=label.is_sure,
            is_list=any(cell.is_list for cell in cells),
        )  # fmt: skip
        if label.attribute in NAMES and (self._measure is None or self._has_content()):
            self._waiting.append(value)
            return
        self._keep(value, self._ensured_measure(label, row))

    def _has_content(self) -> bool:
        return self._measure is not None and any(each.attribute not in NAMES for each in self._measure.values)

    def _list_of_measures(self, titles: Sequence[Item], row: Row) -> None:
        """Begin a measure for each title; further rows belong to what was open before."""
        for title in titles:
            measure = self._state.start_measure(numbered(title.text), row.place)
            measure.field_of_action = self._state.field_here()
        self._state.measure = self._measure

    def _title(self, text: str, row: Row) -> None:
        """Take a title: that of the open measure if it has none yet, or else of a new one."""
        head = numbered(text)
        measure = self._measure
        if measure is not None and not measure.title and not self._has_content():
            measure.title = head.title
            measure.number = measure.number or head.number
            measure.printed = f"{measure.printed} {text}".strip()
        elif measure is None or self._has_content() or not measure.is_text or measure.title != head.title:
            if measure is not None and measure.is_text and not measure.values and not self._started_here:
                measure.values.append(
                    FoundValue(attribute="short_title", label="", lines=[Line(text)], place=row.place, is_sure=False)
                )
                self._started_here = True
                return
            self._start(Head(head.number, head.title, text), row)

    def _ensured_measure(self, label: Label, row: Row) -> FoundMeasure:
        """Return the open measure; begin one at a label without one, or at a label that the one before has."""
        measure = self._measure
        is_repeated = (
            measure is not None
            and not self._started_here
            and not measure.is_text
            and measure.value(label.attribute) is not None
        )
        if measure is None or is_repeated or (self._waiting and self._has_content()):
            measure = self._start(self._state.title_above() or Head(None, "", ""), row)
        self._started_here = True
        return measure

    def _keep(self, value: FoundValue, measure: FoundMeasure) -> None:
        """Add a value to a measure, with the text that was held for its first label."""
        if value.attribute == "field_of_action" and value.lines:
            text = text_of(value.lines)
            measure.field_of_action = self._state.set_field(
                self._state.heads.field(text) or numbered(text), value.place
            )
            return
        held, self._held = self._held, []
        if held and value.lines:
            value.lines[0] = evolve(value.lines[0], apart=True)
        for row, cell in reversed(held):
            value.lines[:0] = cell.lines
            value.joined_at, value.joined = row.place, cell.text
        measure.values.append(value)

    def _read_cell(self, cell: Cell, row: Row, measure: FoundMeasure) -> None:
        """Read a cell whose lines may begin with labels."""
        before = len(measure.values)
        self._state.measure = measure
        self._state.add_lines(cell.lines, row.place)
        for value in measure.values[before:]:
            value.is_list = value.is_list or cell.is_list

    def _read_within(self, row: Row) -> bool:
        """Read cells whose lines begin with labels; return whether there are any."""
        firsts = [cell.lines[0] for cell in row.filled]
        is_labelled = [self._state.labels.split(line.text) or self._state.labels.find(line.text) for line in firsts]
        if not is_labelled[0]:
            return False
        for cell in row.filled:
            self._read_line_labels(cell, row)
        return True

    def _read_line_labels(self, cell: Cell, row: Row) -> None:
        label: Label | None = None
        lines: list[Line] = []
        cells: list[tuple[Label, Cell]] = []
        for line in cell.lines:
            split = self._state.labels.split(line.text)
            alone = None if split or line.marked else self._state.labels.find(line.text)
            if split or alone:
                if label is not None:
                    cells.append((label, Cell(lines=tuple(lines), is_list=cell.is_list)))
                label = split[0] if split else alone
                lines = [Line(split[1], apart=True)] if split and split[1] else []
            else:
                lines.append(line)
        if label is None:
            value = self._measure.values[-1] if self._measure and self._measure.values else None
            if value is None:
                self._state.unread(cell.text, row.place, self._measure)
            else:
                value.lines += cell.lines
            return
        for each, part in [*cells, (label, Cell(lines=tuple(lines), is_list=cell.is_list))]:
            self._add(each, [part], row)

    def _read_rest(self, table: Table, at: int) -> None:
        """Read a row without a known label."""
        row, state, measure = table.rows[at], self._state, self._measure
        first, *others = row.filled
        is_labelled = bool(row.cells[0].text) and others and len(first.text) <= _LONGEST_LABEL
        if not any(char.isalnum() for char in _text(row)):
            return
        if measure is None:
            state.unread(_text(row), row.place)
        elif is_labelled and not first.lines[0].marked:
            state.found.unlabelled[first.text] += 1
            lines = [line for cell in others for line in cell.lines]
            self._keep(FoundValue(attribute=None, label=first.text, lines=lines, place=row.place), measure)
        elif not measure.values and not measure.is_text:
            self._held += [(row, cell) for cell in row.filled]
        elif measure.values:
            value = measure.values[-1]
            value.lines += [line for cell in row.filled for line in cell.lines]
            value.is_list = value.is_list or any(cell.is_list for cell in row.filled)
            if not row.cells[0].is_merged:
                value.joined_at, value.joined = row.place, _text(row)
        else:
            self._read_cell(first, row, measure)

    def _flush(self) -> None:
        """Keep text before the first label of a measure that has no label at all."""
        held, self._held = self._held, []
        for row, cell in held:
            self._state.unread(cell.text, row.place, self._measure)


def _is_whole(row: Row) -> bool:
    """Return whether the first cell is all of the row."""
    return all(cell.is_merged for cell in row.cells[1:])


def _text(row: Row) -> str:
    return " | ".join(cell.text for cell in row.filled)
