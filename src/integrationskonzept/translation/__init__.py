"""Translations of a concept's texts: catalogues (gettext PO), templates for translators, and coverage.

The context of a text is its place in the concept, ``kind/id#attribute``. Languages are known by Babel:
``pip install "integrationskonzept[translation]"``.
"""

from integrationskonzept.class_docs import document_classes
from integrationskonzept.translation.catalogue import Catalogue, catalogue_in, catalogues_in, read_catalogue
from integrationskonzept.translation.coverage import TranslationCoverage, coverage_of
from integrationskonzept.translation.locale_data import direction_of, language_name, locale_of
from integrationskonzept.translation.po import CatalogueFile, Entry, read_file
from integrationskonzept.translation.template import template
from integrationskonzept.translation.texts import Phrase, phrases_in
from integrationskonzept.translation.translated_concept import (
    TranslatedConcept,
    catalogue_at,
    sentence_language,
    translated_concept,
)
from integrationskonzept.translation.update import (
    TextState,
    TranslatedText,
    UpdatedCatalogue,
    new_file,
    update_catalogue,
)

__all__ = [
    "Catalogue",
    "CatalogueFile",
    "Entry",
    "Phrase",
    "TextState",
    "TranslatedConcept",
    "TranslatedText",
    "TranslationCoverage",
    "UpdatedCatalogue",
    "catalogue_at",
    "catalogue_in",
    "catalogues_in",
    "coverage_of",
    "direction_of",
    "language_name",
    "locale_of",
    "new_file",
    "phrases_in",
    "read_catalogue",
    "read_file",
    "sentence_language",
    "template",
    "translated_concept",
    "update_catalogue",
]

document_classes(globals())
