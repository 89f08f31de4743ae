"""What people and spreadsheets do to a workbook, read back."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

import integrationskonzept as ik
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.merging import EditResult, merge_edits
from integrationskonzept.plugins import InputFile
from integrationskonzept_office.workbook.reader import read_workbook
from plugins.office.tests.workbook.books import TOWN, cell, edited, workbook


def merged(change: Callable[[Any], object]) -> EditResult:
    return merge_edits(ik.loads(TOWN), edited(change))


def findings(result: EditResult) -> list[tuple[str, str | None]]:
    return [(each.code, each.place.file) for each in result.findings]


def put(id: str, key: str, value: Any, sheet: str = "Maßnahmen") -> Callable[[Any], object]:
    def change(book: Any) -> None:
        cell(book[sheet], id, key).value = value

    return change


def test_an_unedited_workbook_changes_nothing() -> None:
    result = merged(lambda book: book)
    assert (result.changes, result.findings) == ((), ())


def test_a_new_value_is_taken_and_its_cell_named() -> None:
    result = merged(put("kurse", "title", "Sprachkurse"))
    (change,) = result.changes
    assert change.place == "k.xlsx!Maßnahmen!D3"
    assert change.text("de") == "measure/kurse, Titel: „Kurse“ → „Sprachkurse“"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("title", "=A3&B3", "Formel"),
        ("title", "#REF!", "ein Fehler statt eines Wertes"),
        ("number", 7, "Text erwartet"),
        ("title", datetime(2025, 6, 28), "Text erwartet"),  # noqa: DTZ001 - as openpyxl writes days
        ("schedule.planned.end", 45000, "ohne Datumsformat"),
    ],
)
def test_what_a_spreadsheet_makes_of_an_entry_is_a_finding(key: str, value: Any, said: str) -> None:
    result = merged(put("kurse", key, value))
    assert [each.code for each in result.findings] == ["IK975"]
    assert said in result.findings[0].text("de")
    assert result.changes == ()


def test_a_day_in_a_workbook_with_years_from_1904_is_the_same_day() -> None:
    def change(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        found = cell(book["Maßnahmen"], "kurse", "schedule.planned.start")
        found.value = datetime(2026, 5, 4)  # noqa: DTZ001 - as openpyxl writes days
        found.number_format = "dd.mm.yyyy"

    result = merged(change)
    assert [change.after.isoformat() for change in result.changes] == ["2026-05-04"]


def test_a_cell_that_shows_a_month_is_not_taken_as_its_first_day() -> None:
    def change(book: Any) -> None:
        found = cell(book["Maßnahmen"], "kurse", "schedule.planned.start")
        found.value, found.number_format = datetime(2026, 6, 1), "mmm-yy"  # noqa: DTZ001 - as openpyxl writes days

    result = merged(change)
    assert (result.changes, [each.code for each in result.findings]) == ((), ["IK975"])
    said = "die Zelle zeigt einen Monat oder ein Jahr, enthält aber den Tag 01.06.2026"
    assert said in result.findings[0].text("de")


def test_merged_cells_are_named_and_take_nothing_away() -> None:
    def change(book: Any) -> None:
        sheet = book["Maßnahmen"]
        title = cell(sheet, "kurse", "title").coordinate
        sheet.merge_cells(f"{title}:D4")

    result = merged(change)
    assert findings(result) == [("IK975", "k.xlsx!Maßnahmen!D4")]
    assert "D3:D4" in result.findings[0].text("de")
    assert result.concept == ik.loads(TOWN)


def test_text_with_line_ends_and_control_characters_comes_back() -> None:
    assert [each.after for each in merged(put("kurse", "description", "eins_x000D_\nzwei")).changes] == ["eins\nzwei"]
    text = TOWN.replace('"=1+1"', '"a\\u000Bb"')
    result = merge_edits(ik.loads(text), edited(lambda book: book, workbook(text)))
    assert (result.changes, result.findings) == ((), ())


def test_rows_in_another_order_and_a_deleted_row() -> None:
    def change(book: Any) -> None:
        sheet = book["Maßnahmen"]
        rows = [[found.value for found in row] for row in sheet.iter_rows(min_row=3, max_row=4)]
        for at, row in enumerate(reversed(rows), start=3):
            for column, value in enumerate(row, start=1):
                sheet.cell(at, column).value = value

    assert merged(change).findings == ()
    result = merged(lambda book: book["Maßnahmen"].delete_rows(3))
    assert [(each.code, each.address) for each in result.findings] == [("IK973", "measure/kurse")]


def test_a_renamed_sheet_is_found_and_an_added_one_ignored() -> None:
    def change(book: Any) -> None:
        book["Maßnahmen"].title = "Stand"
        cell(book["Stand"], "kurse", "title").value = "Neu"
        book.create_sheet("Notizen")["A1"] = "Bitte prüfen"

    result = merged(change)
    assert [each.place for each in result.changes] == ["k.xlsx!Stand!D3"]
    assert result.findings == ()


def test_a_deleted_sheet_removes_nothing() -> None:
    result = merged(lambda book: book.remove(book["Akteure"]))
    assert result.concept == ik.loads(TOWN)


def test_an_inserted_or_copied_column_is_named_and_not_read() -> None:
    def change(book: Any) -> None:
        sheet = book["Maßnahmen"]
        last = sheet.max_column
        sheet.cell(1, last + 1).value, sheet.cell(2, last + 1).value = "title", "Titel"
        sheet.insert_cols(1)
        sheet["A2"], sheet["A3"] = "Kämmerei", "gesehen"
        sheet.cell(3, last + 3).value = "ohne Überschrift"

    result = merged(change)
    assert [each.code for each in result.findings] == ["IK971", "IK971", "IK971"]
    assert [each.message.values["header"] for each in result.findings] == ["Kämmerei", "Titel", "–"]
    assert result.changes == ()


@pytest.mark.parametrize("rows", [1, 2])
def test_without_the_hidden_keys_the_headers_count(rows: int) -> None:
    def change(book: Any) -> None:
        cell(book["Maßnahmen"], "kurse", "title").value = "Neu"
        for sheet in book.worksheets[:5]:
            sheet.delete_rows(1, rows)

    result = merged(change)
    assert [each.place for each in result.changes] == (["k.xlsx!Maßnahmen!D2"] if rows == 1 else [])


def test_a_row_without_an_id_is_a_proposal() -> None:
    def change(book: Any) -> None:
        book["Maßnahmen"]["D9"] = "Neue Maßnahme"

    result = merged(change)
    assert findings(result) == [("IK972", "k.xlsx!Maßnahmen!A9")]
    assert "Neue Maßnahme" in result.findings[0].text("de")


def test_a_mark_removes_an_element() -> None:
    result = merged(put("feste", "!delete", "entfernen"))
    assert result.concept.get("measure/feste") is None


@pytest.mark.parametrize("entry", ["nein", "Nein ", "no", False, 0, "=1+1"])
def test_what_says_no_in_the_column_of_marks_removes_nothing(entry: Any) -> None:
    result = merged(put("feste", "!delete", entry))
    assert (result.concept, result.changes) == (ik.loads(TOWN), ())


def damage(book: Any) -> None:
    book["_Basis"]["A1"] = "{"


@pytest.mark.parametrize("change", [damage, lambda book: book.remove(book["_Basis"])])
def test_a_workbook_without_its_values_is_refused(change: Callable[[Any], object]) -> None:
    with pytest.raises(InvalidConceptError, match="export a new workbook"):
        edited(change)


@pytest.mark.parametrize("name", ["k.xlsx", "k.ods"])
def test_another_file_is_refused(name: str) -> None:
    with pytest.raises(InvalidConceptError, match=f"this is no .{name[2:]} file, or it is damaged"):
        read_workbook(InputFile(name=name, content=b"Konzept"))


def test_long_values_lie_in_several_cells_of_the_hidden_sheet() -> None:
    long = TOWN.replace('"=1+1"', "ä" * 30_000)
    book = openpyxl.load_workbook(BytesIO(workbook(long)))
    assert book["_Basis"].max_row > 2
    assert merge_edits(ik.loads(long), edited(lambda book: book, workbook(long))).findings == ()
