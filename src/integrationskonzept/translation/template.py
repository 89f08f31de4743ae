"""Templates for translators: catalogues without translations."""

from collections.abc import Iterable

from integrationskonzept.translation.po import CatalogueFile, Entry
from integrationskonzept.translation.texts import Phrase, kind_of

_HEADER = (
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
)  # fmt: skip


def template(phrases: Iterable[Phrase], language: str = "de", project: str | None = None) -> bytes:
    """Return the phrases as a catalogue to fill in, each once, in their order.

    A comment says what kind of text it is, such as ``Maßnahme: Titel``, in `language`. The header names the `project`.
    """
    kinds = ((phrase, kind_lines(phrase.place, language)) for phrase in dict.fromkeys(phrases))
    entries = (new_entry(phrase).changed(kind=kind) for phrase, kind in kinds)
    header = f"Project-Id-Version: {project}\n{_HEADER}" if project else _HEADER
    return CatalogueFile(entries=(Entry(text="", translation=header), *entries)).content


def new_entry(phrase: Phrase, translation: str = "") -> Entry:
    """Return the entry of a phrase."""
    return Entry(text=phrase.text, context=phrase.place, translation=translation)


def kind_lines(place: str, language: str) -> tuple[str, ...]:
    """Return the comment that says what kind of text stands at a place."""
    kind = kind_of(place)
    return () if kind is None else (kind.text(language),)
