"""``draft``: a document becomes a concept file and a review list, and nothing that exists is lost."""

import sys
from pathlib import Path

import pytest

import integrationskonzept as ik
from tests.cli.conftest import Call

DOCUMENT = """\
# Integrationskonzept der Stadt Auental

## Maßnahme 1: Café

Ziel: Alle reden.

Federführung: AK Asyl/ Stadt

Besonderheiten: keine
"""


def _document(name: str = "konzept.md", text: str = DOCUMENT) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_draft_and_its_review_list_are_written(call: Call) -> None:
    result = call("draft", _document(), "-o", "entwurf.yaml", "--review", "liste.csv")

    assert result.exit_code == 0, result.output
    assert "2 doubts are to be compared with the document" in result.output
    assert ik.load("entwurf.yaml").measures[0].title == "Café"
    rows = Path("liste.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith("No.;Doubt;")
    assert len(rows) == 3


def test_a_draft_with_open_doubts_is_not_publishable(call: Call) -> None:
    call("draft", _document(), "-o", "entwurf.yaml")

    assert call("check", "entwurf.yaml").exit_code == 0
    refused = call("check", "entwurf.yaml", "--profile", "publishable")
    assert refused.exit_code == 1
    assert "IK806" in refused.output

    resolved = Path("entwurf.yaml").read_text(encoding="utf-8").replace("basis: reading", "resolution: normalised")
    Path("geprueft.yaml").write_text(resolved, encoding="utf-8")
    assert "IK806" not in call("check", "geprueft.yaml", "--profile", "publishable").output


def test_files_that_exist_are_kept(call: Call) -> None:
    Path("liste.csv").write_text("meine Arbeit", encoding="utf-8")

    refused = call("--lang", "de", "draft", _document(), "-o", "entwurf.yaml", "--review", "liste.csv")
    assert refused.exit_code == 2
    assert "liste.csv gibt es schon" in refused.output
    assert not Path("entwurf.yaml").exists()

    assert call("draft", "konzept.md", "--review", "liste.csv", "--force").exit_code == 0
    assert Path("liste.csv").read_text(encoding="utf-8-sig").startswith("No.")


def test_without_a_file_the_doubts_are_shown(call: Call) -> None:
    result = call("--lang", "de", "draft", _document())

    assert "Entwurf: Integrationskonzept der Stadt Auental" in result.output
    assert "Maßnahmen: 1," in result.output


def test_what_was_recognised_is_shown_to_write_a_layout(call: Call) -> None:
    result = call("--lang", "de", "draft", _document(), "--explain", "-o", "entwurf.yaml")

    assert '"Besonderheiten" = "description"' in result.output
    assert not Path("entwurf.yaml").exists()


def test_a_layout_reads_what_the_catalogue_does_not_know(call: Call) -> None:
    Path("layout.toml").write_text('[labels]\n"Besonderheiten" = "note"\n', encoding="utf-8")

    call("draft", _document(), "--layout", "layout.toml", "-o", "entwurf.yaml")
    assert ik.load("entwurf.yaml").measures[0].note == "keine"


def test_what_holds_for_every_document_of_a_town_stands_in_its_settings_file(call: Call) -> None:
    Path("layout.toml").write_text('[labels]\n"Besonderheiten" = "note"\n', encoding="utf-8")
    Path("integrationskonzept.toml").write_text('[importer.markdown]\nlayout = "layout.toml"\ntown = "Stadt Auental"\n')

    result = call("draft", _document(text=DOCUMENT.replace("der Stadt Auental", "")), "-o", "entwurf.yaml")
    assert result.exit_code == 0, result.output
    assert ik.load("entwurf.yaml").measures[0].note == "keine"
    assert ik.load("entwurf.yaml").municipality.name == "Stadt Auental"

    call("draft", "konzept.md", "--town", "Gemeinde Bergen", "-o", "bergen.yaml")
    assert ik.load("bergen.yaml").municipality.name == "Gemeinde Bergen"


def test_an_importer_is_named_where_the_suffix_does_not_tell_it(call: Call) -> None:
    named = call(
        "draft", _document("konzept.export"), "--from", "markdown", "--option", "town=Au", "-o", "entwurf.yaml"
    )
    assert named.exit_code == 0, named.output
    assert ik.load("entwurf.yaml").municipality.name == "Au"

    unknown = call("--lang", "de", "draft", "konzept.export")
    assert unknown.exit_code == 2
    assert "konzept.export: Kein Importer liest Dateien, die auf „.export“ enden" in unknown.output
    assert ".md" in unknown.output


def test_a_single_doubt_is_told_as_one(call: Call) -> None:
    call(
        "draft", _document(text="# Integrationskonzept der Stadt Auental\n\n## Grußwort\n\nGuten Tag."), "-o", "a.yaml"
    )
    result = call("--lang", "de", "draft", "konzept.md", "-o", "entwurf.yaml")

    assert "Ein Zweifel ist mit dem Dokument zu vergleichen" in result.output
    assert "keine Maßnahme, kein Angebot und keine Aktivität erkannt; --explain zeigt" in result.output


@pytest.mark.parametrize(("name", "text"), [("a.txt", " \n"), ("a.md", ""), ("a.html", "<p></p>")])
def test_an_empty_document_is_refused(call: Call, name: str, text: str) -> None:
    result = call("--lang", "de", "draft", _document(name, text), "-o", "entwurf.yaml")

    assert result.exit_code == 1
    assert f"{name}: Fehler IK960 das Dokument enthält keinen Text" in result.output
    assert not Path("entwurf.yaml").exists()


def test_a_document_that_is_too_large_is_refused(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("integrationskonzept.plugins.inputs.MAX_BYTES", 2**20)

    result = call("--lang", "de", "draft", _document(text="Wort " * 2**18))
    assert result.exit_code == 1
    assert "das Dokument ist größer als 1 MB" in result.output


def test_the_town_can_be_named(call: Call) -> None:
    call("draft", _document(text="Ein Satz."), "--town", "Gemeinde Bergen", "-o", "entwurf.json")

    assert ik.load("entwurf.json").municipality.name == "Gemeinde Bergen"


def test_a_wrong_layout_is_told_in_a_sentence(call: Call) -> None:
    Path("layout.toml").write_text("glued = 1", encoding="utf-8")

    result = call("--lang", "de", "draft", _document(), "--layout", "layout.toml")
    assert result.exit_code == 2
    assert "layout.toml: „glued“: erwartet: true oder false; gefunden: 1" in result.output


def test_a_document_that_no_importer_reads_and_a_list_that_none_writes_are_named(call: Call) -> None:
    assert call("draft", _document("konzept.rtf")).exit_code == 2

    refused = call("--lang", "de", "draft", _document(), "--review", "liste.rtf")
    assert refused.exit_code == 2
    assert "als .csv oder .xlsx" in refused.output


def test_a_review_list_as_a_workbook_needs_a_library(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    refused = call("draft", _document(), "--review", "liste.xlsx")
    assert refused.exit_code == 2
    assert "integrationskonzept-office" in refused.output


def test_a_document_that_cannot_be_read_is_reported(call: Call) -> None:
    Path("konzept.txt").write_bytes(b"PK\x03\x04\x00")

    result = call("--lang", "de", "draft", "konzept.txt")
    assert result.exit_code == 1
    assert "IK960 die Datei ist kein Text: sie enthält Binärdaten" in result.output
