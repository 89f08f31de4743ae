"""Languages: messages and labels, and how dates, numbers and lists are written."""

from integrationskonzept.i18n.formatting import Describable, Percent
from integrationskonzept.i18n.languages import LANGUAGES, Language, LanguageCode, add_language
from integrationskonzept.i18n.messages import Message, MessageDomain, label, message

__all__ = [
    "LANGUAGES",
    "Describable",
    "Language",
    "LanguageCode",
    "Message",
    "MessageDomain",
    "Percent",
    "add_language",
    "label",
    "message",
]
