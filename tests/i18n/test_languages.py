"""A further language is a row of the table and a catalogue."""

import pickle
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import integrationskonzept as ik
from integrationskonzept.i18n.formatting import day_of_year, number
from integrationskonzept.i18n.languages import LANGUAGES, Language, LanguageCode, add_language
from integrationskonzept.i18n.messages import Message, label, message
from integrationskonzept.model import PartialDate
from integrationskonzept.model.format_value import format_value

FRENCH = {
    "not stated": "non indiqué",
    "yes": "oui",
    "the reference leads to nothing: there is no {noun} '{id}'": "la référence ne mène nulle part",
}


def _write(catalogue: Catalog, file: Path) -> None:
    content = BytesIO()
    write_mo(content, catalogue)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.getvalue())


@pytest.fixture
def french(tmp_path: Path) -> Iterator[None]:
    catalogue = Catalog(locale="fr")
    for english, text in FRENCH.items():
        catalogue.add(english, text)
    catalogue.add("measure", "mesure", context="label")
    _write(catalogue, tmp_path / "fr" / "LC_MESSAGES" / "integrationskonzept.mo")
    calendars = Catalog(locale="fr")
    calendars.add("no date is stated", "aucune date indiquée")
    _write(calendars, tmp_path / "fr" / "LC_MESSAGES" / "integrationskonzept_ical.mo")
    add_language(
        Language(
            code="fr",
            decimal=",",
            group="\u202f",
            dates={"day": "{day}/{month:02}/{year}", "month": "{month:02}/{year}", "quarter": "T{part} {year}"},
            day_of_year="{day}/{month:02}",
            catalogues=tmp_path,
        )
    )
    yield
    del LANGUAGES["fr"]


@pytest.mark.usefixtures("french")
def test_dates_and_numbers_follow_the_table_of_the_language() -> None:
    assert format_value(PartialDate("2027-06-30"), "fr") == "30/06/2027"
    assert format_value(PartialDate("2027-06"), "fr") == "06/2027"
    assert format_value(PartialDate("2027-Q2"), "fr") == "T2 2027"
    assert format_value(PartialDate("2027-H2"), "fr") == "2027-H2"  # no form: as stated
    assert format_value(PartialDate("--06-30"), "fr") == "30/06"
    assert format_value(date(2027, 6, 30), "fr") == "30/06/2027"
    assert number(19641.5, "EUR").text("fr") == "19\u202f641,5 EUR"
    assert day_of_year(2, 21).text("fr") == "21/02"


@pytest.mark.usefixtures("french")
def test_sentences_and_labels_come_from_the_catalogue_or_stay_english() -> None:
    assert format_value(None, "fr") == "non indiqué"
    assert format_value(True, "fr") == "oui"  # noqa: FBT003 - the value under test
    assert label("measure").text("fr") == "mesure"
    assert label("goal").text("fr") == "goal"


@pytest.mark.usefixtures("french")
def test_reports_speak_the_language() -> None:
    konzept = ik.concept("musterstadt-2027")
    report = ik.evaluate(konzept, today=date(2027, 7, 1))
    assert "1/07/2027" in report.text("fr")
    assert [finding.text("fr") for finding in ik.check(konzept).findings]


def test_a_language_that_is_not_known_is_english() -> None:
    assert format_value(PartialDate("2027-06-30"), "xx") == "2027-06-30"
    assert format_value(1234.5, "xx") == "1234.5"


@pytest.mark.usefixtures("french")
def test_a_plugin_speaks_the_language_by_a_catalogue_of_its_own() -> None:
    konzept = ik.replace(ik.concept("musterstadt-2027"), "action_day/tag-der-muttersprache", date=None, recurrence=None)
    losses = ik.export(konzept, "ical", today=date(2027, 7, 1)).losses
    undated = next(loss for loss in losses if loss.address == "action_day/tag-der-muttersprache")
    assert undated.message.text("fr") == "aucune date indiquée"
    assert undated.message.text("de") == "kein Datum angegeben"
    assert undated.message.text("xx") == "no date is stated"


def test_a_message_of_a_plugin_is_a_value_like_any_other() -> None:
    message = ik.MessageDomain("integrationskonzept_ical").message
    said = message("{number} years", number=4)
    assert pickle.loads(pickle.dumps(said)) == said  # noqa: S301 - written in the same line
    assert hash(said) == hash(message("{number} years", number=4))
    assert said != ik.message("{number} years", number=4)
    assert said.text("de") == "4 Jahren"


@pytest.mark.parametrize("package", ["no_such_package", "no_such_package.part", "", "ast", "xml"])
def test_a_package_without_catalogues_speaks_english(package: str) -> None:
    said = ik.MessageDomain(package).message("no sentence of the library")
    assert said.text("de") == "no sentence of the library"


def test_translations_in_the_code_need_no_catalogue() -> None:
    said = ik.Message(template="notice board", translations={"de": "Schwarzes Brett"})
    assert (said.text("de"), said.text("en")) == ("Schwarzes Brett", "notice board")


@pytest.mark.usefixtures("french")
def test_an_option_takes_every_language_of_the_table() -> None:
    calendar = ik.export(ik.concept("musterstadt-2027"), "ical", language="fr", today=date(2027, 7, 1))
    assert b"BEGIN:VCALENDAR" in calendar.files[0].content
    with pytest.raises(ik.OptionError, match="one of de, en, fr"):
        ik.export(ik.concept("musterstadt-2027"), "charts", language="xx")


def test_a_code_of_no_language_is_refused() -> None:
    assert LanguageCode("de") == "de"
    with pytest.raises(ValueError, match="there is no language 'xx'; known are de, en"):
        LanguageCode("xx")


def test_a_sentence_knows_the_languages_that_it_exists_in() -> None:
    known = message("table")
    assert known.is_translated("en")
    assert known.is_translated("de")
    assert not known.is_translated("tr")
    assert not message("a sentence of no catalogue").is_translated("de")
    assert message("a sentence of no catalogue").is_translated("en")
    assert Message(template="x", translations={"de": "X"}).is_translated("de")
    assert not Message(template="x", translations={"de": " "}).is_translated("de")
    assert not Message(template="x", domain="no_such_package").is_translated("de")
    assert label("measure").is_translated("de")


def test_a_sentence_around_one_that_is_not_translated_is_not_translated() -> None:
    joined = "{first}; {second}"
    assert message(joined, first=message("table"), second=message("format")).is_translated("de")
    assert not message(joined, first=message("table"), second=message("not in the catalogue")).is_translated("de")
