"""Counts over measures and indicators, and the tables that show them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from attrs import frozen

from integrationskonzept.blocks.html import table
from integrationskonzept.evaluation.answer import Tally
from integrationskonzept.evaluation.open_items import Question, Request
from integrationskonzept.evaluation.progress import IndicatorProgress, progress_table
from integrationskonzept.evaluation.schedule import MeasureSchedule
from integrationskonzept.i18n.formatting import Describable, percent
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.format_value import cells, value_message
from integrationskonzept.model.status import NeutralStatus


@frozen(repr=False)
class Coverage(Describable):
    """Of how many something is known."""

    known: int
    total: int

    def text(self, language: str = "en") -> str:
        """Say the two numbers."""
        return message("{known} of {total} known", known=self.known, total=self.total).text(language)


@frozen(kw_only=True, repr=False)
class Shares(Describable):
    """How much of the way is covered, over those indicators that can tell it."""

    coverage: Coverage
    """How many of the indicators can tell."""
    lowest: float | None = None
    median: float | None = None
    highest: float | None = None

    @classmethod
    def of(cls, shares: Iterable[float | None]) -> "Shares":
        """Sum up shares of the way; what is unknown is counted and left out, never taken for 0."""
        stated = list(shares)
        known = [share for share in stated if share is not None]
        coverage = Coverage(len(known), len(stated))
        if not known:
            return cls(coverage=coverage)
        return cls(coverage=coverage, lowest=min(known), median=median(known), highest=max(known))

    def text(self, language: str = "en") -> str:
        """Say the median and the range, and of how many."""
        if self.lowest is None or self.median is None or self.highest is None:
            return self.coverage.text(language)
        said = message(
            "{median} in the median ({lowest} to {highest}); {coverage}",
            median=percent(self.median),
            lowest=percent(self.lowest),
            highest=percent(self.highest),
            coverage=value_message(self.coverage),
        )
        return said.text(language)


@frozen(kw_only=True, repr=False)
class Overview(Describable):
    """How a number of indicators stands."""

    baselines: Coverage
    """How many have a baseline."""
    values: Coverage
    """How many have an observation that answers them."""
    targets: Coverage
    """How many have a target."""
    reached: Tally
    """How many meet their target."""
    shares: Shares
    """How much of the way is covered."""

    @classmethod
    def of(cls, indicators: Sequence[IndicatorProgress]) -> "Overview":
        """Sum up how indicators stand."""
        total = len(indicators)
        return cls(
            baselines=Coverage(sum(one.baseline is not None for one in indicators), total),
            values=Coverage(sum(one.latest is not None for one in indicators), total),
            targets=Coverage(sum(one.target is not None for one in indicators), total),
            reached=Tally.of(one.reached for one in indicators),
            shares=Shares.of(one.share.value for one in indicators),
        )

    def text(self, language: str = "en") -> str:
        """Say how many indicators have what they need, and how many meet their target."""
        said = message(
            "baselines: {baselines}; values: {values}; targets: {targets}; met: {reached}; progress: {shares}",
            baselines=value_message(self.baselines),
            values=value_message(self.values),
            targets=value_message(self.targets),
            reached=value_message(self.reached),
            shares=value_message(self.shares),
        )
        return said.text(language)


@frozen(kw_only=True, repr=False)
class MeasureEvaluation(Describable):
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
        said = message(
            "{schedule}; {overview}", schedule=value_message(self.schedule), overview=value_message(self.overview)
        )
        return said.text(language)

    def _repr_html_(self) -> str:
        return progress_table(self.indicators, self)


@frozen(kw_only=True, repr=False)
class StatusCount(Describable):
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
        parts = (
            message("{count} {status}", count=count, status=value_message(status)) for status, count in self.counts
        )
        return value_message(tuple(parts)).text(language)


@frozen(kw_only=True, repr=False)
class Totals(Describable):
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
            statuses=value_message(self.statuses),
            overdue=value_message(self.overdue),
            overview=value_message(self.overview),
        )
        return said.text(language)


def measure_table(measures: Iterable[MeasureEvaluation], caption: Describable) -> str:
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
    return table(heads, cells(rows), caption)
