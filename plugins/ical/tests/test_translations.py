"""Calendars in another language, with texts from a catalogue of translations."""

from pathlib import Path

import pytest

import integrationskonzept as ik
from integrationskonzept.errors import InvalidCatalogueError, OptionError
from integrationskonzept.testing import town
from plugins.ical.tests.calendars import entries, exported

CONCEPT = town("""
meetings: [{id: netzwerk, title: Netzwerktreffen, date: 2026-03-18, purpose: Austausch}]
fields_of_action:
  - id: sprache
    title: Sprache
    description: Was kein Kalender schreibt
    activities: [{id: fest, title: Fest, date: 2026-06-27}]
""")

CATALOGUE = """
msgctxt "meeting/netzwerk#title"
msgid "Netzwerktreffen"
msgstr "{meeting}"

#, fuzzy
#| msgid "Kochen"
msgctxt "activity/fest#title"
msgid "Fest"
msgstr "Cooking"

msgid "Sprache"
msgstr "Language"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, meeting in (("en", "Network meeting"), ("ar", "اجتماع الشبكة")):
        (tmp_path / f"{language}.po").write_text(CATALOGUE.replace("{meeting}", meeting), "utf-8")
    return tmp_path


def lost(**options: object) -> list[str]:
    return [loss.message.text() for loss in exported(CONCEPT, **options).losses if "translation" in str(loss)]


def test_texts_and_sentences_are_in_the_language_of_the_catalogue(folder: Path) -> None:
    found = entries(CONCEPT, translations=folder / "en.po")
    assert found["meeting-netzwerk"]["SUMMARY"] == "Network meeting"
    assert "Field of action: Language" in found["activity-fest"]["DESCRIPTION"]
    assert entries(CONCEPT, translations=folder, language="en").keys() == found.keys()


def test_a_translation_of_a_former_text_is_not_used(folder: Path) -> None:
    assert entries(CONCEPT, translations=folder / "en.po")["activity-fest"]["SUMMARY"] == "Fest"


def test_what_has_no_translation_is_a_loss_if_the_calendar_writes_it(folder: Path) -> None:
    assert lost(translations=folder / "en.po", profile="standard") == [
        "concept, title (1): without a translation into English, as in the concept",
        "meeting, purpose (1): without a translation into English, as in the concept",
        "activity, title (1): without a translation into English, as in the concept",
    ]
    assert not lost()


def test_the_texts_can_be_in_a_language_that_the_sentences_cannot(folder: Path) -> None:
    export = exported(CONCEPT, translations=folder / "ar.po")
    assert "اجتماع الشبكة".encode() in export.files[0].content
    assert "Sätze sind nicht übersetzt (Deutsch)" in " ".join(loss.message.text("de") for loss in export.losses)


def test_an_earlier_edition_is_compared_in_the_same_language(folder: Path) -> None:
    options = {"translations": folder / "en.po"}
    assert exported(CONCEPT, previous=(CONCEPT,), **options).files == exported(CONCEPT, **options).files


def test_a_folder_needs_a_language_and_a_file_the_name_of_one(folder: Path) -> None:
    with pytest.raises((InvalidCatalogueError, OptionError), match="which catalogue of the folder"):
        ik.export(CONCEPT, "ical", translations=folder)
    (folder / "texte-neu.po").write_text("", "utf-8")
    with pytest.raises((InvalidCatalogueError, OptionError), match="named by no language"):
        ik.export(CONCEPT, "ical", translations=folder / "texte-neu.po")
