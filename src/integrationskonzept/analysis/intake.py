"""One indicator that takes in rows of a table."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from integrationskonzept.analysis.readings import in_order, telling
from integrationskonzept.analysis.rows import Row
from integrationskonzept.analysis.targets import step
from integrationskonzept.analysis.words import shown
from integrationskonzept.findings import Finding
from integrationskonzept.language import message
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.indicator import Indicator, IndicatorKind
from integrationskonzept.model.observation import Observation
from integrationskonzept.model.record import FOREIGN

SAID = ("value", "minimum", "maximum", "reached", "text")
"""Attributes that say what was found."""
_AROUND = frozenset({"indicator", "concept", "role", "unit"})
"""Attributes of a row that are none of an observation."""

Key = tuple[PartialDate | None, str | None]
"""What tells observations of one indicator apart: date, and population where it is not the indicator's."""


def key_of(observation: Observation, indicator: Indicator) -> Key:
    """Return what tells an observation apart from the others of its indicator."""
    population = observation.population
    return observation.as_of, None if population == indicator.population else population


class Intake:
    """The observations of one indicator, taking in rows."""

    def __init__(self, indicator: Indicator, *, overwrite: bool) -> None:
        self.indicator, self._overwrite = indicator, overwrite
        self.is_changed = False
        self._by_key: dict[Key, list[Observation]] = {}
        for one in indicator.observations:
            self._by_key.setdefault(key_of(one, indicator), []).append(one)

    def result(self) -> Indicator:
        """Return the indicator with what was taken in, in the order of dates."""
        observations = (one for found in self._by_key.values() for one in found)
        return evolve(self.indicator, observations=tuple(in_order(observations)))

    def take(self, row: Row) -> str | Finding:
        """Take a row in: say what it did (unchanged, completed, replaced, added), or why it does not fit."""
        given = _observed(row.given, self.indicator)
        key = given.get("as_of"), given.get("population")
        there = self._by_key.get(key, [])
        if any(_holds(one, given) for one in there):
            return "unchanged"
        if there and _agrees(there[-1], given):
            return self._put(key, [*there[:-1], _with(there[-1], given)], "completed")
        new = _with(Observation(), given)
        problem = _misfit(row, new, self.indicator) or (None if there else _gap(row, new))
        if problem is not None:
            return problem
        if not there:
            return self._put(key, [new], "added")
        if self._overwrite:
            return self._put(key, [*there[:-1], _with(_cleared(there[-1], given), given)], "replaced")
        return _conflict(row, there[-1], given)

    def _put(self, key: Key, observations: list[Observation], outcome: str) -> str:
        self._by_key[key] = observations
        self.is_changed = True
        return outcome


def _observed(given: Mapping[str, Any], indicator: Indicator) -> dict[str, Any]:
    """Return what a row says of the observation itself; the indicator's own population is left out."""
    said = {name: value for name, value in given.items() if name not in _AROUND}
    if said.get("population") == indicator.population:
        said.pop("population", None)
    return said


def _value(observation: Observation, name: str) -> Any:
    return observation.extra.get(name) if name.startswith(FOREIGN) else getattr(observation, name)


def _holds(observation: Observation, given: Mapping[str, Any]) -> bool:
    """Tell whether an observation says everything a row says."""
    return all(_value(observation, name) == value for name, value in given.items() if name != "population")


def _agrees(observation: Observation, given: Mapping[str, Any]) -> bool:
    """Tell whether a row only adds to what an observation says."""
    if observation.missing is not None and any(name in given for name in SAID):
        return False
    if "missing" in given and any(_value(observation, name) is not None for name in SAID):
        return False
    return not _contradicted(observation, given)


def _contradicted(observation: Observation, given: Mapping[str, Any]) -> list[str]:
    """Name what a row says of an observation that says otherwise."""
    known = ((name, _value(observation, name)) for name in given if name != "population")
    return [name for name, value in known if value is not None and value != given[name]]


def _cleared(observation: Observation, given: Mapping[str, Any]) -> Observation:
    """Return an observation without what contradicts the row that takes its place."""
    if "missing" in given:
        return evolve(observation, value=None, minimum=None, maximum=None, reached=None, text=None)
    return evolve(observation, missing=None) if any(name in given for name in SAID) else observation


def _with(observation: Observation, given: Mapping[str, Any]) -> Observation:
    foreign = {name: value for name, value in given.items() if name.startswith(FOREIGN)}
    own = {name: value for name, value in given.items() if name not in foreign}
    return evolve(observation, **own, extra={**observation.extra, **foreign})


def _gap(row: Row, new: Observation) -> Finding | None:
    """Report what an observation that is not there yet lacks."""
    if new.as_of is None:
        return row.finding("IK954", message("the row has no date"), "as_of")
    if new.missing is None and _said(new) is None:
        return row.finding("IK955", message("the row says neither what was found nor why nothing was"), "value")
    return None


def _said(observation: Observation) -> str | None:
    """Name the first attribute in which an observation says what was found."""
    return next((name for name in SAID if _value(observation, name) is not None), None)


def _misfit(row: Row, new: Observation, indicator: Indicator) -> Finding | None:
    """Report what in a row is no answer to its indicator."""
    unit, said = row.given.get("unit"), _said(new)
    if unit is not None and indicator.unit is not None and unit != indicator.unit:
        why = message("the unit is {unit}, that of the indicator {expected}", unit=unit, expected=indicator.unit)
        return row.finding("IK957", why, "unit")
    if said is not None and not telling(indicator)(new):
        why = message("this does not answer an indicator of the kind {kind}", kind=shown(indicator.kind))
        return row.finding("IK957", why, said)
    if said is not None and _is_off_scale(new, indicator):
        why = message("'{text}' is no step of the scale: {steps}", text=shown(new.text), steps=shown(indicator.scale))
        return row.finding("IK957", why, "text")
    return None


def _is_off_scale(new: Observation, indicator: Indicator) -> bool:
    return indicator.kind is IndicatorKind.SCALE and bool(indicator.scale) and step(indicator, new.text) is None


def _conflict(row: Row, there: Observation, given: Mapping[str, Any]) -> Finding:
    """Report that a row says otherwise than the concept: another value, or one where there is said to be none."""
    name = [*_contradicted(there, given), *(name for name in ("missing", *SAID) if name in given)][0]
    said = message(
        "the concept says otherwise of {day}: it has {there}, the row {given}",
        day=shown(there.as_of),
        there=shown(there.missing if _value(there, name) is None else _value(there, name)),
        given=shown(given[name]),
    )
    hint = message("correct one of the two, or have the row overwrite the concept")
    return row.finding("IK956", said, name, hint)
