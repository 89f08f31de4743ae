"""The panel of a distribution: a bar for each part, the latest value against the baseline."""

from itertools import groupby

from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas, fitted
from integrationskonzept.documents.figures.course_data import Course
from integrationskonzept.documents.figures.letters import text_width
from integrationskonzept.documents.figures.page import Frame
from integrationskonzept.evaluation.progress import PartChange
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.format_value import format_value

_MOST = 12
"""Maximum number of parts that are drawn; the table has the others."""
_LABELS = 0.42
"""Part of the width for the names of the parts."""
_ROW = 12.0
_BAR = 6.0


class PartsPanel:
    """Bars for the parts of a distribution, with the value at the baseline as a line across."""

    def __init__(self, course: Course, frame: Frame, left: float, width: float) -> None:
        self._frame, self._left, self._width = frame, left, width
        self._parts = course.progress.parts[:_MOST]
        self._others = len(course.progress.parts) - len(self._parts)
        self._dimensions = [(name, tuple(parts)) for name, parts in groupby(self._parts, lambda one: one.dimension)]

    @property
    def height(self) -> float:
        """The height of all bars and headings."""
        headings = sum(name is not None for name, _ in self._dimensions)
        return _ROW * (len(self._parts) + headings + bool(self._others)) + 4

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the bars below a place."""
        values = [value for part in self._parts for value in (part.baseline, part.latest) if value is not None]
        most = max((abs(value) for value in values), default=0) or 1
        widest = max((text_width(self._said(part), style.TEXT) for part in self._parts), default=0)
        start = self._left + self._width * _LABELS
        unit = max(self._left + self._width - start - min(widest, 60) - 6, 10) / most
        y = top + 2
        for name, parts in self._dimensions:
            if name is not None:
                canvas.lines(self._left, y, [fitted(name, self._width)], fill=style.QUIET)
                y += _ROW
            for part in parts:
                self._draw_part(canvas, y, part, start, unit)
                y += _ROW
        canvas.line(start, top + 2, start, y, style.QUIET)
        if self._others:
            said = self._frame.said(message("{count} others", count=self._others))
            canvas.lines(self._left, y, [fitted(said, self._width)], fill=style.QUIET)

    def _draw_part(self, canvas: Canvas, y: float, part: PartChange, start: float, unit: float) -> None:
        canvas.lines(self._left, y, [fitted(part.category, self._width * _LABELS - 4)])
        middle = y + style.LINE / 2
        long = abs(part.latest or 0) * unit
        canvas.rect(start, middle - _BAR / 2, long, _BAR, style.PLAN)
        if part.baseline is not None:
            x = start + abs(part.baseline) * unit
            canvas.line(x, middle - 5, x, middle + 5, style.INK, stroke_width=1.4)
            long = max(long, x - start)
        canvas.lines(
            start + long + 3, y, [fitted(self._said(part), max(self._left + self._width - start - long - 3, 20))]
        )

    def _said(self, part: PartChange) -> str:
        return "–" if part.latest is None else format_value(part.latest, self._frame.language)
