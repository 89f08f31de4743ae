"""Read and write translation catalogues (gettext)."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from integrationskonzept.errors import OptionError
from integrationskonzept.model import current_place
from integrationskonzept_integreat.i18n import message

if TYPE_CHECKING:  # slow to import, and not needed to check a concept
    from babel import Locale

HEADER = r"""msgid ""
msgstr ""
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"""


@frozen(kw_only=True)
class Phrase:
    """A text on a page, with its place in the concept."""

    place: str
    """``kind/id#attribute``; the same for every item of a list."""
    text: str


@frozen(kw_only=True)
class Catalogue:
    """The translations into one language."""

    language: str
    """Language as the CMS names it in addresses, such as ``en``."""
    phrases: Mapping[Phrase, str] = field(repr=False, hash=False)
    """Translations of texts at their places."""
    texts: Mapping[str, str] = field(repr=False, hash=False)
    """Translations of texts at any place."""

    def translated(self, phrase: Phrase) -> str | None:
        """Return the translation of a text: at its place, or else at any place; None if there is none."""
        return self.phrases.get(phrase) or self.texts.get(phrase.text)


def catalogues_in(folder: Path) -> tuple[Catalogue, ...]:
    """Return every catalogue of a folder; files are named by language, such as ``en.po``.

    Fuzzy translations are left out. Raises `OptionError`.
    """
    if not folder.is_dir():
        raise OptionError(message("{folder} is no folder", folder=folder))
    return tuple(_catalogue(file) for file in sorted(folder.glob("*.po")))


def _catalogue(file: Path) -> Catalogue:
    if not _NAME.fullmatch(file.stem.lower()) or locale_of(file.stem) is None:
        raise OptionError(
            message(
                "{file} is named by no language; expected a name such as en.po or uk.po",
                file=file,
            )
        )
    entries = list(_entries(file, BytesIO(file.read_bytes().removeprefix(BOM_UTF8))))
    phrases = {Phrase(place=place, text=text): translation for place, text, translation in entries if place}
    texts = {text: translation for place, text, translation in entries if not place}
    return Catalogue(language=file.stem.lower(), phrases=phrases, texts=texts)


def _entries(file: Path, stream: BytesIO) -> Iterator[tuple[str | None, str, str]]:
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(stream, ignore_obsolete=True, charset="utf-8", abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise OptionError(
            message(
                "{file} is no catalogue of translations: {problem}",
                file=file,
                problem=str(error),
            )
        ) from None
    for entry in catalogue:
        if isinstance(entry.id, str) and isinstance(entry.string, str) and not entry.fuzzy:
            context = current_place(entry.context) if isinstance(entry.context, str) else None
            if entry.id and entry.string.strip():
                yield context, entry.id, entry.string


_NAME = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
"""Pattern of a language in addresses of the CMS."""


def locale_of(language: str) -> "Locale | None":
    """Return the locale data of a language; None if there is none."""
    from babel import Locale, UnknownLocaleError

    primary = language.lower().partition("-")[0]
    for name in (language.replace("-", "_"), _LIKE.get(primary, primary)):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return None


_LIKE = {"prs": "fa"}
"""Languages of Integreat without locale data, and the nearest one: Dari is written like Persian."""


def direction_of(language: str) -> str:
    """Return the writing direction of a language as HTML names it, ``ltr`` or ``rtl``."""
    locale = locale_of(language)
    return "rtl" if locale is not None and locale.text_direction == "rtl" else "ltr"


def template(phrases: Iterable[Phrase]) -> str:
    """Return a catalogue without translations, as a template for translators."""
    entries = (
        f'msgctxt {_quoted(phrase.place)}\nmsgid {_quoted(phrase.text)}\nmsgstr ""\n'
        for phrase in dict.fromkeys(phrases)
    )
    return "\n".join([HEADER, *entries])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\r", "\\r")
    lines = escaped.replace("\n", "\\n\n").split("\n")
    return "\n".join(f'"{line}"' for line in (["", *lines] if len(lines) > 1 else lines) if line or len(lines) == 1)
