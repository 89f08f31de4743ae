"""Rows for spreadsheets: values arrive as they are, in CSV for German Excel and in workbooks, and none is a formula."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationskonzept.spreadsheets import Sheet, Value, cell_text, excel_csv, is_formula, sheet_name, workbook

VALUES: list[Value] = [
    "Café",
    "=1+1",
    3,
    0.5,
    Decimal("1E+3"),
    Decimal("12.50"),
    True,
    False,
    date(2027, 12, 31),
    None,
    "-5 %",
    "",
]


def _read(content: bytes) -> list[list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets]


def _sheet(rows: list[list[Any]], title: str = "Maßnahmen") -> Sheet:
    return Sheet(title=title, headers=["wert"], rows=rows, widths=[10], notes=["Was er bedeutet"])


def test_csv_for_german_excel_has_semicolons_commas_and_german_days() -> None:
    content = excel_csv(["a", "=b"], [VALUES])
    assert content.startswith(b"\xef\xbb\xbfa;'=b\r\n")
    row = content.decode("utf-8-sig").splitlines()[1]
    assert row == "Café;'=1+1;3;0,5;1000;12,50;ja;nein;31.12.2027;;-5 %;"


def test_a_workbook_holds_values_as_such_and_the_meaning_of_each_column() -> None:
    content = workbook([_sheet([[value] for value in VALUES])])
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Maßnahmen"]
    found = [cell.value for cell in sheet["A"][1:]]
    expected = [*VALUES[:4], 1000, 12.5, True, False, VALUES[8], None, "-5 %"]
    assert [value.date() if hasattr(value, "date") else value for value in found[:11]] == expected
    assert sheet["A3"].data_type == "s"
    assert "Was er bedeutet" in sheet["A1"].comment.text
    assert sheet.freeze_panes == "A2"


def test_names_of_sheets_are_ones_that_excel_accepts() -> None:
    titles = ["Wer? Was/Wo: [1]", "wer  was wo   1", "x" * 40, "x" * 50, "\x00'", "🎉" * 20]
    book = openpyxl.load_workbook(io.BytesIO(workbook(_sheet([], title) for title in titles)))
    assert book.sheetnames == ["Wer  Was Wo   1", "wer  was wo   1 2", "x" * 31, f"{'x' * 29} 2", "-", "🎉" * 15]


def test_a_name_that_is_taken_gets_a_number() -> None:
    taken = {"_basis"}
    titles = ("Ziele", "ziele", "a/b:\nc", "''", "x" * 40, "x" * 40, "_Basis")
    names = ["Ziele", "ziele 2", "a b  c", "-", "x" * 31, f"{'x' * 29} 2", "_Basis 2"]
    assert [sheet_name(title, taken) for title in titles] == names


def test_characters_beyond_the_basic_plane_count_twice_and_are_not_divided() -> None:
    assert cell_text("😀" * 16_383) == "😀" * 16_383
    assert cell_text("😀" * 16_384) == "😀" * 16_381 + " […]"
    assert cell_text("a\x0bb\r\nc\x01") == "a\nb\nc"


def test_rows_are_as_high_as_their_texts_and_go_on_growing() -> None:
    content = workbook([_sheet([["kurz"], ["eins\nzwei"], ["Wort " * 10], ["x" * 1000], [7]])])
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [sheet.row_dimensions[row].height for row in range(1, 7)] == [None, None, 30, 105, 405, None]
    assert b"customHeight" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_equal_rows_give_equal_bytes() -> None:
    assert workbook([_sheet([[1]])]) == workbook([_sheet([[1]])])


def test_a_text_that_no_cell_can_hold_is_cut_visibly() -> None:
    ((_, (text,)),) = _read(workbook([_sheet([["a\x00" + "b" * 40_000]])]))
    assert len(text) == 32_767
    assert text.startswith("ab")
    assert text.endswith(" […]")


@given(st.text(st.characters(exclude_categories=["C"]), max_size=40))
def test_no_text_becomes_a_formula(text: str) -> None:
    content = io.StringIO(excel_csv(["x"], [[text, "z"]]).decode("utf-8-sig"), newline="")
    _, (found, _) = csv.reader(content, delimiter=";")
    assert not is_formula(found)
    assert found.removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize(("text", "formula"), [("=1", True), ("@a", True), ("+49", False), ("-x", True), ("+", False)])
def test_a_number_with_its_sign_is_no_formula(text: str, *, formula: bool) -> None:
    assert is_formula(text) is formula
