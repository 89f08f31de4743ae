"""The table of observations: one row a value, or the reason why there is none.

Baselines and benchmarks stand beside the observations and say so in `role`. The table is built
column by column, since a portfolio has a million rows of it.
"""

from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from typing import Any

from integrationskonzept.language import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.observation import Observation
from integrationskonzept.tabular.laying import day, number, text, truth
from integrationskonzept.tabular.table import Table

_COLUMNS = (
    text("concept", message("Id of the concept")),
    text("indicator", message("Id of the indicator")),
    text("role", message("What the value is: baseline, observation or benchmark")),
    text("as_of", message("Date of the value, with the precision it was stated in")),
    day("earliest", message("First day the date can mean")),
    day("latest", message("Last day the date can mean")),
    number("value", message("Value, in the indicator's unit; missing where there is none")),
    number("minimum", message("Lower end, where only a range is known")),
    number("maximum", message("Upper end, where only a range is known")),
    truth("reached", message("The milestone's answer; missing where there is none")),
    text("text", message("What was found, in words")),
    truth("approximate", message("The value is given as about so much")),
    text("unit", message("Unit of the indicator's values")),
    text("population", message("Whom the value speaks of")),
    text("missing", message("Why there is no value")),
    text("note", message("Remark")),
)


def _fill(concept: Concept) -> Mapping[str, Sequence[Any]]:
    indicators: list[Indicator] = [indicator for _, indicator in concept.records.get(Indicator, ())]
    held = [_observations(indicator) for indicator in indicators]
    roles = list(chain.from_iterable(role for role, _ in held))
    found: list[Observation] = list(chain.from_iterable(observations for _, observations in held))
    owners = list(chain.from_iterable(map(repeat, indicators, (len(role) for role, _ in held))))
    dates = [one.as_of for one in found]
    return {
        "concept": [concept.id] * len(found),
        "indicator": [owner.id for owner in owners],
        "role": roles,
        "as_of": [date and date.text for date in dates],
        "earliest": [date and date.earliest for date in dates],
        "latest": [date and date.latest for date in dates],
        "value": [one.value for one in found],
        "minimum": [one.minimum for one in found],
        "maximum": [one.maximum for one in found],
        "reached": [one.reached for one in found],
        "text": [one.text for one in found],
        "approximate": [one.approximate for one in found],
        "unit": [owner.unit for owner in owners],
        "population": [one.population or owner.population for one, owner in zip(found, owners, strict=True)],
        "missing": [one.missing for one in found],
        "note": [one.note for one in found],
    }


def _observations(indicator: Indicator) -> tuple[list[str], list[Observation]]:
    first = [indicator.baseline] if indicator.baseline else []
    roles = (
        ["baseline"] * len(first)
        + ["observation"] * len(indicator.observations)
        + ["benchmark"] * len(indicator.benchmarks)
    )
    return roles, [*first, *indicator.observations, *indicator.benchmarks]


OBSERVATIONS = Table(name="observations", title=message("Observations"), columns=_COLUMNS, fill=_fill)
