"""What a reference that leads to nothing may have meant."""

from collections import defaultdict
from functools import cached_property

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.link import Link
from integrationskonzept.model.nearby import Names, nearest


class Meant:
    """The ids and addresses of a concept, put in order once for all references that lead to nothing."""

    def __init__(self, concept: Concept) -> None:
        self._index = concept.index

    def near(self, reference: Link) -> str | None:
        """Return the near id, or the near address; an id alone is an address that lacks its noun."""
        if reference.noun != "*":
            return nearest(reference.id, self._ids.get(reference.noun, ()))
        return self._by_id.get(reference.id) or nearest(reference.id, self._addresses)

    @cached_property
    def _ids(self) -> dict[str, Names]:
        """The ids of each noun."""
        ids: dict[str, list[str]] = defaultdict(list)
        for _, element in self._index.values():
            ids[element.noun].append(element.id)
        return {noun: Names(known) for noun, known in ids.items()}

    @cached_property
    def _by_id(self) -> dict[str, str]:
        """The first address with each id."""
        return {address.partition("/")[2]: address for address in reversed(self._index)}

    @cached_property
    def _addresses(self) -> Names:
        return Names(self._index)
