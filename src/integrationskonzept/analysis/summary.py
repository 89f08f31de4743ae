"""Many answers at once, with how many of them are known."""

from collections.abc import Iterable, Sequence
from statistics import median

from attrs import frozen

from integrationskonzept.analysis.answer import Tally
from integrationskonzept.analysis.progress import IndicatorProgress
from integrationskonzept.analysis.words import Said, percent, shown
from integrationskonzept.language import message


@frozen(repr=False)
class Coverage(Said):
    """Of how many something is known."""

    known: int
    total: int

    def text(self, language: str = "en") -> str:
        """Say the two numbers."""
        return message("{known} of {total} known", known=self.known, total=self.total).text(language)


@frozen(kw_only=True, repr=False)
class Shares(Said):
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
            coverage=shown(self.coverage),
        )
        return said.text(language)


@frozen(kw_only=True, repr=False)
class Overview(Said):
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
            "baselines: {baselines}; values: {values}; targets: {targets}; met: {reached}; of the way: {shares}",
            baselines=shown(self.baselines),
            values=shown(self.values),
            targets=shown(self.targets),
            reached=shown(self.reached),
            shares=shown(self.shares),
        )
        return said.text(language)
