"""Language of a concept by its code in the CMS."""

from integrationskonzept import Concept
from integrationskonzept_integreat.catalogue import locale_of

_GERMAN = "de"
_LETTERS = (2, 3)


def source_language(concept: Concept) -> str:
    """Return the language of a concept without its region, such as ``de``; German if unknown."""
    primary = concept.language.lower().partition("-")[0]
    known = primary.isascii() and primary.isalpha() and len(primary) in _LETTERS
    return primary if known and locale_of(primary) is not None else _GERMAN
