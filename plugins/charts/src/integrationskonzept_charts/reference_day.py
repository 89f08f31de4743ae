"""The day that is shown where none is asked for."""

from datetime import date

from integrationskonzept import Concept
from integrationskonzept.evaluation import latest_day


def day_of(concept: Concept) -> date:
    """Return the day of the latest record, or the start of the period."""
    return latest_day(concept) or date(2000, 1, 1)
