"""Which measures wait for which."""

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
    """Why one measure waits for another: it names it in the attribute of this name."""

    REQUIRES = "requires"
    FOLLOWS = "follows"


@frozen(kw_only=True, repr=False)
class Waiting(Describable):
    """A measure that waits for another, directly or through others."""

    address: str
    """Address of the measure that waits."""
    title: str
    """Its title."""
    chain: tuple[tuple[str, Relation], ...]
    """The way to it: addresses of measures, each with how it waits for the one before; it comes last."""
    planned: Derived[PlannedPeriod]
    """When it is planned to run."""
    delayed: Answer
    """Does it have to wait longer than planned?"""

    def text(self, language: str = "en") -> str:
        """Say what waits, and whether longer than planned."""
        said = message("{title} ({planned}): has to wait: {delayed}", title=value_message(self.title), **self._values())
        return said.text(language)

    def _values(self) -> dict[str, object]:
        return {"planned": value_message(self.planned.value), "delayed": value_message(self.delayed)}


def waiting(measure: Measure, concept: Concept, until: date | None = None) -> tuple[Waiting, ...]:
    """Tell what waits if a measure slips: everything that requires or follows it, directly or through others.

    `until` is the day it will be finished; without it, its planned end is taken. Each measure
    comes once, by the shortest way; where measures wait for each other in a circle, or one is not
    pursued any more, the way ends.
    A measure that has to wait is taken to end as much later as it begins later.
    """
    measures = {one.address: one for one in concept.measures}
    rows = timeline_rows(concept)
    dependants = _dependants(one for one in concept.measures if pursuit(one, concept).stands)
    end = planned(measure, concept, rows).value
    ways = deque([_Way(measure.address, (), until or (end.last if end else None))])
    seen, found = {measure.address}, []
    while ways:
        way = ways.popleft()
        for address, relation in dependants.get(way.address, ()):
            if address not in seen:
                seen.add(address)
                plan, chain = planned(measures[address], concept, rows), (*way.chain, (address, relation))
                late = _delayed(plan, way.done_by)
                ways.append(_Way(address, chain, _end(plan, late, way.done_by)))
                found.append(_waiting(measures[address], chain, plan, late))
    return tuple(found)


_Chain = tuple[tuple[str, Relation], ...]


class _Way(NamedTuple):
    """A measure on the way, how it was come by, and when it will be finished, where that is known."""

    address: str
    chain: _Chain
    done_by: date | None


def _waiting(measure: Measure, chain: _Chain, plan: Derived[PlannedPeriod], late: Answer) -> Waiting:
    return Waiting(address=measure.address, title=measure.title, chain=chain, planned=plan, delayed=late)


def _end(plan: Derived[PlannedPeriod], late: Answer, before: date | None) -> date | None:
    if plan.value is None or plan.value.last is None or late.is_unknown:
        return None
    if late.is_no or before is None or plan.value.start is None:
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
