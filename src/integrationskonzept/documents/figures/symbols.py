"""Symbols of a figure, drawn as paths so that no font has to have them, and the legend that explains them."""

from collections.abc import Callable, Iterable

from integrationskonzept.blocks.tree import Symbol
from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas, number
from integrationskonzept.documents.figures.letters import text_width, wrapped

RADIUS = 3.2
"""Radius of a symbol beside text."""
_GAP = 14.0
"""Width between the entries of a legend."""
_ICON = 9.0
"""Side of the square around a symbol that stands alone."""
KEY_WIDTH = 18.0
"""Width of what a legend shows before a word."""

Sign = Callable[[Canvas, float, float], None]
"""Draws something with its middle at a place."""
Entry = tuple[Sign, str]
"""What a legend shows, and its word."""


def symbol(canvas: Canvas, x: float, y: float, sign: Symbol, *, radius: float = RADIUS) -> None:
    """Draw the sign of a status with its middle at a place."""
    ring: dict[str, str | float] = {"cx": x, "cy": y, "r": radius, "stroke": style.INK, "stroke-width": 1}
    match sign:
        case Symbol.OPEN:
            canvas.shape("circle", {**ring, "fill": style.PAPER})
        case Symbol.RUNNING:
            canvas.shape("circle", {**ring, "fill": style.PAPER})
            r = number(radius)
            canvas.path(f"M{number(x)} {number(y - radius)}a{r} {r} 0 0 0 0 {number(2 * radius)}z", fill=style.INK)
        case Symbol.DONE:
            canvas.shape("circle", {**ring, "fill": style.INK})
        case Symbol.PERMANENT:
            loops = (x - radius * 0.6, x + radius * 0.6)
            for middle in loops:
                canvas.shape("circle", {**ring, "cx": middle, "r": radius * 0.6, "stroke-width": 1.2, "fill": "none"})
        case Symbol.ENDED:
            canvas.path(_cross(x, y, radius * 0.9), stroke=style.INK, stroke_width=1.4, fill="none")
        case Symbol.OVERDUE:
            overdue(canvas, x, y, radius=radius)
        case _:
            canvas.shape("circle", {**ring, "fill": style.PAPER, "stroke-dasharray": "1.5 1.2"})


def status_icon(sign: Symbol) -> str:
    """Return the sign of a status as a small SVG, to stand beside its word."""
    canvas = Canvas(_ICON)
    symbol(canvas, _ICON / 2, _ICON / 2, sign)
    return canvas.svg(_ICON, sign.value, sign.value, "en")


def overdue(canvas: Canvas, x: float, y: float, *, radius: float = RADIUS) -> None:
    """Draw the mark of what is overdue: a triangle with an exclamation mark."""
    side, low = radius * 1.25, y + radius
    steps = (
        f"M{number(x)} {number(y - radius * 1.2)}L{number(x + side)} {number(low)}L{number(x - side)} {number(low)}z"
    )
    canvas.path(steps, fill=style.ALERT, stroke=style.ALERT, stroke_width=0.8, stroke_linejoin="round")
    stroke = f"M{number(x)} {number(y - radius * 0.45)}V{number(y + radius * 0.3)}"
    canvas.path(f"{stroke}M{number(x)} {number(y + radius * 0.55)}V{number(y + radius * 0.8)}", stroke=style.PAPER)


def diamond(canvas: Canvas, x: float, y: float, *, fill: str = style.INK, radius: float = RADIUS) -> None:
    """Draw a square that stands on its corner."""
    steps = f"M{number(x)} {number(y - radius)}l{number(radius)} {number(radius)}l{number(-radius)} {number(radius)}"
    canvas.path(f"{steps}l{number(-radius)} {number(-radius)}z", fill=fill, stroke=style.INK, stroke_width=0.9)


def triangle(canvas: Canvas, x: float, y: float, *, right: bool, radius: float = 2.6) -> None:
    """Draw a triangle that points to the right or to the left."""
    tip = radius if right else -radius
    steps = f"M{number(x - tip / 2)} {number(y - radius)}L{number(x + tip)} {number(y)}"
    canvas.path(f"{steps}L{number(x - tip / 2)} {number(y + radius)}z", fill=style.INK)


def cross(canvas: Canvas, x: float, y: float, *, radius: float = 2.4) -> None:
    """Draw the mark of a value that is missing."""
    canvas.path(_cross(x, y, radius), stroke=style.INK, stroke_width=1.1, fill="none")


def _cross(x: float, y: float, radius: float) -> str:
    left, right, top, bottom = (number(value) for value in (x - radius, x + radius, y - radius, y + radius))
    return f"M{left} {top}L{right} {bottom}M{right} {top}L{left} {bottom}"


def legend(entries: Iterable[Entry], width: float) -> "Legend":
    """Return a legend whose entries are set in lines of a width."""
    rows: list[list[tuple[Sign, list[str], float]]] = [[]]
    used = 0.0
    for sign, word in entries:
        lines = wrapped(word, width - KEY_WIDTH, style.TEXT)
        wide = KEY_WIDTH + max(text_width(line, style.TEXT) for line in lines)
        if rows[-1] and used + _GAP + wide > width:
            rows.append([])
            used = 0.0
        x = used + _GAP if rows[-1] else 0.0
        rows[-1].append((sign, lines, x))
        used = x + wide
    return Legend([row for row in rows if row])


class Legend:
    """The signs of a figure with their words."""

    def __init__(self, rows: list[list[tuple[Sign, list[str], float]]]) -> None:
        self._rows = rows

    @property
    def height(self) -> float:
        """The height of all its lines."""
        return sum(map(_row_height, self._rows)) + (5 if self._rows else 0)

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the legend."""
        y = top + 5
        for row in self._rows:
            for sign, lines, x in row:
                sign(canvas, x + KEY_WIDTH / 2 - 2, y + style.LINE / 2)
                canvas.lines(x + KEY_WIDTH, y, lines)
            y += _row_height(row)


def _row_height(row: Iterable[tuple[Sign, list[str], float]]) -> float:
    return 2 + style.LINE * max(len(lines) for _, lines, _ in row)
