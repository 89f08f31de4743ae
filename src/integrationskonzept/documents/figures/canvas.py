"""Drawing of SVG: shapes and lines of text, and the frame that names the figure to assistive technology."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from typing import Any

from integrationskonzept.documents.figures import style
from integrationskonzept.documents.figures.letters import drawable, text_width, wrapped

_PIXELS = 96 / 72
"""Pixels of a point, so that a figure is shown and printed in its size on paper unless something else is asked for."""

Attributes = Mapping[str, str | float]


class Canvas:
    """A figure that is being drawn, from top to bottom."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._parts: list[str] = []

    def text(self, x: float, y: float, text: str, *, turned: bool = False, **attributes: str | float) -> None:
        """Write one line with its baseline at `y`; with `turned`, upwards from there.

        The names of further attributes have ``_`` for ``-``.
        """
        said = drawable(text)
        if not said:
            return
        where: dict[str, str | float] = {"x": x, "y": y}
        if turned:
            where["transform"] = f"rotate(-90 {number(x)} {number(y)})"
        self._parts.append(f"<text{written({**where, **dashed(attributes)})}>{escape(said, quote=False)}</text>")

    def lines(self, x: float, top: float, lines: Iterable[str], *, bold: bool = False, fill: str = style.INK) -> None:
        """Write lines of text below each other."""
        attributes: dict[str, Any] = {"font_weight": "bold"} if bold else {}
        attributes |= {} if fill == style.INK else {"fill": fill}
        for index, line in enumerate(lines):
            self.text(x, top + style.LINE * index + style.TEXT * style.ASCENT + 1, line, **attributes)

    def shape(self, name: str, attributes: Attributes) -> None:
        """Draw a shape, such as ``rect`` or ``path``."""
        self._parts.append(f"<{name}{written(attributes)}/>")

    def rect(self, x: float, y: float, width: float, height: float, fill: str, **more: str | float) -> None:
        """Draw a rectangle; the names of further attributes have ``_`` for ``-``."""
        sides = {"x": x, "y": y, "width": max(width, 0.0), "height": height}
        self.shape("rect", {**sides, "fill": fill, **dashed(more)})

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: str = style.GRID, **more: str | float) -> None:
        """Draw a straight line."""
        ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        self.shape("line", {**ends, "stroke": stroke, "stroke-width": 0.6, **dashed(more)})

    def path(self, steps: str, **attributes: str | float) -> None:
        """Draw a path."""
        self.shape("path", {"d": steps, **dashed(attributes)})

    def begin(self, **data: str) -> None:
        """Begin a group of shapes; `data` are its ``data-`` attributes."""
        self._parts.append(f"<g{written({f'data-{name}': value for name, value in data.items()})}>")

    def end(self) -> None:
        """End a group."""
        self._parts.append("</g>")

    @property
    def content(self) -> str:
        """What was drawn so far."""
        return "".join(self._parts)

    def add(self, other: "Canvas") -> None:
        """Draw on top what was drawn on another canvas."""
        self._parts.append(other.content)

    def heading(self, title: str, subtitles: Iterable[str]) -> float:
        """Write the title of the figure and the lines below it; return the height used."""
        top = 0.0
        for line in wrapped(title, self.width, style.HEADING, bold=True, most=3):
            self.text(0, top + style.HEADING * style.ASCENT + 1, line, font_size=style.HEADING, font_weight="bold")
            top += style.HEADING_LINE
        for subtitle in subtitles:
            lines = wrapped(subtitle, self.width, style.TEXT, most=3)
            self.lines(0, top, lines, fill=style.QUIET)
            top += style.LINE * len(lines)
        return top

    def svg(self, height: float, title: str, description: str, language: str) -> str:
        """Return the figure as SVG, with ids that are derived from its content."""
        name, told, body = escape(drawable(title)), escape(drawable(description)), self.content
        key = f"f{sha256(f'{name}{told}{body}'.encode()).hexdigest()[:12]}"
        tongue = escape(language)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(self.width)} {number(height)}"'
            f' width="{number(self.width * _PIXELS)}" height="{number(height * _PIXELS)}" role="img"'
            f' lang="{tongue}" xml:lang="{tongue}" aria-labelledby="{key}-title" aria-describedby="{key}-desc"'
            f' font-family="{style.FONT}" font-size="{number(style.TEXT)}" fill="{style.INK}">'
            f'<title id="{key}-title">{name}</title><desc id="{key}-desc">{told}</desc>'
            f'<rect width="{number(self.width)}" height="{number(height)}" fill="{style.PAPER}"/>{body}</svg>\n'
        )


def number(value: float) -> str:
    """Return a number with at most two digits after the point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def written(attributes: Attributes) -> str:
    """Return attributes as they stand in a tag."""
    return "".join(
        f' {name}="{escape(value) if isinstance(value, str) else number(value)}"' for name, value in attributes.items()
    )


def dashed(attributes: Attributes) -> Attributes:
    """Return attributes with ``-`` in their names in place of ``_``."""
    return {name.replace("_", "-"): value for name, value in attributes.items()}


def fitted(text: str, width: float, *, bold: bool = False) -> str:
    """Return a text that fits on one line of a width, cut if it is longer."""
    if text_width(drawable(text), style.TEXT, bold=bold) <= width:
        return drawable(text)
    return wrapped(text, width, style.TEXT, bold=bold, most=1)[0]
