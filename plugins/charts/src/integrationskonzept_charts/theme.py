"""Theme of the charts: colours that remain distinct for colour-blind readers and in grey print, and one font."""

from typing import Any

BLUE = "#0072B2"
PALE_BLUE = "#A6CEE3"
ORANGE = "#D98C00"
PALE_ORANGE = "#F8DFB0"
RED = "#C43E00"
GREEN = "#00795B"
PINK = "#B25A8E"
INK = "#222222"
GREY = "#6B6B6B"
LINE = "#D0D0D0"
SHADE = "#F2F2F2"
"""The palette of Okabe and Ito, darkened for thin lines and small text; all differ in lightness."""

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
SMALL = 11
LINE_HEIGHT = 13


def config() -> dict[str, Any]:
    """Return the Vega-Lite configuration of all charts."""
    return {
        "background": "white",
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": SMALL,
            "labelColor": INK,
            "titleFontSize": SMALL,
            "titleColor": GREY,
            "titleFontWeight": "normal",
            "gridColor": LINE,
            "domainColor": LINE,
            "tickColor": LINE,
        },
        "legend": {
            "labelFontSize": SMALL,
            "labelLimit": 320,
            "orient": "bottom",
            "title": None,
            "symbolStrokeWidth": 1,
            "columnPadding": 18,
            "rowPadding": 4,
        },
        "title": {
            "fontSize": 15,
            "subtitleFontSize": SMALL,
            "subtitleColor": GREY,
            "anchor": "start",
            "offset": 12,
            "color": INK,
        },
    }
