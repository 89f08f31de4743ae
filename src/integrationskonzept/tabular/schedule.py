"""The schedule by year: one row a measure and year of the concept's period."""

from collections.abc import Iterator

from attrs import frozen

from integrationskonzept.evaluation.current_status import PursuitState, pursuit
from integrationskonzept.evaluation.derivation import Basis
from integrationskonzept.evaluation.planned_dates import planned, timeline_rows
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.measure import Measure
from integrationskonzept.tabular.columns import integer, pursued, text, truth
from integrationskonzept.tabular.table import table_of

LONGEST = 100
"""Longest period, in years, for which the table has rows."""


def years_of(concept: Concept) -> range:
    """Return the years of the concept's period; none where its start or its end is not stated."""
    start, end = concept.period.start, concept.period.end
    if start is None or end is None or start.earliest is None or end.latest is None:
        return range(0)
    return range(start.earliest.year, end.latest.year + 1)


@frozen
class _Row:
    measure: str
    year: int
    planned: bool | None
    basis: Basis
    approximate: bool
    pursuit: PursuitState


def _rows(concept: Concept) -> Iterator[_Row]:
    years = years_of(concept)
    if len(years) > LONGEST:
        return
    timeline = timeline_rows(concept)
    horizons = {horizon.id: horizon for horizon in concept.every(Horizon)}
    for _, measure in concept.records.get(Measure):
        plan = planned(measure, concept, timeline, horizons)
        window, state = plan.value, pursuit(measure, concept).state
        for year in years:
            runs = None
            if window is not None and (window.first or window.last or window.permanent):
                begun = window.first is None or window.first.year <= year
                runs = begun and (window.last is None or year <= window.last.year)
            yield _Row(measure.id, year, runs, plan.basis, plan.approximate, state)


SCHEDULE = table_of(
    "schedule",
    message("Schedule by year"),
    _rows,
    (
        text("measure", message("Id of the measure")),
        integer("year", message("Year of the concept's period")),
        truth("planned", message("The measure can be planned to run in that year; missing when it cannot be said")),
        text("basis", message("Where that comes from: stated, derived or unknown")),
        truth("approximate", message("It rests on a time frame given as about so many years")),
        pursued(),
    ),
)
