"""Courses of the indicators: a panel for each that is observed, and a list of those without a value so far."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from integrationskonzept.blocks.tree import Picture
from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas
from integrationskonzept.documents.figures.course_data import Course, CourseData, PointKind, course_data
from integrationskonzept.documents.figures.course_panel import CoursePanel
from integrationskonzept.documents.figures.course_signs import (
    POINT_WORDS,
    extent_sign,
    part_sign,
    path_sign,
    range_sign,
    sign_of,
)
from integrationskonzept.documents.figures.course_words import course_facts, course_table, described, stated
from integrationskonzept.documents.figures.letters import wrapped
from integrationskonzept.documents.figures.page import Frame, fill
from integrationskonzept.documents.figures.parts_panel import PartsPanel
from integrationskonzept.documents.figures.style import A4_PORTRAIT, Paper
from integrationskonzept.documents.figures.symbols import Entry, Legend, legend
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.i18n.messages import message

_GAP = 20.0
_NARROWEST = 210.0
"""Width of a panel from which on several stand side by side."""
_PADDING = 12.0
_MOST_LINES = 5
"""Maximum number of lines of a title, and of a fact about an indicator."""
_LIST = (0.46, 0.27, 0.27)
"""Parts of the width for title, baseline and target."""


def courses(evaluation: ConceptEvaluation, language: str, paper: Paper = A4_PORTRAIT) -> tuple[Picture, ...]:
    """Return the courses of the indicators, one figure for each page; none where nothing can be drawn.

    `course_data` says what is left out.
    """
    data = course_data(evaluation)
    frame = Frame(evaluation=evaluation, language=language, title=message("Courses of the indicators"), paper=paper)
    return tuple(_Drawing(frame, data).pages()) if data.courses else ()


@frozen(kw_only=True)
class _Panel:
    """A panel with its texts in lines."""

    course: Course
    title: list[str]
    facts: list[str]
    plot: CoursePanel | PartsPanel

    @property
    def height(self) -> float:
        """The height by its own texts and its plot."""
        return style.LINE * (len(self.title) + len(self.facts)) + self.plot.height + _PADDING


@frozen(kw_only=True)
class _Entry:
    """An indicator without a value so far: title, baseline and target in lines."""

    course: Course
    cells: tuple[list[str], ...]

    @property
    def height(self) -> float:
        """The height by its own texts."""
        return style.LINE * max(map(len, self.cells)) + 4


_Row = tuple[_Panel, ...] | _Entry


class _Drawing:
    """The pages of the courses."""

    def __init__(self, frame: Frame, data: CourseData) -> None:
        self._frame, self._data = frame, data
        width = frame.paper.width
        self._across = max(int((width + _GAP) // (_NARROWEST + _GAP)), 1)
        self._panel_width = (width - _GAP * (self._across - 1)) / self._across
        observed = [course for course in data.courses if course.is_observed]
        rows: list[_Row] = [
            tuple(self._panel(course, place) for place, course in enumerate(observed[start : start + self._across]))
            for start in range(0, len(observed), self._across)
        ]
        rows += [self._entry(course) for course in data.courses if not course.is_observed]
        self._rows = rows
        self._legend = self._legend_of(observed)

    def _legend_of(self, courses: Sequence[Course]) -> Legend:
        return legend(
            _legend([course for course in courses if course.is_observed], self._frame), self._frame.paper.width
        )

    def pages(self) -> Iterator[Picture]:
        """Yield the figure of each page."""
        heights = [row.height if isinstance(row, _Entry) else max(one.height for one in row) for row in self._rows]
        sections = [int(isinstance(row, _Entry)) for row in self._rows]
        pages = fill(
            heights,
            sections,
            [0.0, self._list_heading(Canvas(self._frame.paper.width), 0)],
            self._frame.room(self._legend),
        )
        for number, page in enumerate(pages):
            yield self._page(number, len(pages), [(self._rows[index], heights[index]) for index in page])

    def _page(self, number: int, count: int, rows: Sequence[tuple[_Row, float]]) -> Picture:
        canvas = Canvas(self._frame.paper.width)
        y = self._frame.heading(canvas, number, count)
        shown: list[Course] = []
        for place, (row, height) in enumerate(rows):
            if isinstance(row, _Entry):
                if place == 0 or not isinstance(rows[place - 1][0], _Entry):
                    y += self._list_heading(canvas, y)
                self._draw_entry(canvas, y, row)
                shown.append(row.course)
            else:
                for across, panel in enumerate(row):
                    self._draw_panel(canvas, y, across, panel)
                    shown.append(panel.course)
            y += height
        title, description = self._frame.titled(number, count), described(shown, self._frame)
        svg = self._frame.finish(canvas, y, self._legend_of(shown), title, description)
        return Picture(svg, title, description, course_table(shown))

    def _panel(self, course: Course, place: int) -> _Panel:
        left = place * (self._panel_width + _GAP)
        plot = (
            PartsPanel(course, self._frame, left, self._panel_width)
            if course.is_distribution
            else CoursePanel(course, self._data, self._frame, left, self._panel_width)
        )
        said = [self._frame.said(fact) for fact in course_facts(course)]
        return _Panel(
            course=course,
            title=wrapped(course.title, self._panel_width, style.TEXT, bold=True, most=_MOST_LINES),
            facts=[line for fact in said for line in wrapped(fact, self._panel_width, style.TEXT, most=_MOST_LINES)],
            plot=plot,
        )

    def _draw_panel(self, canvas: Canvas, y: float, across: int, panel: _Panel) -> None:
        left = across * (self._panel_width + _GAP)
        canvas.begin(address=panel.course.indicator.address)
        canvas.lines(left, y, panel.title, bold=True)
        y += style.LINE * len(panel.title)
        canvas.lines(left, y, panel.facts, fill=style.QUIET)
        panel.plot.draw(canvas, y + style.LINE * len(panel.facts))
        canvas.end()

    def _entry(self, course: Course) -> _Entry:
        words = stated(course)
        texts = (course.title, *(self._frame.said(words[name]) for name in ("baseline", "target")))
        width = self._frame.paper.width
        cells = tuple(
            wrapped(text, width * share - 8, style.TEXT, most=_MOST_LINES)
            for text, share in zip(texts, _LIST, strict=True)
        )
        return _Entry(course=course, cells=cells)

    def _list_heading(self, canvas: Canvas, y: float) -> float:
        """Write the heading of the list; return its height."""
        said = (message("Without a value so far"), message("baseline"), message("target"))
        cells = tuple(
            wrapped(self._frame.said(text), canvas.width * share - 8, style.TEXT, bold=True, most=2)
            for text, share in zip(said, _LIST, strict=True)
        )
        height = style.LINE * max(map(len, cells)) + 4
        canvas.rect(0, y, canvas.width, height, style.SHADE)
        x = 0.0
        for lines, share in zip(cells, _LIST, strict=True):
            canvas.lines(x + 3, y + 2, lines, bold=True)
            x += canvas.width * share
        return height

    def _draw_entry(self, canvas: Canvas, y: float, entry: _Entry) -> None:
        canvas.begin(address=entry.course.indicator.address)
        x = 0.0
        for lines, share in zip(entry.cells, _LIST, strict=True):
            canvas.lines(x + 3, y + 2, lines)
            x += canvas.width * share
        canvas.line(0, y + entry.height, canvas.width, y + entry.height)
        canvas.end()


def _legend(courses: Sequence[Course], frame: Frame) -> Iterator[Entry]:
    drawn = [course for course in courses if not course.is_distribution]
    points = [point for course in drawn for point in course.points]
    kinds = {point.kind for point in points}
    for kind, word in POINT_WORDS.items():
        if kind in kinds:
            yield sign_of(kind), frame.said(word)
    if any(point.first != point.last for point in points if point.kind not in _ON_A_DAY):
        yield extent_sign, frame.said(message("time in which the value lies"))
    if any(point.is_range for point in points):
        yield range_sign, frame.said(message("range of values"))
    if any(course.of(PointKind.BASELINE) and course.of(*_ON_A_DAY) for course in drawn):
        yield path_sign, frame.said(message("way from the baseline to the target"))
    if len(drawn) < len(courses):
        yield part_sign, frame.said(message("part of a distribution; the line is its baseline"))


_ON_A_DAY = (PointKind.TARGET, PointKind.INTERIM)
