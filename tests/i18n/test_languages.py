"""A further language is a row of the table and a catalogue."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import integrationskonzept as ik
from integrationskonzept.i18n.formatting import day_of_year, number
from integrationskonzept.i18n.languages import LANGUAGES, Language, add_language
from integrationskonzept.i18n.messages import label
from integrationskonzept.model import PartialDate
from integrationskonzept.model.format_value import format_value

FRENCH = {
    "not stated": "non indiqué",
    "yes": "oui",
    "the reference leads to nothing: there is no {noun} '{id}'": "la référence ne mène nulle part",
}


@pytest.fixture
def french(tmp_path: Path) -> Iterator[None]:
    catalogue = Catalog(locale="fr")
    for english, text in FRENCH.items():
        catalogue.add(english, text)
    catalogue.add("measure", "mesure", context="label")
    content = BytesIO()
    write_mo(content, catalogue)
    file = tmp_path / "fr" / "LC_MESSAGES" / "integrationskonzept.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(content.getvalue())
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
