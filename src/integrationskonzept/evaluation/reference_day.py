"""The day that a concept is told for where nobody asks for one."""

from datetime import date

from integrationskonzept.model.concept import Concept


def latest_day(concept: Concept) -> date | None:
    """Return the day of the latest record, or else the start of the period; None where a concept states no day."""
    stated = [concept.edition.as_of]
    stated += [one.as_of for indicator in concept.indicators for one in indicator.observations]
    stated += [one.as_of for measure in concept.measures for one in measure.status_reports]
    start = concept.period.start.earliest if concept.period.start else None
    return max((one.latest for one in stated if one and one.latest), default=start)
