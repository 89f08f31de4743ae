"""Suggestions for dangling references."""

from functools import cached_property

from integrationskonzept.model.concept import Concept
from integrationskonzept.model.element import Addressed, names_of
from integrationskonzept.model.references import CrossReference
from integrationskonzept.suggest import Names, named_by_title, nearest


class ReferenceSuggester:
    """Finder of elements by title, and of similar ids and addresses, in one concept; its indexes are built once."""

    def __init__(self, concept: Concept) -> None:
        self._index = concept.index
        self._named = {kind.noun: found for kind, found in concept.records.items() if issubclass(kind, Addressed)}
        self._ids: dict[str, Names] = {}

    def near(self, reference: CrossReference) -> str | None:
        """Return the id of the element with this title, or the most similar id or address.

        An id alone is an address without its noun.
        """
        if reference.noun != "*":
            names = {element.id: names_of(element) for _, element in self._named.get(reference.noun, ())}
            meant = named_by_title(reference.id, names)
            return meant if meant in names else nearest(reference.id, self._ids_of(reference.noun))
        same_id = (f"{noun}/{reference.id}" for noun in self._named)
        return next(filter(self._index.__contains__, same_id), None) or nearest(reference.id, self._addresses)

    def _ids_of(self, noun: str) -> Names:
        if noun not in self._ids:
            self._ids[noun] = Names(element.id for _, element in self._named.get(noun, ()))
        return self._ids[noun]

    @cached_property
    def _addresses(self) -> Names:
        return Names(self._index)
