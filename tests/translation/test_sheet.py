"""Sheets for translators go into a catalogue, row by row."""

from collections.abc import Mapping

import pytest

from integrationskonzept.observations.sources import read_csv
from integrationskonzept.spreadsheets import excel_csv
from integrationskonzept.translation import CatalogueFile, Phrase, UpdatedCatalogue, update_catalogue
from integrationskonzept.translation.po import Entry
from integrationskonzept.translation.sheet import translation_sheet, with_sheet

PLACE = "measure/a#title"


def catalogue(*entries: Entry, text: str = "Kurse", place: str = PLACE) -> UpdatedCatalogue:
    return update_catalogue(CatalogueFile(entries=entries), [Phrase(place=place, text=text)])


def row(translation: str, **cells: str) -> Mapping[str, str]:
    return {"Stelle": PLACE, "Text": "Kurse", "Übersetzung": translation, **cells}


def entry_with(translation: str, **cells: str) -> Entry:
    """Return the entry after a row was taken into a catalogue with an outdated translation."""
    old = Entry(text="Kurs", context=PLACE, translation="course")
    result = with_sheet(catalogue(old).file, [row(translation, **cells)])
    return next(entry for entry in result.file.entries if entry.context == PLACE and not entry.is_obsolete)


def test_a_sheet_shows_texts_with_their_translations_so_far() -> None:
    old = Entry(text="Kurs", context=PLACE, translation="course")
    sheet = translation_sheet(catalogue(old), "de")
    header = tuple(sheet.headers)
    ((kind, text, translation, checked, state, before, place),) = sheet.rows
    assert header == ("Art des Textes", "Text", "Übersetzung", "Geprüft (x)", "Stand", "Früherer Text", "Stelle")
    assert (kind, text, translation, checked, state, before, place) == (
        *("Maßnahme: Titel", "Kurse", "course", "", "veraltet", "Kurs", PLACE),
    )
    assert translation_sheet(catalogue(place="seiten#kontakt"), "en").rows[0][0] == ""


def test_a_new_translation_is_taken() -> None:
    result = with_sheet(catalogue().file, [row(" courses ")])
    assert (result.taken, result.problems) == (1, ())
    assert [entry.translation for entry in result.file.entries] == ["courses"]


def test_an_outdated_translation_stays_outdated_until_it_is_changed_or_checked() -> None:
    assert entry_with("course").is_fuzzy
    assert not entry_with("course", **{"Geprüft (x)": "x"}).is_fuzzy
    changed = entry_with("courses")
    assert (changed.translation, changed.is_fuzzy, changed.previous) == ("courses", False, None)


def test_an_empty_cell_removes_nothing() -> None:
    file = catalogue(Entry(text="Kurse", context=PLACE, translation="courses")).file
    assert with_sheet(file, [row(""), {}]).file == file


def test_a_translation_of_an_older_text_is_kept_for_checking() -> None:
    file = with_sheet(catalogue(text="Sprachkurse").file, [row("courses")]).file
    (text,) = update_catalogue(file, [Phrase(place=PLACE, text="Sprachkurse")]).texts
    assert (text.entry.translation, text.entry.previous, text.entry.is_fuzzy) == ("courses", "Kurse", True)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (row("?????? ??"), "row 4: letters were lost"),
        ({**row("courses"), "Stelle": ""}, "row 4: the cells for text and place are needed"),
        ({"Übersetzung": "courses"}, "row 4: the cells for text and place are needed"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named(cells: Mapping[str, str], problem: str) -> None:
    result = with_sheet(catalogue().file, [{}, {}, cells])
    assert (result.taken, [str(one.text()).startswith(problem) for one in result.problems]) == (0, [True])


def test_question_marks_of_the_text_itself_are_none_that_were_lost() -> None:
    file = catalogue(text="Und jetzt??").file
    assert with_sheet(file, [{**row("And now??"), "Text": "Und jetzt??"}]).taken == 1


def test_texts_that_look_like_formulas_come_back_as_they_were() -> None:
    found = catalogue(text="+ Sport\n- Spiel")
    sheet = translation_sheet(found, "de")
    rows = [[*row[:2], "-1 = minus one", *row[3:]] for row in sheet.rows]
    (entry,) = with_sheet(found.file, read_csv(excel_csv(sheet.headers, rows)).rows).file.entries
    assert (entry.text, entry.translation) == ("+ Sport\n- Spiel", "-1 = minus one")
