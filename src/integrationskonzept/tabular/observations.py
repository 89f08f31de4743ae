"""The table of observations: one row a value, or the reason why there is none.

Baselines and benchmarks stand beside the observations and say so in `role`. The table is built
column by column, since a portfolio has a million rows of it; and what they repeat is kept once.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.observation import Observation
from integrationskonzept.tabular.column_storage import Coded, numbered, repeated
from integrationskonzept.tabular.columns import day, number, text, truth
from integrationskonzept.tabular.table import CONCEPT, Table

_COLUMNS = (
    CONCEPT,
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
    series = [one for _, indicator in concept.records.get(Indicator) for one in _series(indicator)]
    owners, roles, held = zip(*series, strict=True) if series else ((), (), ())
    found: list[Observation] = list(chain.from_iterable(held))
    by_series = repeated(map(len, held))
    stated = [one.as_of for one in found]
    texts = [date and date.text for date in stated]
    dates = dict(zip(texts, stated, strict=True))
    by_date = numbered(texts, dates)
    return {
        "concept": Coded([concept.id], repeated([len(found)])),
        "indicator": Coded([owner.id for owner in owners], by_series),
        "role": Coded(roles, by_series),
        "as_of": Coded(list(dates), by_date),
        "earliest": Coded([date and date.earliest for date in dates.values()], by_date),
        "latest": Coded([date and date.latest for date in dates.values()], by_date),
        "value": [one.value for one in found],
        "minimum": [one.minimum for one in found],
        "maximum": [one.maximum for one in found],
        "reached": [one.reached for one in found],
        "text": [one.text for one in found],
        "approximate": [one.approximate for one in found],
        "unit": Coded([owner.unit for owner in owners], by_series),
        "population": [one.population or owner.population for owner, _, held in series for one in held],
        "missing": [one.missing for one in found],
        "note": [one.note for one in found],
    }


def _series(indicator: Indicator) -> Iterator[tuple[Indicator, str, tuple[Observation, ...]]]:
    """Yield what is observed of an indicator, and as what."""
    yield indicator, "baseline", (indicator.baseline,) if indicator.baseline else ()
    yield indicator, "observation", indicator.observations
    yield indicator, "benchmark", indicator.benchmarks


OBSERVATIONS = Table(name="observations", title=message("Observations"), columns=_COLUMNS, fill=_fill)
