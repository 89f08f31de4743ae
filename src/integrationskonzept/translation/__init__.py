"""Translations of a concept's texts: catalogues (gettext PO), templates for translators, and coverage.

The context of a text is its place in the concept, ``kind/id#attribute``. Reading and writing catalogues needs Babel:
``pip install "integrationskonzept[translation]"``.
"""

from integrationskonzept.translation.catalogue import Catalogue, Phrase, catalogues_in, read_catalogue
from integrationskonzept.translation.coverage import Coverage, coverage_of
from integrationskonzept.translation.locale_data import direction_of, language_name, locale_of
from integrationskonzept.translation.template import template

__all__ = [
    "Catalogue",
    "Coverage",
    "Phrase",
    "catalogues_in",
    "coverage_of",
    "direction_of",
    "language_name",
    "locale_of",
    "read_catalogue",
    "template",
]
