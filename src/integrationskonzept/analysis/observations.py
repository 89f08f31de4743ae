"""Observations from outside: recorded one by one, or merged from the rows of a table."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from integrationskonzept.analysis.cells import is_empty
from integrationskonzept.analysis.intake import key_of
from integrationskonzept.analysis.merging import Merged, Merging
from integrationskonzept.analysis.readings import in_order
from integrationskonzept.analysis.rows import RowReader
from integrationskonzept.errors import ObservationConflictError
from integrationskonzept.language import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.model.fitting import fitted
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.observation import Observation


def observe(
    concept: Concept,
    address: str,
    *,
    as_of: PartialDate | date | str | None = None,
    replace: bool = False,
    **found: Any,
) -> Concept:
    """Return a concept with one more observation of an indicator, kept in the order of dates.

    ``observe(konzept, "indicator/anzahl-kurse", as_of="2026-06", value=12)``

    `found` are attributes of `Observation`. The same observation again changes nothing. Raises
    `ObservationConflictError` (a `ValueError`) when there is another one of the same date and
    population, unless `replace` is true; `UnknownElementError` (a `KeyError`) for an indicator that
    does not exist; `TypeError` for an attribute that does not exist or a value it cannot take.
    """
    indicator = concept.indicator(address.removeprefix(f"{Indicator.noun}/"))
    new = _observation(as_of, found)
    if new in indicator.observations:
        return concept
    same = [one for one in indicator.observations if key_of(one, indicator) == key_of(new, indicator)]
    if same and not replace:
        raise ObservationConflictError(
            message(
                "{indicator} has an observation as of {day} already: {there};"
                " pass replace=True to put this one in its place",
                indicator=indicator.address,
                day=new.as_of,
                there=repr(same[-1]),
            )
        )
    kept = [one for one in indicator.observations if not replace or one not in same]
    return concept.replace(indicator.address, observations=in_order((*kept, new)))


def _observation(as_of: PartialDate | date | str | None, found: Mapping[str, Any]) -> Observation:
    values = {"as_of": as_of.isoformat() if isinstance(as_of, date) else as_of, **found}
    return Observation(**fitted(values, Observation, "an observation"))


def merge(
    concept: Concept,
    rows: Iterable[Mapping[str, Any]],
    *,
    overwrite: bool = False,
    decimal: str | None = None,
    first_row: int = 1,
) -> Merged:
    """Merge a table of observations into a concept: what fits is taken, the rest is reported.

    A row names an `indicator` by its id, a date (`as_of`) and what was found (`value`,
    `minimum`, `maximum`, `reached`, `text`, or the reason why it is `missing`), and may add
    `approximate`, `population`, `note` and foreign attributes (``x-``); German headers such as
    ``Stand`` and ``Wert`` are understood. The same rows a second time change nothing. Where the
    concept says otherwise of the same date and population, the row is reported, and taken only
    if `overwrite` is true. `decimal` is the table's decimal mark where its numbers could be read
    in two ways; `first_row` is the number its first row is reported by. Empty rows are counted
    and passed over.
    """
    merging = Merging(concept, overwrite=overwrite)
    reader = RowReader(first_row, decimal)
    for cells in rows:
        row = reader.read(cells)
        if row.findings or not all(map(is_empty, cells.values())):
            merging.take(row)
    return merging.merged()
