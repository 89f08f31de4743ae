"""Public view of a concept."""

from collections.abc import Container, Iterable, Mapping
from functools import partial
from typing import Any, Protocol, TypeVar

import attrs

from integrationskonzept.model.element import Sourced
from integrationskonzept.model.measure import Measure
from integrationskonzept.model.provenance import Discrepancy
from integrationskonzept.model.record import Record
from integrationskonzept.model.tree import revise, without_references


class _Indexed(Protocol):
    @property
    def index(self) -> Mapping[str, Any]: ...
    @property
    def measures(self) -> Iterable[Measure]: ...


C = TypeVar("C", bound=Any)


def public_view(concept: C) -> C:
    """Return a concept without what is internal, without references to it, and without editors' remarks."""
    visible = revise(concept, _visible)
    gone = _gone(concept, visible)
    while hidden := {one.address for one in visible.measures if _went_into(one, gone)} if gone else ():
        visible = revise(visible, partial(_kept, hidden))
        gone = _gone(concept, visible)
    if gone:
        visible = without_references(visible, gone) or visible
        visible = revise(visible, lambda record: without_references(record, gone))
    return attrs.evolve(visible, note=None, checks=None, origin=None)


def _gone(concept: _Indexed, visible: _Indexed) -> set[str]:
    return concept.index.keys() - visible.index.keys() if visible is not concept else set()


def _visible(record: Record) -> Record | None:
    """Return the public view of a record without the records below it; None where it is internal."""
    if isinstance(record, Discrepancy):
        return record if record.effect is None else attrs.evolve(record, effect=None)
    if not isinstance(record, Sourced):
        return record
    if record.internal:
        return None
    return record if record.note is None else attrs.evolve(record, note=None)


def _kept(hidden: Container[str], record: Record) -> Record | None:
    return None if isinstance(record, Measure) and record.address in hidden else record


def _went_into(measure: Measure, gone: Container[str]) -> bool:
    """Return whether a measure was merged into others, and all of them are gone."""
    heirs = (measure.merged_into, measure.replaced_by, *measure.split_into)
    addresses = [f"{Measure.noun}/{id}" for id in heirs if id is not None]
    return measure.rejected is None and bool(addresses) and all(address in gone for address in addresses)
