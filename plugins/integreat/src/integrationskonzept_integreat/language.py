"""Language of a concept by its code in the CMS."""

from integrationskonzept import Concept
from integrationskonzept.plugins.kit import LANGUAGES
from integrationskonzept.translation import locale_of

_LETTERS = (2, 3)
_DEFAULT = next(iter(LANGUAGES))


def source_language(concept: Concept) -> str:
    """Return the language of a concept without its region, such as ``de``; that of German towns if unknown."""
    primary = primary_of(concept.language)
    known = primary.isascii() and primary.isalpha() and len(primary) in _LETTERS
    return primary if known and locale_of(primary) is not None else _DEFAULT


def primary_of(language: str) -> str:
    """Return a language without region and variety: that of ``de-si`` is ``de``."""
    return language.lower().partition("-")[0]
