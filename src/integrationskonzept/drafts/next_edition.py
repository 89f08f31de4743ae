"""The next edition of a concept, begun from the last one."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, TypeVar

import attrs
from attrs import frozen

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.evaluation.current_status import Pursuit, PursuitState, pursuit
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.activity import Activity
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import Span
from integrationskonzept.model.edition import Edition, Fate, Predecessor, PreviousGoal
from integrationskonzept.model.edits import remove
from integrationskonzept.model.element import Sourced
from integrationskonzept.model.evaluation import EvaluationRule
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.horizon import HorizonStatement
from integrationskonzept.model.indicator import Target
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.provenance import Discrepancy, Resolution
from integrationskonzept.model.record import Record
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.tree import revise, without_references
from integrationskonzept.model.undertaking import Undertaking
from integrationskonzept.model.values import MAX_NUMBER

_FATES = {
    PursuitState.DONE: Fate.COMPLETED,
    PursuitState.GIVEN_UP: Fate.DROPPED,
    PursuitState.REJECTED: Fate.REJECTED,
    PursuitState.MERGED: Fate.CHANGED,
    PursuitState.SPLIT: Fate.CHANGED,
    PursuitState.REPLACED: Fate.CHANGED,
}
"""What became of a goal or measure that is not in the next edition; any other is carried over."""

R = TypeVar("R", bound=Record)


@frozen(kw_only=True)
class NextEdition:
    """The beginning of the next edition."""

    concept: Concept
    """The concept."""
    carried: tuple[str, ...]
    """Addresses of the goals and measures that are carried over."""
    lineage: tuple[str, ...]
    """Addresses of the goals and measures that are finished or given up; the predecessor lists them."""
    open_doubts: tuple[str, ...]
    """Addresses of the discrepancies that nobody has resolved yet."""

    @property
    def summary(self) -> Message:
        """What is in it, in a sentence."""
        return message(
            "{carried} goals and measures carried over, {lineage} finished or given up, {doubts} open doubts",
            carried=len(self.carried),
            lineage=len(self.lineage),
            doubts=len(self.open_doubts),
        )


def next_period(concept: Concept, first: int | None = None, last: int | None = None) -> Span | None:
    """Return the period of the next edition, by default the years after the last one, and as many of them.

    Args:
        concept: The last edition.
        first: The first year, if it is another one.
        last: The last year, if it is another one.

    Returns:
        The period; None if no first year is given and the years of the last edition are not stated.
    """
    start, end = concept.period.start, concept.period.end
    length = None
    if start is not None and end is not None and start.earliest is not None and end.latest is not None:
        length = end.latest.year - start.earliest.year
        first = first or end.latest.year + 1
    if first is None:
        return None
    if last is None and length is not None:
        last = first + length
    return Span(start=PartialDate(str(first)), end=None if last is None else PartialDate(str(last)))


def next_edition_of(concept: Concept, period: Span, today: date | None = None) -> NextEdition:
    """Return the beginning of the next edition of a concept, for a new period.

    Goals and measures that are still pursued stay, and those that are finished or given up are left out. The
    predecessor lists all of them, with their fate and without a verdict: that is for people to give. What belongs to
    the old document and its period is left out: adoption, decisions, evaluations held, reports except the latest,
    time frames, plans and target values that end before the new period, sections, footnotes and citations. Doubts
    that nobody has resolved stay.

    Args:
        concept: The last edition.
        period: The period of the next one; its start must be stated.
        today: The day of the change; reports after it are ignored. Without it, every report counts.

    Raises:
        InvalidValueError: The start of the period is not stated or does not lie after that of the last edition.
    """
    start = period.start.earliest if period.start else None
    if start is None:
        raise InvalidValueError(message("the next edition needs the start of its period"), "period")
    before = concept.period.start
    if before is not None and before.earliest is not None and start <= before.earliest:
        raise InvalidValueError(
            message("the next edition must start after {start}, when this one did", start=before), "period"
        )
    planned: tuple[Goal | Measure, ...] = (*concept.goals, *concept.measures)
    judged = [(each, pursuit(each, concept, today)) for each in planned]
    over = [(each, found) for each, found in judged if found.state in _FATES]
    left = concept
    for each, _ in over:
        if left.get(each.address) is not None:  # it may have been a part of one that is gone
            left = remove(left, each, drop_references=True)
    kept = {each.address for each, _ in judged if left.get(each.address) is not None}
    previous = tuple(_previous_goals(judged, kept, concept.language))
    renewed = revise(_renewed(left, start), partial(_renewed, start=start))
    made = attrs.evolve(
        renewed,
        edition=_edition(concept, previous),
        period=period,
        evaluation=_rule(concept.evaluation),
        evaluations=(),
        meetings=(),
        horizons=tuple(each for each in renewed.horizons if each.start is None and each.end is None),
        checks=None,
        origin=None,
        sections=(),
        passages=(),
        illustrations=(),
        footnotes=(),
        timeline=None,
    )
    made = _without_dangling(made)
    return NextEdition(
        concept=made,
        carried=tuple(each.address for each, _ in judged if each.address in kept),
        lineage=tuple(each.address for each, _ in judged if each.address not in kept),
        open_doubts=tuple(each.address for each in made.all_discrepancies),
    )


def _previous_goals(
    judged: Iterable[tuple[Goal | Measure, Pursuit]], kept: set[str], language: str
) -> Iterator[PreviousGoal]:
    """Yield the goals and measures of the last edition, each with its fate and what carries it on."""
    taken: set[str] = set()
    for each, found in judged:
        is_gone = each.address not in kept
        heirs = [address for address in found.into if address in kept] if is_gone else [each.address]
        goals, measures = (
            tuple(address.partition("/")[2] for address in heirs if address.startswith(f"{kind.noun}/"))
            for kind in (Goal, Measure)
        )
        id = each.id if each.id not in taken else f"{each.noun}-{each.id}"
        taken.add(id)
        yield PreviousGoal(
            id=id,
            number=each.number,
            text=each.display_title,
            fate=_FATES.get(found.state, Fate.DROPPED) if is_gone else Fate.CARRIED_OVER,
            reason=found.text(language.partition("-")[0]) if is_gone else None,
            goal_refs=goals,
            measure_refs=measures,
        )


def _edition(concept: Concept, previous: tuple[PreviousGoal, ...]) -> Edition:
    """Return the edition, whose predecessor is the last one."""
    last = concept.edition
    return Edition(
        number=None if last.number is None else min(last.number + 1, MAX_NUMBER),
        predecessor=Predecessor(
            id=concept.id,
            title=concept.title,
            as_of=last.as_of,
            adopted_on=last.adopted_on,
            previous_goals=previous,
            predecessor=last.predecessor,
        ),
        in_force_beside=last.in_force_beside,
        publisher=last.publisher,
        authors=last.authors,
        licence=last.licence,
        data_licence=last.data_licence,
    )


def _rule(rule: EvaluationRule | None) -> EvaluationRule | None:
    """Return the rule of evaluations without the day it counted from, and without its place in the document."""
    return None if rule is None else attrs.evolve(_undocumented(rule), start=None)


def _undocumented(record: R) -> R:
    """Return a record without what says where the last document has it."""
    if not isinstance(record, Sourced):
        return record
    return attrs.evolve(record, printed=None, inferred=(), sources=(), footnote_refs=())


def _renewed(record: Record, start: date) -> Any:
    """Return a record as the next edition begins with it; None where it belongs to the last one alone."""
    if isinstance(record, Discrepancy):
        return attrs.evolve(record, sources=()) if record.resolution is Resolution.UNRESOLVED else None
    if isinstance(record, HorizonStatement):
        return None
    if isinstance(record, Step) and (record.done_on or _ends_before(record.due, start)):
        return None
    if isinstance(record, Activity) and record.recurrence is None and _ends_before(record.date, start):
        return None
    found: Any = _undocumented(record)
    if isinstance(found, Undertaking):
        planned = found.schedule.planned if found.schedule else None
        is_over = planned is None or _ends_before(planned.end, start)
        found = attrs.evolve(
            found,
            schedule=None if is_over else found.schedule,
            decisions=(),
            status_reports=found.status_reports[-1:],
        )
    if isinstance(found, Target) and _ends_before(found.due, start):
        return None
    return found


def _ends_before(day: PartialDate | None, start: date) -> bool:
    return day is not None and day.latest is not None and day.latest < start


def _without_dangling(concept: Concept) -> Concept:
    """Return a concept without references to what is no longer in it."""
    while gone := {link.address for link in concept.links if link.address not in concept.index}:
        left = without_references(concept, gone) or concept
        concept = revise(left, partial(without_references, gone=gone))  # a record without purpose goes with its parts
    return concept
