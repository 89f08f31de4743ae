"""Open decisions about a concept: what is overdue, given up, or not adopted yet."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import frozen

from integrationskonzept.evaluation.current_status import PursuitState
from integrationskonzept.evaluation.evaluation_dates import Review, ReviewState
from integrationskonzept.evaluation.open_items import actor_names
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.edition import Decision, DecisionResult
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.undertaking import Commitment


class OpenDecisionKind(StrEnum):
    """Reasons for a decision."""

    OVERDUE = "overdue"
    """The planned end has passed, and it is not finished."""
    GIVEN_UP = "given_up"
    """It was reported as given up, and the concept still plans it."""
    TO_BE_DECIDED = "to_be_decided"
    """It needs a decision that is not made yet."""

    @property
    def word(self) -> Message:
        """The reason in words."""
        return _WORDS[self]


_WORDS = {
    OpenDecisionKind.OVERDUE: message("overdue"),
    OpenDecisionKind.GIVEN_UP: message("given up"),
    OpenDecisionKind.TO_BE_DECIDED: message("to be decided"),
}
_OPEN_RESULTS = frozenset({DecisionResult.PENDING, DecisionResult.POSTPONED})
_ADOPTED = frozenset({DecisionResult.ADOPTED, DecisionResult.ADOPTED_CHANGED})


@frozen(kw_only=True, repr=False)
class OpenDecision(Describable):
    """Something that needs a decision, with the reason."""

    kind: OpenDecisionKind
    address: str
    """Address of the measure, evaluation or decision; that of the concept for an evaluation it does not list."""
    number: str | None = None
    """Its number, as printed."""
    title: str | None
    """Its title; None for an evaluation without one."""
    lead: tuple[str, ...] = ()
    """Names of those who have the lead."""
    why: Message
    """The reason, in a sentence."""

    def text(self, language: str = "en") -> str:
        """Return title, kind and reason."""
        titled = value_message(self.title) if self.title else message("evaluation")
        return message("{title}: {kind}: {why}", title=titled, kind=self.kind.word, why=self.why).text(language)


def open_decisions(
    concept: Concept, reviews: Iterable[Review], measures: Iterable[MeasureEvaluation]
) -> Iterator[OpenDecision]:
    """Yield what has to be decided: evaluations of the concept, its measures, and all decisions still before a body."""
    for review in reviews:
        if review.state is ReviewState.OVERDUE:
            held = review.evaluation
            yield OpenDecision(
                kind=OpenDecisionKind.OVERDUE,
                address=held.address if held else concept.address,
                title=held.title if held else None,
                why=review.why,
            )
    for one in measures:
        kind, why = _of_measure(one, concept)
        if kind is not None:
            yield OpenDecision(
                kind=kind,
                address=one.address,
                number=one.measure.number,
                title=one.title,
                lead=one.lead,
                why=why,
            )
    for decision in concept.every(Decision):
        is_told = isinstance(concept.parent(decision.address), Measure)
        if decision.result in _OPEN_RESULTS and not is_told:
            yield OpenDecision(
                kind=OpenDecisionKind.TO_BE_DECIDED,
                address=decision.address,
                number=decision.number,
                title=decision.title or _body(decision, concept),
                why=_pending(decision, concept),
            )


def _of_measure(one: MeasureEvaluation, concept: Concept) -> tuple[OpenDecisionKind | None, Message]:
    schedule, measure = one.schedule, one.measure
    if schedule.overdue.is_yes:
        return OpenDecisionKind.OVERDUE, schedule.overdue.why
    if schedule.pursuit.state is PursuitState.GIVEN_UP:
        return OpenDecisionKind.GIVEN_UP, schedule.pursuit.reason
    pending = next((each for each in measure.decisions if each.result in _OPEN_RESULTS), None)
    if schedule.pursuit.stands and pending:
        return OpenDecisionKind.TO_BE_DECIDED, _pending(pending, concept)
    is_adopted = any(each.result in _ADOPTED for each in measure.decisions)
    if schedule.pursuit.stands and measure.commitment is Commitment.NEEDS_DECISION and not is_adopted:
        return OpenDecisionKind.TO_BE_DECIDED, message("it needs a decision of its own, and none is stated")
    return None, schedule.pursuit.reason


def _body(decision: Decision, concept: Concept) -> str | None:
    return decision.body or next(iter(actor_names(filter(None, [decision.body_ref]), concept)), None)


def _pending(decision: Decision, concept: Concept) -> Message:
    return message(
        "{result}: {body}, {date}",
        result=value_message(decision.result),
        body=value_message(_body(decision, concept)),
        date=value_message(decision.date),
    )
