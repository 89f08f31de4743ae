"""Reports in another language, with texts from a catalogue of translations."""

from pathlib import Path

import pytest

import integrationskonzept as ik
from integrationskonzept.translation import CatalogueFile, new_file, phrases_in, update_catalogue
from plugins.report.tests.reports import DAY, EARLIER, MUSTERSTADT, made


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """Return a catalogue of the whole concept except the title of one measure."""
    found = update_catalogue(new_file("en", "musterstadt"), phrases_in(MUSTERSTADT.public()))
    entries = [
        one.entry.changed(translation=f"«{one.phrase.text}»")
        for one in found.texts
        if one.phrase.place != "measure/mentoring#title"
    ]
    (tmp_path / "en.po").write_bytes(CatalogueFile(entries=(found.file.entries[0], *entries)).content)
    return tmp_path / "en.po"


def test_texts_and_sentences_are_in_the_language_of_the_catalogue(english: Path) -> None:
    said = made(format="md", translations=english).decode()
    assert "## For decision" in said
    assert "«Sprachkurse am Abend»" in said
    assert said == made(format="md", translations=english.parent, language="en").decode()


def test_what_has_no_translation_is_a_loss(english: Path) -> None:
    export = ik.export(MUSTERSTADT, "report", today=DAY, format="md", translations=english)
    assert [loss.message.text() for loss in export.losses] == [
        "measure, title (1): without a translation into English, as in the concept"
    ]
    assert not ik.export(MUSTERSTADT, "report", today=DAY, format="md").losses


def test_an_earlier_edition_is_told_in_the_same_language(english: Path) -> None:
    said = made(format="md", kind="comparison", previous=EARLIER, translations=english).decode()
    assert "«Zusammen sind wir Musterstadt»" not in said  # it did not change


def test_a_report_in_pdf_is_told_in_the_language_too(english: Path) -> None:
    assert made(translations=english).startswith(b"%PDF")
