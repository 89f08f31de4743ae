"""Schedules of measures: overdue or behind schedule."""

from datetime import date
from typing import ClassVar

from attrs import frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.evaluation.answer import Answer, Tally, cannot_be_said, no, yes
from integrationskonzept.evaluation.current_status import (
    NOT_BEGUN,
    CurrentStatus,
    Pursuit,
    PursuitState,
    current_status,
    is_finished,
    pursuit,
)
from integrationskonzept.evaluation.date_range import PlannedPeriod, UncertainDate
from integrationskonzept.evaluation.deadlines import end_of
from integrationskonzept.evaluation.derivation import Basis, Derived
from integrationskonzept.evaluation.planned_dates import Rows, actual, phase, planned, timeline_rows
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.status import NeutralStatus


@frozen(kw_only=True, repr=False)
class MeasureSchedule(Describable):
    """Planned and actual dates of a measure, as known on a day."""

    address: str
    """Address of the measure."""
    title: str
    """Title of the measure."""
    planned: Derived[PlannedPeriod]
    """Its planned period."""
    deadline: Derived[UncertainDate]
    """The day it is due as a whole: stated, derived, or unknown."""
    phases: tuple[Derived[PlannedPeriod], ...]
    """The planned period by each of its horizon statements, in their order."""
    actual: Derived[PlannedPeriod]
    """Its actual period."""
    reported: CurrentStatus
    """The latest report on it."""
    pursuit: Pursuit
    """The state of its pursuit, with the reason."""
    finished: Answer
    """Is it finished, so that its deadlines no longer apply?"""
    overdue: Answer
    """Has its planned end passed while it is not finished?"""
    behind_schedule: Answer
    """Is it behind schedule?"""

    @property
    def current(self) -> Describable:
        """Its status for display: the pursuit where it is not pursued, or else the latest report."""
        return self.reported if self.pursuit.stands else self.pursuit

    @property
    def neutral(self) -> NeutralStatus:
        """Its status in comparable terms, with rejections and mergers taken into account."""
        return _NOT_PURSUED.get(self.pursuit.state, self.reported.neutral)

    def text(self, language: str = "en") -> str:
        """Return plan, status and whether it is overdue."""
        said = message(
            "{title}: planned {planned}; {standing}; overdue: {overdue}",
            title=value_message(self.title),
            planned=value_message(self.planned),
            standing=value_message(self.current),
            overdue=value_message(self.overdue),
        )
        return said.text(language)


_NOT_PURSUED = {
    PursuitState.REJECTED: NeutralStatus.CANCELLED,
    PursuitState.GIVEN_UP: NeutralStatus.CANCELLED,
    PursuitState.MERGED: NeutralStatus.MERGED,
    PursuitState.SPLIT: NeutralStatus.MERGED,
    PursuitState.REPLACED: NeutralStatus.MERGED,
}


@frozen(kw_only=True, repr=False)
class ConceptSchedule(Describable, HasBlocks):
    """The schedule of every measure of a concept, as known on a day."""

    ACCOUNT: ClassVar[str] = "documents.evaluation_parts:schedule_document"

    today: date
    """The reference day."""
    measures: tuple[MeasureSchedule, ...]
    """One for each measure, in document order."""

    @property
    def overdue(self) -> Tally:
        """Count of overdue measures."""
        return Tally.of(measure.overdue for measure in self.measures)

    def text(self, language: str = "en") -> str:
        """Return the number of overdue measures."""
        said = message("{count} measures on {today}; overdue: {tally}", **self._values())
        return said.text(language)

    def _values(self) -> dict[str, object]:
        return {"count": len(self.measures), "today": value_message(self.today), "tally": value_message(self.overdue)}


def schedule(concept: Concept, today: date) -> ConceptSchedule:
    """Return the schedule of every measure, as known on the day `today`."""
    rows = timeline_rows(concept)
    measures = tuple(measure_schedule(measure, concept, today, rows) for measure in concept.measures)
    return ConceptSchedule(today=today, measures=measures)


def measure_schedule(measure: Measure, concept: Concept, today: date, rows: Rows | None = None) -> MeasureSchedule:
    """Return the schedule of one measure, as known on the day `today`; for `rows` see `planned`."""
    plan, reported = planned(measure, concept, rows), current_status(measure, concept, today)
    found = pursuit(measure, concept, today)
    over = is_finished(found, reported)
    late = _overdue(plan, reported, over, today)
    return MeasureSchedule(
        address=measure.address,
        title=measure.title,
        planned=plan,
        deadline=end_of(plan),
        phases=tuple(phase(statement, measure, concept) for statement in measure.time_frames),
        actual=actual(measure, concept, today),
        reported=reported,
        pursuit=found,
        finished=over,
        overdue=late,
        behind_schedule=_behind(plan, reported, over, late, today),
    )


def overdue(measure: Measure, concept: Concept, today: date) -> Answer:
    """Return whether a measure's planned end has passed while it is not finished.

    Yes only if a report from after the planned end says that it is not finished: a measure
    without a later report may have been finished since.
    """
    return measure_schedule(measure, concept, today).overdue


def is_behind_schedule(measure: Measure, concept: Concept, today: date) -> Answer:
    """Return whether a measure is behind schedule: overdue, reported as delayed, or not begun in time."""
    return measure_schedule(measure, concept, today).behind_schedule


def _overdue(plan: Derived[PlannedPeriod], reported: CurrentStatus, over: Answer, today: date) -> Answer:
    if over.is_yes:
        return no(over.why)
    if plan.value is None:
        return cannot_be_said(plan.rule)
    end = plan.value.end
    if end is None:
        if plan.value.permanent:
            return no(message("it has no end, by intention"))
        return cannot_be_said(message("no end is stated"))
    if today <= end.earliest:
        return no(message("its planned end is {end}", end=value_message(end)))
    if today <= end.latest:
        return cannot_be_said(message("its planned end is known only roughly: {end}", end=value_message(end)))
    if over.is_unknown:
        return cannot_be_said(message("its planned end, {end}, is past; {why}", end=value_message(end), why=over.why))
    if not reported.reported_after(end.latest):
        why = message(
            "its planned end, {end}, is past; the latest report is older: {standing}",
            end=value_message(end),
            standing=value_message(reported),
        )
        return cannot_be_said(why)
    return yes(message("its planned end was {end}; {why}", end=value_message(end), why=over.why))


def _behind(plan: Derived[PlannedPeriod], reported: CurrentStatus, over: Answer, late: Answer, today: date) -> Answer:
    if late.is_yes or over.is_yes:
        return late if late.is_yes else no(over.why)
    if reported.neutral is NeutralStatus.DELAYED:
        return yes(message("reported as {standing}", standing=value_message(reported)))
    start = plan.value.start if plan.value else None
    if start and today < start.earliest:
        return no(message("planned to begin {day}", day=value_message(start)))
    if start and start.latest < today and reported.neutral in NOT_BEGUN:
        why = message(
            "planned to begin by {day}; reported as {standing}",
            day=value_message(start.latest),
            standing=value_message(reported),
        )
        if plan.basis is Basis.DERIVED or not reported.reported_after(start.latest):
            return cannot_be_said(why)
        return yes(why)
    if late.is_unknown or over.is_unknown:
        return cannot_be_said(late.why if late.is_unknown else over.why)
    return no(message("{why}; reported as {standing}", why=late.why, standing=value_message(reported)))
