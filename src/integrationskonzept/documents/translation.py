"""The state of translations as a document and as plain data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from integrationskonzept.blocks.tree import (
    Block,
    Chapter,
    Document,
    Emphasis,
    Item,
    ItemList,
    Marked,
    Paragraph,
    TableColumn,
    TextTable,
)
from integrationskonzept.i18n.formatting import percent
from integrationskonzept.i18n.languages import DEFAULT_LANGUAGE
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model.format_value import value_message
from integrationskonzept.translation.locale_data import language_name
from integrationskonzept.translation.texts import noun_of
from integrationskonzept.translation.update import TextState, TranslatedText, UpdatedCatalogue


@frozen(kw_only=True)
class LanguageStatus:
    """How far the texts of a concept are translated into one language."""

    language: str
    """The language, such as ``ar``."""
    file: str
    """The name of the catalogue."""
    catalogue: UpdatedCatalogue
    """The catalogue in line with the concept."""


_STATES = (TextState.TRANSLATED, TextState.OUTDATED, TextState.UNTRANSLATED)
_COLUMNS = (
    TableColumn(message("texts"), numeric=True),
    TableColumn(message("translated"), numeric=True),
    TableColumn(message("outdated"), numeric=True),
    TableColumn(message("missing"), numeric=True),
    TableColumn(message("share"), numeric=True),
)


def translation_document(title: str, statuses: Sequence[LanguageStatus], language: str | None = None) -> Document:
    """Return how far the texts of a concept are translated: by language, by kind of text, and what is outdated.

    Args:
        title: The title of the concept.
        statuses: One for each language.
        language: The language of the document.
    """
    shown = language or DEFAULT_LANGUAGE
    rows = [(_named(one, shown), *_numbers(one.catalogue.texts)) for one in statuses]
    blocks: list[Block] = [TextTable((TableColumn(message("language")), *_COLUMNS), rows)]
    blocks += [Chapter(_named(one, shown), tuple(_of_language(one))) for one in statuses]
    return Document(title=message("Translations: {title}", title=title), blocks=blocks, language=shown)


def _named(status: LanguageStatus, language: str) -> Message:
    return message("{language} ({file})", language=language_name(status.language, language), file=status.file)


def _of_language(status: LanguageStatus) -> Iterator[Block]:
    columns = (TableColumn(message("kind of text")), *_COLUMNS)
    kinds = _by_noun(status.catalogue.texts).items()
    yield TextTable(columns, [(label(noun), *_numbers(texts)) for noun, texts in kinds])
    if outdated := [one for one in status.catalogue.texts if one.state is TextState.OUTDATED]:
        yield Chapter(message("To be checked"), ItemList([_outdated(one) for one in outdated]))
    if count := len(status.catalogue.obsolete):
        yield Paragraph(message("Translations of texts that the concept no longer has: {count}", count=count))


def _outdated(one: TranslatedText) -> Item:
    place = Marked(one.phrase.place, Emphasis.CODE)
    before, now = one.entry.previous, one.phrase.text
    if before is None or before == now:
        return Item((place, ": ", "„", now, "“"))
    return Item((place, ": ", message("„{before}“ is now „{now}“", before=before, now=now)))


def _by_noun(texts: Iterable[TranslatedText]) -> Mapping[str, list[TranslatedText]]:
    found: dict[str, list[TranslatedText]] = {}
    for one in texts:
        found.setdefault(noun_of(one.phrase.place), []).append(one)
    return found


def _counts(texts: Sequence[TranslatedText]) -> dict[TextState, int]:
    return {state: sum(one.state is state for one in texts) for state in _STATES}


def _numbers(texts: Sequence[TranslatedText]) -> tuple[Message | str, ...]:
    counts = _counts(texts)
    share = percent(counts[TextState.TRANSLATED] / len(texts)) if texts else "–"
    return value_message(len(texts)), *(value_message(counts[state]) for state in _STATES), share


def translation_data(concept_id: str, statuses: Sequence[LanguageStatus]) -> dict[str, Any]:
    """Return how far the texts of a concept are translated as plain data that JSON can hold."""
    return {"concept": concept_id, "languages": [_language_data(one) for one in statuses]}


def _language_data(status: LanguageStatus) -> dict[str, Any]:
    texts = status.catalogue.texts
    return {
        "language": status.language,
        "file": status.file,
        **_count_data(texts),
        "obsolete": len(status.catalogue.obsolete),
        "kinds": {noun: _count_data(found) for noun, found in _by_noun(texts).items()},
        "outdated_texts": [
            {
                "place": one.phrase.place,
                "text": one.phrase.text,
                "previous": one.entry.previous,
                "translation": one.entry.translation,
            }
            for one in texts
            if one.state is TextState.OUTDATED
        ],
    }


def _count_data(texts: Sequence[TranslatedText]) -> dict[str, int]:
    return {"texts": len(texts), **{state.value: number for state, number in _counts(texts).items()}}
