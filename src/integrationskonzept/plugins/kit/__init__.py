"""What exporters need: languages, messages, dates, numbers, lists, clean texts, short ids, losses.

Every name that a plugin uses for its texts can be imported from here.
"""

from integrationskonzept.i18n.formatting import number, percent
from integrationskonzept.i18n.languages import LANGUAGES, LanguageCode
from integrationskonzept.i18n.messages import Message, MessageDomain, label
from integrationskonzept.model.format_value import format_value, list_message, period_text, value_message
from integrationskonzept.plugins.kit.languages import document_language
from integrationskonzept.plugins.kit.texts import clean_text, is_clean, one_line, short_id

__all__ = [
    "LANGUAGES",
    "LanguageCode",
    "Message",
    "MessageDomain",
    "clean_text",
    "document_language",
    "format_value",
    "is_clean",
    "label",
    "list_message",
    "number",
    "one_line",
    "percent",
    "period_text",
    "short_id",
    "value_message",
]
