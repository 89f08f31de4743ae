"""The workbook as it is written."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from attrs import evolve

import integrationskonzept as ik
from integrationskonzept.plugins import InputFile
from integrationskonzept_office.workbook.grid import by_calamine, grids
from integrationskonzept_office.workbook.hidden_sheets import LONGEST_PART, joined, parts
from plugins.office.tests.workbook.books import TOWN, cell, workbook


def book(content: bytes | None = None) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content or workbook()))


def test_every_noun_has_a_sheet_with_german_headers() -> None:
    sheets = book().sheetnames
    assert sheets == ["Maßnahmen", "Indikatoren", "Handlungsfelder", "Akteure", "Statusskala", "_Listen", "_Basis"]
    headers = [found.value for found in book()["Maßnahmen"][2]]
    assert headers[:6] == ["Kennung", "steht in", "Nummer", "Titel", "Kurztitel", "Weitere Bezeichnungen"]
    assert headers[-1] == "entfernen?"
    english = book(workbook(language="en"))
    assert [found.value for found in english["measures"][2]][:4] == ["id", "stands in", "number", "title"]


def test_values_are_dates_numbers_words_and_titles_with_their_ids() -> None:
    sheet = book()["Maßnahmen"]
    assert cell(sheet, "kurse", "schedule.planned.start").value == datetime(2025, 4, 1)  # noqa: DTZ001 - as openpyxl reads
    assert cell(sheet, "kurse", "schedule.planned.end").value == "2028"
    assert cell(sheet, "kurse", "leads").value == "Sozialamt [amt]"
    assert cell(sheet, "kurse", "kind").value == "Projekt"
    assert cell(sheet, "kurse", "number").value == "007"
    assert cell(book()["Indikatoren"], "anteil", "target.value").value == 12.5


def test_text_that_looks_like_a_formula_is_text() -> None:
    found = cell(book()["Maßnahmen"], "kurse", "description")
    assert (found.value, found.data_type) == ("=1+1", "s")


def test_ids_are_locked_and_other_cells_are_open_text() -> None:
    sheet = book()["Maßnahmen"]
    assert sheet.protection.sheet
    assert sheet["A3"].protection.locked
    assert cell(sheet, "kurse", "!in").protection.locked
    title = cell(sheet, "kurse", "title")
    assert (title.protection.locked, title.number_format) == (False, "@")
    start = cell(sheet, "kurse", "schedule.planned.start")
    assert (start.protection.locked, start.number_format) == (
        False,
        "dd\\.mm\\.yyyy",
    ) or start.number_format == "dd.mm.yyyy"


def test_lists_offer_what_can_be_chosen() -> None:
    found = book()
    sheet = found["Maßnahmen"]
    column = cell(sheet, "kurse", "kind").column_letter
    (rule,) = [each for each in sheet.data_validations.dataValidation if str(each.sqref).startswith(f"{column}3")]
    place = rule.formula1.replace("$", "").partition("!")[2]
    words = [row[0].value for row in found["_Listen"][place]]
    assert "Daueraufgabe" in words
    assert (rule.type, rule.showErrorMessage) == ("list", False)


def test_headers_say_what_the_column_means() -> None:
    sheet = book()["Maßnahmen"]
    header: Any = sheet.cell(2, cell(sheet, "kurse", "schedule.planned.start").column)
    assert "06/2027" in header.comment.text
    assert "tragen Sie - ein" in header.comment.text
    english = book(workbook(language="en"))["measures"]
    number: Any = english.cell(2, cell(english, "kurse", "number").column)
    assert "as printed" in number.comment.text


def test_columns_that_nobody_uses_are_there_and_hidden() -> None:
    sheet = book()["Maßnahmen"]
    assert sheet.column_dimensions[cell(sheet, "kurse", "short_title").column_letter].hidden
    assert not sheet.column_dimensions[cell(sheet, "kurse", "title").column_letter].hidden


def test_rows_and_columns_are_as_large_as_their_texts_and_rows_go_on_growing() -> None:
    text = TOWN.replace('"=1+1"', "Kurse und mehr. " * 70).replace(
        "title: Feste", "title: Feste der Stadt, dreimal im Jahr"
    )
    content = workbook(text)
    sheet = book(content)["Maßnahmen"]
    assert [sheet.row_dimensions[row].height for row in (3, 4)] == [270, 30]
    assert round(sheet.column_dimensions[cell(sheet, "kurse", "description").column_letter].width) == 81
    assert round(sheet.column_dimensions["A"].width) == 33
    assert b"customHeight" not in ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_what_the_workbook_was_made_from_lies_in_a_very_hidden_sheet() -> None:
    found: Any = book()
    assert (found["_Basis"].sheet_state, found["_Listen"].sheet_state) == ("veryHidden", "hidden")
    (digest,) = [each.value for each in found.custom_doc_props.props if each.name == "integrationskonzept"]
    assert digest in found["_Basis"]["A1"].value


def test_equal_concepts_give_equal_bytes() -> None:
    assert workbook() == workbook()
    for info in ZipFile(BytesIO(workbook())).infolist():
        assert info.date_time[0] == 1980


@pytest.mark.parametrize("name", ["sachsenheim", "musterstadt-2025", "musterstadt-2027"])
def test_a_second_reader_finds_the_same_values(name: str) -> None:
    content = ik.export(ik.concept(name), "workbook").files[0].content
    for first, second in zip(grids(InputFile(name="k.xlsx", content=content)), by_calamine(content), strict=True):
        assert first.name == second.name
        assert {at: value(found.value) for at, found in first.cells.items()} == {
            at: value(found.value) for at, found in second.cells.items()
        }


def value(found: object) -> object:
    if isinstance(found, datetime):
        return found.date().isoformat()
    return found.isoformat() if isinstance(found, date) else found


def test_a_round_has_a_workbook_per_lead_with_its_measures_alone() -> None:
    files = {file.name: file.content for file in ik.export(ik.loads(TOWN), "workbook", round="2026").files}
    assert list(files) == ["amt.xlsx", "verein.xlsx"]
    sheet = book(files["verein.xlsx"])["Maßnahmen"]
    assert [found.value for found in sheet["A"]] == ["measure/id", "Kennung", "feste"]
    assert [found.value for found in sheet[2]][4:7] == [
        "Umsetzungsstand (2026)",
        "Kurzbericht (2026)",
        "Ausblick (2026)",
    ]
    assert "Indikatoren" in book(files["amt.xlsx"]).sheetnames
    nobody = ik.export(ik.loads(TOWN.replace("leads: [verein]", "note: x")), "workbook", round="2026").files
    assert [file.name for file in nobody] == ["amt.xlsx", "ohne-federfuehrung.xlsx"]


def test_a_round_needs_a_status_scale() -> None:
    concept = evolve(ik.loads(TOWN), status_scale=(), origin=None)
    export = ik.export(concept, "workbook", round="2026")
    assert export.files == ()
    assert "Statusskala" in export.losses[0].message.text("de")


def test_a_text_too_long_for_a_cell_is_cut_locked_and_told() -> None:
    text = "ä" * 40_000
    export = ik.export(ik.loads(TOWN.replace('"=1+1"', text)), "workbook")
    (loss,) = export.losses
    assert (loss.address, "Beschreibung" in loss.message.text("de")) == ("measure/kurse", True)
    found = cell(book(export.files[0].content)["Maßnahmen"], "kurse", "description")
    assert (len(found.value), found.protection.locked) == (32_767, True)


def test_the_values_that_it_was_made_from_are_divided_over_cells() -> None:
    text = " x" * 35_000
    assert max(len(part) for part in parts(text)) == LONGEST_PART
    assert joined(parts(text)) == text
