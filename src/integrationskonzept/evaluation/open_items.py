"""Values to collect, open questions, and contacts for them."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from integrationskonzept.evaluation.date_range import UncertainDate, as_uncertain
from integrationskonzept.evaluation.derivation import Derived
from integrationskonzept.evaluation.evaluation_dates import Review, ReviewState
from integrationskonzept.evaluation.progress import IndicatorProgress
from integrationskonzept.evaluation.schedule import MeasureSchedule
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.actor import Actor, Involvement
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.format_value import value_message
from integrationskonzept.model.indicator import IndicatorKind
from integrationskonzept.model.partial_date import PartialDate


def involved_names(involved: Iterable[Involvement], concept: Concept) -> tuple[str, ...]:
    """Return the names of those involved: actors by the register, others as printed; each once."""
    found: list[str] = []
    for one in involved:
        found += actor_names(one.actor_refs, concept) or [one.printed or one.role or ""]
    return tuple(dict.fromkeys(name for name in found if name))


def actor_names(ids: Iterable[str], concept: Concept) -> list[str]:
    """Return the names of actors by the register; an unknown id stays as it is."""
    entries = ((id, concept.index.get(f"{Actor.noun}/{id}")) for id in ids)
    return [entry[1].title if entry and isinstance(entry[1], Actor) else id for id, entry in entries]


@frozen(kw_only=True, repr=False)
class Request(Describable):
    """A value or report to collect before the next evaluation."""

    address: str
    """Address of the indicator or measure."""
    title: str
    """Its title."""
    what: Message
    """The value or report to collect, and why."""
    by: tuple[str, ...]
    """Contacts by name; empty where the concept names nobody."""
    until: Derived[UncertainDate] | None
    """Due date of the next evaluation; None where none is known."""

    def text(self, language: str = "en") -> str:
        """Return what to collect and from whom."""
        by = value_message(self.by) if self.by else message("nobody is named")
        said = message("{title}: {what}; to ask: {by}", title=value_message(self.title), what=self.what, by=by)
        return said.text(language)


@frozen(kw_only=True, repr=False)
class Question(Describable):
    """Missing information without which the concept cannot be evaluated."""

    address: str
    """Address of the element."""
    title: str
    """Its title."""
    what: Message
    """The missing information."""

    def text(self, language: str = "en") -> str:
        """Return the element's title and the question."""
        return message("{title}: {what}", title=value_message(self.title), what=self.what).text(language)


def questions(address: str, title: str, open_ones: Iterable[Message]) -> tuple[Question, ...]:
    """Return the open questions of an element."""
    return tuple(Question(address=address, title=title, what=what) for what in open_ones)


def round_start(reviewed: Iterable[Review], concept: Concept) -> date | None:
    """Return the day from which values count for the next evaluation: the last one held, or the period's start."""
    held = [one.evaluation.held_on for one in reviewed if one.state is ReviewState.HELD and one.evaluation]
    days = [day.latest for day in held if day and day.latest]
    start = as_uncertain(concept.period.start)
    return max(days, default=start.earliest if start else None)


def value_wanted(progress: IndicatorProgress, since: date | None) -> Message | None:
    """Return why an indicator needs a value before the next evaluation.

    None when it has a recent one, or when the milestone is reached or the document exists.
    """
    if progress.reached.is_yes and progress.kind in {IndicatorKind.MILESTONE, IndicatorKind.DOCUMENT}:
        return None
    if progress.latest is None:
        return progress.missing or message("no observation answers it")
    if _is_of_round(progress.latest.as_of, since):
        return None
    return message("the latest value is of {day}", day=value_message(progress.latest.as_of))


def report_wanted(schedule: MeasureSchedule, since: date | None) -> Message | None:
    """Return why a measure needs a report before the next evaluation; None when it has a recent one or is finished."""
    if schedule.finished.is_yes:
        return None
    if schedule.reported.entry is None:
        return message("no status was ever reported")
    if _is_of_round(schedule.reported.as_of, since):
        return None
    return message("the latest report is of {day}", day=value_message(schedule.reported.as_of))


def _is_of_round(stated: PartialDate | None, since: date | None) -> bool:
    day = as_uncertain(stated)
    return day is not None and (since is None or day.latest >= since)


def open_in_indicator(progress: IndicatorProgress) -> Iterator[Message]:
    """Yield the open questions of an indicator."""
    if progress.kind is None:
        yield message("what kind of answer it gives is not stated")
    if progress.baseline is None:
        yield message("no baseline is stated")
    if progress.target is None:
        yield message("no target is stated")
    elif progress.target.due is None:
        yield message("its target has no date")
    if progress.target is not None and progress.latest is not None and progress.reached.is_unknown:
        yield message("whether its target is met cannot be said: {why}", why=progress.reached.why)
    yield from progress.cautions


def open_in_measure(schedule: MeasureSchedule, lead: tuple[str, ...]) -> Iterator[Message]:
    """Yield the open questions of a measure; none once it is no longer pursued."""
    if not schedule.pursuit.stands:
        return
    if not lead:
        yield message("nobody has the lead")
    if not schedule.planned.known:
        yield message("when it is to be done is not known: {why}", why=schedule.planned.rule)
    if schedule.reported.entry is not None and schedule.reported.level is None:
        yield schedule.finished.why
    if schedule.overdue.is_unknown and schedule.planned.known:
        yield message("whether it is overdue cannot be said: {why}", why=schedule.overdue.why)


def open_in_concept(concept: Concept, reviewed: tuple[Review, ...]) -> Iterator[Message]:
    """Yield the open questions of the concept as a whole."""
    if as_uncertain(concept.period.start) is None:
        yield message("the start of its period is not stated")
    if not reviewed:
        yield message("when it is to be evaluated is not stated")
    yield from (message("the evaluation: {why}", why=one.why) for one in reviewed if one.state is ReviewState.UNKNOWN)
