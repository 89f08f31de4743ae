"""What was found, added to what is known."""

from datetime import date
from typing import Any

from attrs import evolve

from integrationskonzept.findings import located
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.dates import PartialDate
from integrationskonzept.observations import merge
from integrationskonzept.observations.merge import MergeResult
from integrationskonzept.observations.sources import incoming


def observe(
    concept: Concept,
    address: str,
    *,
    as_of: PartialDate | date | str | None = None,
    replace: bool = False,
    **found: Any,
) -> Concept:
    """Return a concept with one more observation of an indicator; the same one again changes nothing.

    ``observe(konzept, "indicator/anzahl-kurse", as_of="2026-06", value=12)``; `found` are attributes
    of an observation. Raises `ObservationConflictError` (a `ValueError`) when there is another one
    of the same date and population, unless `replace` is true.
    """
    return merge.observe(concept, address, as_of=as_of, replace=replace, **found)


def merge_observations(
    concept: Concept, table: Any, *, overwrite: bool = False, decimal: str | None = None
) -> MergeResult:
    """Merge a table of observations into a concept: what fits is taken, the rest reported with row and column.

    `table` is the path of a CSV file, an iterable of mappings, or a frame (pandas, polars, Arrow
    or any that narwhals knows) with the columns ``indicator``, ``as_of``, ``value`` and others of
    an observation. The same table a second time changes nothing. Where the concept says
    otherwise, a row is taken only if `overwrite` is true. `decimal` is the table's decimal mark,
    where numbers such as 1.234 could be read in two ways.
    """
    came = incoming(table)
    merged = merge.merge(concept, came.rows, overwrite=overwrite, decimal=decimal, first_row=came.first_row)
    findings = (*came.findings, *merged.findings)
    placed = tuple(located(findings, came.file)) if came.file else findings
    return evolve(merged, findings=placed, remarks=came.remarks)
