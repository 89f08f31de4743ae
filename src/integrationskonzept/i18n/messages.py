"""Translatable messages and labels.

English is the source: a template is looked up in the gettext catalogue of its domain and stays English
where nothing is found. A domain is named like the Python package whose sentences it holds; its catalogues are
``locale/<language>/LC_MESSAGES/<domain>.mo`` in that package, or in the folder that the language names.
"""

import gettext
from collections.abc import Mapping
from copy import copy
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from attrs import Attribute, field, frozen

from integrationskonzept.i18n.languages import LANGUAGES, language_of

__all__ = ["LANGUAGES", "N_", "Message", "MessageDomain", "help_text", "label", "label_text", "message", "wording"]

_DOMAIN = "integrationskonzept"


def _catalogue(language: str, domain: str = _DOMAIN) -> gettext.NullTranslations:
    return _read_catalogue(language, domain, language_of(language).catalogues)


@cache
def _read_catalogue(language: str, domain: str, folder: Path) -> gettext.NullTranslations:
    """Return the catalogue in the folder of the language, or else in the package of the domain."""
    for place in (folder, *_locale_folders(domain)):
        if gettext.find(domain, place, languages=[language]):
            return gettext.translation(domain, place, languages=[language])
    return gettext.NullTranslations()


class _Unknown(gettext.NullTranslations):
    """No translation of any sentence."""

    def gettext(self, message: str) -> str:
        """Return an empty text, where a catalogue would return the template."""
        return ""


@cache
def _only_known(language: str, domain: str, folder: Path) -> gettext.NullTranslations:
    """Return the catalogue of a language that has an empty text for each sentence it does not contain."""
    known = copy(_read_catalogue(language, domain, folder))
    if type(known) is gettext.NullTranslations:
        return _Unknown()
    known.add_fallback(_Unknown())
    return known


def _locale_folders(package: str) -> list[Path]:
    """List the folders of catalogues in a package; none if it is a single file or not installed."""
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return []
    return [Path(folder) / "locale" for folder in (spec and spec.submodule_search_locations) or ()]


def N_(template: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Return `template`, marked for the catalogue but not translated yet."""
    return template


_ADDED_LABELS: "dict[str, Message]" = {}


def add_label(identifier: str, title: "Message") -> None:
    """Add the label of a foreign attribute, or replace the one of the same identifier."""
    _ADDED_LABELS[identifier] = title


def added_label(identifier: str) -> "Message | None":
    """Return the label that was added for a foreign attribute; None if there is none."""
    return _ADDED_LABELS.get(identifier)


def label_text(identifier: str, language: str = "en") -> str:
    """Return the label of a class or attribute, such as ``Ist-Zustand`` for ``current_state``."""
    if identifier in _ADDED_LABELS:
        return _ADDED_LABELS[identifier].text(language)
    english = identifier.replace("_", " ")
    found = _catalogue(language).pgettext("label", english)
    return _without_ref(found) if found == english else found


def _without_ref(label: str) -> str:
    """Return an English label without the ending of references: ``target groups`` for ``target group refs``."""
    return f"{label.removesuffix(' refs')}s" if label.endswith(" refs") else label.removesuffix(" ref")


def label(identifier: str) -> "Message":
    """Return the label of a class or attribute of the model as a message, for use inside other messages."""
    return Label(template=identifier)


def wording(value: StrEnum, language: str = "en") -> str:
    """Return the label of an enumeration's value, such as ``Daueraufgabe`` for `MeasureKind.PERMANENT`."""
    return _catalogue(language).pgettext(type(value).__name__, value.name.lower().replace("_", " "))


def help_text(english: str, language: str = "en", domain: str = _DOMAIN) -> str:
    """Return a paragraph or placeholder of a command's help in `language`.

    `domain` is the package with the command; what its catalogues lack is taken from ours.
    """
    said = _catalogue(language, domain).pgettext("help", english)
    return said if said != english or domain == _DOMAIN else help_text(english, language)


def meaning_text(english: str, language: str = "en") -> str:
    """Return what a class or attribute of the model means in `language`."""
    return _catalogue(language).pgettext("meaning", english)


@frozen(kw_only=True)
class Message:
    """A sentence with named placeholders, in every available language."""

    template: str
    """The English sentence, with placeholders such as ``{measure}``."""
    values: Mapping[str, Any] = field(factory=dict, hash=False)
    """Values of the placeholders; a `Message` among them is translated along."""
    translations: Mapping[str, str] = field(factory=dict, hash=False)
    """The template in other languages, for sentences that are in no catalogue."""
    domain: str = _DOMAIN
    """The package whose catalogues have the template in other languages; see `MessageDomain`."""

    def text(self, language: str = "en") -> str:
        """Return the sentence in `language`, or in English where no translation exists."""
        template = self.translations.get(language) or _catalogue(language, self.domain).gettext(self.template)
        if not self.values:
            return template
        values = {
            name: value.text(language) if isinstance(value, Message) else value for name, value in self.values.items()
        }
        return template.format_map(values)

    def is_translated(self, language: str) -> bool:
        """Return whether the sentence exists in `language`, and those among its values; English is the template.

        Messages that are formatted values, such as dates, exist in every language.
        """
        if type(self).text is not Message.text:
            return True
        folder = language_of(language).catalogues
        found = (
            language == "en"
            or self.translations.get(language, "").strip()
            or _only_known(language, self.domain, folder).gettext(self.template)
        )
        inner = (value for value in self.values.values() if isinstance(value, Message))
        return bool(found) and all(value.is_translated(language) for value in inner)

    def __str__(self) -> str:
        return self.text()


@frozen(kw_only=True)
class Label(Message):
    """The label of a class or attribute of the model."""

    def text(self, language: str = "en") -> str:
        """Return the label in `language`."""
        return label_text(self.template, language)


def is_message(_: Any, attribute: "Attribute[Any]", sentence: object) -> None:
    """Raise `TypeError` for plain text: only a message can be translated."""
    if not isinstance(sentence, Message):
        raise TypeError(f"{attribute.name} must be a Message, such as message('Calendar'); got {sentence!r}")


def message(template: str, /, **values: Any) -> Message:
    """Build a `Message` from a template of the catalogue and its values."""
    return Message(template=template, values=values)


@frozen
class MessageDomain:
    """The sentences of a plugin, translated by the catalogues in the folder ``locale`` of its package.

    >>> message = MessageDomain("integrationskonzept_ical").message
    >>> message("no date is stated").text("de")
    'kein Datum angegeben'
    """

    package: str
    """The Python package of the plugin; its catalogues have the same name."""

    def message(self, template: str, /, **values: Any) -> Message:
        """Build a `Message` from a template of the package's catalogues and its values."""
        return Message(template=template, values=values, domain=self.package)
