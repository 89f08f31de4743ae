"""``translate``: texts for translators, catalogues that follow the concept, and how far they are."""

import json
import sys
from pathlib import Path

import openpyxl
import pytest

from integrationskonzept.translation import read_file
from tests.cli.conftest import Call

TOWN = """\
schema: 2
id: oberstadt
title: Integrationskonzept Oberstadt
municipality:
  name: Oberstadt
fields_of_action:
  - id: sprache
    title: Sprache
    measures:
      - id: kurse
        title: Sprachkurse
      - id: intern
        title: Streng geheim
        internal: true
"""


@pytest.fixture
def town(call: Call) -> str:
    Path("stadt.yaml").write_text(TOWN, "utf-8")
    return "stadt.yaml"


def translations(name: str) -> dict[str, str]:
    return {one.text: one.translation for one in read_file(Path(name).read_bytes()).entries if one.text}


def fill(name: str, **translated: str) -> None:
    text = Path(name).read_text("utf-8")
    for original, translation in translated.items():
        text = text.replace(f'msgid "{original}"\nmsgstr ""', f'msgid "{original}"\nmsgstr "{translation}"')
    Path(name).write_text(text, "utf-8")


def reword(old: str, new: str) -> None:
    Path("stadt.yaml").write_text(Path("stadt.yaml").read_text("utf-8").replace(old, new), "utf-8")


def test_the_texts_of_a_concept_are_written_with_place_and_kind(call: Call, town: str) -> None:
    printed = call("--lang", "de", "translate", "extract", town).output
    assert '#. Maßnahme: Titel\nmsgctxt "measure/kurse#title"\nmsgid "Sprachkurse"\nmsgstr ""\n' in printed
    assert "geheim" not in printed
    assert "geheim" in call("translate", "extract", town, "--internal").output
    assert call("translate", "extract", town, "-o", "k.pot").exit_code == 0
    assert translations("k.pot") == dict.fromkeys(("Integrationskonzept Oberstadt", "Sprache", "Sprachkurse"), "")


def test_a_catalogue_is_made_and_follows_the_concept(call: Call, town: str) -> None:
    made = call("--lang", "de", "translate", "update", town, "ar.po")
    assert made.output.splitlines() == [
        "ar.po: geschrieben",
        (
            "ar.po: 0 von 3 Texten übersetzt, 0 zu prüfen, 3 ohne Übersetzung;"
            " 0 aufbewahrt, deren Text es im Konzept nicht mehr gibt"
        ),
    ]
    assert '"Language: ar\\n"' in Path("ar.po").read_text("utf-8")
    fill("ar.po", Sprachkurse="دورات", Sprache="لغة")
    assert "ar.po: unchanged" in call("translate", "update", town, "ar.po").output
    reword("Sprachkurse", "Deutschkurse")
    before = Path("ar.po").read_bytes()
    assert "1 of 3 texts translated, 1 to be checked" in call("translate", "update", town, "ar.po", "--dry-run").output
    assert Path("ar.po").read_bytes() == before
    call("translate", "update", town, "ar.po")
    assert '#, fuzzy\n#| msgid "Sprachkurse"\n' in Path("ar.po").read_text("utf-8")


def test_a_language_is_stated_where_the_name_of_the_file_does_not_say_it(call: Call, town: str) -> None:
    assert "named by no language" in call("translate", "update", town, "texte-neu.po").output
    assert call("translate", "update", town, "texte-neu.po", "--language", "ar").exit_code == 0
    wrong = call("translate", "update", town, "neu.po", "--language", "xx")
    assert (wrong.exit_code, "there is no language with the code 'xx'" in wrong.output) == (2, True)


def test_the_catalogue_of_a_different_concept_is_left_alone(call: Call, town: str) -> None:
    reword("title: Sprache", "title: Oberstädter Sprachen")
    call("translate", "update", town, "ar.po")
    fill("ar.po", **{"Oberstädter Sprachen": "لغة", "Integrationskonzept Oberstadt": "خطة"})
    before = Path("ar.po").read_bytes()
    refused = call("translate", "update", "sachsenheim", "ar.po")
    assert (refused.exit_code, "seems to belong to a different concept" in refused.output) == (2, True)
    assert Path("ar.po").read_bytes() == before
    assert call("translate", "update", "sachsenheim", "ar.po", "--force").exit_code == 0
    assert {"خطة", "لغة"} <= {*translations("ar.po").values()}


def test_a_file_that_is_no_catalogue_is_left_alone(call: Call, town: str) -> None:
    Path("ar.po").write_text("Das ist ein Brief.\n", "utf-8")
    refused = call("translate", "update", town, "ar.po")
    assert (refused.exit_code, "ar.po is no catalogue of translations: line 1" in refused.output) == (2, True)


def test_the_status_tells_languages_kinds_and_what_is_outdated(call: Call, town: str) -> None:
    call("translate", "update", town, "ar.po")
    fill("ar.po", Sprachkurse="دورات", Sprache="لغة")
    reword("Sprachkurse", "Deutschkurse")
    reword("      - id: intern", "      - id: neu\n        title: Sport\n      - id: intern")
    text = call("--lang", "de", "translate", "status", town, "ar.po").output
    assert "Arabisch (ar.po) 4 1 1 2 25 %" in " ".join(text.split())
    assert "measure/kurse#title: aus „Sprachkurse“ wurde „Deutschkurse“" in text
    (found,) = json.loads(call("translate", "status", town, "ar.po", "--format", "json").output)["languages"]
    assert (found["language"], found["texts"], found["outdated"], found["untranslated"]) == ("ar", 4, 1, 2)
    assert found["kinds"]["measure"] == {"texts": 2, "translated": 0, "outdated": 1, "untranslated": 1}
    (outdated,) = found["outdated_texts"]
    assert (outdated["previous"], outdated["text"]) == ("Sprachkurse", "Deutschkurse")
    assert call("translate", "status", town, "ar.po", "--format", "html").output.startswith("<!DOCTYPE html>")


def test_the_status_tells_what_moved_and_what_is_gone(call: Call, town: str) -> None:
    call("translate", "update", town, "ar.po")
    fill("ar.po", Sprachkurse="دورات", Sprache="لغة")
    reword("id: kurse", "id: sprachkurse")
    assert "- measure/sprachkurse#title: „Sprachkurse“\n" in call("translate", "status", town, "ar.po").output
    reword("title: Sprachkurse", "title: Ganz anderes")
    assert "no longer has: 1" in call("translate", "status", town, "ar.po").output


def test_a_concept_without_texts_has_a_status(call: Call, town: str) -> None:
    Path("leer.po").write_text("", "utf-8")
    assert call("translate", "status", town, "leer.po").exit_code == 2


def test_a_sheet_for_a_spreadsheet_goes_into_the_catalogue(call: Call, town: str) -> None:
    call("translate", "update", town, "ar.po")
    fill("ar.po", Sprache="لغة")
    assert (
        call("--lang", "de", "translate", "extract", town, "--sheet", "ar.csv", "--catalogue", "ar.po").exit_code == 0
    )
    sheet = Path("ar.csv").read_text("utf-8-sig")
    assert "Maßnahme: Titel;Sprachkurse;;;fehlt;;measure/kurse#title\n" in sheet
    assert ";Sprache;لغة;;übersetzt;;" in sheet
    Path("ar.csv").write_text(sheet.replace(";Sprachkurse;;", ";Sprachkurse;دورات;"), "utf-8-sig")
    taken = call("translate", "update", town, "ar.po", "--sheet", "ar.csv")
    assert (taken.exit_code, "ar.csv: translations taken: 1" in taken.output) == (0, True)
    assert translations("ar.po")["Sprachkurse"] == "دورات"


def test_a_workbook_goes_into_the_catalogue(call: Call, town: str) -> None:
    assert call("translate", "extract", town, "--sheet", "ar.xlsx", "-o", "k.pot").exit_code == 0
    book = openpyxl.load_workbook("ar.xlsx")
    row = next(row for row in book.active.iter_rows() if row[1].value == "Sprachkurse")  # type: ignore[union-attr]  # there is one sheet
    row[2].value = "دورات"
    book.save("ar.xlsx")
    assert call("translate", "update", town, "ar.po", "--sheet", "ar.xlsx").exit_code == 0
    assert translations("ar.po")["Sprachkurse"] == "دورات"


def test_rows_that_cannot_be_taken_are_named_and_end_with_1(call: Call, town: str) -> None:
    Path("ar.csv").write_text("Stelle;Text;Übersetzung\nmeasure/kurse#title;Sprachkurse;?????\n", "utf-8")
    result = call("translate", "update", town, "ar.po", "--sheet", "ar.csv")
    assert (result.exit_code, "ar.csv: row 2: letters were lost" in result.output) == (1, True)


def test_a_sheet_that_is_not_utf_8_is_refused_with_what_to_do(call: Call, town: str) -> None:
    Path("ar.csv").write_bytes("Stelle;Text;Übersetzung\n".encode("cp1252"))
    result = call("translate", "update", town, "ar.po", "--sheet", "ar.csv")
    assert (result.exit_code, "CSV UTF-8" in result.output, Path("ar.po").exists()) == (1, True, False)


def test_a_sheet_has_one_of_two_types(call: Call, town: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = call("translate", "extract", town, "--sheet", "ar.txt")
    assert (wrong.exit_code, "written as .csv or .xlsx" in wrong.output) == (2, True)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    missing = call("translate", "extract", town, "--sheet", "ar.xlsx")
    assert (missing.exit_code, "install integrationskonzept-office" in missing.output) == (2, True)


def test_the_commands_below_translate_speak_german(call: Call) -> None:
    said = call("--lang", "de", "translate", "update", "--help").output
    assert "Bringt KATALOG, etwa ar.po, auf den Stand von QUELLE" in said
    assert "Zeigen, wie weit ein Konzept übersetzt ist" in " ".join(
        call("--lang", "de", "translate", "--help").output.split()
    )
