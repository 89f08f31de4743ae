"""Catalogues of translations, read from gettext files."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from attrs import field, frozen

from integrationskonzept.errors import InvalidCatalogueError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.former_names import current_place
from integrationskonzept.translation.locale_data import locale_of

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
"""Pattern of a language in the name of a file, such as ``pt-br``."""


@frozen(kw_only=True)
class Phrase:
    """A text with its place in the concept."""

    place: str
    """``kind/id#attribute``; the same for every item of a list."""
    text: str


@frozen(kw_only=True)
class Catalogue:
    """The translations into one language."""

    language: str
    """The language, such as ``en`` or ``pt-br``."""
    phrases: Mapping[Phrase, str] = field(repr=False, hash=False)
    """Translations of texts at their places."""
    texts: Mapping[str, str] = field(repr=False, hash=False)
    """Translations of texts at any place."""

    def translated(self, phrase: Phrase) -> str | None:
        """Return the translation of a text: at its place, or else at any place; None if there is none."""
        return self.phrases.get(phrase) or self.texts.get(phrase.text)


def catalogues_in(folder: Path) -> tuple[Catalogue, ...]:
    """Return every catalogue of a folder; files are named by language, such as ``en.po``.

    Raises `InvalidCatalogueError`.
    """
    if not folder.is_dir():
        raise InvalidCatalogueError(message("{folder} is no folder", folder=folder))
    return tuple(_catalogue_in(file) for file in sorted(folder.glob("*.po")))


def _catalogue_in(file: Path) -> Catalogue:
    language = file.stem.lower()
    if not _LANGUAGE.fullmatch(language) or locale_of(language) is None:
        raise InvalidCatalogueError(
            message("{file} is named by no language; expected a name such as en.po or uk.po", file=file)
        )
    return read_catalogue(file.read_bytes(), language, name=str(file))


def read_catalogue(content: bytes, language: str, *, name: str = "catalogue.po") -> Catalogue:
    """Return the translations in the content of a file; fuzzy and empty ones are left out.

    Places with names of version 1 of the file format are read as those of today. Raises `InvalidCatalogueError`.
    """
    entries = list(_entries(content.removeprefix(BOM_UTF8), name))
    return Catalogue(
        language=language,
        phrases={Phrase(place=place, text=text): translation for place, text, translation in entries if place},
        texts={text: translation for place, text, translation in entries if not place},
    )


def _entries(content: bytes, name: str) -> Iterator[tuple[str | None, str, str]]:
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - slow to import, and an extra

    try:
        catalogue = read_po(BytesIO(content), ignore_obsolete=True, charset="utf-8", abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        problem = message("{file} is no catalogue of translations: {problem}", file=name, problem=str(error))
        raise InvalidCatalogueError(problem) from None
    for entry in catalogue:
        if isinstance(entry.id, str) and isinstance(entry.string, str) and not entry.fuzzy:
            context = current_place(entry.context) if isinstance(entry.context, str) else None
            if entry.id and entry.string.strip():
                yield context, entry.id, entry.string
