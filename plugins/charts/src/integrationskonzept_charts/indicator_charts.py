"""Charts of indicators: observed values against baseline and target."""

import json
from datetime import date
from typing import Any

import altair as alt

import integrationskonzept as ik
from integrationskonzept.documents import figures
from integrationskonzept.plugins.kit import LANGUAGES, document_language
from integrationskonzept_charts import theme
from integrationskonzept_charts.heading import empty, heading
from integrationskonzept_charts.i18n import by_label, lines, message
from integrationskonzept_charts.reference_day import day_of
from integrationskonzept_charts.render import Picture
from integrationskonzept_charts.timeline_rows import after

WIDTH, HEIGHT = 400, 150
_TITLE_WIDTH = 68
COLUMNS = 2

_PARTS = {
    "observed": (theme.BLUE, "circle", message("observed")),
    "baseline": (theme.GREY, "square", message("baseline")),
    "target": (theme.RED, "diamond", message("target")),
    "interim": (theme.ORANGE, "triangle-up", message("interim target")),
    "benchmark": (theme.GREEN, "circle", message("benchmark")),
    "missing": (theme.INK, "cross", message("no value")),
}


def courses(concept: ik.Concept, today: date | None = None, *, language: str | None = None) -> Picture:
    """Return a chart of every indicator with a number: values until the day `today`, baseline and targets."""
    day, named = today or day_of(concept), document_language(concept, language)
    data = figures.course_data(ik.evaluate(concept, day))
    drawn = [course for course in data.courses if any(point.value is not None for point in course.points)]
    title = message("Courses of the indicators")
    if not drawn:
        return empty(concept, title, day, named)
    charts = [_IndicatorChart(course, (data.first, data.last), named).chart() for course in drawn]
    return (
        alt.concat(
            *charts,
            columns=COLUMNS,
            spacing={"row": 26, "column": 40},
            title=heading(concept, title, day, named),
        )
        .resolve_scale(color="shared", shape="shared")
        .properties(usermeta=_usermeta(named))
        .configure(**theme.config())
    )


def _usermeta(language: str) -> dict[str, Any]:
    """Return the number format of the language; Vega's default is the English one."""
    row = LANGUAGES[language]
    if row.decimal == LANGUAGES["en"].decimal:
        return {}
    numbers = {"decimal": row.decimal, "thousands": row.group, "grouping": [3], "currency": ["", " €"]}
    return {"embedOptions": {"formatLocale": numbers}}


def _value(point: Any, language: str) -> dict[str, Any]:
    """Return a point as a row of data; an open range ends at its only limit, and a missing value has no number."""
    ends = [limit for limit in (point.low, point.high) if limit is not None] or [0]
    return {
        "part": str(point.kind),
        "first": point.first.isoformat(),
        "day": point.day.isoformat(),
        "last": point.last.isoformat() if point.kind not in _ON_A_DAY else point.first.isoformat(),
        "number": point.value or 0,
        "low": min(ends),
        "high": max(ends),
        "text": "" if point.kind is figures.PointKind.MISSING else point.text.text(language),
        "tip": point.text.text(language),
    }


_ON_A_DAY = {figures.PointKind.INTERIM, figures.PointKind.TARGET}


_WITH_NUMBER = ("baseline", "observed", "interim", "target", "benchmark")


class _IndicatorChart:
    """The chart of one indicator."""

    def __init__(self, course: Any, limits: tuple[date, date], language: str) -> None:
        self._course, self._limits, self._language = course, limits, language
        self._values = [_value(point, language) for point in course.points]

    def chart(self) -> Any:
        """Return the chart, with the facts about the indicator below its title."""
        said = "; ".join(fact.text(self._language) for fact in figures.course_facts(self._course))
        title = alt.Title(
            text=lines(self._course.title, _TITLE_WIDTH, 3),
            subtitle=lines(said, _TITLE_WIDTH + 14, 3),
            fontSize=12,
            subtitleFontSize=10,
            offset=8,
            frame="group",
        )
        layers: list[Any] = [
            self._goal(),
            *self._ranges(),
            self._line(),
            *self._missing(),
            self._points(),
            *self._texts(),
        ]
        return alt.layer(*layers).properties(width=WIDTH, height=HEIGHT, title=title)

    def _data(self, *parts: str) -> alt.Data:
        return alt.Data(values=[value for value in self._values if value["part"] in parts])

    def _x(self, field: str = "day") -> alt.X:
        first, last = self._limits
        step = max(1, (last.year - first.year) // 8)
        ticks = {"interval": "year", "step": step}
        axis = alt.Axis(
            title=None,
            format="%Y",
            tickCount=ticks,
            grid=False,
            labelAlign="left",
            labelOverlap=True,
            labelExpr=f"datum.value < utc({last.year + 1}, 0, 1) ? datum.label : ''",
        )
        scale = alt.Scale(type="utc", domain=[first.isoformat(), after(last)], nice=False)
        return alt.X(f"{field}:T", scale=scale, axis=axis)

    def _y(self, field: str = "number") -> alt.Y:
        numbers = [number for value in self._values for number in (value["low"], value["high"])]
        numbers += self._course.target_limits
        low, high = min([0, *numbers]), max([0, *numbers])
        room = (high - low or 1) * 0.15
        scale = alt.Scale(domain=[low - room if low < 0 else 0, high + room], nice=True)
        unit = self._course.indicator.unit
        title = None if unit is None else lines(unit, 24, 2)
        axis = alt.Axis(title=title, tickCount=4)
        if self._course.steps:
            words = f"{json.dumps(self._course.steps)}[datum.value - 1]"
            axis = alt.Axis(title=title, values=self._places(), labelExpr=words)
            scale = alt.Scale(domain=[0.5, len(self._course.steps) + 0.5])
        return alt.Y(f"{field}:Q", scale=scale, axis=axis)

    def _places(self) -> list[int]:
        return list(range(1, len(self._course.steps) + 1))

    def _goal(self) -> alt.Chart:
        """Return a horizontal line at the target; of a range, one at both ends."""
        values = [{"number": number} for number in self._course.target_limits]
        return alt.Chart(alt.Data(values=values)).mark_rule(color=theme.RED, strokeDash=[5, 4]).encode(y=self._y())

    def _ranges(self) -> list[alt.Chart]:
        """Return bars for the uncertainty of days and values."""
        base = alt.Chart(self._data(*_WITH_NUMBER))
        span = base.transform_filter("datum.first != datum.last").mark_rule(color=theme.GREY, opacity=0.6)
        height = base.transform_filter("datum.low != datum.high").mark_rule(
            color=theme.GREY, strokeWidth=4, opacity=0.5
        )
        return [
            span.encode(x=self._x("first"), x2="last:T", y=self._y()),
            height.encode(x=self._x(), y=self._y("low"), y2="high:Q"),
        ]

    def _line(self) -> alt.Chart:
        line = alt.Chart(self._data("observed")).mark_line(color=theme.BLUE, strokeWidth=1.5)
        return line.encode(x=self._x(), y=self._y())

    def _missing(self) -> list[alt.Chart]:
        """Return marks for missing values at the upper edge, where they cannot be mistaken for values."""
        data = self._data("missing")
        rule = alt.Chart(data).mark_rule(color=theme.GREY, strokeDash=[1, 3]).encode(x=self._x())
        return [rule, self._marks(data, alt.value(4))] if data.values else []

    def _points(self) -> alt.Chart:
        return self._marks(self._data(*_WITH_NUMBER), self._y())

    def _marks(self, data: alt.Data, y: Any) -> alt.Chart:
        labels = {name: said.text(self._language) for name, (_, _, said) in _PARTS.items()}
        legend = alt.Legend(labelExpr=by_label(labels), symbolSize=90, columns=len(_PARTS))
        names = list(_PARTS)
        colours, shapes = [part[0] for part in _PARTS.values()], [part[1] for part in _PARTS.values()]
        return (
            alt.Chart(data)
            .mark_point(size=70, filled=True, opacity=1, stroke="white", strokeWidth=0.8)
            .encode(
                x=self._x(),
                y=y,
                color=alt.Color("part:N", scale=alt.Scale(domain=names, range=colours), legend=legend),
                shape=alt.Shape("part:N", scale=alt.Scale(domain=names, range=shapes), legend=legend),
                tooltip=alt.Tooltip("tip:N"),
            )
        )

    def _texts(self) -> list[alt.Chart]:
        """Return the numbers: above the points, those of targets below. A white outline separates them from lines."""
        rim: dict[str, Any] = {"stroke": "white", "strokeWidth": 3, "strokeJoin": "round", "color": "white"}
        return [
            alt.Chart(self._data(*parts))
            .mark_text(dy=dy, fontSize=10, **style)
            .encode(x=self._x(), y=self._y(), text="text:N")
            for parts, dy in ((("baseline", "observed", "benchmark"), -11), (("interim", "target"), 13))
            for style in (rim, {"color": theme.INK})
        ]
