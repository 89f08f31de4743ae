"""The schedule by year: one row a measure and year of the concept's period."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.evaluation.planned_dates import planned, timeline_rows
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.measure import Measure
from integrationskonzept.tabular.columns import columns_of, integer, pursued, text, truth
from integrationskonzept.tabular.table import Table

_COLUMNS = (
    text("concept", message("Id of the concept")),
    text("measure", message("Id of the measure")),
    integer("year", message("Year of the concept's period")),
    truth("planned", message("The measure can be planned to run in that year; missing when it cannot be said")),
    text("basis", message("Where that comes from: stated, derived or unknown")),
    truth("approximate", message("It rests on a time frame given as about so many years")),
    pursued(),
)


LONGEST = 100
"""Longest period, in years, for which the table has rows."""


def years_of(concept: Concept) -> range:
    """Return the years of the concept's period; none where its start or its end is not stated."""
    start, end = concept.period.start, concept.period.end
    if start is None or end is None or start.earliest is None or end.latest is None:
        return range(0)
    return range(start.earliest.year, end.latest.year + 1)


def _fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
    return columns_of(_COLUMNS, concept, _rows(concept))


def _rows(concept: Concept) -> Iterator[tuple[Any, ...]]:
    years = years_of(concept)
    if len(years) > LONGEST:
        return
    timeline = timeline_rows(concept)
    horizons = {horizon.id: horizon for horizon in concept.every(Horizon)}
    for _, measure in concept.records.get(Measure):
        plan = planned(measure, concept, timeline, horizons)
        window, state = plan.value, str(pursuit(measure, concept).state)
        for year in years:
            runs = None
            if window is not None and (window.first or window.last or window.permanent):
                begun = window.first is None or window.first.year <= year
                runs = begun and (window.last is None or year <= window.last.year)
            yield measure.id, year, runs, str(plan.basis), plan.approximate, state


SCHEDULE = Table(name="schedule", title=message("Schedule by year"), columns=_COLUMNS, fill=_fill)
