"""The table of time series: the values of indicators and figures with their target path, in the order of time.

What is observed, what it began with and what it is to reach stand under each other, so that one table is one chart.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve, frozen

from integrationskonzept.evaluation.current_status import PursuitState
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.indicator import Indicator, Target
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.model.metric import Metric
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.tabular.columns import day, number, pursued, text, truth
from integrationskonzept.tabular.record_classes import CLASSES
from integrationskonzept.tabular.record_rows import pursuits, rows_of
from integrationskonzept.tabular.table import Column, table_of


@frozen
class _Row:
    metric: Metric
    role: str
    stated: Any
    """The observation, target or figure."""
    pursuit: PursuitState | None

    @property
    def as_of(self) -> PartialDate | None:
        """The date of the value, or the one by which the target is to be met."""
        date: PartialDate | None = self.stated.due if isinstance(self.stated, Target) else self.stated.as_of
        return date


def _rows(concept: Concept) -> Iterator[_Row]:
    for kind in (Indicator, Figure):
        metrics = rows_of(concept, kind, CLASSES)
        for metric, state in zip(metrics.records, pursuits(metrics), strict=True):
            rows = [_Row(metric, role, stated, state) for role, stated in _values(metric) if stated is not None]
            yield from sorted(rows, key=_order)


def _values(metric: Metric) -> Iterator[tuple[str, Any]]:
    if isinstance(metric, Indicator):
        yield "baseline", metric.baseline
        yield from (("benchmark", one) for one in metric.benchmarks)
        yield from (("interim_target", one) for one in metric.interim_targets)
        yield "target", metric.target
    if isinstance(metric, Figure) and (metric.value is not None or metric.text is not None or metric.missing):
        yield "observation", metric
    yield from (("observation", one) for one in metric.observations)


def _order(row: _Row) -> date:
    return (row.as_of and row.as_of.latest) or date.max


def _stated(name: str) -> Any:
    return lambda row: getattr(row.stated, name, None)


def _value(name: str, said: Message, value: Any) -> Column:
    return evolve(number(name, said, value), measured_in=("unit",))


TIME_SERIES = table_of(
    "time_series",
    message("Time series with target paths"),
    _rows,
    (
        text("address", message("Address of the indicator or figure"), lambda row: row.metric.address),
        text("title", message("Title, as printed"), lambda row: row.metric.display_title),
        text("role", message("What the value is: baseline, observation, benchmark, interim_target or target")),
        text("as_of", message("Date of the value, or of the target, with the precision it was stated in")),
        day(
            "earliest",
            message("First day the date can mean; missing when no year is stated"),
            lambda row: row.as_of and row.as_of.earliest,
        ),
        day(
            "latest",
            message("Last day the date can mean; missing when no year is stated"),
            lambda row: row.as_of and row.as_of.latest,
        ),
        _value("value", message("Value, in the unit beside it; missing where there is none"), _stated("value")),
        _value("minimum", message("Lower end, where only a range is known"), _stated("minimum")),
        _value("maximum", message("Upper end, where only a range is known"), _stated("maximum")),
        truth("reached", message("The milestone's answer; missing where there is none"), _stated("reached")),
        text("unit", message("Unit of the indicator's or figure's values"), lambda row: row.metric.unit),
        text(
            "population",
            message("Whom the value speaks of"),
            lambda row: getattr(row.stated, "population", None) or row.metric.population,
        ),
        text("missing", message("Why there is no value"), _stated("missing")),
        pursued(),
    ),
)
