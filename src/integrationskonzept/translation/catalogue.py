"""Catalogues of translations, read from gettext files."""

import re
from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from integrationskonzept.errors import InvalidCatalogueError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.former_names import current_place
from integrationskonzept.translation.locale_data import locale_of
from integrationskonzept.translation.po import Entry, read_file
from integrationskonzept.translation.texts import Phrase

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
"""Pattern of a language in the name of a file, such as ``pt-br``."""


@frozen(kw_only=True)
class Catalogue:
    """The translations into one language."""

    language: str
    """The language, such as ``en`` or ``pt-br``."""
    phrases: Mapping[Phrase, str] = field(repr=False, hash=False)
    """Translations of texts at their places, by the key of the phrase."""
    texts: Mapping[str, str] = field(repr=False, hash=False)
    """Translations of texts at any place, by the text with single spaces."""

    def translated(self, phrase: Phrase) -> str | None:
        """Return the translation of a text: at its place, or else at any place; None if there is none."""
        key = phrase.key
        return self.phrases.get(key) or self.texts.get(key.text)


def catalogues_in(folder: Path) -> tuple[Catalogue, ...]:
    """Return every catalogue of a folder; files are named by language, such as ``en.po``.

    Raises `InvalidCatalogueError`.
    """
    if not folder.is_dir():
        raise InvalidCatalogueError(message("{folder} is no folder", folder=folder))
    return tuple(catalogue_in(file) for file in sorted(folder.glob("*.po")))


def catalogue_in(file: Path) -> Catalogue:
    """Return the catalogue in a file that is named by its language. Raises `InvalidCatalogueError`."""
    return read_catalogue(file.read_bytes(), language_in(file), name=str(file))


def language_in(file: Path) -> str:
    """Return the language that a file is named by, such as ``en`` for ``en.po``.

    Raises `InvalidCatalogueError`.
    """
    language = file.stem.lower()
    if not is_language(language):
        raise InvalidCatalogueError(
            message("{file} is named by no language; expected a name such as en.po or uk.po", file=file)
        )
    return language


def is_language(code: str) -> bool:
    """Return whether there is a language with this code, such as ``ar`` or ``pt-br``."""
    return bool(_LANGUAGE.fullmatch(code)) and locale_of(code) is not None


def read_catalogue(content: bytes, language: str, *, name: str = "catalogue.po") -> Catalogue:
    """Return the translations in the content of a file; fuzzy and empty ones are left out.

    Places with names of version 1 of the file format are read as those of today. Raises `InvalidCatalogueError`.
    """
    used = [entry for entry in read_file(content, name).entries if is_used(entry)]
    placed = ((Phrase(place=current_place(one.context), text=one.text), one) for one in used if one.context)
    return Catalogue(
        language=language,
        phrases={phrase.key: one.translation for phrase, one in placed},
        texts={" ".join(one.text.split()): one.translation for one in used if not one.context},
    )


def is_used(entry: Entry) -> bool:
    """Return whether an entry is a translation that can be used: somebody wrote it for this very text."""
    is_set_aside = entry.is_fuzzy or entry.is_obsolete or entry.is_plural
    return bool(entry.text and entry.translation.strip()) and not is_set_aside
