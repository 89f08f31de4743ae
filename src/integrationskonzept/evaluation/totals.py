"""Totals over measures and indicators, and tables of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from math import fsum
from statistics import median
from typing import ClassVar

from attrs import field, frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.evaluation.answer import Tally
from integrationskonzept.evaluation.open_items import Question, Request
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.schedule import MeasureSchedule
from integrationskonzept.evaluation.targets import TargetResult
from integrationskonzept.i18n.formatting import Describable, percent
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.status import NeutralStatus


@frozen(repr=False)
class Coverage(Describable):
    """The number of known values out of a total."""

    known: int
    total: int

    def text(self, language: str = "en") -> str:
        """Return the two numbers."""
        return message("{known} of {total} known", known=self.known, total=self.total).text(language)


@frozen(kw_only=True, repr=False)
class Total(Describable):
    """The sum of the known values, and how many are known; what is missing counts as unknown, never as 0."""

    value: int | float | Decimal | None = None
    """The sum of what is known; None where nothing is."""
    coverage: Coverage
    """The number of known values out of all."""

    @classmethod
    def of(cls, values: Iterable[int | float | Decimal | None]) -> "Total":
        """Return the total of values."""
        stated = list(values)
        known = [value for value in stated if value is not None]
        coverage = Coverage(len(known), len(stated))
        return cls(value=_exact_sum(known) if known else None, coverage=coverage)

    @property
    def is_complete(self) -> bool:
        """Whether every value is known, so that the sum is that of all."""
        return self.coverage.known == self.coverage.total

    def text(self, language: str = "en") -> str:
        """Return the sum, and how many values are known."""
        counts = {"known": self.coverage.known, "total": self.coverage.total}
        if self.value is None:
            return message("{known} of {total} values known", **counts).text(language)
        said = message("{sum} ({known} of {total} values known)", sum=value_message(self.value), **counts)
        return said.text(language)


def _exact_sum(values: Sequence[int | float | Decimal]) -> int | float | Decimal:
    """Return the sum without rounding errors of binary numbers; whole numbers stay whole."""
    if all(isinstance(value, int) for value in values):
        return sum(values)
    if any(isinstance(value, Decimal) for value in values):
        return sum((Decimal(str(value)) for value in values), Decimal(0))
    return fsum(values)


@frozen(kw_only=True, repr=False)
class Shares(Describable):
    """Lowest, median and highest progress of those indicators where it is known."""

    coverage: Coverage
    """The number of indicators whose progress is known."""
    lowest: float | None = None
    median: float | None = None
    highest: float | None = None

    @classmethod
    def of(cls, shares: Iterable[float | None]) -> "Shares":
        """Return the summary of shares; unknown ones are counted and left out, never taken for 0."""
        stated = list(shares)
        known = [share for share in stated if share is not None]
        coverage = Coverage(len(known), len(stated))
        if not known:
            return cls(coverage=coverage)
        return cls(coverage=coverage, lowest=min(known), median=median(known), highest=max(known))

    def text(self, language: str = "en") -> str:
        """Return the median, the range and the coverage."""
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
    """Totals of indicators."""

    baselines: Coverage
    """Indicators with a baseline."""
    values: Coverage
    """Indicators with an observation that answers them."""
    targets: Coverage
    """Indicators with a target."""
    reached: Tally
    """Indicators that meet their target."""
    shares: Shares
    """Progress from baseline to target."""

    @classmethod
    def of(cls, indicators: Sequence[IndicatorProgress]) -> "Overview":
        """Return the totals of indicators."""
        total = len(indicators)
        return cls(
            baselines=Coverage(sum(one.baseline is not None for one in indicators), total),
            values=Coverage(sum(one.latest is not None for one in indicators), total),
            targets=Coverage(sum(one.target is not None for one in indicators), total),
            reached=Tally.of(one.reached for one in indicators),
            shares=Shares.of(one.share.value for one in indicators),
        )

    def text(self, language: str = "en") -> str:
        """Return the counts as a sentence."""
        said = message(
            "baselines: {baselines}; values: {values}; targets: {targets}; met: {reached}; progress: {shares}",
            baselines=value_message(self.baselines),
            values=value_message(self.values),
            targets=value_message(self.targets),
            reached=value_message(self.reached),
            shares=value_message(self.shares),
        )
        return said.text(language)


def target_results(indicators: Iterable[IndicatorProgress]) -> dict[TargetResult, int]:
    """Return the number of final targets by state."""
    return Counter(one.final.result for one in indicators if one.final is not None)


@frozen(kw_only=True, repr=False)
class MeasureEvaluation(Describable, HasBlocks):
    """Evaluation of a measure."""

    ACCOUNT: ClassVar[str] = "documents.evaluation_parts:measure_document"

    address: str
    """Address of the measure."""
    title: str
    """Its title."""
    field_of_action: str | None
    """Address of its field of action or sub-field; None for an overarching measure."""
    lead: tuple[str, ...]
    """Names of those who have the lead."""
    measure: Measure
    """The measure itself."""
    schedule: MeasureSchedule
    """Its plan, its latest report, and whether it is overdue or behind schedule."""
    indicators: tuple[IndicatorProgress, ...]
    """Progress of its own indicators."""
    overview: Overview
    """Totals of these indicators."""
    questions: tuple[Question, ...]
    """Open questions, those of its indicators included."""
    to_collect: tuple[Request, ...]
    """Values and reports to collect before the next evaluation."""

    @property
    def targets(self) -> Mapping[TargetResult, int]:
        """Number of its indicators' targets by state; indicators without a target do not count."""
        return target_results(self.indicators)

    def text(self, language: str = "en") -> str:
        """Return its schedule and the totals of its indicators."""
        said = message(
            "{schedule}; {overview}", schedule=value_message(self.schedule), overview=value_message(self.overview)
        )
        return said.text(language)


@frozen(kw_only=True, repr=False)
class StatusCount(Describable):
    """Number of measures by status, in terms that towns can compare."""

    counts: tuple[tuple[NeutralStatus, int], ...]
    """Each occurring status with its count, in the order of `NeutralStatus`; unknown where nothing is reported."""

    @classmethod
    def of(cls, statuses: Iterable[NeutralStatus]) -> "StatusCount":
        """Return the counts of statuses."""
        counted = Counter(statuses)
        return cls(counts=tuple((status, counted[status]) for status in NeutralStatus if status in counted))

    def text(self, language: str = "en") -> str:
        """Return each status and its count."""
        parts = (
            message("{count} {status}", count=count, status=value_message(status)) for status, count in self.counts
        )
        return value_message(tuple(parts)).text(language)


@frozen(kw_only=True, repr=False)
class Totals(Describable, HasBlocks):
    """Totals of measures and indicators."""

    ACCOUNT: ClassVar[str] = "documents.evaluation_parts:totals_document"

    overview: Overview
    """Totals of the indicators."""
    overdue: Tally
    """Count of overdue measures."""
    behind_schedule: Tally
    """Count of measures behind schedule."""
    statuses: StatusCount
    """Number of measures by status."""
    targets: Mapping[TargetResult, int] = field(hash=False)
    """Number of the indicators' targets by state; indicators without a target do not count."""

    @classmethod
    def of(cls, measures: Sequence[MeasureEvaluation], indicators: Sequence[IndicatorProgress]) -> "Totals":
        """Return the totals of measures and indicators."""
        schedules = [one.schedule for one in measures]
        return cls(
            overview=Overview.of(indicators),
            overdue=Tally.of(one.overdue for one in schedules),
            behind_schedule=Tally.of(one.behind_schedule for one in schedules),
            statuses=StatusCount.of(one.neutral for one in schedules),
            targets=target_results(indicators),
        )

    def text(self, language: str = "en") -> str:
        """Return the totals as a sentence."""
        said = message(
            "status: {statuses}; overdue: {overdue}; {overview}",
            statuses=value_message(self.statuses),
            overdue=value_message(self.overdue),
            overview=value_message(self.overview),
        )
        return said.text(language)
