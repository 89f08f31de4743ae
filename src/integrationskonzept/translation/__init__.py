"""Translations of a concept's texts: catalogues (gettext PO), templates for translators, and coverage.

The context of a text is its place in the concept, ``kind/id#attribute``. Reading and writing catalogues needs Babel:
``pip install "integrationskonzept[translation]"``.
"""

from integrationskonzept.class_docs import document_classes
from integrationskonzept.translation.catalogue import Catalogue, Phrase, catalogues_in, read_catalogue
from integrationskonzept.translation.coverage import TranslationCoverage, coverage_of
from integrationskonzept.translation.locale_data import direction_of, language_name, locale_of
from integrationskonzept.translation.template import template

__all__ = [
    "Catalogue",
    "Phrase",
    "TranslationCoverage",
    "catalogues_in",
    "coverage_of",
    "direction_of",
    "language_name",
    "locale_of",
    "read_catalogue",
    "template",
]

document_classes(globals())
