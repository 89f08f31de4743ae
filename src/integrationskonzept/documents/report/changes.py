"""Changes since an earlier report: in the state of measures and indicators, and in the concept itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import attrs

from integrationskonzept.blocks.text import inline_text
from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Content,
    ElementLink,
    Paragraph,
    TableColumn,
    TextTable,
    joined,
    listed,
)
from integrationskonzept.comparison.changes import (
    Added,
    DeadlineMoved,
    Dropped,
    LeadChanged,
    Merged,
    Moved,
    Renamed,
    Replaced,
    Split,
    TargetChanged,
)
from integrationskonzept.comparison.compare import compare
from integrationskonzept.documents.comparison import comparison_document
from integrationskonzept.documents.evaluation_parts import derived_value
from integrationskonzept.documents.record_lines import line
from integrationskonzept.documents.report.fact_sheet import status_words
from integrationskonzept.documents.report.scope import limited
from integrationskonzept.documents.titles import title_of
from integrationskonzept.evaluation.evaluation import ConceptEvaluation
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.totals import MeasureEvaluation
from integrationskonzept.i18n.messages import label, message
from integrationskonzept.model.format_value import value_message

_OF_PLANNING = (Added, Dropped, Merged, Split, Replaced, Moved, Renamed, DeadlineMoved, TargetChanged, LeadChanged)
_PLANNED = frozenset({"field_of_action", "goal", "measure", "indicator"})
"""Nouns of what a council decides on."""


def changes_chapter(
    before: ConceptEvaluation, now: ConceptEvaluation, address: str | None = None, *, in_full: bool = True
) -> Chapter:
    """Return what changed between two evaluations of a concept or of two editions of it.

    Args:
        before: The earlier evaluation.
        now: The later one.
        address: That of a field of action or measure, if only what is inside it is told.
        in_full: Whether to tell every change of the concept, and not only those of what it plans.
    """
    title = message("What changed since {day}", day=value_message(before.today))
    return Chapter(title, tuple(_blocks(before, now, address, in_full=in_full)))


def _blocks(
    before: ConceptEvaluation, now: ConceptEvaluation, address: str | None, *, in_full: bool
) -> Iterator[Block]:
    """Yield the changed states of measures and indicators, and the changes of the concept itself."""
    if address is not None:
        was_there = address in before.concept.index
        before = limited(before, address) if was_there else attrs.evolve(before, measures=(), indicators=())
        now = limited(now, address)
    tables = [
        _table(_MEASURES, before.measures, now.measures),
        _table(_INDICATORS, before.indicators, now.indicators),
    ]
    found: list[Block] = [table for table in tables if table.rows]
    yield from found or [Paragraph(message("Every measure and every indicator stands as it did."))]
    if address is None and before.concept != now.concept:
        comparison = compare(before.concept, now.concept)
        if not in_full:
            changes = tuple(one for one in comparison.changes if one.noun in _PLANNED and type(one) in _OF_PLANNING)
            comparison = attrs.evolve(comparison, changes=changes, suggestions=())
        yield Chapter(message("Changes of the concept"), comparison_document(comparison, with_addresses=False).blocks)


class _Kind(NamedTuple):
    """A kind of elements, and how what can change of them is told."""

    head: Any
    title: Callable[[Any], ElementLink]
    facets: Sequence[Callable[[Any], Content]]


def _table(kind: _Kind, before: Sequence[Any], now: Sequence[Any]) -> TextTable:
    """Return each element of which something changed, as it was told then and as it is now."""
    earlier, later = ({one.address: one for one in found} for found in (before, now))
    rows = [row for one in now if (row := _row(kind, earlier.get(one.address), one))]
    rows += [(kind.title(one), _told(kind, one), message("no longer in the concept")) for one in _gone(earlier, later)]
    columns = (
        TableColumn(kind.head, priority=0),
        TableColumn(message("then"), priority=0),
        TableColumn(message("now"), priority=0),
    )
    return TextTable(columns, rows)


def _gone(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> Iterator[Any]:
    return (one for address, one in earlier.items() if address not in later)


def _row(kind: _Kind, then: Any, now: Any) -> tuple[Any, ...] | None:
    if then is None:
        return kind.title(now), message("not yet in the concept"), _told(kind, now)
    pairs = [(told(then), told(now)) for told in kind.facets]
    changed = [(old, new) for old, new in pairs if inline_text(old, "en") != inline_text(new, "en")]
    if not changed:
        return None
    was, becomes = zip(*changed, strict=True)
    return kind.title(now), _joined(was), _joined(becomes)


def _told(kind: _Kind, one: Any) -> Content:
    return _joined([told(one) for told in kind.facets])


def _joined(parts: Sequence[Content]) -> Content:
    """Return parts in a row; what is not stated is a dash where it stood or stands."""
    return joined([part or ("–",) for part in parts], "; ")


def _lead(one: MeasureEvaluation) -> Content:
    return listed(one.lead)


def _latest(one: IndicatorProgress) -> Content:
    found = line(one.latest, None, one.unit) if one.latest is not None else None
    return found.content if found else ()


def _result(one: IndicatorProgress) -> Content:
    return (one.final.standing,) if one.final else ()


_MEASURES = _Kind(
    label("measure"),
    lambda one: ElementLink(title_of(one.measure), one.address),
    (lambda one: status_words(one.schedule), lambda one: derived_value(one.schedule.planned), _lead),
)
_INDICATORS = _Kind(label("indicator"), lambda one: ElementLink(one.title, one.address), (_latest, _result))
