"""The table of measures: one row a measure."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from integrationskonzept.evaluation.current_status import Pursuit, pursuit, reports
from integrationskonzept.evaluation.date_range import PlannedPeriod
from integrationskonzept.evaluation.deadlines import end_of
from integrationskonzept.evaluation.derivation import Derived
from integrationskonzept.evaluation.planned_dates import planned, timeline_rows
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.status import NeutralStatus, StatusEntry, StatusLevel
from integrationskonzept.tabular.columns import Placed, actors, day, integer, placed, pursued, text
from integrationskonzept.tabular.table import table_of


@frozen
class _Row(Placed):
    """A measure with the answers about it."""

    plan: Derived[PlannedPeriod]
    last: StatusEntry | None
    neutral: NeutralStatus | None
    found: Pursuit

    @property
    def pursuit(self) -> str:
        """Whether it is pursued."""
        return str(self.found.state)

    @property
    def planned_start(self) -> date | None:
        """The first day it can be planned to begin."""
        return self.plan.value.first if self.plan.value else None

    @property
    def planned_end(self) -> date | None:
        """The last day it can be planned to end."""
        return self.plan.value.last if self.plan.value else None


def _rows(concept: Concept) -> Iterator[_Row]:
    neutral = {level.id: level.neutral for level in concept.every(StatusLevel)}
    timeline = timeline_rows(concept)
    horizons = {horizon.id: horizon for horizon in concept.every(Horizon)}
    for row in placed(concept, Measure):
        measure = row.element
        known = reports(measure, date.max)
        last = known[-1] if known else None
        yield _Row(
            concept,
            measure,
            row.around,
            plan=planned(measure, concept, timeline, horizons),
            last=last,
            neutral=neutral.get(last.level_ref) if last else None,
            found=pursuit(measure, concept),
        )


MEASURES = table_of(
    "measures",
    message("Measures"),
    _rows,
    (
        text("measure", message("Id of the measure"), lambda row: row.id),
        text(
            "field_of_action",
            message("Id of the field of action or sub-field; none for an overarching measure"),
            lambda row: row.id_of(FieldOfAction),
        ),
        text("number", message("Number, as printed")),
        text("title", message("Title, as printed")),
        text("kind", message("Kind of measure; missing when not stated")),
        text("leads", message("Ids of the leading actors, separated by '; '"), lambda row: actors(row.leads)),
        text("partners", message("Ids of the partners, separated by '; '"), lambda row: actors(row.partners)),
        text(
            "time_frames",
            message("Ids of the time frames stated, separated by '; '"),
            lambda row: [stated.horizon_ref for stated in row.time_frames if stated.horizon_ref],
        ),
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
        text("priority", message("Priority, in the concept's own words")),
        text("commitment", message("How binding it is; missing when not stated")),
        text("goals", message("Ids of the goals it serves, separated by '; '"), lambda row: row.goal_refs),
        integer("current_states", message("Number of current-state statements"), lambda row: len(row.current_state)),
        integer("target_states", message("Number of target-state statements"), lambda row: len(row.target_state)),
        integer("indicators", message("Number of indicators"), lambda row: len(row.indicators)),
        integer("activities", message("Number of activities"), lambda row: len(row.activities) + len(row.action_days)),
        pursued(),
        text(
            "pursued_in",
            message("Ids of the measures that took it up, separated by '; '"),
            lambda row: [address.removeprefix(f"{Measure.noun}/") for address in row.found.into],
        ),
    ),
)
