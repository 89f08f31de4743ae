"""Language of the system: of the locale in the environment, and of Windows and macOS, which may set none."""

import ctypes
import locale
import platform
import plistlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from integrationskonzept.i18n.languages import LANGUAGES

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_MAC_PREFERENCES = Path("Library", "Preferences", ".GlobalPreferences.plist")


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language of the locale in the environment, or else that of Windows or macOS, or English."""
    stated = next((environment[name] for name in _VARIABLES if environment.get(name)), None)
    if stated is None:
        system = platform.system()
        stated = _language_of_windows() if system == "Windows" else _language_of_mac(environment, system)
    return next((language for language in LANGUAGES if stated.lower().startswith(language)), "en")


def _language_of_windows() -> str:
    """Return the language in which Windows shows its menus to this user, such as ``de_DE``."""
    windows: Any = getattr(ctypes, "windll", None)
    return locale.windows_locale.get(windows.kernel32.GetUserDefaultUILanguage(), "")


def _language_of_mac(environment: Mapping[str, str], system: str) -> str:
    """Return the first language in the preferences of macOS, such as ``de-DE``; an empty text on other systems."""
    if system != "Darwin":
        return ""
    try:
        preferences = plistlib.loads(Path(environment.get("HOME", "~")).joinpath(_MAC_PREFERENCES).read_bytes())
    except (OSError, plistlib.InvalidFileException):
        return ""
    return str(next(iter(preferences.get("AppleLanguages", ())), preferences.get("AppleLocale", "")))
