"""Headings in the languages of newcomers, easy German, and what is said where a language is missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from integrationskonzept.i18n import LANGUAGES, Language, add_language
from integrationskonzept.translation import direction_of
from integrationskonzept_integreat import PageOptions
from integrationskonzept_integreat.headings import HEADINGS, heading
from integrationskonzept_integreat.pages_exporter import export
from plugins.integreat.tests.town import DOCUMENT, ENGLISH, catalogue, pages, town

SHIPPED = ("de", "en", "ar", "fa", "uk", "ru", "tr", "fr")
EASY = {
    "Sprache": "Deutsch lernen",
    "Sprachcafé": "Café zum Deutsch-Sprechen",
    "Jeden Dienstag, ohne Anmeldung.": "Jeden Dienstag. Sie müssen sich nicht anmelden.",
    "Kleiderkammer": "Hier gibt es Kleidung.",
    "Volkshochschule": "Volks-Hochschule",
    "Tag der Muttersprache": "Tag von der Mutter-Sprache",
}


@pytest.mark.parametrize("language", SHIPPED)
def test_every_heading_is_shipped_in_the_usual_languages(language: str) -> None:
    assert [name for name in HEADINGS if not heading(name, language)] == []


@pytest.mark.parametrize(("variety", "language"), [("de-si", "de"), ("pt-br", None), ("fr-ca", "fr"), ("prs", "fa")])
def test_a_variety_of_a_language_has_its_headings(variety: str, language: str | None) -> None:
    assert heading("contact", variety) == (heading("contact", language) if language else None)


@pytest.mark.parametrize("language", [one for one in SHIPPED if one != "de"])
def test_a_page_in_a_usual_language_has_no_german_heading(language: str, tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "po", language, dict.fromkeys(ENGLISH, "…"))
    page = pages(town(), PageOptions(translations=folder))["offers", language]
    assert page.title == heading("about_offers", language)
    assert page.content.startswith(f'<div lang="{language}" dir="{direction_of(language)}">')
    assert f"<strong>{heading('contact', language)}</strong>" in page.content
    assert page.coverage.lacking == 1  # "Kleiderkammer", which nobody translated


def test_headings_are_in_the_template_and_counted(tmp_path: Path) -> None:
    files = {file.name: file.content.decode() for file in export(town(), PageOptions()).files}
    assert 'msgctxt "integreat-pages#contact"\nmsgid "Kontakt"\nmsgstr ""' in files["translations.pot"]
    assert 'msgctxt "integreat-pages#about_offers"\nmsgid "Bestehende Angebote"' in files["translations.pot"]
    folder = catalogue(tmp_path / "po", "pl", dict.fromkeys((*ENGLISH, "Kleiderkammer"), "…"))
    made = export(town(), PageOptions(translations=folder))
    (lost,) = [str(loss) for loss in made.losses if "'Bestehende Angebote' in pl" in str(loss)]
    assert "4 of 9 texts have no translation" in lost
    page = pages(town(), PageOptions(translations=folder))["offers", "pl"]
    assert '<span lang="de" dir="ltr">Kontakt</span>' in page.content
    assert "Contact" not in page.content


@pytest.fixture
def added() -> Iterator[None]:
    add_language(Language(code="pl", day_of_year="{day}.{month}."))
    yield
    del LANGUAGES["pl"]


@pytest.mark.usefixtures("added")
def test_an_added_language_without_a_catalogue_shows_no_english(tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "po", "pl", {"Sprache": "Język", "Treff": "Spotkanie"})
    weekly = "activities: [{id: a, title: Treff, date: 2027-03-02, recurrence: {frequency: weekly}}]"
    concept = town(f"{DOCUMENT}overarching: {{{weekly}}}")
    written = pages(concept, PageOptions(translations=folder))
    assert '<span lang="de" dir="ltr">jeden Dienstag</span>' in written["activities", "pl"].content
    assert '<span lang="de" dir="ltr">Wann</span>' in written["activities", "pl"].content
    assert "every" not in written["activities", "pl"].content
    assert "in pl: " in "\n".join(map(str, export(concept, PageOptions(translations=folder)).losses))


def test_a_concept_in_a_language_without_headings_says_that_they_are_english() -> None:
    concept = town().replace("concept/musterstadt", language="it")
    page = pages(concept)["offers", "it"]
    assert '<strong><span lang="en" dir="ltr">Contact</span></strong>' in page.content
    assert "in it: " in "\n".join(map(str, export(concept, PageOptions()).losses))


def test_easy_german_has_german_headings_and_dates_without_being_called_another_language(tmp_path: Path) -> None:
    weekly = "activities: [{id: a, title: Sprachcafé, date: 2027-03-02, recurrence: {frequency: weekly}}]"
    options = PageOptions(translations=catalogue(tmp_path / "po", "de-si", EASY))
    written = pages(town(f"{DOCUMENT}overarching: {{{weekly}}}"), options)
    assert written["offers", "de-si"].content.startswith('<div lang="de-si" dir="ltr">')
    assert "<strong>Kontakt</strong>: Volks-Hochschule" in written["offers", "de-si"].content
    assert "<strong>Wann</strong>: 2. März 2027, jeden Dienstag" in written["activities", "de-si"].content
    assert 'lang="de"' not in "".join(page.content for (_, language), page in written.items() if language == "de-si")
    assert written["offers", "de-si"].coverage.lacking == 0
