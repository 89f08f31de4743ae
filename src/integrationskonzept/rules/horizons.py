"""Rules about the concept's time frames: together they should cover its period, each part of it once."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from attrs import frozen

from integrationskonzept.findings import Path, Severity
from integrationskonzept.i18n.formatting import number
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import DAYS_IN_A_YEAR, Span
from integrationskonzept.model.horizon import Horizon
from integrationskonzept.rules.rule import Hit, rule


@frozen
class _Stretch:
    """The span of a horizon: years after the start, or days of the calendar."""

    path: Path
    horizon: Horizon
    first: float
    last: float | None
    calendar: bool

    def begin(self) -> Message | str:
        return str(self.horizon.start) if self.calendar else message("year {number}", number=number(self.first))

    def end(self) -> Message | str:
        return str(self.horizon.end) if self.calendar else message("year {number}", number=number(self.last or 0))

    def titles(self, later: "_Stretch") -> dict[str, Any]:
        return {"first": self.horizon.title, "second": later.horizon.title, "until": self.end(), "since": later.begin()}


def _stretches(concept: Concept, *, calendar: bool) -> list[_Stretch]:
    """List what the horizons cover, earliest first; those without an end by intention are left out."""
    found = []
    for path, horizon in concept.records.get(Horizon):
        start, end = horizon.start and horizon.start.earliest, horizon.end and horizon.end.latest
        by_years = horizon.minimum_years is not None or horizon.maximum_years is not None
        if calendar and start:
            last = end.toordinal() if end else None
            found.append(_Stretch(path, horizon, start.toordinal(), last, calendar=True))
        elif not calendar and by_years and not horizon.permanent:
            found.append(_Stretch(path, horizon, horizon.minimum_years or 0, horizon.maximum_years, calendar=False))
    return sorted(found, key=lambda stretch: stretch.first)


def _neighbours(concept: Concept) -> Iterator[tuple[_Stretch, _Stretch, float]]:
    """Yield horizons that follow each other, with the time between them; less than 0 where they overlap."""
    for calendar in (False, True):
        for earlier, later in pairwise(_stretches(concept, calendar=calendar)):
            if earlier.last is not None:
                yield earlier, later, later.first - earlier.last - calendar


@rule(
    "IK211",
    family="time",
    title=message("Gap between horizons"),
    why=message("A measure that takes just that long belongs to no horizon."),
    severity=Severity.NOTE,
    message=message("between {first!r}, which ends in {until}, and {second!r}, which begins in {since}, lies a gap"),
    hint=message("define the horizons so that each begins where the one before it ends"),
)
def _gaps(concept: Concept) -> Iterator[Hit]:
    for earlier, later, between in _neighbours(concept):
        if between > 0:
            yield Hit(later.path, earlier.titles(later))


@rule(
    "IK212",
    family="time",
    title=message("Overlapping horizons"),
    why=message("A measure that takes just that long belongs to two horizons at once."),
    severity=Severity.NOTE,
    message=message("{first!r}, which ends in {until}, and {second!r}, which begins in {since}, overlap"),
    hint=message("define the horizons so that each begins where the one before it ends"),
)
def _overlaps(concept: Concept) -> Iterator[Hit]:
    """Yield horizons that overlap; that one ends where the next begins matters only where both are vague."""
    for earlier, later, between in _neighbours(concept):
        vague = earlier.horizon.approximate or later.horizon.approximate
        if between < 0 or (between == 0 and vague and not earlier.calendar):
            yield Hit(later.path, earlier.titles(later))


def length(period: Span) -> float | None:
    """Return how many years a period lasts, or None where that is not stated."""
    first, last = period.start and period.start.earliest, period.end and period.end.latest
    return round(((last - first).days + 1) / DAYS_IN_A_YEAR, 2) if first and last else None


def _last(concept: Concept) -> Iterator[tuple[_Stretch, float, float]]:
    """Yield the horizon that reaches furthest, how far that is, and where the period ends."""
    last = concept.period.end.latest if concept.period.end else None
    for calendar in (False, True):
        limit = (last.toordinal() if last else None) if calendar else length(concept.period)
        stretches = _stretches(concept, calendar=calendar)
        if limit is not None and stretches:
            reach = [limit if stretch.last is None else stretch.last for stretch in stretches]
            yield stretches[reach.index(max(reach))], round(max(reach), 2), limit


@rule(
    "IK213",
    family="time",
    title=message("Horizons end before the period"),
    why=message("For the last part of its period the concept has no word."),
    severity=Severity.NOTE,
    message=message("the longest horizon, {horizon!r}, ends in {until}, but the concept's period in {end}"),
    hint=message("let the longest horizon reach to the end of the period"),
)
def _too_short(concept: Concept) -> Iterator[Hit]:
    """Yield the horizon that reaches furthest where it ends before the period does."""
    open_ended = any(horizon.permanent for horizon in concept.horizons)
    for furthest, reach, limit in _last(concept):
        if reach < limit and not open_ended:
            yield Hit(furthest.path, _against(furthest, concept))


@rule(
    "IK214",
    family="time",
    title=message("Horizon beyond the period"),
    why=message("A measure may end when the concept that stands for it no longer holds."),
    severity=Severity.NOTE,
    message=message("the horizon {horizon!r} reaches to {until}, beyond the concept's period, which ends in {end}"),
    hint=message("say in the concept what holds after its period, or shorten the horizon"),
)
def _too_long(concept: Concept) -> Iterator[Hit]:
    """Yield the horizon that reaches beyond the end of the period."""
    for furthest, reach, limit in _last(concept):
        if reach > limit:
            yield Hit(furthest.path, _against(furthest, concept))


def _against(furthest: _Stretch, concept: Concept) -> dict[str, Any]:
    years = length(concept.period)
    end = str(concept.period.end) if furthest.calendar else message("year {number}", number=number(years or 0))
    return {"horizon": furthest.horizon.title, "until": furthest.end(), "end": end}
