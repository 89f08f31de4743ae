"""Timeline of the measures: planned periods, their certainty, and what has happened."""

from datetime import date
from typing import Any

import altair as alt

import integrationskonzept as ik
from integrationskonzept.documents import figures
from integrationskonzept.plugins.kit import document_language
from integrationskonzept_charts import theme
from integrationskonzept_charts.heading import empty, heading
from integrationskonzept_charts.i18n import by_label, message, on
from integrationskonzept_charts.reference_day import day_of
from integrationskonzept_charts.render import Picture
from integrationskonzept_charts.timeline_rows import Piece, Rows, after, rows_of

LABELS = 360
"""Width of row labels in pixels."""
PLOT = 620
_BAR = 15

_PIECES = {
    Piece.STATED: (theme.BLUE, message("stated")),
    Piece.STATED_PERHAPS: (theme.PALE_BLUE, message("stated, perhaps")),
    Piece.DERIVED: (theme.ORANGE, message("derived from the time frame")),
    Piece.DERIVED_PERHAPS: (theme.PALE_ORANGE, message("derived, perhaps")),
    Piece.ACTUAL: (theme.INK, message("in fact")),
    Piece.ACTUAL_PERHAPS: (theme.GREY, message("in fact, perhaps")),
}
_MARKS = {
    "began": ("triangle-right", theme.INK, message("began")),
    "ended": ("triangle-left", theme.INK, message("ended")),
    "reported_open": ("circle", "white", message("reported: not begun")),
    "reported_running": ("circle", theme.PALE_BLUE, message("reported: under way")),
    "reported_done": ("square", theme.INK, message("reported: done")),
    "reported_permanent": ("diamond", theme.INK, message("reported: permanent task")),
    "reported_ended": ("cross", theme.INK, message("reported: given up")),
    "reported_unknown": ("circle", theme.LINE, message("reported: cannot be said")),
}
_STATES = {
    "held": ("diamond", theme.INK, message("evaluation held")),
    "open": ("diamond", "white", message("evaluation due")),
    "overdue": ("cross", theme.RED, message("evaluation overdue")),
    "unknown": ("diamond", theme.LINE, message("evaluation: cannot be said")),
}


def timeline(concept: ik.Concept, today: date | None = None, *, language: str | None = None) -> Picture:
    """Return a chart of the planned periods of measures, and of what has happened until the day `today`.

    Stated and derived periods differ in colour and outline, possible and certain ones in intensity. Remarks
    state what is not known.
    """
    day, named = today or day_of(concept), document_language(concept, language)
    evaluation = ik.evaluate(concept, day)
    title = message("Timeline of the measures")
    if not evaluation.measures:
        return empty(concept, title, day, named)
    found = rows_of(figures.timeline_data(evaluation), named)
    parts = _Parts(found, named)
    layers = [
        parts.shade(concept),
        parts.plans(),
        *parts.actual(),
        *parts.marks(),
        *parts.terms(),
        *parts.words(),
        *parts.labels(),
        *parts.today(day),
    ]
    tallest = max(label.count("\n") + 1 for label in found.rows)
    return (
        alt.layer(*layers)
        .resolve_scale(fill="independent", shape="independent")
        .properties(
            width=PLOT,
            height=alt.Step(theme.LINE_HEIGHT * max(tallest, 1.5) + 8),
            title=heading(concept, title, day, named),
        )
        .configure(**theme.config())
    )


class _Parts:
    """The layers of the timeline."""

    def __init__(self, found: Rows, language: str) -> None:
        self._found, self._language = found, language

    def _rows(self) -> alt.Y:
        axis = alt.Axis(title=None, labels=False, ticks=False, domain=False, grid=True, tickBand="extent")
        return alt.Y("row:N", sort=None, scale=alt.Scale(domain=list(self._found.rows)), axis=axis)

    def _days(self, field: str) -> alt.X:
        end = after(self._found.last)
        axis = alt.Axis(
            title=None,
            orient="top",
            format="%Y",
            tickCount={"interval": "year", "step": 1},
            labelAlign="left",
            labelExpr=f"datum.value < utc({end[:4]}, 0, 1) ? datum.label : ''",
        )
        scale = alt.Scale(type="utc", domain=[self._found.first.isoformat(), end], nice=False)
        return alt.X(f"{field}:T", scale=scale, axis=axis)

    def labels(self) -> list[alt.Chart]:
        """Return the labels of rows, to the left and vertically centred."""
        groups: dict[tuple[int, bool], list[dict[str, Any]]] = {}
        for row in self._found.rows:
            text = row.replace("\u200b", "").split("\n")
            groups.setdefault((len(text), row in self._found.headings), []).append({"row": row, "text": text})
        return [
            alt.Chart(alt.Data(values=values))
            .mark_text(
                align="left",
                color=theme.INK,
                fontSize=theme.SMALL,
                fontWeight="bold" if is_heading else "normal",
                lineHeight=theme.LINE_HEIGHT,
                dy=-(count - 1) * theme.LINE_HEIGHT / 2,
                limit=LABELS - 6,
            )
            .encode(x=alt.value(-LABELS), y=self._rows(), text="text:N")
            for (count, is_heading), values in groups.items()
        ]

    def shade(self, concept: ik.Concept) -> alt.Chart:
        """Return grey areas for the years outside the concept's period."""
        start = concept.period.start and concept.period.start.earliest
        end = concept.period.end and concept.period.end.latest
        values = []
        if start and start > self._found.first:
            values.append({"first": self._found.first.isoformat(), "last": start.isoformat()})
        if end and end < self._found.last:
            values.append({"first": after(end), "last": after(self._found.last)})
        return (
            alt.Chart(alt.Data(values=values)).mark_rect(color=theme.SHADE).encode(x=self._days("first"), x2="last:T")
        )

    def plans(self) -> alt.Chart:
        """Return the planned periods, possible ones below certain ones."""
        drawn = [piece for piece in _PIECES if any(bar.piece is piece for bar in self._found.bars)]
        legend = alt.Legend(
            symbolType="square",
            symbolSize=140,
            columns=2,
            labelExpr=by_label({p: _PIECES[p][1].text(self._language) for p in drawn}),
        )
        scale = alt.Scale(domain=[str(piece) for piece in drawn], range=[_PIECES[piece][0] for piece in drawn])
        bars = [bar for bar in self._found.bars if bar.piece not in {Piece.ACTUAL, Piece.ACTUAL_PERHAPS}]
        values = [
            {
                "row": bar.row,
                "first": bar.first.isoformat(),
                "last": after(bar.last),
                "piece": str(bar.piece),
                "tip": bar.tip,
                "dash": str(bar.piece).startswith("derived"),
            }
            for bar in sorted(bars, key=lambda bar: not str(bar.piece).endswith("perhaps"))
        ]
        dash = alt.StrokeDash("dash:N", scale=alt.Scale(domain=[False, True], range=[[1, 0], [4, 2]]), legend=None)
        return (
            alt.Chart(alt.Data(values=values))
            .mark_bar(height=_BAR, stroke=theme.INK, strokeWidth=0.7)
            .encode(
                x=self._days("first"),
                x2="last:T",
                y=self._rows(),
                fill=alt.Fill("piece:N", scale=scale, legend=legend),
                strokeDash=dash,
                tooltip=alt.Tooltip("tip:N"),
            )
        )

    def actual(self) -> list[alt.Chart]:
        """Return the actual periods as thin bars within the planned ones: possible ones pale, certain ones black."""
        layers = []
        for piece in (Piece.ACTUAL_PERHAPS, Piece.ACTUAL):
            values = [
                {"row": bar.row, "first": bar.first.isoformat(), "last": after(bar.last), "tip": bar.tip}
                for bar in self._found.bars
                if bar.piece is piece
            ]
            thin = alt.Chart(alt.Data(values=values)).mark_bar(height=5, color=_PIECES[piece][0])
            layers.append(thin.encode(x=self._days("first"), x2="last:T", y=self._rows(), tooltip=alt.Tooltip("tip:N")))
        return layers

    def marks(self) -> list[alt.Chart]:
        """Return symbols on the days on which something is known about a measure."""
        values = [
            {"row": mark.row, "day": mark.day.isoformat(), "mark": mark.state, "tip": mark.tip}
            for mark in self._found.marks
        ]
        names = [name for name in _MARKS if any(value["mark"] == name for value in values)]
        legend = alt.Legend(
            symbolSize=70,
            columns=2,
            labelExpr=by_label({name: _MARKS[name][2].text(self._language) for name in names}),
        )
        shape = alt.Shape(
            "mark:N", scale=alt.Scale(domain=names, range=[_MARKS[name][0] for name in names]), legend=legend
        )
        fill = alt.Fill(
            "mark:N", scale=alt.Scale(domain=names, range=[_MARKS[name][1] for name in names]), legend=legend
        )
        point = alt.Chart(alt.Data(values=values)).mark_point(size=55, stroke=theme.INK, strokeWidth=1, opacity=1)
        drawn = point.encode(x=self._days("day"), y=self._rows(), shape=shape, fill=fill, tooltip=alt.Tooltip("tip:N"))
        return [drawn] if values else []

    def terms(self) -> list[alt.Chart]:
        """Return a symbol and a vertical line for each evaluation."""
        states = [state for state in _STATES if any(term.state == state for term in self._found.terms)]
        values = [
            {"row": term.row, "day": term.day.isoformat(), "state": term.state, "tip": drawn}
            for term in self._found.terms
            for drawn in (term.tip,)
        ]
        legend = alt.Legend(
            symbolSize=120,
            columns=2,
            labelExpr=by_label({state: _STATES[state][2].text(self._language) for state in states}),
        )
        shape = alt.Shape(
            "state:N", scale=alt.Scale(domain=states, range=[_STATES[s][0] for s in states]), legend=legend
        )
        fill = alt.Fill("state:N", scale=alt.Scale(domain=states, range=[_STATES[s][1] for s in states]), legend=legend)
        data = alt.Data(values=values)
        rule = alt.Chart(data).mark_rule(color=theme.GREY, strokeDash=[2, 3]).encode(x=self._days("day"))
        point = (
            alt.Chart(data)
            .mark_point(size=130, stroke=theme.INK, strokeWidth=1.2, opacity=1)
            .encode(x=self._days("day"), y=self._rows(), shape=shape, fill=fill, tooltip=alt.Tooltip("tip:N"))
        )
        return [rule, point] if values else []

    def words(self) -> list[alt.Chart]:
        """Return the remarks: in place of a bar, or to the right of the chart."""
        inside = [{"row": one.row, "text": one.text} for one in self._found.remarks if not one.is_end]
        behind = [{"row": one.row, "text": one.text} for one in self._found.remarks if one.is_end]
        styled: dict[str, Any] = {
            "align": "left",
            "fontSize": theme.SMALL,
            "color": theme.GREY,
            "fontStyle": "italic",
        }
        return [
            alt.Chart(alt.Data(values=values)).mark_text(**styled).encode(x=alt.value(x), y=self._rows(), text="text:N")
            for values, x in ((inside, 4), (behind, PLOT + 6))
            if values
        ]

    def today(self, day: date) -> list[alt.Chart]:
        """Return a line at the evaluated day."""
        if not self._found.first <= day <= self._found.last:
            return []
        data = alt.Data(values=[{"day": day.isoformat(), "text": on(day, self._language)}])
        rule = alt.Chart(data).mark_rule(color=theme.RED, strokeWidth=1.5).encode(x=self._days("day"))
        text = (
            alt.Chart(data)
            .mark_text(color=theme.RED, align="left", baseline="top", dx=4, fontSize=theme.SMALL, fontWeight="bold")
            .encode(x=self._days("day"), y=alt.value(2), text="text:N")
        )
        return [rule, text]
