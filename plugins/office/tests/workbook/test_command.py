"""``merge`` as a person calls it."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from plugins.office.tests.workbook.books import TOWN, cell, opened, workbook
from plugins.office.tests.workbook.conftest import Call


def put(id: str, key: str, value: object, sheet: str = "Maßnahmen", file: str = "k.xlsx") -> None:
    with opened(Path(file)) as book:
        cell(book[sheet], id, key).value = value


def text() -> str:
    return Path("k.yaml").read_text(encoding="utf-8")


def test_an_unedited_workbook_leaves_every_byte(call: Call) -> None:
    result = call("merge", "k.yaml", "k.xlsx", "--write")
    assert (result.exit_code, result.output) == (0, "k.xlsx: Zellen übernommen: 0, Befunde: 0\n")
    assert text() == TOWN


def test_without_write_the_change_is_shown_and_nothing_is_written(call: Call) -> None:
    put("kurse", "title", "Sprachkurse")
    result = call("merge", "k.yaml", "k.xlsx")
    assert result.exit_code == 0
    assert "k.xlsx!Maßnahmen!D3: measure/kurse, Titel: „Kurse“ → „Sprachkurse“" in result.output
    assert "+        title: Sprachkurse" in result.output
    assert "noch ist nichts geschrieben; zum Schreiben: --write" in result.output
    assert text() == TOWN


def test_only_the_lines_of_new_values_change(call: Call) -> None:
    put("kurse", "title", "Sprachkurse")
    put("anteil", "target.value", 15, "Indikatoren")
    assert call("merge", "k.yaml", "k.xlsx", "--write").exit_code == 0
    assert text() == TOWN.replace("title: Kurse", "title: Sprachkurse").replace("value: 12.5", "value: 15")
    again = call("merge", "k.yaml", "k.xlsx", "--write")
    assert "Zellen übernommen: 0, Befunde: 0" in again.output


def test_a_conflict_is_told_and_the_rest_is_written(call: Call) -> None:
    Path("k.yaml").write_text(TOWN.replace("title: Feste", "title: Feiern"), encoding="utf-8")
    put("feste", "title", "Stadtfeste")
    put("kurse", "title", "Sprachkurse")
    result = call("merge", "k.yaml", "k.xlsx", "--write")
    assert result.exit_code == 1
    assert "k.xlsx!Maßnahmen!D4: Fehler IK977 Maßnahme „feste“" in result.output
    assert "title: Feiern" in text()
    assert "title: Sprachkurse" in text()


def test_nothing_is_written_if_the_rules_find_an_error(call: Call) -> None:
    put("kurse", "replaced_by", "kurse")
    result = call("merge", "k.yaml", "k.xlsx", "--write")
    assert result.exit_code == 1
    assert "nichts geschrieben: Die Regeln finden einen Fehler" in result.output
    assert text() == TOWN


def test_another_target_is_written_and_none_is_overwritten_by_mistake(call: Call) -> None:
    put("kurse", "title", "Sprachkurse")
    Path("notiz.yaml").write_text("Notiz", encoding="utf-8")
    assert call("merge", "k.yaml", "k.xlsx", "-o", "notiz.yaml", "--write").exit_code == 2
    assert call("merge", "k.yaml", "k.xlsx", "-o", "neu.yaml", "--write").exit_code == 0
    assert "Sprachkurse" in Path("neu.yaml").read_text(encoding="utf-8")
    assert text() == TOWN
    shown = call("merge", "k.yaml", "k.xlsx", "-o", "neu.json")
    assert "noch ist nichts geschrieben" in shown.output


def test_answers_of_a_round_are_merged_and_the_missing_ones_listed(call: Call) -> None:
    assert call("export", "k.yaml", "workbook", "-o", "round=2026-12-31", "-o", "runde").exit_code == 0
    put("feste", "status_reports@2026-12-31.level_ref", "läuft [laeuft]", file="runde/verein.xlsx")
    put("feste", "status_reports@2026-12-31.report", "Gut besucht.", file="runde/verein.xlsx")
    put("anteil", "observations@2026-12-31.value", 14, "Indikatoren", file="runde/amt.xlsx")
    result = call("merge", "k.yaml", "runde/amt.xlsx", "runde/verein.xlsx", "--write")
    assert result.exit_code == 0
    assert "nicht beantwortet (31.12.2026): Sozialamt [amt]: 1 von 1: Kurse" in result.output
    assert "Verein [verein]" not in result.output
    assert "level_ref: laeuft" in text()
    assert "report: Gut besucht." in text()
    assert "observations:" in text()
    Path("k.yaml").write_text(TOWN.replace("leads: [amt]", "note: x"), encoding="utf-8")
    assert "keine Federführung angegeben: 1 von 1: Kurse" in call("merge", "k.yaml", "runde/verein.xlsx").output


def test_the_workbook_of_another_concept_is_refused(call: Call) -> None:
    Path("k.xlsx").write_bytes(workbook(TOWN.replace("id: neustadt", "id: altstadt")))
    result = call("merge", "k.yaml", "k.xlsx")
    assert result.exit_code == 2
    assert "k.xlsx stammt vom Konzept „altstadt“, nicht von „neustadt“" in result.output


def test_a_bundled_concept_stays(call: Call) -> None:
    call("export", "musterstadt-2027", "workbook", "-o", "m.xlsx")
    with opened(Path("m.xlsx")) as book:
        book["Maßnahmen"]["D3"] = "Neu"
    assert call("merge", "musterstadt-2027", "m.xlsx").exit_code == 2
    assert call("merge", "musterstadt-2027", "m.xlsx", "-o", "m.yaml", "--write").exit_code == 0


@pytest.mark.parametrize("name", ["k.xlsx", "k.ods"])
def test_a_file_that_is_no_workbook_is_named(call: Call, name: str) -> None:
    Path(name).write_bytes(b"Konzept")
    result = call("merge", "k.yaml", name)
    assert result.exit_code == 1
    assert f"{name}: Fehler IK950 dies ist keine .{name[2:]}-Datei, oder sie ist beschädigt" in result.output


def test_values_are_observed_from_a_workbook(call: Call) -> None:
    with opened(Path("k.xlsx")) as book:
        for name in book.sheetnames[1:]:
            book.remove(book[name])
        sheet = book.worksheets[0]
        sheet.delete_rows(1, 99)
        for row in (
            ["Indikator", "Stand", "Wert", None],
            ["Anteil", 2026, 14, None],
            [],
            ["anteil", "2027", "15,5", "x"],
        ):
            sheet.append(row)
    result = call("observe", "k.yaml", "k.xlsx")
    assert (result.exit_code, "2 hinzugefügt" in result.output) == (0, True), result.output
    assert "value: 15.5" in text()


def test_results_of_formulas_and_months_are_observed_as_the_sheet_shows_them(call: Call) -> None:
    with xlsxwriter.Workbook("k.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["Indikator", "Stand", "Wert"])
        sheet.write_string("A2", "anteil")
        sheet.write_datetime("B2", date(2026, 6, 1), book.add_format({"num_format": "mmm yyyy"}))
        sheet.write_formula("C2", "=10+5", value=15)
    result = call("observe", "k.yaml", "k.xlsx")
    assert (result.exit_code, "1 hinzugefügt" in result.output) == (0, True), result.output
    assert "observations: [{as_of: 2026-06, value: 15}]" in text()


def test_findings_count_rows_as_the_sheet_does(call: Call) -> None:
    with xlsxwriter.Workbook("k.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row("B3", ["Indikator", "Stand", "Wert"])
        sheet.write_row("B4", ["anteil", "2026", 14])
        sheet.write_row("B6", ["anteil", "2027", "viel"])
    result = call("observe", "k.yaml", "k.xlsx")
    assert "k.xlsx, Zeile 6, Spalte „Wert“: Fehler IK953" in result.output
    assert "value: 14" in text()


def test_an_empty_workbook_has_no_values(call: Call) -> None:
    with opened(Path("k.xlsx")) as book:
        for name in book.sheetnames[1:]:
            book.remove(book[name])
        book.worksheets[0].delete_rows(1, 99)
    assert call("observe", "k.yaml", "k.xlsx").exit_code == 0
    assert call("observe", "k.yaml", "--from", "workbook").exit_code == 0
