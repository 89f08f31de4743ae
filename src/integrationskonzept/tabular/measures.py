"""The table of measures: one row a measure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from integrationskonzept.evaluation.current_status import pursuit, reports
from integrationskonzept.evaluation.deadlines import end_of
from integrationskonzept.evaluation.planned_dates import planned, timeline_rows
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.status import StatusLevel
from integrationskonzept.tabular.columns import (
    actors,
    columns_of,
    day,
    ids_around,
    integer,
    joined,
    pursued,
    said,
    text,
)
from integrationskonzept.tabular.table import Table

_COLUMNS = (
    text("concept", message("Id of the concept")),
    text("measure", message("Id of the measure")),
    text("field_of_action", message("Id of the field of action or sub-field; none for an overarching measure")),
    text("number", message("Number, as printed")),
    text("title", message("Title, as printed")),
    text("kind", message("Kind of measure; missing when not stated")),
    text("leads", message("Ids of the leading actors, separated by '; '")),
    text("partners", message("Ids of the partners, separated by '; '")),
    text("time_frames", message("Ids of the time frames stated, separated by '; '")),
    day("planned_start", message("First day it can be planned to begin")),
    day("planned_end", message("Last day it can be planned to end")),
    text(
        "planned_basis",
        message(
            "Where the plan comes from: stated, derived or unknown; a stated month or year gives its first or last day"
        ),
    ),
    text("deadline_basis", message("Where planned_end comes from: stated to the day, derived, or unknown")),
    text("status", message("Id of the last status reported; missing when never reported")),
    text("status_neutral", message("What that status means in terms that towns can compare")),
    text("status_as_of", message("Date of the last report, with the precision it was stated in")),
    text("priority", message("Priority, in the concept's own words")),
    text("commitment", message("How binding it is; missing when not stated")),
    text("goals", message("Ids of the goals it serves, separated by '; '")),
    integer("current_states", message("Number of current-state statements")),
    integer("target_states", message("Number of target-state statements")),
    integer("indicators", message("Number of indicators")),
    integer("activities", message("Number of activities")),
    pursued(),
    text("pursued_in", message("Ids of the measures that took it up, separated by '; '")),
)


def _fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
    return columns_of(_COLUMNS, concept, _rows(concept))


def _rows(concept: Concept) -> Iterator[tuple[Any, ...]]:
    neutral = {level.id: str(level.neutral) for level in concept.every(StatusLevel)}
    timeline = timeline_rows(concept)
    horizons = {horizon.id: horizon for horizon in concept.every(Horizon)}
    for path, measure in concept.records.get(Measure):
        plan = planned(measure, concept, timeline, horizons)
        known = reports(measure, date.max)
        last = known[-1] if known else None
        found = pursuit(measure, concept)
        yield (
            measure.id,
            *ids_around(concept, path, FieldOfAction),
            measure.number,
            measure.title,
            said(measure.kind),
            actors(measure.leads),
            actors(measure.partners),
            joined(statement.horizon_ref for statement in measure.time_frames if statement.horizon_ref),
            plan.value and plan.value.first,
            plan.value and plan.value.last,
            str(plan.basis),
            str(end_of(plan).basis),
            last and last.level_ref,
            last and neutral.get(last.level_ref),
            last and str(last.as_of),
            measure.priority,
            said(measure.commitment),
            joined(measure.goal_refs),
            len(measure.current_state),
            len(measure.target_state),
            len(measure.indicators),
            len(measure.activities) + len(measure.action_days),
            str(found.state),
            joined(address.removeprefix(f"{Measure.noun}/") for address in found.into),
        )


MEASURES = Table(name="measures", title=message("Measures"), columns=_COLUMNS, fill=_fill)
