"""How a concept stands, and what falls due."""

from datetime import date

from integrationskonzept.evaluation import evaluation
from integrationskonzept.evaluation.agenda import Agenda, due_between
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.model.concept import Concept


def evaluate(concept: Concept, today: date) -> ConceptEvaluation:
    """Tell how a concept stands on the day `today`: due, overdue, reached, and what is still to be collected.

    Questions about time are answered yes, no, or *cannot be said*, each with its reason. What
    is marked internal is evaluated and told too: for a paper, evaluate ``concept.public()``.
    """
    return evaluation.evaluate(concept, today)


def due(concept: Concept, start: date, end: date) -> Agenda:
    """List what falls due from the day `start` to the day `end`, in the order of time.

    What is marked internal is listed too: for a paper, ask of ``concept.public()``.
    """
    return due_between(concept, start, end)
