"""Locale data of any language: its direction of writing, and its name."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_LIKE = {"prs": "fa"}
"""Languages without locale data, and the nearest one: Dari is written like Persian."""


def locale_of(language: str) -> "Locale | None":
    """Return the locale data of a language, or of the one it is a variety of; None if there is none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to import, and an extra

    primary = language.lower().partition("-")[0]
    for name in (language.replace("-", "_"), _LIKE.get(primary, primary)):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return None


def direction_of(language: str) -> str:
    """Return the writing direction of a language as HTML names it, ``ltr`` or ``rtl``."""
    locale = locale_of(language)
    return "rtl" if locale is not None and locale.text_direction == "rtl" else "ltr"


def language_name(language: str, inside: str) -> str:
    """Return the name of a language in another one, such as ``Arabisch``; its code where the name is not known."""
    locale, words = locale_of(language), locale_of(inside)
    return (locale and words and locale.get_display_name(words)) or language
