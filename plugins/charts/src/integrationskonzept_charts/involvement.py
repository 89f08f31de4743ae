"""Matrix of responsibilities: actors in columns, measures in rows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import altair as alt

import integrationskonzept as ik
from integrationskonzept_charts import theme
from integrationskonzept_charts.i18n import by_label, language_of, lines, message, short
from integrationskonzept_charts.placeholder import empty
from integrationskonzept_charts.render import Picture
from integrationskonzept_charts.timeline_data import subtitle

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
    actors = actors_of(concept)
    return draw(concept, concept.measures, actors, language_of(concept, language))


def columns(concept: ik.Concept, measures: Iterable[Any], actors: Sequence[str]) -> list[str]:
    """Return, in their order, the actors that are involved in measures still pursued."""
    pursued = {measure.id for measure in measures if ik.pursuit(measure, concept).stands}
    found = {_name(row) for row in ik.tables(concept).involvement if row["measure"] in pursued}
    return [name for name in actors if name in found]


def _name(row: Any) -> str:
    return str(row["title"] or row["actor"] or "?")


def actors_of(concept: ik.Concept) -> list[str]:
    """Return the names of all actors involved, those with most functions first."""
    counted = Counter(_name(row) for row in ik.tables(concept).involvement)
    return [name for name, _ in counted.most_common()]


def draw(
    concept: ik.Concept, measures: Iterable[Any], actors: Sequence[str], language: str, most: int | None = None
) -> Picture:
    """Return a chart of these actors in these measures; actors beyond the first `most` share the last column."""
    title, chosen = message("Who does what"), list(measures)
    if not chosen:
        return empty(concept, title, None, language)
    involved = columns(concept, chosen, actors)
    matrix = _Matrix(concept, chosen, involved[:most], language)
    heading = alt.Title(text=title.text(language), subtitle=subtitle(concept, None, language))
    return alt.layer(*matrix.layers()).properties(**matrix.size(), title=heading).configure(**theme.config())


_OTHERS = message("others")


class _Matrix:
    """The layers of the matrix."""

    def __init__(self, concept: ik.Concept, measures: list[Any], actors: list[str], language: str) -> None:
        self._language = language
        titles = [short(measure, _WIDTH) for measure in measures]
        self._rows = {m.id: _unique(titles[number], _WIDTH, _MOST, number) for number, m in enumerate(measures)}
        self._heads = {name: _unique(name, _HEAD_WIDTH, 1, number) for number, name in enumerate(actors)}
        fates = {measure.id: ik.pursuit(measure, concept) for measure in measures}
        self._fates = {id: fate.text(language) for id, fate in fates.items() if not fate.stands}
        found = [row for row in ik.tables(concept).involvement if row["measure"] in fates.keys() - self._fates.keys()]
        self._involved = {row["measure"] for row in found}
        others = _unique(_OTHERS.text(language), _HEAD_WIDTH, 1, len(self._heads))
        cells: dict[tuple[str, str, str], list[str]] = {}
        for row in found:
            place = self._rows[row["measure"]], self._heads.get(_name(row), others), row["part"]
            cells.setdefault(place, []).append(_name(row))
        self._cells = [
            {"row": row, "actor": actor, "part": part, "tip": ", ".join(names)}
            for (row, actor, part), names in cells.items()
        ]
        if any(cell["actor"] == others for cell in self._cells):
            self._heads[_OTHERS.text()] = others
        most = max(Counter((cell["row"], cell["actor"]) for cell in self._cells).values(), default=1)
        self._cell = max(_CELL, _APART * most + 6)
        self._width = self._cell * len(self._heads)

    def size(self) -> dict[str, Any]:
        """Return width and height."""
        tallest = max((label.count("\n") + 1 for label in self._rows.values()), default=1)
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
        return alt.Y("row:N", sort=None, scale=alt.Scale(domain=list(self._rows.values()), padding=0), axis=axis)

    def _frame(self) -> list[alt.Chart]:
        data = alt.Data(values=[{"row": row} for row in self._rows.values()])
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
        nobody = message("nobody is named").text(self._language)
        values = [
            {"row": row, "text": lines(self._fates.get(id, nobody), _WIDTH, 1)[0]}
            for id, row in self._rows.items()
            if id not in self._involved
        ]
        text = alt.Chart(alt.Data(values=values)).mark_text(
            align="left", fontSize=theme.SMALL, color=theme.GREY, fontStyle="italic"
        )
        return [text.encode(x=alt.value(self._width + 8), y=self._y(), text="text:N")] if values else []

    def _labels(self) -> list[alt.Chart]:
        """Return the titles of the measures to the left of their rows."""
        groups: dict[int, list[dict[str, Any]]] = {}
        for row in self._rows.values():
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
