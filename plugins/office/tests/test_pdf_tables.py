"""Tables of PDF documents without lines between columns, or without any; columns of text; words broken at the end."""

from collections.abc import Sequence

from integrationskonzept.drafts import Heading, Paragraph, Table
from integrationskonzept_office.readers.pdf import read_pdf
from plugins.office.tests.office_files import Mark, Rule, Text, as_pdf, grid

STEPS = 14
"""Distance of two lines, in points."""


def _spread(rows: Sequence[Sequence[str]], top: float, columns: Sequence[float] = (50, 160)) -> list[Mark]:
    """Return the texts of a table without lines; lines of a cell are divided by line breaks."""
    marks: list[Mark] = []
    for row in rows:
        cells = [text.split("\n") for text in row]
        for x, lines in zip(columns, cells, strict=True):
            marks += [Text(x, top + STEPS * at, line) for at, line in enumerate(lines) if line]
        top += STEPS * max(len(lines) for lines in cells)
    return marks


def _tables(pages: Sequence[Sequence[Mark]]) -> list[list[list[str | None]]]:
    found = [block for block in read_pdf(as_pdf(pages)).blocks if isinstance(block, Table)]
    return [[[None if cell.is_merged else cell.text for cell in row.cells] for row in table.rows] for table in found]


SHEET = [
    ("Maßnahme 1", "Sprachcafé im Rathaus ausbauen"),
    ("Ziel", "Alle können sich im Alltag verständigen\nund nehmen am Leben der Stadt teil"),
    ("Federführung", "Amt für Soziales"),
    ("Zeitraum", "2025 bis 2027"),
]
FLAT = [[text.replace("\n", " ") for text in row] for row in SHEET]


def test_a_table_without_lines_is_told_by_the_gaps_between_its_columns() -> None:
    before, after = Text(50, 60, "Die Stadt geht so vor, wie es das Blatt beschreibt."), Text(50, 220, "Danach.")
    blocks = read_pdf(as_pdf([[before, *_spread(SHEET, 100), after]])).blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph]
    assert _tables([[before, *_spread(SHEET, 100), after]]) == [FLAT]


def test_a_label_may_have_several_lines() -> None:
    rows = [*SHEET[:2], ("Soll-\nZustand", "Das Café ist an drei Nachmittagen offen\nund es gibt Kuchen"), *SHEET[2:]]
    (table,) = _tables([_spread(rows, 100)])
    assert table[2] == ["Soll-Zustand", "Das Café ist an drei Nachmittagen offen und es gibt Kuchen"]


def test_lines_between_rows_show_where_rows_begin() -> None:
    marks = _spread([("Ziel", "Alle reden miteinander"), ("Zuständige\nStelle der\nStadt", "Amt"), *SHEET[2:]], 100)
    rules = [Rule(50, y, 500, y) for y in (98, 113, 155, 169, 183)]
    (table,) = _tables([[*marks, *rules]])
    assert table == [["Ziel", "Alle reden miteinander"], ["Zuständige Stelle der Stadt", "Amt"], *FLAT[2:]]


def test_a_table_of_many_columns_has_a_row_for_each_number() -> None:
    columns = (50, 80, 220, 400)
    rows = [
        ("Nr.", "Maßnahme", "Ziel", "Wann"),
        ("1", "Sprachcafé\nim Rathaus", "Alle verständigen sich", "2025"),
        ("2", "Bücherkiste", "Kinder lesen gern\nund viel", "2026"),
        ("3", "Turnier", "Menschen begegnen sich", "2027"),
    ]
    (table,) = _tables([_spread(rows, 100, columns)])
    assert table == [[text.replace("\n", " ") for text in row] for row in rows]


def test_a_table_without_lines_goes_on_on_the_next_page() -> None:
    first = _spread(SHEET[:2], 770)
    second = [Text(160, 40, "und gestalten sie mit"), *_spread(SHEET[2:], 54)]
    assert _tables([_spread(SHEET, 100), first, second])[1:] == [
        FLAT[:2],
        [["", "und gestalten sie mit"], *FLAT[2:]],
    ]


def test_text_beside_a_cell_that_no_line_closes_belongs_to_the_row() -> None:
    marks = grid([("Maßnahme 1", "Café"), ("Ziel", "Alle reden."), ("Wer", "Stadt")], 100)
    open_row = [mark for mark in marks if not (isinstance(mark, Rule) and mark.x0 == mark.x1 == 540 and mark.y0 == 120)]
    assert len(open_row) == len(marks) - 1
    (table,) = _tables([open_row])
    assert ["Ziel", "Alle reden."] in table


def test_a_merged_cell_whose_text_stands_in_columns_is_read_as_columns() -> None:
    marks = grid([("Maßnahme 1", "Café"), ("Ziel", "Alle reden."), ("Wer", "Stadt")], 100)
    merged = [mark for mark in marks if not (isinstance(mark, Rule) and mark.x0 == mark.x1 == 180 and mark.y0 == 120)]
    assert _tables([merged]) == [[["Maßnahme 1", "Café"], ["Ziel", "Alle reden."], ["Wer", "Stadt"]]]


def test_a_merged_cell_whose_text_goes_across_the_columns_stays_one() -> None:
    marks = grid([("Maßnahme 1", "Café"), ("Diese Worte stehen über beiden Spalten.", ""), ("Wer", "Stadt")], 100)
    merged = [mark for mark in marks if not (isinstance(mark, Rule) and mark.x0 == mark.x1 == 180 and mark.y0 == 120)]
    assert _tables([merged])[0][1] == ["Diese Worte stehen über beiden Spalten.", None]


def test_lists_addresses_and_tables_of_contents_are_no_tables() -> None:
    items: list[Mark] = []
    for at in range(6):
        items += [Text(50, 100 + 20 * at, "•"), Text(70, 100 + 20 * at, f"Punkt {at} der Liste")]
        items += [Text(50, 300 + 20 * at, f"Kapitel {at}"), Text(480, 300 + 20 * at, str(at + 3))]
    assert _tables([items]) == []


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    lines = [f"Zeile {at} der Spalte mit etwas mehr Text" for at in range(12)]
    page: list[Mark] = [Text(50, 60, "Integrationskonzept der Stadt Auental 2025 bis 2029", 20)]
    page += [Text(50, 100 + STEPS * at, f"Linke {line}") for at, line in enumerate(lines)]
    page += [Text(320, 100 + STEPS * at, f"Rechte {line}") for at, line in enumerate(lines)]

    heading, left, right = read_pdf(as_pdf([page])).blocks
    assert isinstance(heading, Heading)
    assert isinstance(left, Paragraph)
    assert isinstance(right, Paragraph)
    assert left.text.startswith("Linke Zeile 0")
    assert "Rechte" not in left.text
    assert right.text.startswith("Rechte Zeile 0")


def test_a_word_that_fills_a_narrow_cell_alone_goes_on_in_the_next_line() -> None:
    def table(first: str, second: str) -> str | None:
        marks = grid([("Indikator", f"{first}\n{second}"), ("Ziel", "Alle reden."), ("Wer", "Stadt")], 100)
        narrow = [evolved(mark) for mark in marks]
        return _tables([narrow])[0][0][1]

    def evolved(mark: Mark) -> Mark:
        return Rule(mark.x0, mark.y0, 306, mark.y1) if isinstance(mark, Rule) and mark.x1 == 540 else mark

    assert table("Nachbarschaftsinitiative", "n (Nebenan.de)") == "Nachbarschaftsinitiativen (Nebenan.de)"
    assert table("Nachbarschaftsinitiative", "und mehr") == "Nachbarschaftsinitiative und mehr"
    assert table("Nachbarschaft", "neu beleben") == "Nachbarschaft neu beleben"
