"""How a measure stands, and how many measures and indicators stand together."""

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from integrationskonzept.analysis.answer import Tally
from integrationskonzept.analysis.collecting import Question, Request
from integrationskonzept.analysis.page import table
from integrationskonzept.analysis.progress import IndicatorProgress, progress_table
from integrationskonzept.analysis.schedule import MeasureSchedule
from integrationskonzept.analysis.summary import Overview
from integrationskonzept.analysis.words import Said, shown
from integrationskonzept.language import message
from integrationskonzept.model.status import NeutralStatus


@frozen(kw_only=True, repr=False)
class MeasureEvaluation(Said):
    """How a measure stands."""

    address: str
    """Address of the measure."""
    title: str
    """Its title."""
    field_of_action: str | None
    """Address of the field of action, or sub-field, it stands in; None for an overarching measure."""
    lead: tuple[str, ...]
    """Who has the lead, by name."""
    schedule: MeasureSchedule
    """Its plan, its reports, and whether it is overdue or behind."""
    indicators: tuple[IndicatorProgress, ...]
    """How its own indicators stand."""
    overview: Overview
    """How these stand as a whole."""
    questions: tuple[Question, ...]
    """What is open, its indicators included."""
    to_collect: tuple[Request, ...]
    """Values and reports to collect before the next evaluation."""

    def text(self, language: str = "en") -> str:
        """Say its standing, and how its indicators stand."""
        said = message("{schedule}; {overview}", schedule=shown(self.schedule), overview=shown(self.overview))
        return said.text(language)

    def _repr_html_(self) -> str:
        return progress_table(self.indicators, self)


@frozen(kw_only=True, repr=False)
class StatusCount(Said):
    """How many measures have which status, in the terms that towns can compare."""

    counts: tuple[tuple[NeutralStatus, int], ...]
    """Each status that occurs, in the order of `NeutralStatus`; unknown where nothing is reported."""

    @classmethod
    def of(cls, statuses: Iterable[NeutralStatus]) -> "StatusCount":
        """Count statuses."""
        counted = Counter(statuses)
        return cls(counts=tuple((status, counted[status]) for status in NeutralStatus if status in counted))

    def text(self, language: str = "en") -> str:
        """Say each status and its count."""
        parts = (message("{count} {status}", count=count, status=shown(status)) for status, count in self.counts)
        return shown(tuple(parts)).text(language)


@frozen(kw_only=True, repr=False)
class Totals(Said):
    """How a number of measures and indicators stands as a whole."""

    overview: Overview
    """How the indicators stand."""
    overdue: Tally
    """How many measures are overdue."""
    behind: Tally
    """How many measures lag behind their plan."""
    statuses: StatusCount
    """How far the measures are."""

    @classmethod
    def of(cls, measures: Sequence[MeasureEvaluation], indicators: Sequence[IndicatorProgress]) -> "Totals":
        """Sum up measures and indicators."""
        schedules = [one.schedule for one in measures]
        return cls(
            overview=Overview.of(indicators),
            overdue=Tally.of(one.overdue for one in schedules),
            behind=Tally.of(one.behind for one in schedules),
            statuses=StatusCount.of(one.neutral for one in schedules),
        )

    def text(self, language: str = "en") -> str:
        """Say how the measures and the indicators stand."""
        said = message(
            "status: {statuses}; overdue: {overdue}; {overview}",
            statuses=shown(self.statuses),
            overdue=shown(self.overdue),
            overview=shown(self.overview),
        )
        return said.text(language)


def measure_table(measures: Iterable[MeasureEvaluation], caption: Said) -> str:
    """Lay out how measures stand, for a notebook."""
    heads = (
        message("measure"),
        message("lead"),
        message("planned"),
        message("status"),
        message("overdue"),
        message("targets met"),
        message("open questions"),
    )
    rows = (
        (
            one.title,
            one.lead,
            one.schedule.planned.value,
            one.schedule.current,
            one.schedule.overdue,
            one.overview.reached,
            len(one.questions),
        )
        for one in measures
    )
    return table(heads, rows, caption)
