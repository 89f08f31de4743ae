"""The table of references between elements: one row for each id that an attribute refers to."""

from collections.abc import Iterator

from attrs import frozen

from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Addressed
from integrationskonzept.model.tree import iter_path
from integrationskonzept.tabular.columns import text, truth
from integrationskonzept.tabular.table import table_of


@frozen
class _Row:
    address: str
    attribute: str
    refers_to: str
    found: bool


def _rows(concept: Concept) -> Iterator[_Row]:
    for link in concept.links:
        around = [one for one in iter_path(concept, link.path) if isinstance(one, Addressed)]
        yield _Row(around[-1].address, link.attribute, link.address, link.address in concept.index)


LINKS = table_of(
    "links",
    message("References between elements"),
    _rows,
    (
        text("address", message("Address of the innermost element that refers to another")),
        text("attribute", message("The attribute that refers, such as goal_refs")),
        text("refers_to", message("Address of the element it refers to")),
        truth("found", message("The concept has such an element")),
    ),
)
