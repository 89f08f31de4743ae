"""Everything with a date, in the order of time: deadlines, evaluations, events and decisions."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import Any, ClassVar

from attrs import evolve, frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.evaluation.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.evaluation.current_status import Pursuit, current_status, is_finished, pursuit
from integrationskonzept.evaluation.date_attributes import StatedDate, stated_dates
from integrationskonzept.evaluation.date_range import UncertainDate, as_uncertain
from integrationskonzept.evaluation.deadlines import Deadline, as_stated, deadlines_of
from integrationskonzept.evaluation.derivation import Derived, Input, stated
from integrationskonzept.evaluation.evaluation_dates import ReviewState, reviews
from integrationskonzept.evaluation.event_times import occurrences, timing_of
from integrationskonzept.evaluation.planned_dates import timeline_rows
from integrationskonzept.evaluation.progress import direction
from integrationskonzept.evaluation.targets import check_target
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.activity import ActionDay, Activity
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL
from integrationskonzept.model.element import Element
from integrationskonzept.model.evaluation import Evaluation
from integrationskonzept.model.field_of_action import FieldOfAction, Overarching
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.indicator import Indicator, Target
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.meeting import Meeting
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.tree import iter_path
from integrationskonzept.model.undertaking import Undertaking


class DueKind(StrEnum):
    """Kinds of things with a date."""

    MEASURE = "measure"
    GOAL = "goal"
    STEP = "step"
    TARGET = "target"
    INTERIM_TARGET = "interim_target"
    EVALUATION = "evaluation"
    ACTIVITY = "activity"
    ACTION_DAY = "action_day"
    MEETING = "meeting"
    DECISION = "decision"
    START = "start"
    PERIOD = "period"
    OTHER = "other"


@frozen(kw_only=True, repr=False)
class Due(Describable):
    """Something that falls due or takes place, or may do so, in a period."""

    kind: DueKind
    concept: str
    """Id of the concept."""
    address: str
    """Address of the element: of the indicator, for a target."""
    attribute: str
    """Path of the attribute that states the date, or of what it is derived for."""
    title: str
    """Its title."""
    day: Derived[UncertainDate]
    """The day, as far as it is known; for a deadline given as a month or year, its last day."""
    within: Answer
    """Does it fall into the period?"""
    done: Answer
    """Is it done, as far as the concept records?"""
    edition: str | None = None
    """What tells the concept's edition from others of its town; None where nothing does."""

    def text(self, language: str = "en") -> str:
        """Return the day, the title, and whether it is done."""
        said = message(
            "{day}: {title}; done: {done}",
            day=value_message(self.day.value),
            title=value_message(self.title),
            done=value_message(self.done),
        )
        return said.text(language)


@frozen(kw_only=True, repr=False)
class LeftOut(Describable):
    """A date that the concept states and that no agenda can hold, with the reason."""

    concept: str
    """Id of the concept."""
    address: str
    attribute: str
    reason: Message

    def text(self, language: str = "en") -> str:
        """Return address, attribute and reason."""
        return f"{self.address} {self.attribute}: {self.reason.text(language)}"


@frozen(kw_only=True, repr=False)
class Agenda(Describable, HasBlocks):
    """Everything that falls due or takes place, or may do so, in a period, in chronological order."""

    ACCOUNT: ClassVar[str] = "documents.agenda:agenda_document"

    start: date
    end: date
    items: tuple[Due, ...]
    left_out: tuple[LeftOut, ...] = ()
    """Stated dates that are on no agenda, whatever its period: without a year, or of something not pursued any more."""

    def text(self, language: str = "en") -> str:
        """Return the period and the number of items."""
        said = message(
            "{start} to {end}: {count} due",
            start=value_message(self.start),
            end=value_message(self.end),
            count=len(self.items),
        )
        return said.text(language)


def due(  # noqa: PLR0913 - the last three choose, by name
    concepts: Concept | Iterable[Concept],
    start: date,
    end: date,
    *,
    fields: Collection[str] = (),
    actors: Collection[str] = (),
    kinds: Collection[DueKind | str] = (),
) -> Agenda:
    """List what falls due or takes place from the day `start` to the day `end`, both included, in the order of time.

    Every date of the concept is on the agenda of its day, except those in `NOT_ON_THE_AGENDA` (with reasons), and
    those in `Agenda.left_out`: without a year, or of something not pursued any more. A date known only within limits
    is listed if the limits overlap the days asked about. What is marked internal is listed too: for a public paper,
    pass ``concept.public()``.

    `fields` (ids of fields of action), `actors` (ids of actors involved in the element or what contains it) and
    `kinds` choose; all that are given must hold. Several concepts, such as a portfolio, make one agenda.
    """
    if start > end:
        raise ValueError(f"start must not be after end; got start {start} and end {end}")
    wanted = {DueKind(kind) for kind in kinds}
    items: list[Due] = []
    left_out: list[LeftOut] = []
    for concept in (concepts,) if isinstance(concepts, Concept) else concepts:
        choice = _Choice(concept, frozenset(fields), frozenset(actors))
        for one in _Dates(concept, start, end).all():
            if not choice.has(one.address):
                continue
            if isinstance(one, LeftOut):
                left_out.append(one)
            elif not wanted or one.kind in wanted:
                items.append(one)
    return Agenda(start=start, end=end, items=tuple(sorted(items, key=_order)), left_out=tuple(left_out))


def _order(due: Due) -> tuple[date, date, str, str]:
    day = due.day.value or UncertainDate()
    return day.latest, day.earliest, due.address, due.concept


class _Dates:
    """The dates of one concept that overlap a period, and those left out."""

    def __init__(self, concept: Concept, start: date, end: date) -> None:
        self._concept, self._start, self._end = concept, start, end
        self._told: set[tuple[str, str]] = set()  # attributes whose date is told, or left out
        self._pursuits: dict[str, Pursuit] = {}

    def all(self) -> Iterator[Due | LeftOut]:
        """Yield what overlaps the period, and what is left out."""
        sources = chain(self._planned(), self._steps(), self._targets(), self._evaluations(), self._events())
        for one in chain(sources, self._others()):
            if isinstance(one, LeftOut):
                yield one
                continue
            day = one.day.value
            if day and day.earliest <= self._end and day.latest >= self._start:
                yield evolve(one, within=_within(day, self._start, self._end))

    def _tell(self, one: Due) -> Due:
        """Return an item, and keep in mind which attributes it tells."""
        self._told.add((one.address, one.attribute))
        self._told.update((source.address, source.attribute) for source in one.day.inputs if _states_end(source))
        return one

    def _due(self, element: Element, attribute: str, day: Derived[UncertainDate], **own: Any) -> Due:
        """Return an item about an attribute of an element, with its `own` kind and whether it is done."""
        usual: dict[str, Any] = {
            "kind": DueKind.OTHER,
            "title": title_of(element),
            "done": _NOT_RECORDED,
            "within": _NOT_ASKED,
            "edition": self._concept.edition_key,
        }
        return self._tell(
            Due(concept=self._concept.id, address=element.address, attribute=attribute, day=day, **usual | own)
        )

    def _left_out(self, address: str, attribute: str, reason: Message) -> LeftOut:
        self._told.add((address, attribute))
        return LeftOut(concept=self._concept.id, address=address, attribute=attribute, reason=reason)

    def _pursuit(self, element: Element) -> Pursuit:
        if element.address not in self._pursuits:
            self._pursuits[element.address] = pursuit(element, self._concept)
        return self._pursuits[element.address]

    def _planned(self) -> Iterator[Due | LeftOut]:
        """Yield the ends of undertakings, or of their time frames."""
        rows = timeline_rows(self._concept)
        elements: list[tuple[DueKind, Undertaking]] = [
            (kind, one) for noun, kind in _UNDERTAKINGS.items() for one in self._concept.every(noun)
        ]
        for kind, element in elements:
            found = self._pursuit(element)
            if not found.stands:
                continue
            done = is_finished(found, current_status(element, self._concept, date.max))
            for one in deadlines_of(element, self._concept, rows):
                if one.day.value:
                    attribute = f"{one.attribute}.end" if one.frame else "schedule.planned.end"
                    yield self._due(element, attribute, one.day, kind=kind, done=done)

    def _steps(self) -> Iterator[Due | LeftOut]:
        for step in self._concept.every(Step):
            if not self._pursuit(step).stands:
                continue
            if step.due and step.due.latest:
                self._told.add((step.address, "done_on"))
            known = yes(message("done on {day}", day=value_message(step.done_on)))
            done = known if step.done_on else cannot_be_said(message("no day it was done is stated"))
            for one in deadlines_of(step, self._concept):
                if one.day.value:
                    yield self._due(step, "due", one.day, kind=DueKind.STEP, done=done)

    def _targets(self) -> Iterator[Due | LeftOut]:
        for indicator in self._concept.indicators:
            if not self._pursuit(indicator).stands:
                continue
            for one in deadlines_of(indicator, self._concept):
                if one.day.value and one.target:
                    yield self._target(indicator, one, one.target)

    def _target(self, indicator: Indicator, one: Deadline, target: Target) -> Due:
        kind = DueKind.TARGET if one.attribute == "target" else DueKind.INTERIM_TARGET
        check = check_target(target, indicator, direction(indicator).value, date.max)
        place = "due" if target.due or target.time_frame is None else "time_frame.end"
        return self._due(indicator, f"{one.attribute}.{place}", one.day, kind=kind, done=check.reached)

    def _evaluations(self) -> Iterator[Due | LeftOut]:
        for review in reviews(self._concept, self._end):
            entry = review.evaluation
            if entry and entry.held_on and not entry.due:
                continue  # it is told on the day it was held
            if review.due.value:
                yield self._due(
                    entry or self._concept,
                    "due" if entry and entry.due else "evaluation",
                    review.due,
                    kind=DueKind.EVALUATION,
                    title=(entry and entry.title) or "Evaluation",
                    done=_DONE.get(review.state, cannot_be_said)(review.why),
                )

    def _events(self) -> Iterator[Due | LeftOut]:
        """Yield the days of activities, action days and meetings in the period."""
        concept = self._concept
        events: list[tuple[DueKind, Activity | Meeting]] = []
        events += [(DueKind.ACTIVITY, one) for one in concept.every(Activity)]
        events += [(DueKind.ACTION_DAY, one) for one in concept.every(ActionDay)]
        events += [(DueKind.MEETING, one) for one in concept.every(Meeting)]
        for kind, event in events:
            if not self._pursuit(event).stands:
                continue
            found = timing_of(event, concept)
            if found and found.day.value is None and found.rhythm is None:
                yield self._left_out(event.address, "date", found.day.rule)
            for day in occurrences(event, concept, self._start, self._end):
                yield self._due(event, "date", day, kind=kind)
            self._told |= {(event.address, "date"), (event.address, "end_date")} if event.date else set()

    def _others(self) -> Iterator[Due | LeftOut]:
        """Yield every stated date that is not told yet."""
        for one in stated_dates(self._concept):
            if (one.element.address, one.attribute) in self._told:
                continue
            found = self._pursuit(one.element)
            if not found.stands:
                yield self._left_out(one.element.address, one.attribute, found.reason)
                continue
            day = _day_of(one)
            if day.value is None:
                yield self._left_out(one.element.address, one.attribute, day.rule)
            else:
                done = yes(message("done on {day}", day=value_message(one.value)))
                yield self._due(
                    one.element,
                    one.attribute,
                    day,
                    kind=_KINDS.get(one.key, DueKind.OTHER),
                    done=done if one.key in _DONE_ON else _NOT_RECORDED,
                )


_NOT_ASKED = cannot_be_said(message("no period is asked about"))
_NOT_RECORDED = cannot_be_said(message("the concept does not record whether it took place"))
_DONE = {ReviewState.HELD: yes, ReviewState.OVERDUE: no}
_UNDERTAKINGS: Mapping[type[Undertaking], DueKind] = {
    Measure: DueKind.MEASURE,
    Goal: DueKind.GOAL,
    FieldOfAction: DueKind.OTHER,
    Overarching: DueKind.OTHER,
}
_KINDS = {
    **{f"{noun.__name__}.time_frames.start": DueKind.START for noun in _UNDERTAKINGS},
    **{f"{noun.__name__}.time_frames.end": kind for noun, kind in _UNDERTAKINGS.items()},
    "Schedule.planned.start": DueKind.START,
    "Target.time_frame.start": DueKind.START,
    "Step.start": DueKind.START,
    "Evaluation.start": DueKind.START,
    "Concept.period.start": DueKind.PERIOD,
    "Concept.period.end": DueKind.PERIOD,
    "Edition.adopted_on": DueKind.DECISION,
    "Decision.date": DueKind.DECISION,
    "Step.done_on": DueKind.STEP,
    "Evaluation.held_on": DueKind.EVALUATION,
    "Schedule.planned.end": DueKind.MEASURE,
}
_DONE_ON = frozenset({"Step.done_on", "Evaluation.held_on"})
"""Attributes that say when something was done."""
_ENDS = frozenset({"end", "due"})


def _states_end(source: Input) -> bool:
    return source.attribute.rpartition(".")[2] in _ENDS


def _day_of(one: StatedDate) -> Derived[UncertainDate]:
    """Return the day of a stated date: the last one of an end, and every possible one of anything else."""
    attribute = one.attribute.rpartition(".")[2]
    if attribute in _ENDS or one.value.earliest is None:
        return as_stated(one.element.address, one.attribute, one.value)
    day = as_uncertain(one.value)
    return stated(day or UncertainDate(), message("as stated"), Input(one.element.address, one.attribute, one.value))


def title_of(element: Element) -> str:
    """Return the title of an element, or else its text, or its id."""
    found = (getattr(element, name, None) for name in ("title", "text", "name", "body", "number"))
    own = "Evaluation" if isinstance(element, Evaluation) else element.display_title
    return next((one for one in found if one), own)


def _within(day: UncertainDate, start: date, end: date) -> Answer:
    if start <= day.earliest and day.latest <= end:
        return yes(message("it is {day}", day=value_message(day)))
    return cannot_be_said(message("its day is known only roughly: {day}", day=value_message(day)))


class _Choice:
    """The elements of fields of action and actors that are asked about."""

    def __init__(self, concept: Concept, fields: frozenset[str], actors: frozenset[str]) -> None:
        self._concept, self._fields, self._actors = concept, fields, actors

    def has(self, address: str) -> bool:
        """Return whether the element belongs to one of the fields, and one of the actors is involved in it."""
        if not (self._fields or self._actors):
            return True
        entry = self._concept.index.get(address)
        around = [one for one in iter_path(self._concept, entry[0]) if isinstance(one, Element)] if entry else []
        return self._is_in_field(around) and self._is_involved(around)

    def _is_in_field(self, around: list[Element]) -> bool:
        fields = {one.id for one in around if isinstance(one, FieldOfAction)}
        return not self._fields or not self._fields.isdisjoint(fields)

    def _is_involved(self, around: list[Element]) -> bool:
        return not self._actors or any(
            not self._actors.isdisjoint(involvement.actor_refs)
            for element in around
            for name in _involvements(type(element))
            for involvement in getattr(element, name)
        )


def _involvements(kind: type[Element]) -> list[str]:
    """Return the attributes of a class that hold involvements of actors."""
    return [each.name for each in MODEL[kind].records if each.kind is Involvement]
