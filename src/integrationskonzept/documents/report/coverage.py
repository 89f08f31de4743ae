"""Gaps of a report: for how many measures and indicators something is known, and which ones lack it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    ElementLink,
    Paragraph,
    TableColumn,
    TextTable,
    listed,
)
from integrationskonzept.documents.titles import title_of
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.messages import Message, label, message

_NAMED = 4
"""Elements without data that a row names."""
T = TypeVar("T", MeasureEvaluation, IndicatorProgress)
Question = tuple[Message, Callable[[T], object]]

_OF_MEASURES: Sequence["Question[MeasureEvaluation]"] = (
    (message("a status was reported"), lambda one: one.schedule.reported.entry is not None),
    (label("leads"), lambda one: one.lead),
    (message("planned period"), lambda one: one.schedule.planned.known),
    (message("whether it is overdue"), lambda one: not one.schedule.overdue.is_unknown),
    (label("cost"), lambda one: one.measure.cost is not None),
    (label("indicators"), lambda one: one.indicators),
)
_OF_INDICATORS: Sequence["Question[IndicatorProgress]"] = (
    (label("baseline"), lambda one: one.baseline is not None),
    (message("latest value"), lambda one: one.latest is not None),
    (label("target"), lambda one: one.target is not None),
    (message("whether the target is met"), lambda one: not one.reached.is_unknown),
)


def coverage_chapter(evaluation: ConceptEvaluation) -> Chapter:
    """Return for how many pursued measures and for how many indicators each thing is known, and which lack it."""
    pursued = [one for one in evaluation.measures if one.schedule.pursuit.stands]
    measures = [_row(asked, pursued, _measure) for asked in _OF_MEASURES if pursued]
    indicators = [_row(asked, evaluation.indicators, _indicator) for asked in _OF_INDICATORS if evaluation.indicators]
    blocks: list[Block] = [
        Paragraph(message("A number that is not known is left open; nothing is estimated.")),
        *(_table(label(name), rows) for name, rows in (("measures", measures), ("indicators", indicators)) if rows),
    ]
    return Chapter(message("What is not known"), blocks)


def _table(kind: Message, rows: Sequence[tuple[Content, ...]]) -> TextTable:
    columns = (
        TableColumn(message("data on: {kind}", kind=kind), priority=0),
        TableColumn(message("known for"), priority=0),
        TableColumn(message("not known for"), priority=1),
    )
    return TextTable(columns, rows)


def _row(asked: "Question[T]", found: Sequence[T], link: Callable[[T], ElementLink]) -> tuple[Content, ...]:
    """Return what is asked, for how many elements it is known, and the first of those that lack it."""
    what, is_known = asked
    lacking = [one for one in found if not is_known(one)]
    counted = message("{known} of {total}", known=len(found) - len(lacking), total=len(found))
    named: Content = listed(link(one) for one in lacking[:_NAMED])
    more = len(lacking) - _NAMED
    others: Content = (" ", message("and {count} more", count=more)) if more > 0 else ()
    return (what,), (counted,), (*named, *others)


def _measure(one: MeasureEvaluation) -> ElementLink:
    return ElementLink(title_of(one.measure), one.address)


def _indicator(one: IndicatorProgress) -> ElementLink:
    return ElementLink(one.title, one.address)
