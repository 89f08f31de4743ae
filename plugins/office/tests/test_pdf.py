"""PDF documents as trees, and drafts of them."""

import pytest

from integrationskonzept.drafts import DocumentLayout, Heading, Paragraph, Table, draft_of
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept_office.readers.pdf import read_pdf
from plugins.office.tests.office_files import Mark, Square, Text, as_pdf, grid


def _rows(content: bytes) -> list[list[str]]:
    tables = [block for block in read_pdf(content).blocks if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def test_large_and_bold_lines_are_headings_and_wrapped_lines_are_paragraphs() -> None:
    page: list[Mark] = [
        Text(50, 100, "Integrationskonzept der Stadt Auental", 20),
        Text(50, 140, "1 Sprache", 15),
        Text(50, 170, "Die Stadt för-"),
        Text(50, 184, "dert das Reden."),
        Text(50, 220, "Zweiter Absatz"),
        Text(50, 234, "- eins"),
        Text(50, 260, "Nur fett", bold=True),
    ]

    found = read_pdf(as_pdf([page])).blocks
    assert [(block.text, block.level) for block in found if isinstance(block, Heading)] == [
        ("Integrationskonzept der Stadt Auental", 1),
        ("1 Sprache", 2),
        ("Nur fett", None),
    ]
    assert [[line.text for line in block.lines] for block in found if isinstance(block, Paragraph)] == [
        ["Die Stadt för-", "dert das Reden."],
        ["Zweiter Absatz", "eins"],
    ]
    assert found[0].place.page == 1


def test_headers_footers_page_numbers_and_contents_are_left_out() -> None:
    pages = [
        [Text(50, 20, "Konzept Auental"), Text(50, 300, f"Absatz {number}"), Text(50, 820, f"Seite {number}")]
        for number in range(1, 5)
    ]
    pages[0].append(Text(50, 400, "Vorwort ............ 3"))

    assert [block.text for block in read_pdf(as_pdf(pages)).blocks if isinstance(block, Paragraph)] == [
        "Absatz 1",
        "Absatz 2",
        "Absatz 3",
        "Absatz 4",
    ]


def test_tables_stand_between_the_paragraphs_around_them() -> None:
    page = [
        Text(50, 100, "davor"),
        *grid([("Maßnahme 1", "Café"), ("Ziel", "Reden\nund zuhören")], 130),
        Text(50, 300, "danach"),
    ]

    found = read_pdf(as_pdf([page])).blocks
    assert [type(block) for block in found] == [Paragraph, Table, Paragraph]
    assert _rows(as_pdf([page])) == [["Maßnahme 1", "Café"], ["Ziel", "Reden und zuhören"]]


def test_a_table_goes_on_on_the_next_page_and_a_row_that_is_open_there_is_found() -> None:
    first = grid([("Maßnahme 1", "Café"), ("Ziel", "• Reden")], 700)
    second = grid([("", "• Zuhören"), ("Zeitraum", "2025")], 40, open_top=True)

    draft = draft_of(read_pdf(as_pdf([first, second])), DocumentLayout())
    (measure,) = draft.concept.measures
    assert [statement.text for statement in measure.target_state] == ["Reden", "Zuhören"]
    assert [str(frame.start) for frame in measure.time_frames] == ["2025"]
    assert measure.discrepancies[0].sources[0].page == 2


def test_drawn_squares_are_bullets_unless_they_are_a_picture() -> None:
    items: list[Mark] = [
        Text(60, 100, "eins"),
        Square(50, 104),
        Text(60, 116, "zwei"),
        Square(50, 120),
        Square(300, 600),
    ]

    (found,) = read_pdf(as_pdf([items])).blocks
    assert isinstance(found, Paragraph)
    assert [(line.text, line.marked) for line in found.lines] == [("eins", True), ("zwei", True)]

    picture: list[Mark] = [Square(50 + at % 50 * 8, 300 + at // 50 * 8) for at in range(600)]
    (plain,) = read_pdf(as_pdf([[Text(60, 100, "eins"), Square(50, 104), *picture]])).blocks
    assert isinstance(plain, Paragraph)
    assert not plain.lines[0].marked


def test_small_digits_beside_letters_are_marks_of_footnotes() -> None:
    page: list[Mark] = [
        Text(50, 100, "Ein Café"),
        Text(96, 100, "12", 6),
        Text(50, 120, "Im Jahr 2025."),
        Text(50, 700, "12", 5),
        Text(58, 700, "Im Rathaus.", 8),
    ]

    texts = [block.text for block in read_pdf(as_pdf([page])).blocks if isinstance(block, Paragraph)]
    assert "".join(texts).replace(" ", "") == "EinCafé¹²ImJahr2025.¹²ImRathaus."


def test_a_pdf_of_too_many_pages_is_refused_and_not_read_in_part() -> None:
    pages = [[Text(50, 100, f"Seite {number}")] for number in range(2001)]
    with pytest.raises(InvalidConceptError) as error:
        read_pdf(as_pdf(pages))
    (finding,) = error.value.findings
    assert finding.message.text("de") == "das PDF hat 2001 Seiten; erlaubt sind höchstens 2000"
    assert finding.hint.text("de") == "Speichern Sie die Teile als eigene Dokumente"
