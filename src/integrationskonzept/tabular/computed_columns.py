"""Columns that are computed: what follows from the attributes of some records, beside them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from integrationskonzept.evaluation.current_status import Pursuit, pursuit, reports
from integrationskonzept.evaluation.date_range import PlannedPeriod
from integrationskonzept.evaluation.deadlines import end_of
from integrationskonzept.evaluation.derivation import Derived
from integrationskonzept.evaluation.planned_dates import planned, timeline_rows
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.actor import Actor, Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.metric import Metric
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.status import NeutralStatus, StatusEntry, StatusLevel
from integrationskonzept.tabular.columns import day, number, row_language, text
from integrationskonzept.tabular.record_rows import Rows
from integrationskonzept.tabular.table import Column, filled


@frozen
class ComputedColumns:
    """Columns of a table whose cells are computed from its rows."""

    columns: tuple[Column, ...]
    cells: Callable[[Rows], Mapping[str, Sequence[Any]]]
    """Return the cells of each column."""


def _of_each(columns: tuple[Column, ...], rows_of: Callable[[Rows], Sequence[Any]]) -> ComputedColumns:
    """Return columns whose cells are read from one thing for each row."""

    def cells(rows: Rows) -> Mapping[str, Sequence[Any]]:
        found = filled(rows.concept, rows_of(rows), columns)
        return {column.name: found[column.name] for column in columns}

    return ComputedColumns(columns, cells)


# -- measures -------------------------------------------------------------------------------------


@frozen(kw_only=True)
class _Measure:
    """The answers about a measure."""

    plan: Derived[PlannedPeriod]
    last: StatusEntry | None
    neutral: NeutralStatus | None
    pursuit: Pursuit
    language: str

    @property
    def planned_start(self) -> date | None:
        """The first day it can be planned to begin."""
        return self.plan.value.first if self.plan.value else None

    @property
    def planned_end(self) -> date | None:
        """The last day it can be planned to end."""
        return self.plan.value.last if self.plan.value else None


def _measures(rows: Rows) -> list[_Measure]:
    concept: Concept = rows.concept
    neutral = {level.id: level.neutral for level in concept.every(StatusLevel)}
    timeline = timeline_rows(concept)
    horizons = {horizon.id: horizon for horizon in concept.every(Horizon)}
    found = []
    for measure in rows.records:
        known = reports(measure, date.max)
        last = known[-1] if known else None
        found.append(
            _Measure(
                plan=planned(measure, concept, timeline, horizons),
                last=last,
                neutral=neutral.get(last.level_ref) if last else None,
                pursuit=pursuit(measure, concept),
                language=row_language(concept),
            )
        )
    return found


_OF_MEASURES = _of_each(
    (
        day("planned_start", message("First day it can be planned to begin")),
        day("planned_end", message("Last day it can be planned to end")),
        text(
            "planned_basis",
            message(
                "Where the plan comes from: stated, derived or unknown;"
                " a stated month or year gives its first or last day"
            ),
            lambda row: row.plan.basis,
        ),
        text(
            "deadline_basis",
            message("Where planned_end comes from: stated to the day, derived, or unknown"),
            lambda row: end_of(row.plan).basis,
        ),
        text(
            "status",
            message("Id of the last status reported; missing when never reported"),
            lambda row: row.last and row.last.level_ref,
        ),
        text(
            "status_neutral",
            message("What that status means in terms that towns can compare"),
            lambda row: row.neutral,
        ),
        text(
            "status_as_of",
            message("Date of the last report, with the precision it was stated in"),
            lambda row: row.last and row.last.as_of,
        ),
        text(
            "pursuit_reason",
            message("Why it counts as pursued, or no longer"),
            lambda row: row.pursuit.reason.text(row.language),
        ),
        text(
            "pursued_in",
            message("Ids of the measures that took it up, separated by '; '"),
            lambda row: [address.removeprefix(f"{Measure.noun}/") for address in row.pursuit.into],
        ),
    ),
    _measures,
)


# -- indicators and what is observed --------------------------------------------------------------


def _of(part: str, attribute: str) -> Any:
    """Return the getter of an attribute of a part that an indicator may lack."""
    return lambda row: getattr(getattr(row, part), attribute, None)


_OF_INDICATORS = _of_each(
    (
        number(
            "baseline",
            message("Baseline value, in the indicator's unit; missing when there is none"),
            _of("baseline", "value"),
        ),
        text(
            "baseline_as_of",
            message("Date of the baseline, with the precision it was stated in"),
            _of("baseline", "as_of"),
        ),
        number(
            "target",
            message("Target value, in the indicator's unit; missing when there is none"),
            _of("target", "value"),
        ),
        text("target_due", message("Date of the target, with the precision it was stated in"), _of("target", "due")),
    ),
    lambda rows: rows.records,
)


def _units(rows: Rows) -> Mapping[str, Sequence[Any]]:
    owners = [group.nearest(Metric) for group in rows.groups]
    return {"unit": rows.of_groups([owner and owner.unit for owner in owners])}


_OF_OBSERVATIONS = ComputedColumns((text("unit", message("Unit of the indicator's or figure's values")),), _units)


# -- actors ---------------------------------------------------------------------------------------


def _titles(rows: Rows) -> Mapping[str, Sequence[Any]]:
    known = {actor.id: actor.title for actor in rows.concept.every(Actor)}
    found: list[str | None] = []
    for group in rows.groups:
        for actor in group.records[0].actor_refs or (None,):
            printed = group.records[0].printed
            found.append(known.get(actor, printed) if actor else printed)
    return {"title": found}


_OF_INVOLVEMENT = ComputedColumns((text("title", message("Name of the actor, or the name as printed")),), _titles)

COMPUTED: Mapping[type, ComputedColumns] = {
    Measure: _OF_MEASURES,
    Indicator: _OF_INDICATORS,
    Observation: _OF_OBSERVATIONS,
    Involvement: _OF_INVOLVEMENT,
}
"""The computed columns of the tables of some classes of records."""
