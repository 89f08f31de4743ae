"""The language of a document."""

from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE, LANGUAGES
from integrationskonzept.model.concept import Concept


def document_language(concept: Concept, asked: str | None = None) -> str:
    """Return the language to write a document in: the one asked for, or else the concept's own, or else German."""
    own = concept.language.lower().partition("-")[0]
    return asked or (own if own in LANGUAGES else DEFAULT_LANGUAGE)
