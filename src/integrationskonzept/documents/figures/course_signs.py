"""The signs of an indicator's values, and their words."""

from collections.abc import Mapping

from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.canvas import Canvas, number
from integrationskonzept.documents.figures.course_data import PointKind
from integrationskonzept.documents.figures.symbols import Sign, cross, diamond
from integrationskonzept.i18n.messages import Message, message

POINT_WORDS: Mapping[PointKind, Message] = {
    PointKind.OBSERVED: message("observed"),
    PointKind.BASELINE: message("baseline"),
    PointKind.INTERIM: message("interim target"),
    PointKind.TARGET: message("target"),
    PointKind.BENCHMARK: message("benchmark"),
    PointKind.MISSING: message("no value"),
}
"""The words for the points of a course, in the order of a legend."""


def point_sign(canvas: Canvas, x: float, y: float, kind: PointKind) -> None:
    """Draw the sign of a value with its middle at a place."""
    match kind:
        case PointKind.OBSERVED:
            canvas.shape("circle", {"cx": x, "cy": y, "r": 2.6, "fill": style.PLAN})
        case PointKind.BASELINE:
            canvas.rect(x - 2.5, y - 2.5, 5, 5, style.PAPER, stroke=style.INK, stroke_width=1)
        case PointKind.TARGET:
            diamond(canvas, x, y, fill=style.ALERT, radius=3.4)
        case PointKind.INTERIM:
            steps = f"M{number(x)} {number(y - 3)}L{number(x + 3)} {number(y + 2.4)}L{number(x - 3)} {number(y + 2.4)}z"
            canvas.path(steps, fill=style.PAPER, stroke=style.ALERT, stroke_width=1)
        case PointKind.BENCHMARK:
            canvas.shape("circle", {"cx": x, "cy": y, "r": 2.6, "fill": style.PAPER, "stroke": style.QUIET})
        case _:
            cross(canvas, x, y)


def sign_of(kind: PointKind) -> Sign:
    """Return what draws the sign of a value."""
    return lambda canvas, x, y: point_sign(canvas, x, y, kind)


def extent_sign(canvas: Canvas, x: float, y: float) -> None:
    """Draw the sign of days between which a value lies."""
    canvas.line(x - 6, y, x + 6, y, style.QUIET, stroke_width=1.2)


def range_sign(canvas: Canvas, x: float, y: float) -> None:
    """Draw the sign of a range of values."""
    canvas.line(x, y - 4, x, y + 4, style.QUIET, stroke_width=3)


def path_sign(canvas: Canvas, x: float, y: float) -> None:
    """Draw the sign of the way to the target."""
    canvas.path(f"M{number(x - 6)} {number(y)}h12", **style.WAY)


def part_sign(canvas: Canvas, x: float, y: float) -> None:
    """Draw the sign of a part of a distribution."""
    canvas.rect(x - 6, y - 3, 9, 6, style.PLAN)
    canvas.line(x + 5, y - 5, x + 5, y + 5, style.INK, stroke_width=1.4)
