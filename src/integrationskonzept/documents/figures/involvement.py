"""A figure of those who take part in measures: actors in columns, measures in rows."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from integrationskonzept.blocks.tree import ElementLink, Inline, Picture, TableColumn, TextTable
from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas, fitted
from integrationskonzept.documents.figures.involvement_data import InvolvementData, InvolvementRow, involvement_data
from integrationskonzept.documents.figures.letters import text_width, wrapped
from integrationskonzept.documents.figures.page import Frame, fill, sentences
from integrationskonzept.documents.figures.style import A4_PORTRAIT, Paper
from integrationskonzept.documents.figures.symbols import Sign, legend
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.format_value import list_message

PARTS: Mapping[str, tuple[Message, Message]] = {
    "leads": (message("L"), message("lead")),
    "partners": (message("P"), message("partner")),
    "carriers": (message("C"), message("carrier")),
    "contacts": (message("A"), message("contact")),
}
"""The parts of actors: letter and word."""

_LABELS = 0.4
"""Part of the width for number and title."""
_CELL = 16.0
"""Width of the narrowest column."""
_HIGHEST = 130.0
"""Height of the longest name above a column."""
_PADDING = 4.0
_MOST_LINES = 6


def involvement(evaluation: ConceptEvaluation, language: str, paper: Paper = A4_PORTRAIT) -> tuple[Picture, ...]:
    """Return who takes part in which measure, one figure for each page; none where there is no measure."""
    return tuple(_Drawing(_frame(evaluation, language, paper)).pages()) if evaluation.measures else ()


def actors_without_column(evaluation: ConceptEvaluation, language: str, paper: Paper = A4_PORTRAIT) -> tuple[str, ...]:
    """Return the actors who on some page share the last column, since there is no room for their own."""
    return _Drawing(_frame(evaluation, language, paper)).without_column() if evaluation.measures else ()


def _frame(evaluation: ConceptEvaluation, language: str, paper: Paper) -> Frame:
    return Frame(evaluation=evaluation, language=language, title=message("Who does what"), paper=paper)


@frozen(kw_only=True)
class _Row:
    """A row with its texts in lines."""

    row: InvolvementRow
    title: list[str]
    remark: list[str]

    @property
    def height(self) -> float:
        """The height by its own text."""
        return style.LINE * max(len(self.title), len(self.remark), 1) + _PADDING


class _Drawing:
    """The pages of the matrix."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._data: InvolvementData = involvement_data(frame.evaluation)
        width = frame.paper.width
        self._left = round(width * _LABELS)
        self._letters = {part: frame.said(letter) for part, (letter, _) in PARTS.items()}
        played = [parts for row in self._data.rows for parts in row.parts.values()]
        widest = max((text_width(self._said(parts), style.TEXT, bold=True) for parts in played), default=0)
        self._cell = max(_CELL, widest + 4)
        most_others = self._among_others([("leads",)] * len(self._data.actors))
        self._last = max(self._cell, text_width(most_others, style.TEXT, bold=True) + 4)
        self._most = max(int((width - self._left - self._last) // self._cell) + 1, 2)
        names = [*self._data.actors, self._others(len(self._data.actors))]
        self._head = 8 + min(max(text_width(self._short(name), style.TEXT) for name in names), _HIGHEST)
        used = {part for parts in played for part in parts}
        entries = [(self._sign(part), frame.said(word)) for part, (_, word) in PARTS.items() if part in used]
        self._legend = legend(entries, width)
        self._rows = [self._row(row) for row in self._data.rows]

    def _others(self, count: int) -> str:
        return self._frame.said(message("{count} others", count=count))

    def _among_others(self, parts: Sequence[Sequence[str]]) -> str:
        """Return what the last column says of several actors: the letter of the lead, and how many they are."""
        played = [part for each in parts for part in each]
        if len(parts) == 1:
            return self._said(played)
        return f"{self._said(['leads'] if 'leads' in played else [])}+{len(parts)}"

    def _middle(self, place: int) -> float:
        """Return the middle of a column; the last one that has room is wider."""
        start = self._left + self._cell * place
        return start + (self._last if place == self._most - 1 else self._cell) / 2

    def _short(self, name: str) -> str:
        return self._data.short_names.get(name, name)

    def _said(self, parts: Sequence[str]) -> str:
        return "".join(self._letters[part] for part in self._letters if part in parts)

    def _sign(self, part: str) -> Sign:
        letter = self._letters[part]
        return lambda canvas, x, y: canvas.text(x, y + 3, letter, font_weight="bold", text_anchor="middle")

    def _row(self, row: InvolvementRow) -> _Row:
        remark = row.reason or (None if row.parts else message("nobody is named"))
        room = self._frame.paper.width - self._left - 8
        return _Row(
            row=row,
            title=wrapped(row.title, self._left - 6, style.TEXT, most=_MOST_LINES),
            remark=wrapped(self._frame.said(remark), room, style.TEXT, most=_MOST_LINES) if remark else [],
        )

    def _divided(self) -> list[list[int]]:
        headings = [self._heading_height(title) for title in self._data.sections]
        sections = [row.row.section for row in self._rows]
        room = self._frame.room(self._legend, self._head)
        return fill([row.height for row in self._rows], sections, headings, room)

    def pages(self) -> Iterator[Picture]:
        """Yield the figure of each page."""
        pages = self._divided()
        for number, page in enumerate(pages):
            yield self._page(number, len(pages), [self._rows[index] for index in page])

    def without_column(self) -> tuple[str, ...]:
        """Return the actors who on some page have no column of their own."""
        pages = ([self._rows[index] for index in page] for page in self._divided())
        return tuple(dict.fromkeys(name for page in pages for name in self._columns(page)[1]))

    def _columns(self, rows: Sequence[_Row]) -> tuple[list[str], list[str]]:
        """Return the actors of a page who have a column, and those who share the last one."""
        found = {name for row in rows for name in row.row.parts}
        names = [name for name in self._data.actors if name in found]
        if len(names) <= self._most:
            return names, []
        return names[: self._most - 1], names[self._most - 1 :]

    def _page(self, number: int, count: int, rows: Sequence[_Row]) -> Picture:
        canvas = Canvas(self._frame.paper.width)
        columns, others = self._columns(rows)
        names = [*columns, *([self._others(len(others))] if others else [])]
        y = self._frame.heading(canvas, number, count) + self._head
        for place, name in enumerate(names):
            canvas.text(self._middle(place) + 3, y - 3, fitted(self._short(name), self._head - 6), turned=True)
        start, section = y, -1
        grid, body = Canvas(canvas.width), Canvas(canvas.width)
        for row in rows:
            if row.row.section != section:
                section = row.row.section
                y += self._heading(body, y, self._data.sections[section])
            self._draw_row(body, y, row, columns)
            y += row.height
            body.line(0, y, canvas.width, y)
        edges = [self._left + self._cell * place for place in range(len(names) + 1)]
        if len(names) == self._most:
            edges[-1] = edges[-2] + self._last
        for x in edges:
            grid.line(x, start, x, y)
        canvas.add(grid)
        canvas.add(body)
        title = self._frame.titled(number, count)
        description = self._described(rows, columns, others)
        svg = self._frame.finish(canvas, y, self._legend, title, description)
        return Picture(svg, title, description, _table(rows))

    def _heading_height(self, title: Message) -> float:
        return style.LINE * len(self._heading_lines(title)) + 4

    def _heading_lines(self, title: Message) -> list[str]:
        return wrapped(self._frame.said(title), self._frame.paper.width - 6, style.TEXT, bold=True, most=3)

    def _heading(self, canvas: Canvas, y: float, title: Message) -> float:
        height = self._heading_height(title)
        canvas.rect(0, y, canvas.width, height, style.SHADE)
        canvas.lines(3, y + 2, self._heading_lines(title), bold=True)
        return height

    def _draw_row(self, canvas: Canvas, y: float, row: _Row, columns: Sequence[str]) -> None:
        top = y + _PADDING / 2
        canvas.begin(address=row.row.measure.address)
        canvas.lines(0, top, row.title)
        if row.remark:
            room = canvas.width - self._left
            canvas.rect(self._left + 1, top, room - 1, style.LINE * len(row.remark), style.PAPER)
            canvas.lines(self._left + 4, top, row.remark, fill=style.QUIET)
        for place, name in enumerate(columns):
            if name in row.row.parts:
                self._write(canvas, place, top, self._said(row.row.parts[name]))
        others = [parts for name, parts in row.row.parts.items() if name not in columns]
        if others:
            self._write(canvas, len(columns), top, self._among_others(others))
        canvas.end()

    def _write(self, canvas: Canvas, place: int, top: float, text: str) -> None:
        canvas.text(
            self._middle(place), top + style.TEXT * style.ASCENT + 1, text, font_weight="bold", text_anchor="middle"
        )

    def _described(self, rows: Sequence[_Row], columns: Sequence[str], others: Sequence[str]) -> Message:
        nobody = sum(1 for row in rows if not row.row.parts and row.row.reason is None)
        said = message(
            "Actors: {actors}; measures: {count}, {day}; measures that name nobody: {nobody}.",
            actors=len(columns) + len(others),
            count=len(rows),
            day=self._frame.day(),
            nobody=nobody,
        )
        return sentences(said, message("In the last column: {names}.", names=list_message(others)) if others else None)


def _table(rows: Sequence[_Row]) -> TextTable:
    columns = [TableColumn(message("measure"), priority=0), *(TableColumn(word) for _, word in PARTS.values())]
    cells: list[tuple[Inline | None, ...]] = []
    for row in rows:
        link = ElementLink(row.row.title, row.row.measure.address)
        by_part = (_who(row.row, part) for part in PARTS)
        cells.append((link, *by_part))
    return TextTable(columns, cells)


def _who(row: InvolvementRow, part: str) -> Inline | None:
    names = [name for name, parts in row.parts.items() if part in parts]
    return list_message(names) if names else None
