"""Workbooks as trees, and review lists as workbooks."""

import io
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from click.testing import CliRunner
from openpyxl.styles import Font

from integrationskonzept.cli import main
from integrationskonzept.drafts import Heading, Table
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept_office.readers.workbook import read_xlsx
from plugins.office.tests.workbook_files import saved, xlsx


def test_cells_are_read_as_germans_write_them_and_merged_ones_once() -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Plan"
    first.append(["Titel", None, True])
    first.append([date(2025, 5, 1), datetime.fromisoformat("2025-05-01T09:30"), 18.5])
    first.append([])
    first.append([3, 2.0, "a\nb"])
    first.merge_cells("A1:B1")
    book.create_sheet("Tabelle2")

    heading, table = read_xlsx(saved(book)).blocks
    assert isinstance(heading, Heading)
    assert heading.text == "Plan"
    assert isinstance(table, Table)
    assert [[cell.text if not cell.is_merged else ".." for cell in row.cells] for row in table.rows] == [
        ["Titel", "..", "ja"],
        ["01.05.2025", "01.05.2025, 09:30", "18,5"],
        ["3", "2", "a b"],
    ]
    assert table.rows[2].place.message().text("de") == "Blatt „Plan“, Zeile 4"


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [
        (date(2026, 6, 1), "dd.mm.yyyy", "01.06.2026"),
        (date(2026, 6, 1), "mmm-yy", "06/2026"),
        (date(2026, 6, 1), "[$-407]mmmm\\ yyyy;@", "06/2026"),
        (date(2026, 1, 1), "yyyy", "2026"),
        (time(9, 30), "h:mm", "09:30"),
        (0.125, "0.0%", "12,5 %"),
        (1, "0%", "100 %"),
        (1200.5, '#,##0.00 "€"', "1200,5 €"),
        (1200, "#,##0.00\\ [$€-407]", "1200 €"),
        (71665, "0000000", "0071665"),
        (0.1 + 0.2, "General", "0,3"),
        (1e-7, "General", "1e-07"),
        (10**16, "General", "10000000000000000"),
    ],
)
def test_a_cell_is_read_as_its_format_shows_it(value: Any, pattern: str, shown: str) -> None:
    book = openpyxl.Workbook()
    cell = book.worksheets[0]["A1"]
    cell.value, cell.number_format = value, pattern
    (table,) = read_xlsx(saved(book)).blocks
    assert isinstance(table, Table)
    assert table.rows[0].cells[0].text == shown


def test_a_formula_without_a_stored_result_is_read_as_it_stands() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Ziel", "=A1"])
    stored = io.BytesIO()
    with xlsxwriter.Workbook(stored) as other:
        sheet = other.add_worksheet()
        sheet.write_string("A1", "Ziel")
        sheet.write_formula("B1", "=A1", value="Ziel")
    for content, shown in ((saved(book), "=A1"), (stored.getvalue(), "Ziel")):
        (table,) = read_xlsx(content).blocks
        assert isinstance(table, Table)
        assert [cell.text for cell in table.rows[0].cells] == ["Ziel", shown]


def test_a_number_that_no_program_writes_is_damage() -> None:
    with pytest.raises(InvalidConceptError, match="or it is damaged"):
        read_xlsx(xlsx(f"<row><c><v>{'9' * 400}</v></c></row>"))


def test_formats_far_below_and_beside_the_table_do_not_count() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Ziel", "Alle reden."])
    sheet["XFD1048576"].font = Font(bold=True)
    sheet["B30000"] = "  "
    sheet.merge_cells("A2:B300")

    (table,) = read_xlsx(saved(book)).blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Ziel", "Alle reden."]]


@pytest.mark.parametrize("cell", ["A20001", "GS3"])
def test_an_entry_beyond_what_is_read_is_named_and_the_workbook_refused(cell: str) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Plan"
    book.worksheets[0]["A1"], book.worksheets[0][cell] = "Ziel", "Alle reden."

    with pytest.raises(InvalidConceptError) as error:
        read_xlsx(saved(book))
    (finding,) = error.value.findings
    said = f"das Blatt „Plan“ hat einen Eintrag in {cell}; gelesen werden höchstens 20000 Zeilen und 200 Spalten"
    assert finding.message.text("de") == said
    assert finding.hint.text("de").startswith("Löschen Sie, was nicht zum Konzept gehört")


def test_the_last_row_and_column_that_are_read_may_hold_entries() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A20000"] = book.worksheets[0]["GR1"] = "Ziel"

    (table,) = read_xlsx(saved(book)).blocks
    assert isinstance(table, Table)
    assert [row.place.row for row in table.rows] == [1, 20_000]
    assert {len(row.cells) for row in table.rows} == {200}


def test_a_review_list_is_a_workbook_without_formulas_and_with_equal_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"Stadt Auental\n\n=1+1 ist der Anfang.\x0b\n\n## Teil\n\n{'lang ' * 8000}\n"
    Path("konzept.md").write_text(text, encoding="utf-8")
    for name in ("a.xlsx", "b.xlsx"):
        result = CliRunner().invoke(main, ["--lang", "de", "draft", "konzept.md", "--review", name])
        assert result.exit_code == 0, result.output

    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()
    sheet = openpyxl.load_workbook("a.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:3] == ("Nr.", "Zweifel", "Wo")
    assert str(rows[-1][4]).endswith(" […]")
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
