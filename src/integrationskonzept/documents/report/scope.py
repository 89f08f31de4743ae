"""A part of an evaluation: that of one field of action, or of one measure."""

from collections.abc import Iterable, Iterator

import attrs

from integrationskonzept.evaluation.decisions import OpenDecision
from integrationskonzept.evaluation.evaluation import ConceptEvaluation, FieldEvaluation
from integrationskonzept.evaluation.totals import Totals


def limited(evaluation: ConceptEvaluation, address: str) -> ConceptEvaluation:
    """Return an evaluation with what is inside a field of action or measure only.

    Raises:
        UnknownElementError: The concept has no such element.
    """
    inside = _Inside(evaluation, address)
    measures = tuple(one for one in evaluation.measures if one.address in inside)
    indicators = tuple(one for one in evaluation.indicators if one.address in inside)
    return attrs.evolve(
        evaluation,
        reviews=(),
        measures=measures,
        fields=tuple(_pruned(evaluation.fields, inside)),
        indicators=indicators,
        totals=Totals.of(measures, indicators),
        questions=tuple(one for one in evaluation.questions if one.address in inside),
        to_collect=tuple(one for one in evaluation.to_collect if one.address in inside),
    )


def decisions_within(evaluation: ConceptEvaluation, address: str | None) -> tuple[OpenDecision, ...]:
    """Return what has to be decided, of one field of action or measure if its address is given."""
    if address is None:
        return evaluation.open_decisions
    inside = _Inside(evaluation, address)
    return tuple(one for one in evaluation.open_decisions if one.address in inside)


class _Inside:
    """The addresses of an element and of everything that it contains."""

    def __init__(self, evaluation: ConceptEvaluation, address: str) -> None:
        concept = evaluation.concept
        outer = concept.path(address)
        self._addresses = {each for each, (path, _) in concept.index.items() if path[: len(outer)] == outer}

    def __contains__(self, address: str) -> bool:
        return address in self._addresses


def _pruned(fields: Iterable[FieldEvaluation], inside: _Inside) -> Iterator[FieldEvaluation]:
    """Yield fields with what is inside only; nothing of a field where that is nothing."""
    for field in fields:
        measures = tuple(one for one in field.measures if one.address in inside)
        indicators = tuple(one for one in field.indicators if one.address in inside)
        inner = tuple(_pruned(field.sub_fields, inside))
        if measures or indicators or inner:
            yield attrs.evolve(field, measures=measures, indicators=indicators, sub_fields=inner)
