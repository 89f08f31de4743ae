"""How far a measure is, by its latest report."""

from datetime import date

from attrs import frozen

from integrationskonzept.analysis.answer import Answer, cannot_be_said, no, yes
from integrationskonzept.analysis.words import Said, shown
from integrationskonzept.language import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.status import NeutralStatus, StatusEntry, StatusLevel

NOT_BEGUN = frozenset({NeutralStatus.NOT_STARTED, NeutralStatus.PLANNED})
"""What a measure is that nobody has begun."""
BEGUN = frozenset({NeutralStatus.STARTED, NeutralStatus.ADVANCED, NeutralStatus.DONE, NeutralStatus.PERMANENT})
"""What a measure is that was begun."""
SETTLED = frozenset({NeutralStatus.DONE, NeutralStatus.PERMANENT, NeutralStatus.CANCELLED, NeutralStatus.MERGED})
"""What a measure is that no term runs for any more."""


@frozen(repr=False)
class Standing(Said):
    """The latest report on a measure that was known on a day, and what it means."""

    entry: StatusEntry | None = None
    """The report; None when none was given."""
    level: StatusLevel | None = None
    """The level of the concept's scale it names; None when the scale has no such level."""

    @property
    def neutral(self) -> NeutralStatus:
        """What the status means in terms that towns can compare; unknown when nothing was reported."""
        return self.level.neutral if self.level else NeutralStatus.UNKNOWN

    @property
    def as_of(self) -> PartialDate | None:
        """The date of the report."""
        return self.entry.as_of if self.entry else None

    @property
    def title(self) -> str | None:
        """The status as the concept words it."""
        return self.level.title if self.level else self.entry.status if self.entry else None

    def reported_after(self, day: date) -> bool:
        """Tell whether the report is certainly younger than `day`."""
        return bool(self.as_of and self.as_of.earliest and self.as_of.earliest > day)

    def text(self, language: str = "en") -> str:
        """Say the status, as worded and as meant, and the date of the report."""
        if self.entry is None:
            return message("never reported").text(language)
        said = message(
            "{status} ({meaning}), as of {day}", status=self.title, meaning=shown(self.neutral), day=shown(self.as_of)
        )
        return said.text(language)


def standing(measure: Measure, concept: Concept, today: date) -> Standing:
    """Read the latest report on a measure that was known on the day `today`."""
    known = reports(measure, today)
    if not known:
        return Standing()
    level = concept.index.get(f"status_level/{known[-1].status}")
    return Standing(known[-1], level[1] if level and isinstance(level[1], StatusLevel) else None)


def reports(measure: Measure, today: date) -> list[StatusEntry]:
    """List the reports on a measure that were known on the day `today`, the oldest first."""
    known = [entry for entry in measure.status if (entry.as_of.earliest or date.min) <= today]
    return sorted(known, key=lambda entry: (entry.as_of.latest or date.min, entry.as_of.earliest or date.min))


def settled(measure: Measure, reported: Standing, today: date) -> Answer:
    """Tell whether a measure is over and done with, so that no term runs for it any more."""
    by_relation = _settled_by_relation(measure)
    if by_relation is not None:
        return yes(by_relation)
    ended = measure.schedule and measure.schedule.actual and measure.schedule.actual.end
    if ended and ended.latest and ended.latest <= today:
        return yes(message("it ended on {day}", day=shown(ended)))
    if reported.entry is None:
        return cannot_be_said(message("no status was ever reported"))
    if reported.level is None:
        return cannot_be_said(message("its status '{status}' is not on the status scale", status=reported.title))
    if reported.level.terminal or reported.neutral in SETTLED:
        return yes(message("reported as {standing}", standing=shown(reported)))
    if reported.neutral is NeutralStatus.UNKNOWN:
        return cannot_be_said(message("reported as {standing}", standing=shown(reported)))
    return no(message("reported as {standing}", standing=shown(reported)))


def is_given_up(measure: Measure, concept: Concept, today: date) -> bool:
    """Tell whether nobody is to ask after a measure's success any more: dropped, or taken up by other measures."""
    ended = {NeutralStatus.CANCELLED, NeutralStatus.MERGED}
    return _settled_by_relation(measure) is not None or standing(measure, concept, today).neutral in ended


def _settled_by_relation(measure: Measure) -> Message | None:
    if measure.rejected is not None:
        return message("it was rejected: {reason}", reason=shown(measure.rejected))
    if measure.merged_into is not None:
        return message("it was merged into measure '{measure}'", measure=measure.merged_into)
    if measure.split_into:
        return message("it was split into {measures}", measures=shown(measure.split_into))
    if measure.successor is not None:
        return message("it was replaced by measure '{measure}'", measure=measure.successor)
    return None
