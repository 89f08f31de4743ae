"""The axis of a timeline: years, the concept's period, the evaluated day, and days as places on it."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas
from integrationskonzept.documents.figures.letters import text_width, wrapped
from integrationskonzept.documents.figures.symbols import cross, diamond, symbol, triangle
from integrationskonzept.documents.figures.timeline_data import Bar, DayKind, DayMark, ReviewMark
from integrationskonzept.evaluation.evaluation_dates import ReviewState
from integrationskonzept.model.dates import Span

AXIS_HEIGHT = 24.0
REVIEWS_HEIGHT = 14.0
_NARROWEST_YEAR = 26.0
"""Width from which on each year is labelled."""


@frozen(kw_only=True)
class TimeAxis:
    """Full years between two edges."""

    first: date
    last: date
    left: float
    right: float

    def place(self, day: date) -> float:
        """Return the place at which a day begins."""
        days = (self.last - self.first).days + 1
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def after(self, day: date) -> float:
        """Return the place at which a day ends."""
        days = (self.last - self.first).days + 1
        return self.left + (self.right - self.left) * ((day - self.first).days + 1) / days

    def has(self, day: date) -> bool:
        """Return whether a day is on the axis."""
        return self.first <= day <= self.last

    def span(self, bar: Bar) -> tuple[float, float]:
        """Return the edges of a period, cut off where the axis ends."""
        left = self.place(min(max(bar.first, self.first), self.last))
        return left, max(self.after(max(min(bar.last, self.last), self.first)), left)

    def beyond(self, canvas: Canvas, middle: float, bar: Bar) -> None:
        """Mark a period that goes on before or after the years shown."""
        if bar.first < self.first:
            triangle(canvas, self.left - 2.5, middle, right=False)
        if bar.last > self.last:
            triangle(canvas, self.right + 2.5, middle, right=True)

    def mark(self, canvas: Canvas, middle: float, mark: DayMark) -> None:
        """Draw a day on which something is known; of a day that is not on the axis, an arrow where the axis ends."""
        if not self.has(mark.day):
            is_later = mark.day > self.last
            triangle(canvas, self.right + 2.5 if is_later else self.left - 2.5, middle, right=is_later)
            return
        x = (self.place(mark.day) + self.after(mark.day)) / 2
        if mark.kind is DayKind.REPORT:
            symbol(canvas, x, middle, mark.symbol)
        else:
            triangle(canvas, x, middle, right=mark.kind is DayKind.BEGAN, radius=3.4)

    def reviews(self, canvas: Canvas, top: float, word: str, marks: Iterable[ReviewMark]) -> None:
        """Draw the row of the concept's evaluations."""
        canvas.lines(0, top + 2, wrapped(word, self.left - 8, style.TEXT, bold=True, most=1), bold=True)
        for mark in marks:
            if self.has(mark.day):
                x = (self.place(mark.day) + self.after(mark.day)) / 2
                review_sign(canvas, x, top + REVIEWS_HEIGHT / 2, mark.state)
        canvas.line(0, top + REVIEWS_HEIGHT, canvas.width, top + REVIEWS_HEIGHT)

    def years(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw lines between the years, with their numbers above."""
        years = range(self.first.year, self.last.year + 1)
        step = self.step()
        for year in years:
            x = self.place(date(year, 1, 1))
            canvas.line(x, top, x, bottom)
            if (year - years[0]) % step == 0:
                canvas.text(x + 1, top - 3, str(year))
        canvas.line(self.right, top, self.right, bottom)
        canvas.line(0, top, canvas.width, top)

    def step(self) -> int:
        """Return the number of years from one labelled year to the next."""
        years = self.last.year - self.first.year + 1
        width = (self.right - self.left) / years
        return next((one for one in (1, 2, 5, 10, 20) if one * width >= _NARROWEST_YEAR), years)

    def day(self, canvas: Canvas, top: float, bottom: float, day: date, word: str) -> None:
        """Draw a line at a day, with a word above."""
        if self.has(day):
            x = (self.place(day) + self.after(day)) / 2
            half = text_width(word, style.TEXT, bold=True) / 2
            middle = min(max(x, half), canvas.width - half)
            canvas.text(middle, top + 8, word, font_weight="bold", fill=style.ALERT, text_anchor="middle")
            canvas.line(x, top + 10, x, bottom, style.ALERT, stroke_width=1)

    def outside(self, canvas: Canvas, start: float, bottom: float, period: Span) -> None:
        """Draw grey areas before and after a period."""
        begin, end = period.start and period.start.earliest, period.end and period.end.latest
        if begin and begin > self.first:
            canvas.rect(self.left, start, self.place(min(begin, self.last)) - self.left, bottom - start, style.SHADE)
        if end and self.first <= end < self.last:
            x = self.after(end)
            canvas.rect(x, start, self.right - x, bottom - start, style.SHADE)


def review_sign(canvas: Canvas, x: float, y: float, state: ReviewState) -> None:
    """Draw the sign of an evaluation: held, due, overdue, or not known."""
    if state is ReviewState.OVERDUE:
        cross(canvas, x, y, radius=3)
        return
    diamond(canvas, x, y, fill=_REVIEW_FILLS[state], radius=3.6)


_REVIEW_FILLS = {ReviewState.HELD: style.INK, ReviewState.OPEN: style.PAPER, ReviewState.UNKNOWN: style.GRID}
