"""Rules about figures: shares must equal their parts, breakdowns must add up, and like must be compared with like."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.formatting import number
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import StatedCount
from integrationskonzept.model.indicator import Indicator, IndicatorKind, Target
from integrationskonzept.model.key_figure import Figure
from integrationskonzept.model.metric import Metric
from integrationskonzept.model.money import Funding
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.record import Record
from integrationskonzept.model.status import StatusEntry
from integrationskonzept.model.tree import get_path, walk
from integrationskonzept.rules.date_order import before
from integrationskonzept.rules.helpers import undertakings
from integrationskonzept.rules.rule import Hit, rule

_PERCENT = re.compile(r"%|[Pp]rozent\b|[Pp]er ?cent\b")
_DECIMALS = re.compile(r"\d,(\d+)")
_ALL = Decimal(100)
_RATES = (IndicatorKind.GAP, IndicatorKind.SCALE, IndicatorKind.SHARE, IndicatorKind.TREND)


def _is_percent(unit: str | None) -> bool:
    return unit is not None and _PERCENT.search(unit) is not None


def tolerance(value: float, printed: str | None = None) -> Decimal:
    """Return half a unit of the last decimal printed: a rounded value may be off by so much."""
    places = _DECIMALS.search(printed or "")
    exponent = -len(places[1]) if places else min(0, int(Decimal(str(value)).as_tuple().exponent))
    return Decimal(1).scaleb(exponent) / 2


def _shares(concept: Concept) -> Iterator[tuple[Path, Figure, Figure, Figure]]:
    """Yield every figure that is a share, with its part and its whole."""
    known = {figure.id: figure for figure in concept.every(Figure)}
    for path, figure in concept.records.get(Figure):
        part, whole = known.get(figure.part_ref or ""), known.get(figure.whole_ref or "")
        if part and whole:
            yield path, figure, part, whole


@rule(
    "IK501",
    family="figures",
    title=message("Share that does not equal its parts"),
    why=message("Whoever recalculates a wrong share doubts all other figures too."),
    severity=Severity.ERROR,
    message=message("{part} of {whole} is {true}, not {value}"),
    hint=message("correct the share or its parts; if the document prints it so, record a discrepancy"),
)
def _wrong_shares(concept: Concept) -> Iterator[Hit]:
    """Yield shares that differ from part over whole by more than rounding explains."""
    for path, figure, part, whole in _shares(concept):
        if figure.value is None or part.value is None or not whole.value:
            continue
        if figure.approximate or part.approximate or whole.approximate:
            continue
        true = Decimal(str(part.value)) / Decimal(str(whole.value)) * (_ALL if _is_percent(figure.unit) else 1)
        off = tolerance(figure.value, figure.printed)
        if abs(true - Decimal(str(figure.value))) > off:
            rounded = true.quantize((off * 2).normalize())
            shares = {"true": number(rounded, figure.unit), "value": number(figure.value, figure.unit)}
            yield Hit((*path, "value"), {"part": number(part.value), "whole": number(whole.value), **shares})


@rule(
    "IK502",
    family="figures",
    title=message("Part larger than the whole"),
    why=message("Part and whole were swapped, or count different things."),
    severity=Severity.ERROR,
    message=message("the part {part} is larger than the whole {whole}"),
    hint=message("swap `part_ref` and `whole_ref`, or correct one of the two figures"),
)
def _part_above_whole(concept: Concept) -> Iterator[Hit]:
    for path, _, part, whole in _shares(concept):
        if part.value is not None and whole.value is not None and part.value > whole.value:
            yield Hit((*path, "part_ref"), {"part": number(part.value), "whole": number(whole.value)})


@rule(
    "IK503",
    family="figures",
    title=message("Figures of different dates compared"),
    why=message("Between two dates figures change; part of the difference is time, not place or group."),
    severity=Severity.WARNING,
    message=message("compares {date} with {other!r} of {then}"),
    hint=message("find both figures for one date, or say beside the comparison that the dates differ"),
)
def _dates_apart(concept: Concept) -> Iterator[Hit]:
    """Yield figures set beside others that were taken, for certain, at another time."""
    known = {figure.id: figure for figure in concept.every(Figure)}
    for path, figure in concept.records.get(Figure):
        for place, id in _set_beside(figure):
            other = known.get(id)
            if other and not _is_series(figure, other) and _are_apart(figure, other):
                yield Hit((*path, *place), {"date": str(figure.as_of), "other": id, "then": str(other.as_of)})


def _are_apart(figure: Figure, other: Figure) -> bool:
    return before(figure.as_of, other.as_of) or before(other.as_of, figure.as_of)


def _is_series(figure: Figure, other: Figure) -> bool:
    """Return whether two figures say the same thing of two dates, so that the comparison is one over time."""
    return bool(figure.title) and all(
        getattr(figure, name) == getattr(other, name) for name in ("title", "unit", "area", "population")
    )


def _set_beside(figure: Figure) -> Iterator[tuple[Path, str]]:
    for position, id in enumerate(figure.compared_with):
        yield ("compared_with", position), id
    for attribute in ("part_ref", "whole_ref"):
        if id := getattr(figure, attribute):
            yield (attribute,), id


@rule(
    "IK504",
    family="figures",
    title=message("Breakdown that does not add up"),
    why=message("If the parts do not make up the whole, somebody was counted twice or forgotten."),
    severity=Severity.ERROR,
    message=message("the parts{dimension} add up to {sum}, not {whole}"),
    hint=message("correct the parts or the whole; mark it `open_ended` if parts were left out on purpose"),
)
def _wrong_sums(concept: Concept) -> Iterator[Hit]:
    """Yield breakdowns whose parts do not add up to the whole, one hit a dimension."""
    for path, whole, unit in _broken_down(concept):
        for dimension, parts in _by_dimension(whole, unit).items():
            yield from _wrong_sum((*path, "breakdown"), whole, dimension, parts)


def _broken_down(concept: Concept) -> Iterator[tuple[Path, Figure | Observation, str | None]]:
    """Yield what has parts that add up, with its unit; of a rate, such as employment, each part has its own."""
    for path, figure in concept.records.get(Figure):
        if figure.breakdown and not _is_percent(figure.unit):
            yield path, figure, figure.unit
    for path, observation in concept.records.get(Observation):
        if observation.breakdown and not _is_rate(metric := _observing(concept, path)):
            yield path, observation, metric.unit


def _is_rate(metric: Metric) -> bool:
    kind = metric.kind if isinstance(metric, Indicator) else None
    return _is_percent(metric.unit) if kind is None else kind in _RATES


def _observing(concept: Concept, path: Path) -> Metric:
    """Return the indicator or figure that the observation at `path` belongs to."""
    observing: Metric = get_path(concept, path[:-2] if isinstance(path[-1], int) else path[:-1])
    return observing


def _by_dimension(whole: Figure | Observation, unit: str | None) -> dict[tuple[str, bool], list[Any]]:
    """Return the parts by dimension, those in percent apart, without parts in a different unit, such as years."""
    parts: dict[tuple[str, bool], list[Any]] = {}
    for part in whole.breakdown:
        is_percent = _is_percent(part.unit)
        if is_percent or part.unit in (None, unit):
            parts.setdefault((part.dimension or "", is_percent), []).append(part)
    return parts


def _wrong_sum(path: Path, whole: Any, dimension: tuple[str, bool], parts: list[Any]) -> Iterator[Hit]:
    """Compare one dimension's sum with the whole; it may stay below where parts are unknown or left out."""
    target = _ALL if dimension[1] else whole.value
    known = [part.value for part in parts if part.value is not None]
    if target is None or not known or whole.approximate:
        return
    total, target = sum(Decimal(str(value)) for value in known), Decimal(str(target))
    off = sum((tolerance(value) for value in known if isinstance(value, float)), Decimal())
    partial = len(known) < len(parts) or whole.open_ended or len(parts) == 1
    if total - target > off or (target - total > off and not partial):
        yield Hit(
            path,
            {"dimension": f" ({dimension[0]})" if dimension[0] else "", "sum": number(total), "whole": number(target)},
        )


@rule(
    "IK505",
    family="figures",
    title=message("Minimum above maximum"),
    why=message("No value lies in such a range."),
    severity=Severity.ERROR,
    message=message("the minimum {minimum} is larger than the maximum {maximum}"),
    hint=message("swap the two"),
)
def _upside_down(concept: Concept) -> Iterator[Hit]:
    kinds: tuple[type[Target | Observation], ...] = (Target, Observation)
    for kind in kinds:
        for path, stated in concept.records.get(kind):
            least, most = stated.minimum, stated.maximum
            if least is not None and most is not None and least > most:
                yield Hit((*path, "minimum"), {"minimum": number(least), "maximum": number(most)})


def _percentages(concept: Concept) -> Iterator[tuple[Path, Any, Any]]:
    """Yield every value that is a share of something whole, in percent, with the highest that it can be."""
    for path, figure, _, _ in _shares(concept):
        if _is_percent(figure.unit):
            yield (*path, "value"), figure.value, _highest(figure)
    for path, indicator in concept.records.get(Indicator):
        if indicator.kind is IndicatorKind.SHARE and _is_percent(indicator.unit):
            for attribute in ("baseline", "target"):
                if stated := getattr(indicator, attribute):
                    yield (*path, attribute, "value"), stated.value, _highest(indicator)
            for position, observation in enumerate(indicator.observations):
                yield (*path, "observations", position, "value"), observation.value, _highest(indicator)
    for path, entry in concept.records.get(StatusEntry):
        yield (*path, "completion"), entry.completion, _ALL
    for path, funding in concept.records.get(Funding):
        yield (*path, "share"), funding.share, _ALL


def _highest(metric: Metric) -> Any:
    return _ALL if metric.upper_limit is None else metric.upper_limit


@rule(
    "IK506",
    family="figures",
    title=message("Percentage out of range"),
    why=message("A share of something lies between nothing and all of it."),
    severity=Severity.ERROR,
    message=message("{value} % is no share; shares lie between 0 and {highest} %"),
    hint=message(
        "correct the value, or the kind or unit of the indicator; if its definition allows more than 100 %,"
        " state the most that is possible under `upper_limit`"
    ),
)
def _beyond_all(concept: Concept) -> Iterator[Hit]:
    for path, value, highest in _percentages(concept):
        if value is not None and not 0 <= value <= highest:
            yield Hit(path, {"value": number(value), "highest": number(highest)})


@rule(
    "IK507",
    family="figures",
    title=message("Funded by more than all"),
    why=message("Sources that pay more than the cost mean that one of them is counted twice."),
    severity=Severity.ERROR,
    message=message("the sources pay {sum} % of the cost"),
    hint=message("correct the shares so that they add up to 100 % at most"),
)
def _funded_twice(concept: Concept) -> Iterator[Hit]:
    """Yield undertakings whose sources together pay more than all of the cost of a year."""
    for path, undertaking in undertakings(concept):
        shares: dict[str, Decimal] = {}
        for funding in undertaking.funding:
            year = str(funding.year or "")
            shares[year] = shares.get(year, Decimal()) + (funding.share or 0)
        if any(share > _ALL for share in shares.values()):
            yield Hit((*path, "funding"), {"sum": number(max(shares.values()))})


@rule(
    "IK508",
    family="figures",
    title=message("Negative count"),
    why=message("Fewer than none cannot be counted; a change is something else than a count."),
    severity=Severity.ERROR,
    message=message("a count cannot be {value}"),
    hint=message("correct the value, or choose another kind of indicator, such as `trend`"),
)
def _impossible_counts(concept: Concept) -> Iterator[Hit]:
    for path, observation in concept.records.get(Observation):
        metric = _observing(concept, path)
        if isinstance(metric, Indicator) and metric.kind is IndicatorKind.COUNT:
            for attribute in ("value", "minimum", "maximum"):
                yield from _negative((*path, attribute), getattr(observation, attribute))
            yield from _negative_parts(path, observation)
    for path, figure in concept.records.get(Figure):
        if figure.value is not None and figure.value >= 0:  # else it is a balance or a change
            yield from _negative_parts(path, figure)


def _negative_parts(path: Path, whole: Figure | Observation) -> Iterator[Hit]:
    for position, part in enumerate(whole.breakdown):
        yield from _negative((*path, "breakdown", position, "value"), part.value)


def _negative(path: Path, value: Any) -> Iterator[Hit]:
    if value is not None and value < 0:
        yield Hit(path, {"value": number(value)})


@rule(
    "IK509",
    family="figures",
    title=message("More listed than counted"),
    why=message("If the list is longer than the number in the text, one of the two is out of date."),
    severity=Severity.WARNING,
    message=message("{count} {list} are stated, but {listed} are listed"),
    hint=message("correct the number or the list; if the document prints it so, record a discrepancy"),
)
def _more_than_counted(concept: Concept) -> Iterator[Hit]:
    """Yield stated counts that are lower than what the lists of that name, in the element and its parts, hold."""
    for path, stated in concept.records.get(StatedCount):
        parts = walk(get_path(concept, path[:-2])).records
        listed = sum(len(getattr(part, stated.of)) for part in parts if _lists(part, stated))
        if listed > stated.value and not stated.approximate:
            values = {"count": number(stated.value), "list": stated.of, "listed": number(listed)}
            yield Hit((*path, "value"), values)


def _lists(record: Record, stated: StatedCount) -> bool:
    described = MODEL[type(record)].attributes.get(stated.of)
    return described is not None and described.many
