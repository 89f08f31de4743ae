"""The content of a site in one language: the concept, its evaluation, and the page of each element."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from posixpath import relpath

from attrs import field, frozen

from integrationskonzept import Concept, ConceptEvaluation, evaluate
from integrationskonzept.blocks import Document, chapter_ids
from integrationskonzept.documents import report as parts
from integrationskonzept.evaluation import latest_day
from integrationskonzept.model import Actor, Element, FieldOfAction, Indicator, Measure
from integrationskonzept.plugins.kit import document_language
from integrationskonzept.translation import Catalogue, direction_of, translated_concept

FOLDERS: Mapping[type[Element], str] = {
    FieldOfAction: "fields",
    Measure: "measures",
    Indicator: "indicators",
    Actor: "actors",
}
"""Classes whose elements have a page each, and the folder of these pages."""
WHOLE = "concept.html"
"""The page that holds everything."""
_NO_DAY = date(2000, 1, 1)


@frozen(kw_only=True, slots=False)
class Edition:
    """A concept in one language."""

    concept: Concept
    language: str
    """Language of the pages."""
    sentences: str
    """Language of headings and sentences, which the library can write in."""
    folder: str = ""
    """Folder of its pages, with a slash at its end; empty for the concept's own language."""
    today: date | None = None
    direction: str = "ltr"
    _links: dict[str, dict[str, str]] = field(factory=dict, init=False, repr=False)

    @cached_property
    def evaluation(self) -> ConceptEvaluation:
        """How the concept stands."""
        return evaluate(self.concept, self.today or _NO_DAY)

    @cached_property
    def whole(self) -> Document:
        """Everything that the concept states."""
        return parts.whole_document(self.concept, self.sentences, with_addresses=False)

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The page of each element, or its place on the page with everything, without the folder of the language."""
        places = {address: f"{WHOLE}#{id}" for address, id in chapter_ids(self.whole).items()}
        for kind, folder in FOLDERS.items():
            elements: tuple[Element, ...] = self.concept.every(kind)
            places |= {each.address: f"{folder}/{each.id}.html" for each in elements}
        return places

    def links(self, page: str) -> dict[str, str]:
        """Return the link from a page to each element; all pages of a folder have the same."""
        folder = page.rpartition("/")[0]
        if folder not in self._links:
            self._links[folder] = {address: link(page, place) for address, place in self.places.items()}
        return self._links[folder]


def link(page: str, target: str) -> str:
    """Return the relative link from one page to a place, both without the folder of the language."""
    path, sharp, id = target.partition("#")
    return f"{relpath(path, page.rpartition('/')[0] or '.')}{sharp}{id}"


def editions(
    concept: Concept, today: date | None, language: str | None, catalogues: Iterable[Catalogue]
) -> tuple[Edition, ...]:
    """Return a concept in its own language, and in that of each catalogue."""
    day, own = today or latest_day(concept), document_language(concept, language)
    first = Edition(concept=concept, language=own, sentences=own, today=day, direction=direction_of(own))
    others = []
    for catalogue in catalogues:
        translated = translated_concept(concept, catalogue).concept
        others.append(
            Edition(
                concept=translated,
                language=catalogue.language,
                sentences=document_language(translated),
                folder=f"{catalogue.language}/",
                today=day,
                direction=direction_of(catalogue.language),
            )
        )
    return (first, *others)
