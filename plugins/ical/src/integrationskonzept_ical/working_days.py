"""Working days of a German state: a day that nobody stated does not fall on a holiday."""

from datetime import date
from functools import cache

from integrationskonzept import Concept
from integrationskonzept.model import plus_days

_FRIDAY = 4
_FIRST_RULE = 1990
"""The first year for which every state's holidays are known."""
_LAST_RULE = 2200
_STATES = {
    "baden-württemberg": "BW",
    "bayern": "BY",
    "berlin": "BE",
    "brandenburg": "BB",
    "bremen": "HB",
    "hamburg": "HH",
    "hessen": "HE",
    "mecklenburg-vorpommern": "MV",
    "niedersachsen": "NI",
    "nordrhein-westfalen": "NW",
    "rheinland-pfalz": "RP",
    "saarland": "SL",
    "sachsen": "SN",
    "sachsen-anhalt": "ST",
    "schleswig-holstein": "SH",
    "thüringen": "TH",
}
_BY_KEY = ["SH", "HH", "NI", "HB", "NW", "HE", "RP", "BW", "BY", "SL", "BE", "BB", "MV", "SN", "ST", "TH"]
"""The states in the order of the official municipality key, 01 to 16."""


def state_of(concept: Concept) -> str | None:
    """Return the code of a town's state by its municipality key or its name; None where neither says it."""
    key = (concept.municipality.ags or "")[:2]
    if key.isdecimal() and 1 <= int(key) <= len(_BY_KEY):
        return _BY_KEY[int(key) - 1]
    return _STATES.get((concept.municipality.state or "").strip().casefold())


def last_working_day(day: date, state: str | None) -> date:
    """Return the day itself, or the last one before that is no Saturday, Sunday or public holiday of the state.

    Without a state the holidays of all Germany count.
    """
    while day > date.min and (day.weekday() > _FRIDAY or day in _holidays(state, day.year)):
        day = plus_days(day, -1)
    return day


@cache
def _holidays(state: str | None, year: int) -> frozenset[date]:
    from holidays import country_holidays  # noqa: PLC0415 - the import takes long, and few calendars derive days

    if not _FIRST_RULE <= year <= _LAST_RULE:
        return frozenset()
    return frozenset(country_holidays("DE", subdiv=state, years=year))
