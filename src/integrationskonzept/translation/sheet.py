"""Sheets for translators without an editor of catalogues: texts as rows, and what was written into them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.spreadsheets import Sheet, unguarded
from integrationskonzept.translation.po import FUZZY, CatalogueFile, Entry
from integrationskonzept.translation.texts import Phrase, kind_of
from integrationskonzept.translation.update import TextState, UpdatedCatalogue

TITLE = message("Translation")
"""Name of the sheet."""
PLACE = message("Place")
KIND = message("Kind of text")
TEXT = message("Text")
TRANSLATION = message("Translation")
STATE = message("State")
BEFORE = message("Text before")
CHECKED = message("Checked (x)")
HEADERS = (KIND, TEXT, TRANSLATION, CHECKED, STATE, BEFORE, PLACE)
"""Headers of the sheet."""
WIDTHS = (28, 60, 60, 12, 16, 50, 40)
"""Widths of its columns, in characters."""
STATES = {
    TextState.TRANSLATED: message("translated"),
    TextState.OUTDATED: message("outdated"),
    TextState.UNTRANSLATED: message("missing"),
}
"""Names of the states of texts."""

_LOST = re.compile(r"\?[?\s]*\?")
"""Question marks that a program put in place of letters it could not save."""


def translation_sheet(catalogue: UpdatedCatalogue, language: str) -> Sheet:
    """Return the texts of a concept with their translations so far as a sheet."""
    rows = []
    for each in catalogue.texts:
        kind = kind_of(each.phrase.place)
        rows.append(
            (
                kind.text(language) if kind else "",
                each.phrase.text,
                each.entry.translation,
                "",
                STATES[each.state].text(language),
                each.entry.previous or "",
                each.phrase.place,
            )
        )
    headers = [header.text(language) for header in HEADERS]
    return Sheet(title=TITLE.text(language), headers=headers, rows=rows, widths=WIDTHS)


@frozen(kw_only=True)
class SheetResult:
    """A catalogue with the translations of a sheet."""

    file: CatalogueFile
    taken: int
    """Number of translations that are new, different or checked."""
    problems: tuple[Message, ...] = field(default=())
    """Rows that could not be taken, with their numbers."""


def with_sheet(file: CatalogueFile, rows: Iterable[Mapping[Any, Any]], first_row: int = 2) -> SheetResult:
    """Return a catalogue with the translations of a sheet.

    An empty cell removes nothing. An unchanged translation that was to be checked still is, unless the row is marked
    as checked.

    Args:
        file: The catalogue, in line with the concept.
        rows: The rows of the sheet, by their headers in any language.
        first_row: The number of the first one.
    """
    entries: dict[Phrase, Entry] = {}
    for entry in sorted(file.entries, key=lambda one: one.is_obsolete):
        if entry.context is not None:
            entries.setdefault(Phrase(place=entry.context, text=entry.text).key, entry)
    changed: dict[int, Entry] = {}
    added: dict[Phrase, Entry] = {}
    problems: list[Message] = []
    for number, row in enumerate(rows, start=first_row):
        place, text, translation, checked = (_cell(row, header) for header in (PLACE, TEXT, TRANSLATION, CHECKED))
        if not translation:
            continue
        if problem := _problem(place, text, translation):
            problems.append(message("row {row}: {problem}", row=number, problem=problem))
            continue
        phrase = Phrase(place=place, text=text)
        old = entries.get(phrase.key, Entry(text=text, context=place))
        new = _filled(old, translation, is_checked=bool(checked))
        if new is old:
            continue
        if phrase.key in entries:
            changed[id(old)] = new
        else:
            added[phrase.key] = new
    kept = [changed.get(id(entry), entry) for entry in file.entries]
    return SheetResult(
        file=evolve(file, entries=(*kept, *added.values())), taken=len(changed) + len(added), problems=tuple(problems)
    )


def _filled(entry: Entry, translation: str, *, is_checked: bool) -> Entry:
    if entry.translation.split() == translation.split() and not is_checked:
        return entry
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    return entry.changed(translation=translation, flags=flags, previous=None, previous_context=None)


def _problem(place: str, text: str, translation: str) -> Message | None:
    if not place or not text:
        return message("the cells for text and place are needed, and must stay as they were")
    if _LOST.search(translation) and not _LOST.search(text):
        return message(
            "letters were lost when the sheet was saved ({translation}); save it as 'CSV UTF-8' or as .xlsx",
            translation=translation,
        )
    return None


def _cell(row: Mapping[Any, Any], header: Message) -> str:
    """Return the text of a cell; the header counts in every language."""
    for name in _names(header):
        if row.get(name) is not None:
            return unguarded(str(row[name])).strip()
    return ""


def _names(header: Message) -> Iterator[str]:
    yield from dict.fromkeys(header.text(language) for language in LANGUAGES)
