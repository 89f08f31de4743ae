"""Rules about what a concept should have: guiding goal, stock-take, goals, measures, resources, a decision."""

from collections.abc import Iterator

from integrationskonzept.findings import Severity
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edition import Decision, DecisionResult
from integrationskonzept.model.element import StatedCount
from integrationskonzept.model.field_of_action import FieldOfAction
from integrationskonzept.model.goal import Goal, GoalKind
from integrationskonzept.model.measure import Measure
from integrationskonzept.rules.helpers import Each, WholeConcept, is_pursued, measures_around
from integrationskonzept.rules.rule import Hit, rule

_GUIDING = {GoalKind.VISION, GoalKind.GUIDING_GOAL}
_ADOPTED = {DecisionResult.ADOPTED, DecisionResult.ADOPTED_CHANGED}


_goals = Each(Goal, where=bool, among=lambda goal: goal.kind not in _GUIDING)


_measures = Each(Measure, where=bool, pursued=True)


@rule(
    "IK1001",
    family="completeness",
    title=message("No guiding goal"),
    why=message("A guiding goal says in a sentence what the town wants; everything else is measured against it."),
    severity=Severity.NOTE,
    message=message("the concept has no guiding goal (Leitziel, Leitbild)"),
    hint=message("state it under `overarching`, as a goal with `kind: guiding_goal` or `kind: vision`"),
)
@WholeConcept
def _has_no_guiding_goal(concept: Concept) -> bool:
    return not any(goal.kind in _GUIDING for _, goal in concept.records.get(Goal))


@rule(
    "IK1002",
    family="completeness",
    title=message("No stock-take"),
    why=message("Measures that do not start from what there is repeat it or miss the need."),
    severity=Severity.NOTE,
    message=message("the concept has no stock-take: neither needs, offers, challenges, achievements nor figures"),
    hint=message("collect what there is and what is needed before measures are decided"),
)
@WholeConcept
def _has_no_stocktake(concept: Concept) -> bool:
    lists = (concept.needs, concept.offers, concept.challenges, concept.achievements, concept.figures)
    kinds: tuple[type[FieldOfAction | Measure], ...] = (FieldOfAction, Measure)
    states = (record.current_state for kind in kinds for _, record in concept.records.get(kind))
    return not any(lists) and not any(states)


@rule(
    "IK1009",
    family="completeness",
    title=message("No decision of the council"),
    why=message("The council decides on the concept and its money; before that it is a draft."),
    severity=Severity.NOTE,
    message=message("it is not documented that the council adopted the concept"),
    hint=message("state the date under `adopted_on` of the edition, or the decision under `decisions`"),
)
@WholeConcept
def _is_not_adopted(concept: Concept) -> bool:
    decisions = (decision for _, decision in concept.records.get(Decision))
    return concept.edition.adopted_on is None and not any(decision.result in _ADOPTED for decision in decisions)


@rule(
    "IK1006",
    family="completeness",
    title=message("Goal without a measure"),
    why=message("A goal that no measure serves is reached by chance or not at all."),
    severity=Severity.NOTE,
    message=message("no measure serves this goal"),
    hint=message("name the goal under `goal_refs` of the measures that serve it"),
    summary=message("no measure for {count} of {total} goals"),
    total=_goals.total,
)
def _unserved_goals(concept: Concept) -> Iterator[Hit]:
    """Yield goals that no measure serves: none refers to them or to a part of them, none stands in their field."""
    measures = concept.records.get(Measure)
    served = {goal for _, measure in measures for goal in measure.goal_refs}
    for path, goal in concept.records.get(Goal) if measures else ():
        if goal.kind not in _GUIDING and not _serves(goal, served):
            yield Hit(path)


def _serves(goal: Goal, served: set[str]) -> bool:
    return goal.id in served or any(_serves(part, served) for part in goal.sub_goals)


@rule(
    "IK1007",
    family="completeness",
    title=message("Measure without a goal"),
    why=message("A measure that serves no goal of the concept needs a reason to be in it."),
    severity=Severity.NOTE,
    message=message("this measure serves none of the concept's goals"),
    hint=message("name the goals it serves under `goal_refs`"),
    summary=message("no goal for {count} of {total} measures"),
    total=_measures.total,
)
def _aimless(concept: Concept) -> Iterator[Hit]:
    """Yield measures that serve no goal, where the concept has goals to serve."""
    for path, measure in concept.records.get(Measure) if concept.records.get(Goal) else ():
        served = measure.goal_refs or any(whole.goal_refs for whole in measures_around(concept, path))
        if not served and is_pursued(measure, concept):
            yield Hit(path)


def _without_resources(measure: Measure) -> bool:
    parts = (measure, *measure.sub_measures)
    return not any(part.cost or part.funding or part.follow_up_funding for part in parts)


_no_resources = rule(
    "IK1012",
    family="completeness",
    title=message("Measure without resources"),
    why=message("What a measure costs, in money or working time, has to be in the budget before it begins."),
    severity=Severity.NOTE,
    message=message("neither cost nor funding is stated"),
    hint=message("state what it needs under `cost`, be it working time only, and who pays under `funding`"),
    summary=message("neither cost nor funding for {count} of {total} measures"),
)(Each(Measure, where=_without_resources, pursued=True))
_no_state = rule(
    "IK1013",
    family="completeness",
    title=message("Measure without a current state"),
    why=message("Whoever does not know where a measure began cannot see how far it came."),
    severity=Severity.NOTE,
    message=message("nothing says how things are now (Ist-Zustand)"),
    hint=message("describe it under `current_state`"),
    summary=message("no current state for {count} of {total} measures"),
)(Each(Measure, where=lambda measure: not measure.current_state, pursued=True))
_no_aim = rule(
    "IK1014",
    family="completeness",
    title=message("Measure without a target state"),
    why=message("Without a picture of how things shall be, everybody works towards another one."),
    severity=Severity.NOTE,
    message=message("nothing says how things shall be (Soll-Zustand)"),
    hint=message("describe it under `target_state`"),
    summary=message("no target state for {count} of {total} measures"),
)(Each(Measure, where=lambda measure: not measure.target_state, pursued=True))
_no_target_group = rule(
    "IK1015",
    family="completeness",
    title=message("Measure without a target group"),
    why=message("A measure for everybody reaches those who need it least."),
    severity=Severity.NOTE,
    message=message("nothing says for whom this is done"),
    hint=message("name groups of the concept under `target_group_refs`"),
    summary=message("no target group for {count} of {total} measures"),
)(Each(Measure, where=lambda measure: not measure.target_group_refs, pursued=True))
_no_status = rule(
    "IK1016",
    family="completeness",
    title=message("Measure without a status"),
    why=message("How far a measure is can be reported only if somebody wrote it down."),
    severity=Severity.NOTE,
    message=message("nothing says how far this is"),
    hint=message("add an entry under `status_reports` each time it is reported"),
    summary=message("no status for {count} of {total} measures"),
)(Each(Measure, where=lambda measure: not measure.status_reports, pursued=True))
_no_priority = rule(
    "IK1017",
    family="completeness",
    title=message("Measure without a priority"),
    why=message("If there is not enough time or money for all, somebody has to know what comes first."),
    severity=Severity.NOTE,
    message=message("nothing says how urgent this is"),
    hint=message("state it under `priority`, in the concept's own words"),
    summary=message("no priority for {count} of {total} measures"),
)(Each(Measure, where=lambda measure: not (measure.priority or measure.priority_ref), pursued=True))


def _are_counted(concept: Concept, name: str) -> bool:
    """Return whether the document states a number of goals or measures, without listing them."""
    return any(stated.of == name and stated.value for _, stated in concept.records.get(StatedCount))


_no_fields_of_action = rule(
    "IK1003",
    family="completeness",
    title=message("No fields of action"),
    why=message("Fields of action sort what is to be done, and show what was left out."),
    severity=Severity.NOTE,
    message=message("the concept has no fields of action"),
    hint=message("name at least one under `fields_of_action`"),
)(WholeConcept(lambda concept: not concept.fields_of_action))

_no_goals = rule(
    "IK1004",
    family="completeness",
    title=message("No goals"),
    why=message("Without goals a measure can only be done, not succeed."),
    severity=Severity.NOTE,
    message=message("the concept states no goals"),
    hint=message("state under `goals` of each field of action what is to be reached"),
)(WholeConcept(lambda concept: not (concept.goals or _are_counted(concept, "goals"))))

_no_measures = rule(
    "IK1005",
    family="completeness",
    title=message("No measures"),
    why=message("Goals without measures remain wishes."),
    severity=Severity.NOTE,
    message=message("the concept has no measures"),
    hint=message("name under `measures` of each field of action what is to be done"),
)(WholeConcept(lambda concept: not (concept.measures or _are_counted(concept, "measures"))))

_no_participation = rule(
    "IK1008",
    family="completeness",
    title=message("No participation"),
    why=message("A concept from a single pen ends up in a drawer; those it concerns should have been heard."),
    severity=Severity.NOTE,
    message=message("no meeting or other participation is documented"),
    hint=message("list under `meetings` who was heard, and when"),
)(WholeConcept(lambda concept: not concept.meetings))

_no_date_of_the_edition = rule(
    "IK1010",
    family="completeness",
    title=message("No date of the edition"),
    why=message("Without its date nobody can tell an edition from an older one."),
    severity=Severity.WARNING,
    message=message("the concept does not say of which date it is"),
    hint=message("state it under `as_of` of the edition"),
)(WholeConcept(lambda concept: concept.edition.as_of is None))

_no_target_groups = rule(
    "IK1011",
    family="completeness",
    title=message("No target groups"),
    why=message("Whom a concept is for decides what is in it, and who has to be heard."),
    severity=Severity.NOTE,
    message=message("the concept does not say for whom it is made"),
    hint=message("name the groups under `target_group_refs`"),
)(WholeConcept(lambda concept: not concept.target_groups))
