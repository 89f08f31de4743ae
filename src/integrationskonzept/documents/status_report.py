"""The evaluation of a concept as a document: decisions first, then the totals, then each field of action."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    Document,
    ElementLink,
    Inline,
    Marked,
    Paragraph,
    TableColumn,
    TextTable,
    listed,
)
from integrationskonzept.documents.evaluation_parts import (
    field_chapter,
    indicator_table,
    measure_blocks,
    measure_table,
    question_chapter,
    totals_list,
)
from integrationskonzept.documents.titles import counted_title, language_of_concept, with_number
from integrationskonzept.evaluation.decisions import OpenDecision, OpenDecisionKind
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.format_value import value_message


class Selection(StrEnum):
    """Measures that a report can be limited to."""

    OVERDUE = "overdue"
    BEHIND = "behind"
    GIVEN_UP = "given-up"
    TO_BE_DECIDED = "to-be-decided"


class Order(StrEnum):
    """Orders of the measures in a report."""

    FIELD = "field"
    DEADLINE = "deadline"
    LEAD = "lead"
    TITLE = "title"


def evaluation_document(
    evaluation: ConceptEvaluation,
    language: str | None = None,
    *,
    only: Selection | None = None,
    order: Order = Order.FIELD,
) -> Document:
    """Return an evaluation: what has to be decided, the totals, the fields of action, and what is still to be asked.

    Args:
        evaluation: The evaluation.
        language: The language of its sentences; by default that of the concept.
        only: Show these measures only, in one table.
        order: The order of the measures; any other than by field shows them in one table.
    """
    concept = evaluation.concept
    title = message("{title}: as of {today}", title=value_message(concept.title), today=value_message(evaluation.today))
    spoken = language or language_of_concept(concept)
    if only is not None or order is not Order.FIELD:
        chosen = sorted(_selected(evaluation, only), key=_KEYS[order])
        blocks: tuple[Block, ...] = (Chapter(counted_title(message("Measures"), len(chosen)), measure_table(chosen)),)
        return Document(title=title, blocks=blocks, language=spoken)
    return Document(title=title, blocks=tuple(_chapters(evaluation)), language=spoken)


def _selected(evaluation: ConceptEvaluation, only: Selection | None) -> list[MeasureEvaluation]:
    match only:
        case None:
            return list(evaluation.measures)
        case Selection.OVERDUE:
            return [one for one in evaluation.measures if one.schedule.overdue.is_yes]
        case Selection.BEHIND:
            return [one for one in evaluation.measures if one.schedule.behind_schedule.is_yes]
    kind = OpenDecisionKind(only.replace("-", "_"))
    found = {one.address for one in evaluation.open_decisions if one.kind is kind}
    return [one for one in evaluation.measures if one.address in found]


def _deadline(one: MeasureEvaluation) -> date:
    return deadline.latest if (deadline := one.schedule.deadline.value) else date.max


_KEYS: Mapping[Order, Callable[[MeasureEvaluation], Any]] = {
    Order.FIELD: lambda _: 0,
    Order.DEADLINE: _deadline,
    Order.LEAD: lambda one: (not one.lead, one.lead),
    Order.TITLE: lambda one: one.title.casefold(),
}


def _chapters(evaluation: ConceptEvaluation) -> Iterator[Block]:
    concept = evaluation.concept
    yield decision_chapter(evaluation.open_decisions)
    yield Chapter(message("Totals"), totals_list(evaluation.totals))
    in_fields = {one.address for field in evaluation.fields for one in field.every_measure()}
    overarching = [one for one in evaluation.measures if one.address not in in_fields]
    if overarching:
        yield Chapter(message("Overarching measures"), tuple(measure_blocks(overarching, concept, evaluation.today)))
    for field in evaluation.fields:
        yield field_chapter(field, concept, evaluation.today)
    yield from _indicators_beside(evaluation)
    if evaluation.reviews:
        yield _reviews(evaluation)
    if evaluation.to_collect:
        yield collection_chapter(evaluation)
    if evaluation.questions:
        yield question_chapter(evaluation.questions)


def decision_chapter(found: Sequence[OpenDecision]) -> Chapter:
    """Return what has to be decided, with lead and reason."""
    title = message("To be decided ({count})", count=len(found))
    if not found:
        return Chapter(title, Paragraph(message("Nothing is overdue, given up or waiting for a decision.")))
    columns = (
        TableColumn(message("what"), priority=0),
        TableColumn(label("leads"), priority=1),
        TableColumn(message("reason"), priority=0),
    )
    rows = [(_named(one), listed(one.lead), (Marked(one.kind.word), ": ", one.why)) for one in found]
    return Chapter(title, TextTable(columns, rows))


def _named(one: OpenDecision) -> Content:
    title = with_number(one.number, one.title) if one.title else message("evaluation")
    return (ElementLink(title, one.address),)


def _indicators_beside(evaluation: ConceptEvaluation) -> Iterator[Block]:
    """Yield the indicators that belong to no field of action and no measure."""
    told = {one.address for measure in evaluation.measures for one in measure.indicators}
    told |= {one.address for field in evaluation.fields for one in field.every_indicator()}
    others = [one for one in evaluation.indicators if one.address not in told]
    if others:
        yield Chapter(message("Further indicators"), indicator_table(others, evaluation.concept, evaluation.today))


def _reviews(evaluation: ConceptEvaluation) -> Chapter:
    columns = (message("due"), message("standing"), TableColumn(message("basis"), priority=2))
    rows = [(_due(one.due), one.why, one.due.rule) for one in evaluation.reviews]
    return Chapter(counted_title(message("Evaluations"), len(rows)), TextTable(columns, rows))


def _due(found: Any) -> Inline:
    return message("not known") if found.value is None else value_message(found.value)


def collection_chapter(evaluation: ConceptEvaluation) -> Chapter:
    """Return the values and reports to collect before the next evaluation, and whom to ask."""
    review = evaluation.next_review
    until = review and review.due.value
    title = (
        message("To collect before the next evaluation, due {day}", day=value_message(until))
        if until
        else message("To collect before the next evaluation")
    )
    columns = (message("to collect"), message("why"), TableColumn(message("to ask"), priority=0))
    rows = [(ElementLink(one.title, one.address), one.what, listed(one.by)) for one in evaluation.to_collect]
    return Chapter(title, TextTable(columns, rows))
