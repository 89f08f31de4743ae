"""Arguments of look-ups: an element or its address, and a class of elements."""

from typing import Any

from integrationskonzept.model.element import Addressed
from integrationskonzept.model.record import Record
from integrationskonzept.model.refusal import describe


def address_of(element: Any) -> str:
    """Return the address of an element, or the address given in its place; raise `TypeError` for anything else."""
    if isinstance(element, str):
        return element
    if isinstance(element, Addressed):
        return element.address
    if isinstance(element, Record):
        reason = f"records of the class {type(element).__name__} have no address"
    else:
        reason = f"got {describe(element).text()}"
    raise TypeError(f"expected an element or its address, such as 'measure/sprachkurse'; {reason}")


def check_class(kind: Any) -> None:
    """Raise `TypeError` for what is no class of elements."""
    if isinstance(kind, type) and issubclass(kind, Addressed):
        return
    if isinstance(kind, type) and issubclass(kind, Record):
        name = kind.__name__
        raise TypeError(f"records of the class {name} have no address; use concept.records.get({name}), or the tables")
    raise TypeError(f"expected a class of elements, such as model.Measure; got {describe(kind).text()}")
