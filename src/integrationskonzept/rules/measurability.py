"""Rules about indicators: by what success is told, from where, to where, by when, and out of which source."""

from collections.abc import Iterator
from typing import Any

from integrationskonzept.evaluation.measurability import (
    COUNTED,
    OF_PEOPLE,
    TWO_GROUPS,
    is_numeric,
    is_task,
    lacks_baseline,
    lacks_target,
    names_two_quantities,
    states_value,
)
from integrationskonzept.findings import Severity
from integrationskonzept.i18n.formatting import number
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.indicator import Direction, Indicator, IndicatorKind, Target
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.observation import BreakdownPart, Observation
from integrationskonzept.rules.helpers import Each, is_pursued
from integrationskonzept.rules.rule import Hit, rule


def _indicated(record: Measure | Goal) -> bool:
    parts: Any = record.sub_measures if isinstance(record, Measure) else record.sub_goals
    return bool(record.indicators) or any(map(_indicated, parts))


_all_measures = Each(Measure, where=bool, pursued=True)


_all_goals = Each(Goal, where=bool)


@rule(
    "IK301",
    family="measurability",
    title=message("Measure without an indicator"),
    why=message("Without an indicator nobody can tell whether the measure did what it was meant to."),
    severity=Severity.WARNING,
    message=message("no indicator tells whether this succeeds"),
    hint=message("name at least one thing that can be counted, or seen to be there"),
    summary=message("no indicator for {count} of {total} measures"),
    total=_all_measures.total,
)
def _measures_without_indicator(concept: Concept) -> Iterator[Hit]:
    """Yield measures that neither have an indicator nor serve a goal that has one."""
    measured = {goal.id for _, goal in concept.records.get(Goal) if _indicated(goal)}
    for path, measure in concept.records.get(Measure):
        has_indicator = _indicated(measure) or not measured.isdisjoint(measure.goal_refs)
        if not has_indicator and is_pursued(measure, concept):
            yield Hit(path)


@rule(
    "IK302",
    family="measurability",
    title=message("Goal without an indicator"),
    why=message("A goal that nothing tells of is a wish."),
    severity=Severity.NOTE,
    message=message("neither the goal nor a measure that serves it has an indicator"),
    hint=message("name an indicator here, or let a measure with one refer to this goal"),
    summary=message("no indicator for {count} of {total} goals"),
    total=_all_goals.total,
)
def _goals_without_indicator(concept: Concept) -> Iterator[Hit]:
    """Yield goals that neither they, nor their parts, nor a measure that serves them tells by an indicator."""
    measures = [measure for _, measure in concept.records.get(Measure) if _indicated(measure)]
    served = {goal for measure in measures for goal in measure.goal_refs}
    served |= {goal for _, indicator in concept.records.get(Indicator) for goal in indicator.goal_refs}
    for path, goal in concept.records.get(Goal):
        if not (_indicated(goal) or goal.id in served or any(part.id in served for part in goal.sub_goals)):
            yield Hit(path)


_no_baseline = rule(
    "IK303",
    family="measurability",
    title=message("Indicator without a baseline"),
    why=message("Without a value to begin with, later ones show no progress."),
    severity=Severity.WARNING,
    message=message("no baseline is stated"),
    hint=message("state the present value under `baseline`, with its date"),
    summary=message("no baseline for {count} of {total} indicators that have values"),
)(Each(Indicator, where=lacks_baseline, among=is_numeric))
_no_target = rule(
    "IK304",
    family="measurability",
    title=message("Indicator without a target"),
    why=message("Without a target nobody can say whether much or little was reached."),
    severity=Severity.WARNING,
    message=message("no target value is stated"),
    hint=message("state under `target` what is to be reached, and by when; `reached: true` for a milestone"),
    summary=message("no target value for {count} of {total} indicators"),
)(Each(Indicator, where=lacks_target))
_no_due = rule(
    "IK305",
    family="measurability",
    title=message("Target without a date"),
    why=message("A target without a date can never be missed."),
    severity=Severity.WARNING,
    message=message("the target does not say by when"),
    hint=message("state the day, month or year under `due`"),
    summary=message("no date for {count} of {total} targets"),
)(Each(Target, where=lambda target: target.due is None))
_no_unit = rule(
    "IK306",
    family="measurability",
    title=message("Number without a unit"),
    why=message("Without its unit a number can be persons, courses or hours."),
    severity=Severity.WARNING,
    message=message("no unit is stated"),
    hint=message("state under `unit` what is counted, such as persons, courses or %"),
    summary=message("no unit for {count} of {total} indicators with numbers"),
)(Each(Indicator, where=lambda each: not each.unit, among=lambda each: each.kind in COUNTED))
_no_source = rule(
    "IK307",
    family="measurability",
    title=message("Indicator without a data source"),
    why=message("If nobody says where the value comes from, nobody fetches it when the report is due."),
    severity=Severity.NOTE,
    message=message("no data source is stated"),
    hint=message("state the statistic, list or office under `data_source`"),
    summary=message("no data source for {count} of {total} indicators"),
)(Each(Indicator, where=lambda each: not each.data_source))
_no_frequency = rule(
    "IK308",
    family="measurability",
    title=message("Indicator without a rhythm"),
    why=message("What is not collected regularly is missing when the evaluation comes."),
    severity=Severity.NOTE,
    message=message("nothing says how often the value is collected"),
    hint=message("state it under `collection_frequency`"),
    summary=message("no rhythm of collection for {count} of {total} indicators"),
)(Each(Indicator, where=lambda each: not each.collection_frequency))
_no_population = rule(
    "IK316",
    family="measurability",
    title=message("Share of whom?"),
    why=message("Foreign nationals, people with a migration background, refugees: shares of each are not the same."),
    severity=Severity.NOTE,
    message=message("nothing says whom the value speaks of"),
    hint=message("state under `population` who is counted and who is left out"),
    summary=message("no population for {count} of {total} shares and gaps"),
)(Each(Indicator, where=lambda each: not each.population, among=lambda each: each.kind in OF_PEOPLE))
_no_date = rule(
    "IK315",
    family="measurability",
    title=message("Observation without a date"),
    why=message("A value without a date belongs to no series and shows no progress."),
    severity=Severity.WARNING,
    message=message("nothing says when this value held"),
    hint=message("state the day, month or year under `as_of`"),
    summary=message("no date for {count} of {total} observations"),
)(Each(Observation, where=lambda each: each.as_of is None))
_two_quantities = rule(
    "IK309",
    family="measurability",
    title=message("Two quantities in one"),
    why=message("If one of two quantities rises and the other falls, the indicator says nothing."),
    severity=Severity.NOTE,
    message=message("the title seems to name two quantities at once"),
    hint=message("make two indicators of it, or decide for one"),
    summary=message("{count} of {total} indicators seem to name two quantities at once"),
)(Each(Indicator, where=names_two_quantities))
_one_group = rule(
    "IK313",
    family="measurability",
    title=message("Gap without two groups"),
    why=message("A gap lies between two groups; without their names its sign means nothing."),
    severity=Severity.WARNING,
    message=message("a gap needs the names of the two groups it lies between"),
    hint=message("name the two under `compares`; the value is the first less the second"),
)(
    Each(
        Indicator,
        where=lambda each: len(each.compares) != TWO_GROUPS,
        among=lambda each: each.kind is IndicatorKind.GAP,
    )
)


_tasks = rule(
    "IK310",
    family="measurability",
    title=message("A task in disguise"),
    why=message("An indicator says what can be seen when a task is done; the task itself belongs to the measure."),
    severity=Severity.NOTE,
    message=message("the title reads like a task, not like something that can be counted or seen"),
    hint=message("say by what the result is told, or move the task to the measure's steps"),
    summary=message("{count} of {total} indicators read like tasks"),
)(Each(Indicator, where=is_task))


@rule(
    "IK311",
    family="measurability",
    title=message("Target against the direction"),
    why=message("A target on the wrong side of the baseline is reached by doing nothing, or the wrong thing."),
    severity=Severity.WARNING,
    message=message("the target {target} does not fit the direction, with a baseline of {baseline}"),
    hint=message("correct the target, the baseline or the direction"),
)
def _against_direction(concept: Concept) -> Iterator[Hit]:
    """Yield targets that lie on the wrong side of the baseline."""
    for path, indicator in concept.records.get(Indicator):
        base = indicator.baseline.value if indicator.baseline else None
        aim = indicator.target.value if indicator.target else None
        if base is None or aim is None:
            continue
        wrong = {Direction.INCREASE: aim <= base, Direction.DECREASE: aim >= base, Direction.MAINTAIN: aim != base}
        if indicator.direction and wrong[indicator.direction]:
            yield Hit((*path, "target", "value"), {"target": number(aim), "baseline": number(base)})


@rule(
    "IK312",
    family="measurability",
    title=message("Not a step of the scale"),
    why=message("A value outside the scale cannot be compared with the others."),
    severity=Severity.ERROR,
    message=message("{step!r} is no step of the scale ({scale})"),
    hint=message("use a step of the scale, or add it to the scale"),
)
def _off_the_scale(concept: Concept) -> Iterator[Hit]:
    """Yield observed steps that the indicator's scale does not have."""
    for path, indicator in concept.records.get(Indicator):
        for position, observation in enumerate(indicator.observations if indicator.scale else ()):
            if observation.text is not None and observation.text not in indicator.scale:
                values = {"step": observation.text, "scale": ", ".join(indicator.scale)}
                yield Hit((*path, "observations", position, "text"), values)


@rule(
    "IK314",
    family="measurability",
    title=message("Neither value nor reason"),
    why=message("An empty entry looks like forgotten work. A reason shows that there is nothing to be had."),
    severity=Severity.WARNING,
    message=message("there is neither a value nor a reason why there is none"),
    hint=message("enter the value, or say under `missing` why there is none"),
)
def _says_nothing(concept: Concept) -> Iterator[Hit]:
    """Yield observations and parts of them that hold neither a value nor the reason why there is none."""
    for path, observation in concept.records.get(Observation):
        if not states_value(observation) and not observation.missing and not observation.breakdown:
            yield Hit(path)
    for path, part in concept.records.get(BreakdownPart):
        if part.value is None and not part.missing:
            yield Hit(path)
