"""A concept in another language says the same, and its evaluation finds the same."""

from datetime import date
from pathlib import Path

import attrs
import pytest

import integrationskonzept as ik
from integrationskonzept.errors import InvalidCatalogueError
from integrationskonzept.testing import seeded
from integrationskonzept.translation import (
    Catalogue,
    Phrase,
    catalogue_at,
    phrases_in,
    read_catalogue,
    sentence_language,
    translated_concept,
)
from integrationskonzept.translation.texts import is_extracted, kind_of, noun_of

TOWN = ik.concept("musterstadt-2027").public()


def catalogue(translations: dict[Phrase, str], language: str = "en") -> Catalogue:
    return Catalogue(language=language, phrases={one.key: text for one, text in translations.items()}, texts={})


def test_every_text_is_replaced_and_nothing_else() -> None:
    there = translated_concept(TOWN, catalogue({one: f"{one.text} [en]" for one in phrases_in(TOWN)}))
    assert there.untranslated == ()
    assert [one.text for one in phrases_in(there.concept)] == [f"{one.text} [en]" for one in phrases_in(TOWN)]
    back = translated_concept(there.concept, catalogue({one: one.text[:-5] for one in phrases_in(there.concept)}))
    assert attrs.evolve(back.concept, language=TOWN.language) == TOWN


def found_of(concept: ik.Concept) -> list[tuple[object, ...]]:
    """Return what an evaluation finds of the indicators, without their texts."""
    return [
        (
            *(one.latest and one.latest.value, one.steps, one.share.value, one.reached.verdict, one.age.value),
            *(str(one.trend.value), [(part.baseline, part.latest) for part in one.parts]),
        )
        for one in ik.evaluate(concept, date(2027, 9, 30)).indicators
    ]


def test_an_evaluation_of_a_partly_translated_concept_finds_the_same() -> None:
    for first in (0, 1):
        half = {one: f"{one.text} [en]" for one in phrases_in(TOWN)[first::2]}
        assert found_of(translated_concept(TOWN, catalogue(half)).concept) == found_of(TOWN)


def test_every_place_is_one_of_the_model_and_has_a_kind() -> None:
    concept = seeded(7, measures=3)
    for one in phrases_in(concept):
        assert is_extracted(one.place), one
        assert kind_of(one.place) is not None
    assert not is_extracted("measure/a#title.more")
    assert not is_extracted("measure/a#leads.nothing")
    assert not is_extracted("measure/a#id")
    assert not is_extracted("pages#contact")
    assert noun_of("pages#contact") == ""


def test_names_and_addresses_of_people_and_towns_are_not_for_translators() -> None:
    attributes = {one.place.partition("#")[2] for one in phrases_in(seeded(7, measures=30))}
    assert {"title", "description", "target_state", "leads"} <= attributes
    assert not {one for one in attributes if {"contact", "municipality", "sources", "url"} & {*one.split(".")}}


def test_a_language_that_the_library_does_not_speak_is_for_texts_only() -> None:
    arabic = read_catalogue(b"", "ar")
    assert sentence_language(arabic) is None
    assert translated_concept(TOWN, arabic).concept == TOWN
    assert sentence_language(read_catalogue(b"", "de-si")) == "de"
    assert translated_concept(TOWN, read_catalogue(b"", "en")).concept.language == "en"


def test_a_catalogue_is_found_as_a_file_or_in_a_folder(tmp_path: Path) -> None:
    for language in ("ar", "en"):
        (tmp_path / f"{language}.po").write_text('msgid "a"\nmsgstr "b"\n', "utf-8")
    assert catalogue_at(tmp_path / "ar.po").language == "ar"
    assert catalogue_at(tmp_path, "en").language == "en"
    with pytest.raises(InvalidCatalogueError, match=r"which catalogue .* \(ar\.po, en\.po\)"):
        catalogue_at(tmp_path)
    with pytest.raises(InvalidCatalogueError, match=r"no catalogue uk\.po; it has: ar\.po, en\.po"):
        catalogue_at(tmp_path, "uk")
