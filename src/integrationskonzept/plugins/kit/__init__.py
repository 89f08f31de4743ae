"""What exporters need: languages, messages, dates, numbers, lists, clean texts, cells, short ids, losses.

Every name that a plugin uses for its texts can be imported from here; it is imported from its module on first use.
"""

from integrationskonzept.lazy import lazy_names

_MODULES = {
    "evaluation.open_items": ("involved_names",),
    "i18n.formatting": ("number", "percent"),
    "i18n.languages": ("LANGUAGES", "LanguageCode"),
    "i18n.messages": ("Message", "MessageDomain", "label"),
    "model.format_value": ("format_value", "list_message", "period_text", "value_message"),
    "plugins.kit.deferred": ("Deferred",),
    "plugins.kit.languages": ("document_language",),
    "plugins.kit.losses": ("Declaration", "undeclared"),
    "plugins.kit.short_ids": ("short_id",),
    "plugins.kit.translations": ("in_language_of", "translations_help", "untranslated"),
    "printable": ("clean_text", "is_clean", "one_line"),
    "spreadsheets": ("cell_text", "growing_sheet", "row_height", "sheet_name"),
    "translation.catalogue": ("Catalogue",),
    "translation.translated_concept": ("catalogue_at",),
}
__all__, __getattr__, __dir__ = lazy_names(globals(), _MODULES, home="integrationskonzept")
