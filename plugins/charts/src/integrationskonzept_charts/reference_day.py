"""The day that is shown where none is asked for."""

from datetime import date
from typing import Any

from integrationskonzept import Concept


def day_of(concept: Concept) -> date:
    """Return the day of the latest record, or the start of the period."""
    stated: list[Any] = [concept.edition.as_of]
    stated += [one.as_of for indicator in concept.indicators for one in indicator.observations]
    stated += [one.as_of for measure in concept.measures for one in measure.status_reports]
    start = concept.period.start and concept.period.start.earliest
    return max((one.latest for one in stated if one and one.latest), default=start or date(2000, 1, 1))
