"""What an export in another language lacks, by kind of text."""

from integrationskonzept.model import FieldOfAction
from integrationskonzept.plugins.kit import Declaration, in_language_of, untranslated
from integrationskonzept.testing import town
from integrationskonzept.translation import Catalogue, Phrase

TOWN = town("""
fields_of_action:
  - id: sprache
    title: Sprache
    description: Worum es geht
""")
SPRACHE = Phrase(place="field_of_action/sprache#title", text="Sprache")


def catalogue(language: str) -> Catalogue:
    return Catalogue(language=language, phrases={SPRACHE: "Language"}, texts={})


def test_a_concept_is_translated_if_there_is_a_catalogue() -> None:
    assert in_language_of(TOWN, None) is TOWN
    assert in_language_of(TOWN, catalogue("en")).field_of_action("sprache").title == "Language"


def test_what_lacks_a_translation_is_counted_by_kind() -> None:
    declared = Declaration(written={FieldOfAction: ("description",)})
    (loss,) = untranslated(TOWN, catalogue("en"), declared)
    assert loss.message.text("de") == "Handlungsfeld, Beschreibung (1): ohne Übersetzung (Englisch), wie im Konzept"
    assert len([*untranslated(TOWN, catalogue("en"))]) == 2
    assert not [*untranslated(TOWN, None)]


def test_sentences_in_a_different_language_are_a_loss() -> None:
    *_, loss = untranslated(TOWN, catalogue("ar"))
    assert loss.message.text() == "headings and sentences are in German: the library does not speak Arabic"
