"""Dates known to be wrong in the document, corrected."""

from typing import Any

import attrs

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.description import MODEL, ValueType
from integrationskonzept.model.element import Element
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.provenance import Discrepancy, Resolution
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import revise


def corrected_dates(concept: Concept) -> Concept:
    """Return a concept with the right dates in place of the printed ones, where its discrepancies state them.

    A discrepancy of a date with an `expected` value counts; in the result it is `Resolution.NORMALISED`.
    """
    return revise(concept, _corrected)


def _corrected(record: Record) -> Record:
    if not isinstance(record, Element) or not record.discrepancies:
        return record
    for position, discrepancy in enumerate(record.discrepancies):
        right = _right_date(record, discrepancy)
        if right is not None:
            record = _with_date(record, position, discrepancy, right)
    return record


def _right_date(record: Element, discrepancy: Discrepancy) -> PartialDate | None:
    """Return the right date, if the discrepancy is about a date and knows it."""
    described = MODEL[type(record)].attributes.get(discrepancy.attribute or "")
    known = described is not None and described.type is ValueType.DATE and not described.many
    if not known or discrepancy.expected is None or discrepancy.resolution is Resolution.NORMALISED:
        return None
    try:
        return PartialDate(discrepancy.expected)
    except InvalidValueError:
        return None


def _with_date(record: Element, position: int, discrepancy: Discrepancy, right: PartialDate) -> Element:
    told = attrs.evolve(discrepancy, resolution=Resolution.NORMALISED)
    discrepancies = (*record.discrepancies[:position], told, *record.discrepancies[position + 1 :])
    changes: dict[str, Any] = {str(discrepancy.attribute): right, "discrepancies": discrepancies}
    return attrs.evolve(record, **changes)
