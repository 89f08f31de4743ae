"""The fields of action in a report to the council: how each measure stands, what was reported, what comes next."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from integrationskonzept.blocks.tree import (
    Chapter,
    Content,
    ElementLink,
    Paragraph,
    TableColumn,
    Text,
    TextTable,
    joined,
    listed,
)
from integrationskonzept.documents.evaluation_parts import next_step
from integrationskonzept.documents.report.compact import compact
from integrationskonzept.documents.report.fact_sheet import status_words
from integrationskonzept.documents.titles import title_of
from integrationskonzept.evaluation.evaluation import ConceptEvaluation, FieldEvaluation
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.messages import label, message

FieldMeasures: TypeAlias = tuple[Text, str | None, tuple[MeasureEvaluation, ...]]
"""Title and address of a field of action, and its measures."""


def measures_by_field(evaluation: ConceptEvaluation) -> Iterator[FieldMeasures]:
    """Yield title, address and measures of each field of action; overarching measures come first.

    A field that only has sub-fields is left out.
    """
    in_fields = {one.address for field in evaluation.fields for one in field.every_measure()}
    overarching = tuple(one for one in evaluation.measures if one.address not in in_fields)
    if overarching:
        yield message("Overarching measures"), None, overarching
    for field in _with_sub_fields(evaluation.fields):
        if field.measures or not field.sub_fields:
            yield title_of(evaluation.concept.index[field.address][1]), field.address, field.measures


def _with_sub_fields(fields: Iterable[FieldEvaluation]) -> Iterator[FieldEvaluation]:
    for field in fields:
        yield field
        yield from _with_sub_fields(field.sub_fields)


def field_chapters(evaluation: ConceptEvaluation) -> tuple[Chapter, ...]:
    """Return a chapter with the table of measures for each field of action."""
    nothing = Paragraph(message("There is no measure."))
    return tuple(
        Chapter(title, compact((status_table(measures),)) if measures else nothing, address)
        for title, address, measures in measures_by_field(evaluation)
    )


def status_table(measures: Sequence[MeasureEvaluation]) -> TextTable:
    """Return measures with status, short report and next step."""
    columns = (
        TableColumn(label("measure"), priority=0),
        TableColumn(label("leads"), priority=3),
        TableColumn(message("status"), priority=0),
        TableColumn(label("report"), priority=1),
        TableColumn(message("next step"), priority=2),
    )
    return TextTable(columns, [_row(one) for one in measures])


def _row(one: MeasureEvaluation) -> tuple[Content, ...]:
    return (
        (ElementLink(title_of(one.measure), one.address),),
        listed(one.lead),
        status_words(one.schedule),
        _reported(one),
        _next(one),
    )


def _reported(one: MeasureEvaluation) -> Content:
    entry = one.schedule.reported.entry
    return joined(filter(None, (entry.report, entry.status_reason)), " ") if entry else ()


def _next(one: MeasureEvaluation) -> Content:
    """Return the next step, or the outlook of the latest report; nothing once the measure is no longer pursued."""
    if not one.schedule.pursuit.stands:
        return ()
    entry = one.schedule.reported.entry
    return next_step(one.measure) or ((entry.outlook,) if entry and entry.outlook else ())
