"""Bring a translator's catalogue in line with a concept, and keep everything that the translator wrote."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from attrs import evolve, field, frozen

from integrationskonzept.model.former_names import current_place
from integrationskonzept.translation.catalogue import is_used
from integrationskonzept.translation.po import FUZZY, CatalogueFile, Entry
from integrationskonzept.translation.template import kind_lines, new_entry
from integrationskonzept.translation.texts import Phrase, can_be_computed, is_extracted

_SIMILAR = 0.6
"""Similarity from which one of several texts at a place counts as the new wording of another."""


class TextState(StrEnum):
    """How a text of the concept stands in a catalogue."""

    TRANSLATED = "translated"
    OUTDATED = "outdated"
    UNTRANSLATED = "untranslated"


@frozen(kw_only=True)
class TranslatedText:
    """A text of the concept with its entry in a catalogue."""

    phrase: Phrase
    entry: Entry
    """The entry in the updated catalogue."""

    @property
    def state(self) -> TextState:
        """How the text stands."""
        if not self.entry.translation.strip():
            return TextState.UNTRANSLATED
        return TextState.OUTDATED if self.entry.is_fuzzy else TextState.TRANSLATED


@frozen(kw_only=True)
class UpdatedCatalogue:
    """A catalogue in line with a concept."""

    file: CatalogueFile
    """The file to write."""
    texts: tuple[TranslatedText, ...]
    """Every text of the concept, in document order."""
    obsolete: tuple[Entry, ...]
    """Translations of texts that the concept no longer has; they are kept."""
    others: tuple[Entry, ...]
    """Entries that are not about texts of the concept, such as headings of a plugin's pages; they stay as they are."""

    def count(self, state: TextState) -> int:
        """Return the number of texts that stand so."""
        return sum(text.state is state for text in self.texts)


def new_file(language: str, project: str, day: date | None = None) -> CatalogueFile:
    """Return a catalogue with nothing but a header; `day` is that of its revision."""
    revised = f"{day.isoformat()} 00:00+0000" if day else "YEAR-MO-DA HO:MI+ZONE"
    header = (
        f"Project-Id-Version: {project}\n"
        f"PO-Revision-Date: {revised}\n"
        "Last-Translator: \n"
        "Language-Team: \n"
        f"Language: {language.replace('-', '_')}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
    )
    return CatalogueFile(entries=(Entry(text="", translation=header),))


def update_catalogue(file: CatalogueFile, phrases: Iterable[Phrase], language: str = "de") -> UpdatedCatalogue:
    """Return a catalogue with an entry for each phrase.

    A translation stays with its text. Where the wording at a place changed, or a text moved to a new place, the old
    translation is kept, marked as fuzzy, with the text or place it was made for. What the concept no longer has is
    kept as obsolete if it was translated. Entries at places that no phrase can have stay as they are.

    Args:
        file: The catalogue as it is.
        phrases: The texts of the concept.
        language: The language of the comments that say what kind of text it is.
    """
    header = [entry for entry in file.entries if not entry.text and entry.context is None]
    stated = [entry for entry in file.entries if entry.text or entry.context is not None]
    own = [
        entry for entry in stated if entry.context is not None and not entry.is_plural and is_extracted(_place(entry))
    ]
    kept = {id(entry) for entry in own}
    others = tuple(entry for entry in stated if id(entry) not in kept)
    matches = _Matches.of(phrases, own, others)
    texts = tuple(
        TranslatedText(phrase=phrase, entry=matches.entry(key).changed(kind=kind_lines(phrase.place, language)))
        for key, phrase in matches.wanted.items()
    )
    others += tuple(entry for entry in matches.unused() if can_be_computed(_place(entry)))
    gone = (entry for entry in matches.unused() if not can_be_computed(_place(entry)) and _is_worth_keeping(entry))
    obsolete = tuple(entry.changed(is_obsolete=True) for entry in gone)
    entries = (*header, *(text.entry for text in texts), *others, *obsolete)
    return UpdatedCatalogue(file=evolve(file, entries=entries), texts=texts, obsolete=obsolete, others=others)


def _place(entry: Entry) -> str:
    return current_place(entry.context or "")


def _key(entry: Entry) -> Phrase:
    return Phrase(place=_place(entry), text=entry.text).key


def _is_worth_keeping(entry: Entry) -> bool:
    """Return whether somebody wrote something into an entry: a translation or a remark."""
    return bool(entry.translation.strip()) or any(not line.startswith("#:") for line in entry.comments)


@frozen
class _Matches:
    """The texts that are wanted, and the entry of the old catalogue that belongs to each."""

    wanted: Mapping[Phrase, Phrase]
    """The texts by their keys, in document order."""
    own: Sequence[Entry]
    anywhere: Mapping[str, Entry]
    """Entries without a place, which hold wherever their text stands."""
    found: dict[Phrase, Entry] = field(factory=dict)
    """The entry of each text that has one, changed where the text is not the one it was made for."""
    used: set[int] = field(factory=set)

    @classmethod
    def of(cls, phrases: Iterable[Phrase], own: Sequence[Entry], others: Iterable[Entry]) -> "_Matches":
        """Return the matches of texts with entries: the same, of the same place, and moved ones."""
        anywhere = {" ".join(one.text.split()): one for one in others if one.context is None and is_used(one)}
        matches = cls({phrase.key: phrase for phrase in phrases}, own, anywhere)
        matches.same([entry for entry in own if entry.translation.strip()])
        matches.reworded()
        matches.moved()
        matches.same([entry for entry in own if not entry.translation.strip()])
        return matches

    def entry(self, key: Phrase) -> Entry:
        """Return the entry of a text, a new one if there is none."""
        if key in self.found:
            return self.found[key]
        general = self.anywhere.get(key.text)
        return new_entry(self.wanted[key], general.translation if general else "")

    def unused(self) -> list[Entry]:
        """Return the entries that belong to no text."""
        return [entry for entry in self.own if id(entry) not in self.used]

    def _open(self) -> list[Phrase]:
        return [key for key in self.wanted if key not in self.found]

    def same(self, entries: Iterable[Entry]) -> None:
        """Match entries with the same place and text; of several, one that is not obsolete comes first."""
        for entry in sorted(entries, key=lambda one: one.is_obsolete):
            key = _key(entry)
            if key in self.wanted and key not in self.found:
                self._take(key, entry)

    def reworded(self) -> None:
        """Match texts without an entry with the unused translations at the same place."""
        places: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.unused():
            if entry.translation.strip():
                places[_place(entry)].append(entry)
        texts: dict[str, list[Phrase]] = defaultdict(list)
        for key in self._open():
            texts[key.place].append(key)
        for place, keys in texts.items():
            for key, entry in _pairs(keys, places[place]):
                self._take(key, entry)

    def moved(self) -> None:
        """Match texts without an entry with the unused translations of the same text at another place."""
        texts = {_key(entry).text: entry for entry in reversed(self.unused()) if entry.translation.strip()}
        for key in self._open():
            if key.text in texts and key.text not in self.anywhere:
                self._take(key, texts.pop(key.text))

    def _take(self, key: Phrase, entry: Entry) -> None:
        """Let an entry belong to a text."""
        self.used.add(id(entry))
        phrase, was = self.wanted[key], _key(entry)
        changes: dict[str, Any] = {"text": phrase.text, "context": phrase.place, "is_obsolete": False}
        if was != key:
            is_known = entry.is_fuzzy and entry.previous is not None
            changes["previous"] = entry.previous if is_known else entry.text
            changes["previous_context"] = entry.context if was.place != key.place else entry.previous_context
            changes["flags"] = (FUZZY, *(flag for flag in entry.flags if flag != FUZZY))
        self.found[key] = entry.changed(**changes)


def _pairs(keys: Sequence[Phrase], entries: Sequence[Entry]) -> Iterator[tuple[Phrase, Entry]]:
    """Yield the texts of a place with the old entry that each was most likely made from."""
    active = [entry for entry in entries if not entry.is_obsolete]
    if len(keys) == len(active) == 1:
        yield keys[0], active[0]
        return
    ranked = sorted(
        (
            (_likeness(key.text, entry.text), -one, -two)
            for one, key in enumerate(keys)
            for two, entry in enumerate(entries)
        ),
        reverse=True,
    )
    open_keys, open_entries = set(range(len(keys))), set(range(len(entries)))
    for likeness, one, two in ranked:
        if likeness >= _SIMILAR and -one in open_keys and -two in open_entries:
            open_keys.remove(-one)
            open_entries.remove(-two)
            yield keys[-one], entries[-two]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
