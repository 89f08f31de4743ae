"""A concept in another language: its texts replaced by their translations, as far as there are any."""

from collections.abc import Mapping
from pathlib import Path

import attrs
from attrs import frozen

from integrationskonzept.errors import InvalidCatalogueError
from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.concept import Concept
from integrationskonzept.translation.catalogue import Catalogue, catalogue_in
from integrationskonzept.translation.texts import Phrase, noun_of, phrases_in, with_texts

_COMPARED = {"figure", "indicator"}
"""Nouns whose texts are compared with each other: the population of one value with that of another."""


@frozen(kw_only=True)
class TranslatedConcept:
    """A concept in another language."""

    concept: Concept
    """The concept, with its translated texts, and with their language where the library can write sentences in it."""
    language: str
    """The language of the translations."""
    texts: tuple[Phrase, ...]
    """The texts that could be translated."""
    untranslated: tuple[Phrase, ...]
    """Those without a translation: they are as they were."""


def translated_concept(concept: Concept, catalogue: Catalogue) -> TranslatedConcept:
    """Return a concept with every text that has a translation replaced by it.

    Equal texts of an indicator get equal translations, so that an evaluation finds what it finds in the original.
    """
    texts = phrases_in(concept)
    found = {phrase: catalogue.translated(phrase) for phrase in texts}
    alike = _alike(found)
    known = {phrase: alike.get(_group(phrase)) or translation for phrase, translation in found.items()}
    language = sentence_language(catalogue) or concept.language
    return TranslatedConcept(
        concept=attrs.evolve(with_texts(concept, known.get), language=language),
        language=catalogue.language,
        texts=texts,
        untranslated=tuple(phrase for phrase, translation in known.items() if translation is None),
    )


def _group(phrase: Phrase) -> tuple[str, str]:
    """Return the element that a text belongs to, and the text in the form in which it is compared."""
    return phrase.place.partition("#")[0], phrase.key.text.casefold()


def _alike(found: Mapping[Phrase, str | None]) -> dict[tuple[str, str], str]:
    """Return the first translation of each text within an element of a noun in `_COMPARED`."""
    alike: dict[tuple[str, str], str] = {}
    for phrase, translation in found.items():
        if translation is not None and noun_of(phrase.place) in _COMPARED:
            alike.setdefault(_group(phrase), translation)
    return alike


def catalogue_at(place: Path, language: str | None = None) -> Catalogue:
    """Return the catalogue in a file, or the one of a language in a folder with one for each.

    Args:
        place: A file named by its language, such as ``en.po``, or a folder of such files.
        language: The language, which a folder needs.

    Raises:
        InvalidCatalogueError: There is none.
    """
    if not place.is_dir():
        return catalogue_in(place)
    known = ", ".join(sorted(one.name for one in place.glob("*.po"))) or message("none")
    if language is None:
        raise InvalidCatalogueError(
            message(
                "which catalogue of the folder {folder}? name one of its files ({known})", folder=place, known=known
            )
        )
    file = place / f"{language}.po"
    if not file.is_file():
        raise InvalidCatalogueError(
            message(
                "the folder {folder} has no catalogue {file}; it has: {known}",
                folder=place,
                file=file.name,
                known=known,
            )
        )
    return catalogue_in(file)


def sentence_language(catalogue: Catalogue) -> str | None:
    """Return the language in which documents around translated texts are written, None where there is no such."""
    primary = catalogue.language.partition("-")[0]
    return next((code for code in (catalogue.language, primary) if code in LANGUAGES), None)
