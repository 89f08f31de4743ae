"""Matrix of responsibilities: actors in columns, measures in rows."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import altair as alt

import integrationskonzept as ik
from integrationskonzept.documents import figures
from integrationskonzept.plugins.kit import document_language
from integrationskonzept_charts import theme
from integrationskonzept_charts.heading import empty, heading
from integrationskonzept_charts.i18n import by_label, lines, message
from integrationskonzept_charts.reference_day import day_of
from integrationskonzept_charts.render import Picture

LABELS = 360
_CELL = 34
"""Minimum width of a column in pixels."""
_WIDTH, _MOST = 62, 3
_HEAD_WIDTH = 56
_APART = 15
"""Pixels between the functions of one actor in one measure."""

PARTS = {
    "leads": (theme.BLUE, message("L"), message("lead")),
    "partners": (theme.ORANGE, message("P"), message("partner")),
    "carriers": (theme.GREEN, message("C"), message("carrier")),
    "contacts": (theme.PINK, message("A"), message("contact")),
}
"""Functions with colour, letter and label; the letters serve readers who cannot distinguish the colours."""


def involvement(concept: ik.Concept, *, language: str | None = None) -> Picture:
    """Return a chart of lead, partners, carriers and contacts of each measure; measures that name nobody are marked."""
    title, named, day = message("Who does what"), document_language(concept, language), day_of(concept)
    data = figures.involvement_data(ik.evaluate(concept, day))
    if not data.rows:
        return empty(concept, title, day, named)
    matrix = _Matrix(data, named)
    said = heading(concept, title, day, named)
    return alt.layer(*matrix.layers()).properties(**matrix.size(), title=said).configure(**theme.config())


class _Matrix:
    """The layers of the matrix."""

    def __init__(self, data: figures.InvolvementData, language: str) -> None:
        self._language = language
        titles = [row.title for row in data.rows]
        self._rows = [_unique(title, _WIDTH, _MOST, number) for number, title in enumerate(titles)]
        shown = [data.short_names.get(name, name) for name in data.actors]
        heads = [_unique(name, _HEAD_WIDTH, 1, number) for number, name in enumerate(shown)]
        self._heads = dict(zip(data.actors, heads, strict=True))
        self._cells = [
            {"row": label, "actor": self._heads[name], "part": part, "tip": name}
            for label, row in zip(self._rows, data.rows, strict=True)
            for name, parts in row.parts.items()
            for part in parts
        ]
        nobody = message("nobody is named").text(language)
        self._remarks = [
            {"row": label, "text": lines(row.reason.text(language) if row.reason else nobody, _WIDTH, 1)[0]}
            for label, row in zip(self._rows, data.rows, strict=True)
            if not row.parts
        ]
        most = max(Counter((cell["row"], cell["actor"]) for cell in self._cells).values(), default=1)
        self._cell = max(_CELL, _APART * most + 6)
        self._width = self._cell * len(self._heads)

    def size(self) -> dict[str, Any]:
        """Return width and height."""
        tallest = max((label.count("\n") + 1 for label in self._rows), default=1)
        step = max(26, theme.LINE_HEIGHT * tallest + 8)
        return {"width": self._width, "height": alt.Step(step)}

    def layers(self) -> list[alt.Chart]:
        """Return all layers."""
        return [*self._frame(), *self._parts(), *self._nobody(), *self._labels()]

    def _x(self) -> alt.X:
        axis = alt.Axis(
            title=None,
            orient="top",
            labelAngle=-50,
            labelAlign="left",
            labelBaseline="middle",
            labelLimit=320,
            labelLineHeight=theme.LINE_HEIGHT,
            labelExpr="split(replace(datum.label, regexp('\\u200b', 'g'), ''), '\\n')",
            domain=False,
            ticks=False,
            grid=True,
            tickBand="extent",
        )
        return alt.X("actor:N", sort=None, scale=alt.Scale(domain=list(self._heads.values()), padding=0), axis=axis)

    def _y(self) -> alt.Y:
        axis = alt.Axis(title=None, labels=False, ticks=False, domain=False, grid=True, tickBand="extent")
        return alt.Y("row:N", sort=None, scale=alt.Scale(domain=self._rows, padding=0), axis=axis)

    def _frame(self) -> list[alt.Chart]:
        data = alt.Data(values=[{"row": row} for row in self._rows])
        return [alt.Chart(data).mark_rule(opacity=0).encode(y=self._y())]

    def _parts(self) -> list[alt.Chart]:
        """Return a circle with a letter for each function; several of one actor in one measure stand side by side."""
        names = [name for name in PARTS if any(cell["part"] == name for cell in self._cells)]
        letters = {name: PARTS[name][1].text(self._language) for name in names}
        words = {name: f"{letters[name]}  {PARTS[name][2].text(self._language)}" for name in names}
        legend = alt.Legend(labelExpr=by_label(words), symbolSize=160, columns=2)
        scale = alt.Scale(domain=names, range=[PARTS[name][0] for name in names])
        layers = []
        for aside, cells in self._asides():
            values = [{**cell, "letter": letters[cell["part"]]} for cell in cells]
            base = alt.Chart(alt.Data(values=values)).encode(x=self._x(), y=self._y(), tooltip=alt.Tooltip("tip:N"))
            point = base.mark_point(filled=True, size=190, opacity=1, xOffset=aside)
            text = base.mark_text(color="white", fontSize=10, fontWeight="bold", xOffset=aside)
            layers += [
                point.encode(color=alt.Color("part:N", scale=scale, legend=legend)),
                text.encode(text="letter:N"),
            ]
        return layers

    def _asides(self) -> Iterable[tuple[float, list[dict[str, str]]]]:
        """Return the cells grouped by their offset from the centre of their column."""
        places: dict[tuple[str, str], list[dict[str, str]]] = {}
        for cell in self._cells:
            places.setdefault((cell["row"], cell["actor"]), []).append(cell)
        asides: dict[float, list[dict[str, str]]] = {}
        for cells in places.values():
            for number, cell in enumerate(cells):
                asides.setdefault((number - (len(cells) - 1) / 2) * _APART, []).append(cell)
        return asides.items()

    def _nobody(self) -> list[alt.Chart]:
        """Return the remarks in rows: nobody is named, or what became of a measure no longer pursued."""
        text = alt.Chart(alt.Data(values=self._remarks)).mark_text(
            align="left", fontSize=theme.SMALL, color=theme.GREY, fontStyle="italic"
        )
        drawn = text.encode(x=alt.value(self._width + 8), y=self._y(), text="text:N")
        return [drawn] if self._remarks else []

    def _labels(self) -> list[alt.Chart]:
        """Return the titles of the measures to the left of their rows."""
        groups: dict[int, list[dict[str, Any]]] = {}
        for row in self._rows:
            text = row.replace("\u200b", "").split("\n")
            groups.setdefault(len(text), []).append({"row": row, "text": text})
        return [
            alt.Chart(alt.Data(values=values))
            .mark_text(
                align="left",
                color=theme.INK,
                fontSize=theme.SMALL,
                lineHeight=theme.LINE_HEIGHT,
                dy=-(count - 1) * theme.LINE_HEIGHT / 2,
                limit=LABELS - 6,
            )
            .encode(x=alt.value(-LABELS), y=self._y(), text="text:N")
            for count, values in groups.items()
        ]


def _unique(text: str, width: int, most: int, number: int) -> str:
    """Return a text in lines, made unique by characters of no width."""
    return "\n".join(lines(text, width, most)) + "\u200b" * number
