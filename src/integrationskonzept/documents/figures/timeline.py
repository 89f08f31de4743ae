"""Timeline of the measures: number, title, planned period, reports, status and deadline in each row."""

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from integrationskonzept.blocks.tree import Picture
from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas
from integrationskonzept.documents.figures.letters import text_width, wrapped
from integrationskonzept.documents.figures.page import Frame, fill
from integrationskonzept.documents.figures.style import A4_PORTRAIT, Paper
from integrationskonzept.documents.figures.symbols import Legend, legend, overdue, symbol
from integrationskonzept.documents.figures.time_axis import AXIS_HEIGHT, REVIEWS_HEIGHT, TimeAxis
from integrationskonzept.documents.figures.timeline_data import MeasureRow, Section, TimelineData, timeline_data
from integrationskonzept.documents.figures.timeline_legend import timeline_legend
from integrationskonzept.documents.figures.timeline_words import described, timeline_table
from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.format_value import period_text

_LABELS, _STATUS = 0.36, 0.22
"""Parts of the width for number and title, and for status and deadline."""
_GAP = 6.0
_SIGN = 10.0
"""Width of a symbol beside its word."""
_BAR, _THIN = 7.0, 2.6
_LANE = 10.0
"""Height of the planned period, and of what is known of the time since."""
_PADDING = 5.0
_LONGEST_TITLE = 4
"""Lines of a title; a longer one gives way to the short title, where there is one."""
_LONGEST_ROW = 10
"""Lines of a title that is cut."""


def timeline(evaluation: ConceptEvaluation, language: str, paper: Paper = A4_PORTRAIT) -> tuple[Picture, ...]:
    """Return the timeline of the measures, one figure for each page; none where there is no measure."""
    data = timeline_data(evaluation)
    frame = Frame(evaluation=evaluation, language=language, title=message("Timeline of the measures"), paper=paper)
    return tuple(_Drawing(frame, data).pages())


@frozen(kw_only=True)
class _Row:
    """A row with its texts in lines."""

    row: MeasureRow
    number: str
    title: list[str]
    status: list[str]
    due: list[str]
    absence: list[str]

    @property
    def lines(self) -> int:
        """Lines in the column of the status."""
        return len(self.status) + self.row.is_overdue + len(self.due)

    @property
    def height(self) -> float:
        """The height by its own text."""
        lanes = max(len(self.absence), 1) + bool(self.row.marks or self.row.actual)
        return max(style.LINE * max(len(self.title), self.lines), _LANE * lanes) + _PADDING


class _Drawing:
    """The pages of a timeline."""

    def __init__(self, frame: Frame, data: TimelineData) -> None:
        self._frame, self._data = frame, data
        width = frame.paper.width
        self._left = round(width * _LABELS)
        self._right = width - round(width * _STATUS)
        self._axis = TimeAxis(first=data.first, last=data.last, left=self._left + _GAP, right=self._right - 2 * _GAP)
        numbers = [row.measure.number or "" for section in data.sections for row in section.rows]
        widest = max((text_width(number, style.TEXT, bold=True) for number in numbers), default=0)
        self._indent = min(widest, self._left / 3) + 4 if widest else 0
        self._legend: Legend = legend(timeline_legend(data, frame.said), width)
        self._rows = [self._row(row) for section in data.sections for row in section.rows]
        self._sections = [index for index, section in enumerate(data.sections) for _ in section.rows]

    def pages(self) -> Iterable[Picture]:
        """Yield the figure of each page."""
        headings = [self._heading_height(section) for section in self._data.sections]
        header = AXIS_HEIGHT + (REVIEWS_HEIGHT if self._data.reviews else 0)
        pages = fill(
            [row.height for row in self._rows], self._sections, headings, self._frame.room(self._legend, header)
        )
        for number, page in enumerate(pages):
            yield self._page(number, len(pages), page)

    def _page(self, number: int, count: int, page: Sequence[int]) -> Picture:
        sections = {self._sections[index]: self._data.sections[self._sections[index]] for index in page}
        shown = [
            evolve(section, rows=tuple(self._rows[index].row for index in page if self._sections[index] == place))
            for place, section in sections.items()
        ]
        canvas = Canvas(self._frame.paper.width)
        top = self._frame.heading(canvas, number, count)
        body = Canvas(canvas.width)
        y = start = top + AXIS_HEIGHT
        if self._data.reviews:
            self._axis.reviews(body, y, self._frame.said(message("Evaluations")), self._data.reviews)
            y += REVIEWS_HEIGHT
        place = -1
        for index in page:
            if self._sections[index] != place:
                place = self._sections[index]
                is_continued = index > 0 and self._sections[index - 1] == place
                y += self._heading(body, y, self._data.sections[place], is_continued=is_continued)
            self._draw_row(body, y, self._rows[index])
            y += self._rows[index].height
            body.line(0, y, canvas.width, y)
        self._axis.outside(canvas, start, y, self._data.period)
        self._axis.years(canvas, start, y)
        self._axis.day(canvas, top, y, self._data.today, self._frame.said(self._frame.day()))
        canvas.add(body)
        title, description = self._frame.titled(number, count), described(self._data, shown, self._frame)
        svg = self._frame.finish(canvas, y + 2, self._legend, title, description)
        return Picture(svg, title, description, timeline_table(shown))

    def _row(self, row: MeasureRow) -> _Row:
        measure, said = row.measure, self._frame.said
        room = self._left - self._indent
        title = wrapped(measure.display_title, room, style.TEXT)
        if len(title) > _LONGEST_TITLE:
            title = wrapped(measure.short_title or measure.display_title, room, style.TEXT, most=_LONGEST_ROW)
        width = self._frame.paper.width - self._right
        notes = [period_text(None, row.due)] if row.due else []
        due = [said(note) for note in notes]
        if row.due and row.is_due_derived:
            due = [said(message("{day} (derived)", day=notes[0]))]
        if row.open_end:
            due.append(said(row.open_end))
        plot = self._axis.right - self._axis.left
        absence = wrapped(said(row.absence), plot - 4, style.TEXT, most=_LONGEST_ROW) if row.absence else []
        return _Row(
            row=row,
            number="" if measure.display_title == measure.number else measure.number or "",
            title=title,
            status=wrapped(said(row.status.text), width - _SIGN, style.TEXT, most=_LONGEST_ROW),
            due=[line for note in due for line in wrapped(note, width - _SIGN, style.TEXT)],
            absence=absence,
        )

    def _heading_lines(self, section: Section) -> list[str]:
        continued = self._frame.said(message("{title} (continued)", title=section.title))
        return wrapped(continued, self._frame.paper.width - 6, style.TEXT, bold=True, most=3)

    def _heading_height(self, section: Section) -> float:
        return style.LINE * len(self._heading_lines(section)) + 4

    def _heading(self, canvas: Canvas, y: float, section: Section, *, is_continued: bool) -> float:
        title = self._frame.said(section.title)
        lines = (
            self._heading_lines(section)
            if is_continued
            else wrapped(title, canvas.width - 6, style.TEXT, bold=True, most=3)
        )
        height = self._heading_height(section)
        canvas.rect(0, y, canvas.width, height, style.SHADE)
        canvas.lines(3, y + 2, lines, bold=True)
        return height

    def _draw_row(self, canvas: Canvas, y: float, row: _Row) -> None:
        measure = row.row
        top = y + _PADDING / 2
        canvas.begin(address=measure.address)
        number = wrapped(row.number, self._indent - 4, style.TEXT, bold=True, most=1)[0] if row.number else ""
        canvas.lines(0, top, [number], bold=True)
        canvas.lines(self._indent, top, row.title)
        if row.absence:
            wide = max(text_width(line, style.TEXT) for line in row.absence)
            canvas.rect(self._axis.left + 1, top, wide + 2, style.LINE * len(row.absence), style.PAPER)
            canvas.lines(self._axis.left + 2, top, row.absence, fill=style.QUIET)
        else:
            self._plan(canvas, top + _LANE / 2, measure)
        lane = top + _LANE * (max(len(row.absence), 1) + 0.5)
        for bar in measure.actual:
            left, right = self._axis.span(bar)
            fill = style.INK if bar.certain else style.QUIET
            canvas.rect(left, lane - _THIN / 2, right - left, _THIN, fill)
        for mark in measure.marks:
            self._axis.mark(canvas, lane, mark)
        self._status(canvas, top, row)
        canvas.end()

    def _plan(self, canvas: Canvas, middle: float, row: MeasureRow) -> None:
        """Draw the planned period: filled where it is stated, white with a dashed outline where it is derived."""
        y = middle - _BAR / 2
        for bar in row.planned:
            left, right = self._axis.span(bar)
            if row.basis is Basis.STATED:
                fill = style.PLAN if bar.certain else style.PALE_PLAN
                canvas.rect(left, y, right - left, _BAR, fill, stroke=style.PLAN, stroke_width=0.6)
            elif not bar.certain:
                canvas.rect(left, y, right - left, _BAR, style.PAPER, **style.DERIVED)
        whole = row.planned[0]
        self._axis.beyond(canvas, middle, whole)
        if row.is_overdue:
            _, right = self._axis.span(whole)
            overdue(canvas, min(right + 5, self._right), middle)

    def _status(self, canvas: Canvas, top: float, row: _Row) -> None:
        x = self._right + _SIGN
        symbol(canvas, self._right + 4, top + style.LINE / 2, row.row.status.symbol)
        canvas.lines(x, top, row.status)
        top += style.LINE * len(row.status)
        if row.row.is_overdue:
            overdue(canvas, self._right + 4, top + style.LINE / 2)
            canvas.lines(x, top, [self._frame.said(message("overdue"))], bold=True)
            top += style.LINE
        canvas.lines(x, top, row.due, fill=style.QUIET)
