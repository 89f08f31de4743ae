"""Languages: messages and labels, and how dates, numbers and lists are written."""

from integrationskonzept.i18n.languages import LANGUAGES, Language, LanguageCode, add_language

__all__ = ["LANGUAGES", "Language", "LanguageCode", "add_language"]
