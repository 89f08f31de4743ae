"""The panel of one indicator: its values over time, or the parts of its distribution."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil, floor, log10

from attrs import frozen

from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas, fitted, number
from integrationskonzept.documents.figures.course_data import Course, CourseData, Point, PointKind
from integrationskonzept.documents.figures.course_signs import point_sign
from integrationskonzept.documents.figures.letters import text_width
from integrationskonzept.documents.figures.page import Frame
from integrationskonzept.documents.figures.time_axis import TimeAxis
from integrationskonzept.model.format_value import format_value

PLOT_HEIGHT = 84.0
_AXIS = 13.0
"""Height of the labels of the years."""
_TICKS = 3
_WIDEST_LABEL = 66.0
_TOP = 12.0
"""Room above the highest value, for its label."""


@frozen
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class CoursePanel:
    """The plot of an indicator: values over time against baseline and targets."""

    def __init__(self, course: Course, data: CourseData, frame: Frame, left: float, width: float) -> None:
        self._course, self._data, self._frame = course, data, frame
        values = [value for point in course.points for value in (point.low, point.high) if value is not None]
        self._ticks = self._scale([*values, *course.target_limits])
        labels = [self._label(tick) for tick in self._ticks]
        wide = min(max(text_width(label, style.TEXT) for label in labels), _WIDEST_LABEL)
        self._left, self._width = left, width
        self._axis = TimeAxis(first=data.first, last=data.last, left=left + wide + 4, right=left + width - 4)
        self._taken: list[_Box] = []

    def _scale(self, values: list[float]) -> list[float]:
        """Return the values that are labelled: the steps of a scale, or round numbers from 0 on."""
        if self._course.steps:
            return [float(place) for place in range(1, len(self._course.steps) + 1)]
        return round_numbers(min([0.0, *values]), max([0.0, *values]))

    def _label(self, tick: float) -> str:
        steps = self._course.steps
        said = steps[int(tick) - 1] if steps else format_value(_whole(tick), self._frame.language)
        return fitted(said, _WIDEST_LABEL)

    def _y(self, value: float) -> float:
        low, high = self._ticks[0], self._ticks[-1]
        low -= 0.5 if self._course.steps else 0
        high += 0.5 if self._course.steps else 0
        share = (value - low) / (high - low)
        return self._bottom - share * (PLOT_HEIGHT - _TOP)

    @property
    def height(self) -> float:
        """The height with the labels of the years."""
        return PLOT_HEIGHT + _AXIS

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the plot below a place."""
        self._top, self._bottom = top, top + PLOT_HEIGHT
        self._draw_axes(canvas)
        self._draw_targets(canvas)
        self._draw_path(canvas, self._course.of(PointKind.OBSERVED), stroke=style.PLAN, stroke_width=1.4)
        for point in self._course.points:
            self._draw_point(canvas, point)
        self._draw_labels(canvas)

    def _x(self, point: Point) -> float:
        if point.kind in {PointKind.TARGET, PointKind.INTERIM}:
            return self._inside(self._axis.after(point.day))
        return self._inside((self._axis.place(point.day) + self._axis.after(point.day)) / 2)

    def _y_of(self, point: Point) -> float:
        """Return the place of a value; that of a missing one is at the upper edge."""
        return self._top + 4 if point.value is None else self._y(point.value)

    def _inside(self, x: float) -> float:
        return min(max(x, self._axis.left), self._axis.right)

    def _draw_axes(self, canvas: Canvas) -> None:
        axis = self._axis
        lowest = self._bottom + style.LINE
        for tick in self._ticks:
            y = self._y(tick)
            canvas.line(axis.left, y, axis.right, y)
            if lowest - y < style.LINE:
                continue  # of a scale of many steps, not every one has room for its label
            lowest = y
            canvas.text(axis.left - 3, y + 3, self._label(tick), text_anchor="end", fill=style.QUIET)
        years = range(axis.first.year, axis.last.year + 1)
        step = axis.step()
        for year in years:
            x = axis.place(date(year, 1, 1))
            canvas.line(x, self._bottom, x, self._bottom + 3, style.QUIET)
            if (year - years[0]) % step == 0 and x + 23 <= axis.right + 4:
                canvas.text(x + 1, self._bottom + 9, str(year), fill=style.QUIET)
        canvas.line(axis.left, self._bottom, axis.right, self._bottom, style.QUIET)

    def _draw_targets(self, canvas: Canvas) -> None:
        """Draw lines at the target, both ends of a range, and the path from the baseline over the interim targets."""
        for limit in self._course.target_limits:
            y = self._y(limit)
            canvas.line(self._axis.left, y, self._axis.right, y, style.ALERT, stroke_dasharray="4 3", stroke_width=0.9)
        baseline, targets = self._course.of(PointKind.BASELINE), self._course.of(PointKind.INTERIM, PointKind.TARGET)
        if baseline:
            self._draw_path(canvas, (*baseline, *targets), **style.WAY)

    def _draw_path(self, canvas: Canvas, points: Sequence[Point], **attributes: str | float) -> None:
        """Draw a line from point to point."""
        if len(points) > 1:
            steps = "L".join(f"{number(self._x(point))} {number(self._y_of(point))}" for point in points)
            canvas.path(f"M{steps}", fill="none", **attributes)

    def _draw_point(self, canvas: Canvas, point: Point) -> None:
        x, y = self._x(point), self._y_of(point)
        if point.kind is PointKind.MISSING:
            canvas.line(x, y, x, self._bottom, style.QUIET, stroke_dasharray="1 2.5")
        else:
            self._draw_extent(canvas, point, x, y)
        point_sign(canvas, x, y, point.kind)
        self._taken.append(_Box(x - 3, y - 3, x + 3, y + 3))

    def _draw_extent(self, canvas: Canvas, point: Point, x: float, y: float) -> None:
        """Draw the days a value can be of, and the values of a range; an open range ends at the edge."""
        if point.kind not in {PointKind.TARGET, PointKind.INTERIM} and point.first != point.last:
            left, right = self._inside(self._axis.place(point.first)), self._inside(self._axis.after(point.last))
            canvas.line(left, y, right, y, style.QUIET, stroke_width=1.2)
        if point.is_range:
            top = self._top if point.high is None else self._y(point.high)
            bottom = self._bottom if point.low is None else self._y(point.low)
            canvas.line(x, top, x, bottom, style.QUIET, stroke_width=3)

    def _draw_labels(self, canvas: Canvas) -> None:
        """Write the values that matter most, where they meet no other label and no other point."""
        for point in dict.fromkeys(self._labelled()):
            middle = self._y_of(point)
            text = fitted(point.text.text(self._frame.language), self._width / 2)
            wide = text_width(text, style.TEXT)
            x = min(max(self._x(point), self._axis.left + wide / 2), self._axis.right - wide / 2)
            for baseline in (middle - 5, middle + 11):
                box = _Box(x - wide / 2 - 1, baseline - 6.5, x + wide / 2 + 1, baseline + 2)
                if self._is_free(box):
                    self._taken.append(box)
                    canvas.rect(box.left, box.top, wide + 2, 8.5, style.PAPER, fill_opacity=0.85)
                    canvas.text(x, baseline, text, text_anchor="middle")
                    break

    def _is_free(self, box: _Box) -> bool:
        inside = box.left >= self._axis.left - 1 and box.top >= self._top - 2 and box.bottom <= self._bottom
        return inside and not any(box.meets(other) for other in self._taken)

    def _labelled(self) -> Iterator[Point]:
        """Yield the points to be labelled, the most important ones first."""
        course = self._course
        observed = course.of(PointKind.OBSERVED)
        yield from observed[-1:]
        yield from course.of(PointKind.TARGET)
        yield from course.of(PointKind.BASELINE)
        yield from observed[:1]
        yield from sorted(observed, key=lambda point: point.value or 0)[:: max(len(observed) - 1, 1)]
        yield from course.of(PointKind.INTERIM)


def round_numbers(low: float, high: float) -> list[float]:
    """Return round numbers at even distances that enclose two numbers."""
    if low == high:
        high = low + 1
    rough = (high - low) / _TICKS
    power = 10.0 ** floor(log10(rough))
    distance = next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= rough * 0.999)
    first, last = floor(low / distance), ceil(high / distance)
    return [float(f"{place * distance:.10g}") for place in range(first, last + 1)]


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
