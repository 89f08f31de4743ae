"""The latest report on a measure or goal, and whether it is still pursued."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from attrs import frozen

from integrationskonzept.evaluation.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import Message, message, wording
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Element
from integrationskonzept.model.format_value import list_message, value_message
from integrationskonzept.model.goal import Goal
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.schedule import Step
from integrationskonzept.model.status import NeutralStatus, StatusEntry, StatusLevel
from integrationskonzept.model.tree import iter_path
from integrationskonzept.model.undertaking import Undertaking

NOT_BEGUN = frozenset({NeutralStatus.NOT_STARTED, NeutralStatus.PLANNED})
"""Statuses that mean "not started"."""
BEGUN = frozenset({NeutralStatus.STARTED, NeutralStatus.ADVANCED, NeutralStatus.DONE, NeutralStatus.PERMANENT})
"""Statuses that mean "started", finished measures included."""


@frozen(repr=False)
class CurrentStatus(Describable):
    """The latest report on a measure known on a day, and its meaning."""

    entry: StatusEntry | None = None
    """The report; None when none was given."""
    level: StatusLevel | None = None
    """The level of the status scale that the report names; None when the scale has no such level."""

    @property
    def neutral(self) -> NeutralStatus:
        """The meaning of the status, comparable between towns; unknown when nothing was reported."""
        return self.level.neutral if self.level else NeutralStatus.UNKNOWN

    @property
    def as_of(self) -> PartialDate | None:
        """The date of the report."""
        return self.entry.as_of if self.entry else None

    @property
    def title(self) -> str | None:
        """The status in the concept's words."""
        return self.level.title if self.level else self.entry.level_ref if self.entry else None

    def reported_after(self, day: date) -> bool:
        """Return whether the report is certainly later than `day`."""
        return bool(self.as_of and self.as_of.earliest and self.as_of.earliest > day)

    def text(self, language: str = "en") -> str:
        """Return the status and the date of the report, with the meaning where the status does not contain it."""
        if self.entry is None:
            return message("never reported").text(language)
        said = message("{status}, as of {day}", status=self.words, day=value_message(self.as_of))
        return said.text(language)

    @property
    def words(self) -> Message:
        """The status in the concept's words, and its meaning unless one of the two contains the other."""
        return _StatusWords(template="{title}", values={"title": self.title, "meaning": self.neutral})


@frozen(kw_only=True)
class _StatusWords(Message):
    """A status in the concept's words, and its meaning in terms that towns can compare."""

    def text(self, language: str = "en") -> str:
        """Return the two, or only the longer one where it contains the other: ``abgeschlossen``, once."""
        title, meaning = str(self.values["title"]), wording(self.values["meaning"], language)
        longer, shorter = sorted((title, meaning), key=len, reverse=True)
        if shorter.casefold() in longer.casefold():
            return title
        return f"{title} ({meaning})"


def current_status(undertaking: Undertaking, concept: Concept, today: date) -> CurrentStatus:
    """Return the latest report on an undertaking that was known on the day `today`."""
    known = reports(undertaking, today)
    if not known:
        return CurrentStatus()
    levels = (level for level in concept.every(StatusLevel) if level.id == known[-1].level_ref)
    return CurrentStatus(known[-1], next(levels, None))


def reports(undertaking: Undertaking, today: date) -> list[StatusEntry]:
    """List the reports on an undertaking that were known on the day `today`, the oldest first."""
    known = [entry for entry in undertaking.status_reports if (entry.as_of.earliest or date.min) <= today]
    return sorted(known, key=lambda entry: (entry.as_of.latest or date.min, entry.as_of.earliest or date.min))


def is_finished(found: "Pursuit", reported: CurrentStatus) -> Answer:
    """Return whether a measure is finished or no longer pursued, so that its deadlines no longer apply."""
    if not found.stands or found.state in _FINISHED:
        return yes(found.reason)
    if found.state is PursuitState.ACTIVE:
        return no(found.reason)
    is_terminal = reported.level is not None and reported.level.terminal
    return yes(found.reason) if is_terminal else cannot_be_said(found.reason)


class PursuitState(StrEnum):
    """States of something planned: still pursued, finished, or dropped in some way."""

    ACTIVE = "active"
    DONE = "done"
    PERMANENT = "permanent"
    GIVEN_UP = "given_up"
    REJECTED = "rejected"
    MERGED = "merged"
    SPLIT = "split"
    REPLACED = "replaced"
    UNKNOWN = "unknown"

    @property
    def word(self) -> Message:
        """The state in words."""
        return _STATE_WORDS[self]


_FINISHED = frozenset({PursuitState.DONE, PursuitState.PERMANENT})
_NOT_PURSUED = frozenset(
    {
        PursuitState.GIVEN_UP,
        PursuitState.REJECTED,
        PursuitState.MERGED,
        PursuitState.SPLIT,
        PursuitState.REPLACED,
    }
)
_STATE_WORDS = {
    PursuitState.ACTIVE: message("pursued"),
    PursuitState.DONE: message("done"),
    PursuitState.PERMANENT: message("permanent task"),
    PursuitState.GIVEN_UP: message("given up"),
    PursuitState.REJECTED: message("rejected"),
    PursuitState.MERGED: message("merged into another measure"),
    PursuitState.SPLIT: message("split into several measures"),
    PursuitState.REPLACED: message("replaced by another measure"),
    PursuitState.UNKNOWN: message("cannot be said"),
}


@frozen(kw_only=True, repr=False)
class Pursuit(Describable):
    """State of something planned, with the reason."""

    state: PursuitState
    """The state; unknown where the concept does not allow an answer."""
    into: tuple[str, ...] = ()
    """Addresses of the measures it was merged into, split into or replaced by."""
    reason: Message
    """The evidence for the state, or what is missing."""

    @property
    def stands(self) -> bool:
        """Whether it may be shown as part of the plan; false once given up, rejected, merged, split or replaced."""
        return self.state not in _NOT_PURSUED

    def text(self, language: str = "en") -> str:
        """Return the state and its reason, or the reason alone where it names the state."""
        if self.into or self.state is PursuitState.REJECTED:
            return self.reason.text(language)
        return f"{self.state.word.text(language)}: {self.reason.text(language)}"


def pursuit(
    element: Element,
    concept: Concept,
    today: date | None = None,
    *,
    containing: Iterable[Measure | Goal] | None = None,
) -> Pursuit:
    """Return whether a measure, goal or step is still pursued, by what was known on the day `today`.

    Without `today` every report counts. What is stated once and for all (`rejected`,
    `merged_into`, `split_into`, `replaced_by`) comes before the latest report. A part goes with the
    measure or goal that contains it when that is no longer pursued, unless the part itself was finished,
    is one of those the whole went into, or has a younger report of its own. Any other element,
    such as an indicator or an activity, goes with the measure or goal that contains it as well. A caller that knows
    what contains it, outermost first, passes that, which saves the search.
    """
    day = date.max if today is None else today
    own = _by_itself(element, concept, day)
    if not own.found.stands or own.found.state is PursuitState.DONE:
        return own.found
    state: _ReportedPursuit | None = None
    for around in _containing(element, concept) if containing is None else containing:
        state = _own_or_shared(_by_itself(around, concept, day), state)
    state = _own_or_shared(own, state)
    if state is own:
        return own.found
    whole = value_message(state.element.display_title)
    reason = message("part of '{whole}', which is not pursued: {why}", whole=whole, why=state.found.reason)
    return Pursuit(state=state.found.state, into=state.found.into, reason=reason)


class _ReportedPursuit(NamedTuple):
    """State of an element, and the report it is taken from, if any."""

    element: Element
    found: Pursuit
    entry: StatusEntry | None


def _own_or_shared(own: _ReportedPursuit, whole: _ReportedPursuit | None) -> _ReportedPursuit:
    """Return the state of the containing element if the part shares it, and else the part's own."""
    if whole is None or whole.found.stands or not own.found.stands or own.found.state is PursuitState.DONE:
        return own
    younger = (
        own.entry is not None
        and whole.entry is not None
        and (own.entry.as_of.earliest or date.min) > (whole.entry.as_of.latest or date.max)
    )
    return own if younger or own.element.address in whole.found.into else whole


def _containing(element: Element, concept: Concept) -> list[Measure | Goal]:
    """List the measures and goals that contain `element`, outermost first."""
    entry = concept.index.get(element.address)
    path = iter_path(concept, entry[0][:-1]) if entry else ()
    return [one for one in path if isinstance(one, Measure | Goal)]


def _by_itself(element: Element, concept: Concept, today: date) -> _ReportedPursuit:
    """Return the state of an element regardless of what contains it."""
    if isinstance(element, Measure):
        by_relation = _by_relation(element, concept)
        if by_relation is not None:
            return _ReportedPursuit(element, by_relation, None)
    if isinstance(element, Undertaking):
        reported = current_status(element, concept, today)
        return _ReportedPursuit(element, _by_report(element, reported, today), reported.entry)
    done_on = element.done_on if isinstance(element, Step) else None
    if done_on is not None and (done_on.earliest or date.min) <= today:
        done = Pursuit(state=PursuitState.DONE, reason=message("done on {day}", day=value_message(done_on)))
        return _ReportedPursuit(element, done, None)
    return _ReportedPursuit(
        element, Pursuit(state=PursuitState.UNKNOWN, reason=message("nothing is reported of it")), None
    )


def _by_relation(measure: Measure, concept: Concept) -> Pursuit | None:
    if measure.rejected is not None:
        reason = message("it was rejected: {reason}", reason=value_message(measure.rejected))
        return Pursuit(state=PursuitState.REJECTED, reason=reason)
    if measure.merged_into is not None:
        reason = message("it was merged into measure '{measure}'", measure=_titles(concept, measure.merged_into))
        return Pursuit(state=PursuitState.MERGED, into=_addresses(measure.merged_into), reason=reason)
    if measure.split_into:
        reason = message("it was split into {measures}", measures=_titles(concept, *measure.split_into))
        return Pursuit(state=PursuitState.SPLIT, into=_addresses(*measure.split_into), reason=reason)
    if measure.replaced_by is not None:
        reason = message("it was replaced by measure '{measure}'", measure=_titles(concept, measure.replaced_by))
        return Pursuit(state=PursuitState.REPLACED, into=_addresses(measure.replaced_by), reason=reason)
    return None


def _addresses(*ids: str) -> tuple[str, ...]:
    return tuple(f"{Measure.noun}/{id}" for id in ids)


def _titles(concept: Concept, *ids: str) -> Message:
    """Return the titles of measures; the id where the concept has no such measure."""
    found = (concept.index.get(address) for address in _addresses(*ids))
    return list_message(
        [
            entry[1].display_title if entry and isinstance(entry[1], Measure) else id
            for id, entry in zip(ids, found, strict=True)
        ]
    )


_GIVEN_UP = {NeutralStatus.CANCELLED: PursuitState.GIVEN_UP, NeutralStatus.MERGED: PursuitState.MERGED}


def _by_report(element: Undertaking, reported: CurrentStatus, today: date) -> Pursuit:
    said = message("reported as {standing}", standing=value_message(reported))
    if reported.neutral in _GIVEN_UP:
        return Pursuit(state=_GIVEN_UP[reported.neutral], reason=said)
    ended = element.schedule and element.schedule.actual and element.schedule.actual.end
    if ended and ended.latest and ended.latest <= today:
        return Pursuit(state=PursuitState.DONE, reason=message("it ended on {day}", day=value_message(ended)))
    if reported.entry is None:
        return Pursuit(state=PursuitState.UNKNOWN, reason=message("no status was ever reported"))
    if reported.level is None:
        why = message("its status '{status}' is not on the status scale", status=reported.title)
        return Pursuit(state=PursuitState.UNKNOWN, reason=why)
    return Pursuit(state=_state(reported.level), reason=said)


def _state(level: StatusLevel) -> PursuitState:
    match level.neutral:
        case NeutralStatus.DONE:
            return PursuitState.DONE
        case NeutralStatus.PERMANENT:
            return PursuitState.PERMANENT
        case NeutralStatus.UNKNOWN:
            return PursuitState.UNKNOWN
        case meaning if level.terminal:
            return PursuitState.UNKNOWN if meaning in NOT_BEGUN else PursuitState.DONE
    return PursuitState.ACTIVE
