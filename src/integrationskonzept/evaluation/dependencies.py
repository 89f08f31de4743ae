"""Dependencies between measures."""

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from attrs import frozen

from integrationskonzept.evaluation.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.evaluation.current_status import pursuit
from integrationskonzept.evaluation.date_range import PlannedPeriod
from integrationskonzept.evaluation.derivation import Derived
from integrationskonzept.evaluation.planned_dates import planned, timeline_rows
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import plus_days
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.measure import Measure


class Relation(StrEnum):
    """Kinds of dependency, by the attribute that states them."""

    REQUIRES = "requires"
    FOLLOWS = "follows"


@frozen(kw_only=True, repr=False)
class Waiting(Describable):
    """A measure that depends on another one, directly or transitively."""

    address: str
    """Address of the measure that waits."""
    title: str
    """Its title."""
    chain: tuple[tuple[str, Relation], ...]
    """The dependency chain: addresses of measures, each with its relation to the one before, this measure last."""
    planned: Derived[PlannedPeriod]
    """Its planned period."""
    delayed: Answer
    """Is it delayed beyond its planned start?"""

    def text(self, language: str = "en") -> str:
        """Return the measure, its planned period and whether it is delayed."""
        said = message("{title} ({planned}): has to wait: {delayed}", title=value_message(self.title), **self._values())
        return said.text(language)

    def _values(self) -> dict[str, object]:
        return {"planned": value_message(self.planned.value), "delayed": value_message(self.delayed)}


def waiting(measure: Measure, concept: Concept, until: date | None = None) -> tuple[Waiting, ...]:
    """List the measures delayed if this one slips, directly or transitively.

    Those are the measures that require or follow it. `until` is the day it will be finished; without
    it, its planned end is taken. Each measure comes once, by the shortest chain; where measures
    depend on each other in a cycle, or one is no longer pursued, the chain ends.
    A measure that has to wait is taken to end as much later as it begins later.
    """
    measures = {one.address: one for one in concept.measures}
    rows = timeline_rows(concept)
    dependants = _dependants(one for one in concept.measures if pursuit(one, concept).stands)
    end = planned(measure, concept, rows).value
    queue = deque([_Reached(measure.address, (), until or (end.last if end else None))])
    seen, found = {measure.address}, []
    while queue:
        reached = queue.popleft()
        for address, relation in dependants.get(reached.address, ()):
            if address not in seen:
                seen.add(address)
                plan, chain = planned(measures[address], concept, rows), (*reached.chain, (address, relation))
                delayed = _delayed(plan, reached.done_by)
                queue.append(_Reached(address, chain, _end(plan, delayed, reached.done_by)))
                found.append(_waiting(measures[address], chain, plan, delayed))
    return tuple(found)


_Chain = tuple[tuple[str, Relation], ...]


class _Reached(NamedTuple):
    """A measure reached in the search, the chain to it, and its expected end if known."""

    address: str
    chain: _Chain
    done_by: date | None


def _waiting(measure: Measure, chain: _Chain, plan: Derived[PlannedPeriod], delayed: Answer) -> Waiting:
    return Waiting(address=measure.address, title=measure.display_title, chain=chain, planned=plan, delayed=delayed)


def _end(plan: Derived[PlannedPeriod], delayed: Answer, before: date | None) -> date | None:
    if plan.value is None or plan.value.last is None or delayed.is_unknown:
        return None
    if delayed.is_no or before is None or plan.value.start is None:
        return plan.value.last
    return plus_days(plan.value.last, 1 + (before - plan.value.start.latest).days)


def _dependants(measures: Iterable[Measure]) -> Mapping[str, list[tuple[str, Relation]]]:
    dependants: dict[str, list[tuple[str, Relation]]] = {}
    for measure in measures:
        for relation, ids in ((Relation.REQUIRES, measure.requires), (Relation.FOLLOWS, measure.follows)):
            for id in ids:
                dependants.setdefault(f"{measure.noun}/{id}", []).append((measure.address, relation))
    return dependants


def _delayed(plan: Derived[PlannedPeriod], done_by: date | None) -> Answer:
    start = plan.value.start if plan.value else None
    if done_by is None:
        return cannot_be_said(message("the end of the measure before it is not stated"))
    if start is None:
        return cannot_be_said(message("its own start is not stated"))
    if done_by < start.earliest:
        return no(
            message("planned to begin {start}, after {end}", start=value_message(start), end=value_message(done_by))
        )
    if done_by >= start.latest:
        return yes(
            message(
                "planned to begin {start}, before {end} is past", start=value_message(start), end=value_message(done_by)
            )
        )
    return cannot_be_said(message("planned to begin {start}, known no closer", start=value_message(start)))
