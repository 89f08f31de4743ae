"""A round of status reports: what is asked of whom, and who has not answered."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from integrationskonzept.merging.cells import entry_of
from integrationskonzept.merging.columns import SheetColumn, dated_columns
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.undertaking import Undertaking

REPORT = ("level_ref", "report", "outlook", "status_reason", "completion")
"""What a status report is asked for."""
VALUE = ("value", "reached", "text", "missing")
"""What the observation of an indicator is asked for."""


@frozen(kw_only=True)
class Asked:
    """What one lead is asked in a round."""

    lead: str | None
    """Id of the actor; None for measures that name no lead."""
    measures: tuple[Measure, ...]
    indicators: tuple[Indicator, ...]


@frozen(kw_only=True)
class Unanswered:
    """What one lead has not answered."""

    lead: str | None
    asked: int
    """How many measures the lead was asked about."""
    open: tuple[Measure, ...]
    """Those without a report."""


def parts_of_round(day: PartialDate) -> Mapping[type, tuple[SheetColumn, ...]]:
    """Return the columns to fill in for measures and indicators in the round of a day."""
    return {
        Measure: dated_columns(Measure, "status_reports", day, REPORT),
        Indicator: dated_columns(Indicator, "observations", day, VALUE),
    }


def asked_of(concept: Concept, day: PartialDate) -> tuple[Asked, ...]:
    """Return what each lead is asked in the round of a day: its measures with their indicators.

    A part of a measure that names no lead of its own is asked of those who lead the measure. After a status that
    ends the reports, nothing is asked.
    """
    found: dict[str | None, list[Measure]] = {}
    ends = {level.id for level in concept.status_scale if level.terminal}
    for measure in concept.measures:
        last = measure.status_reports[-1:]
        if any(entry.level_ref in ends and entry.as_of != day for entry in last):
            continue
        for lead in _leads(concept, measure) or [None]:
            found.setdefault(lead, []).append(measure)
    ordered = sorted(found, key=lambda lead: (lead is None, lead or ""))
    return tuple(
        Asked(
            lead=lead,
            measures=tuple(found[lead]),
            indicators=tuple(indicator for measure in found[lead] for indicator in measure.indicators),
        )
        for lead in ordered
    )


def _leads(concept: Concept, measure: Measure) -> list[str | None]:
    undertaking: object = measure
    while isinstance(undertaking, Measure):
        leads: Iterator[str] = (id for involvement in undertaking.leads for id in involvement.actor_refs)
        if own := list(dict.fromkeys(leads)):
            return [*own]
        undertaking = concept.parent(undertaking.address)
    return []


def unanswered(concept: Concept, day: PartialDate) -> tuple[Unanswered, ...]:
    """Return the leads that have not reported on all of their measures in the round of a day."""
    result = []
    for asked in asked_of(concept, day):
        still = tuple(each for each in asked.measures if not _has_report(each, day))
        if still:
            result.append(Unanswered(lead=asked.lead, asked=len(asked.measures), open=still))
    return tuple(result)


def _has_report(undertaking: Undertaking, day: PartialDate) -> bool:
    return entry_of(undertaking.status_reports, day) is not None
