"""Sizes of paper and text, and colours that differ in grey print, too.

One unit of a figure is a typographic point, so that a figure as wide as the paper's text has letters of 8 points.
"""

from collections.abc import Mapping

from attrs import frozen

from integrationskonzept.blocks.tree import Symbol

MILLIMETRE = 72 / 25.4
_MARGIN = 20 * MILLIMETRE
_CAPTION = 34
"""Height that a page keeps free for the caption of a figure."""


@frozen(kw_only=True)
class Paper:
    """The size of a figure: that of a page without its margins."""

    width: float
    height: float

    @classmethod
    def of(cls, width: float, height: float) -> "Paper":
        """Return the size for a sheet whose width and height are given in millimetres, with margins of 20 mm."""
        inner = (side * MILLIMETRE - 2 * _MARGIN for side in (width, height))
        across, down = (float(int(side)) for side in inner)
        return cls(width=across, height=down - _CAPTION)


A4_PORTRAIT = Paper.of(210, 297)
A4_LANDSCAPE = Paper.of(297, 210)

FONT = "Noto Sans, Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif"
TEXT = 8.0
"""Size of text: nothing is smaller."""
LINE = 10.0
"""Height of a line of text."""
HEADING = 11.0
HEADING_LINE = 14.0
ASCENT = 0.76
"""Height of a capital above the line, with some space, as a part of the font size."""

INK = "#1a1a1a"
QUIET = "#595959"
"""Text of less importance."""
PAPER = "#ffffff"
GRID = "#d0d0d0"
SHADE = "#eeeeee"
PLAN = "#1f5f8b"
PALE_PLAN = "#a9c7de"
ALERT = "#a61c00"

DERIVED: Mapping[str, str | float] = {"stroke": INK, "stroke_width": 0.8, "stroke_dasharray": "2.4 1.6"}
"""The outline of what is derived."""
WAY: Mapping[str, str | float] = {"stroke": QUIET, "stroke_width": 0.8, "stroke_dasharray": "1.5 1.5"}
"""The line of the way to a target."""

STATUS_FILLS: Mapping[Symbol, str] = {
    Symbol.OPEN: "#ffffff",
    Symbol.RUNNING: "#cfe2f0",
    Symbol.DONE: "#a8d3a0",
    Symbol.PERMANENT: "#bfe3dc",
    Symbol.ENDED: "#dddddd",
    Symbol.UNKNOWN: "#f7ecd0",
}
"""Fills behind a symbol and dark text."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour ``#rrggbb``, as WCAG 2 defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)  # noqa: PLR2004 - constants of WCAG
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
