"""Languages: messages and labels, and how dates, numbers and lists are written."""

from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE, LANGUAGES, Language, LanguageCode, add_language

__all__ = ["DEFAULT_LANGUAGE", "LANGUAGES", "Language", "LanguageCode", "add_language"]
