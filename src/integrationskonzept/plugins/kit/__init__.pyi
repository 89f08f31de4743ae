# The public names as type checkers see them; written by `nox -s generate`.

from integrationskonzept.evaluation.open_items import involved_names as involved_names
from integrationskonzept.i18n.formatting import number as number
from integrationskonzept.i18n.formatting import percent as percent
from integrationskonzept.i18n.languages import LANGUAGES as LANGUAGES
from integrationskonzept.i18n.languages import LanguageCode as LanguageCode
from integrationskonzept.i18n.messages import Message as Message
from integrationskonzept.i18n.messages import MessageDomain as MessageDomain
from integrationskonzept.i18n.messages import label as label
from integrationskonzept.model.format_value import format_value as format_value
from integrationskonzept.model.format_value import list_message as list_message
from integrationskonzept.model.format_value import period_text as period_text
from integrationskonzept.model.format_value import value_message as value_message
from integrationskonzept.plugins.kit.deferred import Deferred as Deferred
from integrationskonzept.plugins.kit.languages import document_language as document_language
from integrationskonzept.plugins.kit.losses import Declaration as Declaration
from integrationskonzept.plugins.kit.losses import undeclared as undeclared
from integrationskonzept.plugins.kit.short_ids import short_id as short_id
from integrationskonzept.plugins.kit.translations import in_language_of as in_language_of
from integrationskonzept.plugins.kit.translations import translations_help as translations_help
from integrationskonzept.plugins.kit.translations import untranslated as untranslated
from integrationskonzept.printable import clean_text as clean_text
from integrationskonzept.printable import is_clean as is_clean
from integrationskonzept.printable import one_line as one_line
from integrationskonzept.spreadsheets import cell_text as cell_text
from integrationskonzept.spreadsheets import growing_sheet as growing_sheet
from integrationskonzept.spreadsheets import row_height as row_height
from integrationskonzept.spreadsheets import sheet_name as sheet_name
from integrationskonzept.translation.catalogue import Catalogue as Catalogue
from integrationskonzept.translation.translated_concept import catalogue_at as catalogue_at

__all__ = [
    "LANGUAGES",
    "Catalogue",
    "Declaration",
    "Deferred",
    "LanguageCode",
    "Message",
    "MessageDomain",
    "catalogue_at",
    "cell_text",
    "clean_text",
    "document_language",
    "format_value",
    "growing_sheet",
    "in_language_of",
    "involved_names",
    "is_clean",
    "label",
    "list_message",
    "number",
    "one_line",
    "percent",
    "period_text",
    "row_height",
    "sheet_name",
    "short_id",
    "translations_help",
    "undeclared",
    "untranslated",
    "value_message",
]
