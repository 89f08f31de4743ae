"""Progress of indicators from baseline to target."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from attrs import frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.evaluation.answer import Answer
from integrationskonzept.evaluation.derivation import Derived, Input, derived, stated, unknown
from integrationskonzept.evaluation.latest import (
    NUMERIC,
    Age,
    Interval,
    age,
    answers_kind,
    has_evidence,
    in_order,
    interval,
)
from integrationskonzept.evaluation.targets import TargetCheck, check_target, reached, step
from integrationskonzept.evaluation.trend import Trend, exact, number, trend
from integrationskonzept.i18n.formatting import Describable, percent
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.annotations import Number
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.indicator import Direction, Indicator, IndicatorKind, Target
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.partial_date import PartialDate


@frozen(kw_only=True)
class PartChange:
    """One part of a distribution, at the baseline and in the latest observation."""

    category: str
    dimension: str | None
    baseline: Number | None
    latest: Number | None


@frozen(kw_only=True, repr=False)
class IndicatorProgress(Describable, HasBlocks):
    """Progress of an indicator as of a day."""

    ACCOUNT: ClassVar[str] = "documents.evaluation_parts:indicator_document"

    address: str
    """Address of the indicator."""
    title: str
    """Its title."""
    kind: IndicatorKind | None
    """Its kind, as stated."""
    unit: str | None
    """The unit of its values."""
    direction: Derived[Direction]
    """The wanted direction: as stated, or from baseline to target."""
    baseline: Observation | None
    """The baseline."""
    latest: Observation | None
    """The latest observation that answers it."""
    missing: Message | None
    """Reason why there is no such observation, or why a later one gives no answer; None otherwise."""
    age: Derived[Age]
    """Age of the latest observation."""
    target: Target | None
    """The final target."""
    share: Derived[float]
    """Progress from baseline to target: 0 at the baseline, 1 at the target, below 0 after moving
    in the opposite direction, above 1 beyond the target."""
    reached: Answer
    """Does the latest observation meet the target?"""
    interim: tuple[TargetCheck, ...]
    """Checks of the interim targets, each by its deadline."""
    final: TargetCheck | None
    """Check of the target by its deadline; None when no target is stated."""
    trend: Derived[Trend]
    """Trend of the observations."""
    steps: tuple[int | None, int | None, int | None]
    """For a scale, the positions of baseline, latest and target among its steps, 1 for the lowest."""
    parts: tuple[PartChange, ...]
    """For a distribution, its parts at the baseline and in the latest observation."""
    evidence: tuple[Observation, ...]
    """For a document, every observation that states one."""
    cautions: tuple[Message, ...]
    """Caveats for the comparison of baseline, latest and target."""

    def text(self, language: str = "en") -> str:
        """Return the latest value, the progress, and whether the target is met."""
        said = message(
            "{title}: {latest}; progress: {share}; target met: {reached}",
            title=value_message(self.title),
            latest=value_message(self.latest) if self.latest else self.missing,
            share=_share_or_reason(self.share),
            reached=value_message(self.reached),
        )
        return said.text(language)


def progress(indicator: Indicator, today: date) -> IndicatorProgress:
    """Return the progress of an indicator by the observations made up to the day `today`."""
    known = in_order(indicator.observations, today)
    answering = [one for one in known if answers_kind(indicator)(one)]
    latest = answering[-1] if answering else None
    wanted, target = direction(indicator), indicator.target
    return IndicatorProgress(
        address=indicator.address,
        title=indicator.display_title,
        kind=indicator.kind,
        unit=indicator.unit,
        direction=wanted,
        baseline=indicator.baseline,
        latest=latest,
        missing=_missing(known, latest),
        age=_age(indicator, latest, today),
        target=target,
        share=share(indicator, latest),
        reached=reached(target, latest, indicator, wanted.value),
        interim=tuple(check_target(one, indicator, wanted.value, today) for one in indicator.interim_targets),
        final=check_target(target, indicator, wanted.value, today) if target else None,
        trend=trend(indicator, wanted.value, today),
        steps=_steps(indicator, latest),
        parts=_parts(indicator, latest),
        evidence=tuple(filter(has_evidence, known)) if indicator.kind is IndicatorKind.DOCUMENT else (),
        cautions=tuple(_cautions(indicator, latest)),
    )


def direction(indicator: Indicator) -> Derived[Direction]:
    """Return the wanted direction of an indicator: as stated, or from baseline to target."""
    if indicator.direction is not None:
        rule = message("its direction")
        return stated(indicator.direction, rule, Input(indicator.address, "direction", indicator.direction))
    start, aim = _value(indicator.baseline), _value(indicator.target)
    if start is None or aim is None or start == aim:
        return unknown(message("no direction is stated, and baseline and target do not show one"))
    found = Direction.INCREASE if aim > start else Direction.DECREASE
    inputs = (Input(indicator.address, "baseline.value", start), Input(indicator.address, "target.value", aim))
    return derived(found, message("as its target lies from its baseline"), *inputs)


def _missing(known: list[Observation], latest: Observation | None) -> Message | None:
    if not known:
        return message("no observation was ever recorded")
    youngest = known[-1]
    if youngest is latest:
        return None
    if youngest.missing is not None:
        return message(
            "{day}: no value: {reason}", day=value_message(youngest.as_of), reason=value_message(youngest.missing)
        )
    return message("{day}: the observation does not answer this kind of indicator", day=value_message(youngest.as_of))


def _age(indicator: Indicator, latest: Observation | None, today: date) -> Derived[Age]:
    if latest is None:
        return unknown(message("no observation answers it"))
    found = age(latest, today)
    if found is None:
        return unknown(message("the observation has no date"))
    return derived(
        found,
        message("days from its date to {today}", today=value_message(today)),
        Input(indicator.address, "observations", latest.as_of),
    )


def share(indicator: Indicator, latest: Observation | None) -> Derived[float]:
    """Return the progress from baseline to target as a share, not limited to 0 to 1.

    ``(latest - baseline) / (target - baseline)``. Of a target that is a range, the end nearer to
    the baseline counts. Only numbers have distances; steps, events, states and observed ranges do not.
    """
    if indicator.kind is not None and indicator.kind not in NUMERIC:
        return unknown(message("only numbers have distances; this indicator is told otherwise"))
    start, now, limits = _value(indicator.baseline), _value(latest), _limits(indicator.target)
    if start is None or now is None or limits is None:
        lacking = _NO_BASELINE if start is None else _NO_LATEST if now is None else _NO_TARGET
        return unknown(lacking)
    aim = min(max(start, limits.low), limits.high)
    if aim == start:
        return unknown(message("the baseline meets the target already, so that there is no way between them"))
    inputs = (
        Input(indicator.address, "baseline.value", start),
        Input(indicator.address, "observations", now),
        Input(indicator.address, "target", aim),
    )
    covered = number((exact(now) - exact(start)) / (exact(aim) - exact(start)))
    return derived(covered, _SHARE, *inputs, approximate=_is_approximate(indicator.baseline) or _is_approximate(latest))


_SHARE = message("(latest - baseline) / (target - baseline)")
_NO_BASELINE = message("no number is stated as baseline")
_NO_LATEST = message("no number was observed")
_NO_TARGET = message("no number is stated as target")


def _value(stated: Observation | Target | None) -> Number | None:
    return None if stated is None else stated.value


def _limits(target: Target | None) -> Interval | None:
    return None if target is None else interval(target.value, target.minimum, target.maximum)


def _is_approximate(observation: Observation | None) -> bool:
    return observation is not None and observation.approximate


def _steps(indicator: Indicator, latest: Observation | None) -> tuple[int | None, int | None, int | None]:
    words = (indicator.baseline, latest, indicator.target)
    first, now, aim = (step(indicator, one.text) if one else None for one in words)
    return first, now, aim


def _parts(indicator: Indicator, latest: Observation | None) -> tuple[PartChange, ...]:
    then, now = _by_category(indicator.baseline), _by_category(latest)
    return tuple(
        PartChange(category=part[1], dimension=part[0], baseline=then.get(part), latest=now.get(part))
        for part in dict.fromkeys((*then, *now))
    )


def _by_category(observation: Observation | None) -> dict[tuple[str | None, str], Number | None]:
    parts = observation.breakdown if observation else ()
    return {(part.dimension, part.category): part.value for part in parts}


def _cautions(indicator: Indicator, latest: Observation | None) -> Iterator[Message]:
    baseline = indicator.baseline
    if latest and latest.as_of is None:
        yield message("the latest observation has no date")
    if baseline and latest and _population(baseline, indicator) != _population(latest, indicator):
        yield message(
            "baseline and latest observation speak of different people: {then}; {now}",
            then=value_message(_population(baseline, indicator)),
            now=value_message(_population(latest, indicator)),
        )
    if _is_approximate(baseline) or _is_approximate(latest):
        yield message("baseline or latest observation is approximate")
    if baseline and baseline.as_of and latest and latest.as_of and _starts_late(baseline.as_of, latest.as_of):
        yield message("the baseline is younger than the latest observation")


def _population(observation: Observation, indicator: Indicator) -> str | None:
    return observation.population or indicator.population


def _starts_late(baseline: PartialDate, latest: PartialDate) -> bool:
    return bool(baseline.earliest and latest.latest and baseline.earliest > latest.latest)


def _share_or_reason(share: Derived[float]) -> Message:
    return percent(share.value) if share.value is not None else share.rule
