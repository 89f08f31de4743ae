"""Charts of indicators: observed values against baseline and target."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import altair as alt

import integrationskonzept as ik
from integrationskonzept.i18n import LANGUAGES
from integrationskonzept_charts import theme
from integrationskonzept_charts.i18n import by_label, language_of, lines, message
from integrationskonzept_charts.placeholder import empty
from integrationskonzept_charts.render import Picture
from integrationskonzept_charts.timeline_data import after, day_of, subtitle

WIDTH, HEIGHT = 400, 150
_TITLE_WIDTH = 68
COLUMNS = 2
_TITLE_LIMIT = 120
"""Characters of a title in the summary of an evaluation; the rest is cut off."""

_PARTS = {
    "observed": (theme.BLUE, "circle", message("observed")),
    "baseline": (theme.GREY, "square", message("baseline")),
    "target": (theme.RED, "diamond", message("target")),
    "interim": (theme.ORANGE, "triangle-up", message("interim target")),
    "missing": (theme.INK, "cross", message("no value")),
}


def courses(concept: ik.Concept, today: date | None = None, *, language: str | None = None) -> Picture:
    """Return a chart of every indicator with a number: values until the day `today`, baseline and targets."""
    day = today or day_of(concept)
    found = drawn(pursued(concept, ik.evaluate(concept, day).indicators, today))
    return draw(concept, found, today, language_of(concept, language))


def drawn(indicators: Iterable[Any]) -> list[Any]:
    """Return the indicators of an evaluation that have a number: a baseline, a value or a target."""
    return [one for one in indicators if any(_numbers(part) for part in (one.baseline, one.latest, one.target))]


def pursued(concept: ik.Concept, indicators: Iterable[Any], today: date | None) -> list[Any]:
    """Return the indicators of an evaluation whose measure or goal is still pursued."""
    return [one for one in indicators if ik.pursuit(_element(concept, one), concept, today).stands]


def _element(concept: ik.Concept, one: Any) -> Any:
    return concept.element(one.address)


def _numbers(stated: Any) -> list[float]:
    """Return the numbers of an observation or a target."""
    found = (stated.value, stated.minimum, stated.maximum) if stated else ()
    return [number for number in found if number is not None]


def draw(concept: ik.Concept, indicators: Sequence[Any], today: date | None, language: str) -> Picture:
    """Return one chart for each of these indicators of an evaluation, side by side."""
    title = message("Courses of the indicators")
    if not indicators:
        return empty(concept, title, today, language)
    until = today or day_of(concept)
    limits = _limits(concept, indicators, until)
    charts = [_IndicatorChart(concept.element(one.address), limits, until, language).chart(one) for one in indicators]
    heading = alt.Title(text=title.text(language), subtitle=subtitle(concept, today, language))
    return (
        alt.concat(*charts, columns=COLUMNS, spacing={"row": 26, "column": 40}, title=heading)
        .resolve_scale(color="shared", shape="shared")
        .properties(usermeta=_usermeta(language))
        .configure(**theme.config())
    )


def _usermeta(language: str) -> dict[str, Any]:
    """Return the number format of the language; Vega's default is the English one."""
    row = LANGUAGES[language]
    if row.decimal == LANGUAGES["en"].decimal:
        return {}
    numbers = {"decimal": row.decimal, "thousands": row.group, "grouping": [3], "currency": ["", " €"]}
    return {"embedOptions": {"formatLocale": numbers}}


def _limits(concept: ik.Concept, indicators: Iterable[Any], until: date) -> tuple[date, date]:
    """Return the first and last day of the time axis: the same for all indicators, so that they can be compared."""
    dates = [concept.period.start, concept.period.end]
    for one in indicators:
        element: Any = concept.element(one.address)
        targets = (*element.interim_targets, *((element.target,) if element.target else ()))
        values = (*element.observations, *((element.baseline,) if element.baseline else ()))
        dates += [target.due for target in targets] + [value.as_of for value in values]
    days = [day for stated in dates if stated for day in (stated.earliest, stated.latest) if day]
    first, last = min(days, default=until), max(days, default=until)
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _values(element: Any, until: date, language: str) -> Iterator[dict[str, Any]]:
    """Yield the data points of one indicator: baseline, observations, interim targets and target."""
    if element.baseline:
        yield from _observed("baseline", element.baseline, until, language)
    for observation in element.observations:
        if observation.as_of is None or (observation.as_of.earliest or date.max) <= until:
            yield from _observed("observed", observation, until, language)
    for part, targets in (
        ("interim", element.interim_targets),
        ("target", (element.target,) if element.target else ()),
    ):
        for target in targets:
            numbers = _numbers(target)
            if numbers and target.due and target.due.latest:
                days = target.due.earliest, target.due.latest, target.due.latest
                yield _value(part, days, target, language)


def _observed(part: str, observation: Any, until: date, language: str) -> Iterator[dict[str, Any]]:
    as_of, numbers = observation.as_of, _numbers(observation)
    if as_of is None or as_of.latest is None:
        return
    last = max(as_of.earliest, min(as_of.latest, until))
    days = as_of.earliest, as_of.earliest + (last - as_of.earliest) / 2, last
    if numbers:
        yield _value(part, days, observation, language)
    elif observation.missing is not None:
        yield _value("missing", days, observation, language)


def _value(part: str, days: tuple[date, date, date], record: Any, language: str) -> dict[str, Any]:
    numbers = _numbers(record) or [0]  # a missing value has no number
    middle = numbers[0] if record.value is not None else sum(numbers) / len(numbers)
    about = message("about ").text(language) if getattr(record, "approximate", False) else ""
    return {
        "part": part,
        "first": days[0].isoformat(),
        "day": days[1].isoformat(),
        "last": days[2].isoformat(),
        "number": middle,
        "low": min(numbers),
        "high": max(numbers),
        "text": "" if part == "missing" else about + _written(numbers, language),
        "tip": getattr(record, "missing", None) or f"{_date(record)}: {_written(numbers, language)}",
    }


def _date(record: Any) -> str:
    """Return the date of an observation, or the due date of a target, as stated."""
    return str(record.due if hasattr(record, "due") else record.as_of)


def _written(numbers: list[float], language: str) -> str:
    ends = dict.fromkeys((min(numbers), max(numbers)))
    text = "–".join(f"{number:,.10g}" for number in ends)
    return text.translate({ord(","): LANGUAGES[language].group, ord("."): LANGUAGES[language].decimal})


def _shortened_title(title: str) -> str:
    """Return a title as the summary of an evaluation has it: on one line, and cut off if long."""
    text = " ".join(title.split())
    return text if len(text) <= _TITLE_LIMIT else text[: _TITLE_LIMIT - 1].rstrip() + "…"


class _IndicatorChart:
    """The chart of one indicator."""

    def __init__(self, element: Any, limits: tuple[date, date], until: date, language: str) -> None:
        self._element, self._limits, self._language = element, limits, language
        self._values = list(_values(element, until, language))

    def chart(self, progress: Any) -> Any:
        """Return the chart, with the summary of the evaluation below its title."""
        said = progress.text(self._language).removeprefix(f"{_shortened_title(self._element.title)}: ")
        title = alt.Title(
            text=lines(self._element.title, _TITLE_WIDTH, 3),
            subtitle=lines(said, _TITLE_WIDTH + 14, 2),
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
        numbers += _numbers(self._element.target)
        low, high = min([0, *numbers]), max([0, *numbers])
        room = (high - low or 1) * 0.15
        scale = alt.Scale(domain=[low - room if low < 0 else 0, high + room], nice=True)
        axis = alt.Axis(title=None if self._element.unit is None else lines(self._element.unit, 24, 2), tickCount=4)
        return alt.Y(f"{field}:Q", scale=scale, axis=axis)

    def _goal(self) -> alt.Chart:
        """Return a horizontal line at the target; of a range, one at both ends."""
        values = [{"number": number} for number in dict.fromkeys(_numbers(self._element.target))]
        return alt.Chart(alt.Data(values=values)).mark_rule(color=theme.RED, strokeDash=[5, 4]).encode(y=self._y())

    def _ranges(self) -> list[alt.Chart]:
        """Return bars for the uncertainty of days and values."""
        base = alt.Chart(self._data("baseline", "observed", "interim", "target"))
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
        return self._marks(self._data("baseline", "observed", "interim", "target"), self._y())

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
            for parts, dy in ((("baseline", "observed"), -11), (("interim", "target"), 13))
            for style in (rim, {"color": theme.INK})
        ]
