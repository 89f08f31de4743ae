"""Plain text, Markdown and HTML as trees of headings, paragraphs and tables."""

import pytest

from integrationskonzept.drafts.notation import footnote, items_of, lines_of, may_hold_several, possible_parts
from integrationskonzept.drafts.text import read_text
from integrationskonzept.drafts.tree import Block, Cell, DocumentPlace, Heading, Line, Paragraph, Table, joined
from integrationskonzept.errors import InvalidConceptError
from tests.drafts.towns import tree


def _shape(text: str, form: str) -> list[object]:
    """Return a text as a list of headings, paragraphs and rows, short enough to read."""
    return [_part(block) for block in tree(text, form).blocks]


def _part(block: Block) -> object:
    if isinstance(block, Heading):
        return ("h", block.level, block.text)
    if isinstance(block, Paragraph):
        return ("p", *[f"{'• ' if line.marked else ''}{line.text}" for line in block.lines])
    return [[cell.text if not cell.is_merged else ".." for cell in row.cells] for row in block.rows]


def test_a_line_alone_is_a_heading_of_a_text_and_its_number_says_the_level() -> None:
    text = "1 Einleitung\n\nEin Satz.\nNoch einer.\n\n1.2 Ziele\n\nkein Titel\n\nhttp://x.de\n\n- a\n- b\n"

    assert _shape(text, "txt") == [
        ("h", 1, "1 Einleitung"),
        ("p", "Ein Satz.", "Noch einer."),
        ("h", 2, "1.2 Ziele"),
        ("p", "kein Titel"),
        ("p", "http://x.de"),
        ("p", "• a", "• b"),
    ]


def test_the_table_of_contents_says_which_lines_are_headings() -> None:
    text = (
        "Inhalt\n\nVorwort.....\t3\n2. Was wir wollen, und warum: \t4\n\nVorwort\n\n"
        "Hallo!\n\nWas wir wollen, und warum:\n\nViel.\n\nVorwort ..... 3\n"
    )

    found = read_text(text.encode())
    headings = [block for block in found.blocks if isinstance(block, Heading)]
    assert [(heading.text, heading.page) for heading in headings] == [
        ("Inhalt", None),
        ("Vorwort", 3),
        ("Was wir wollen, und warum:", 4),
    ]


def test_lines_with_tabulators_are_a_table_and_tags_of_lists_are_read() -> None:
    text = 'Ziel\t<ul style="x"> ▪ Reden ▪ Zuhören\nOrt\t<ul><li>hier<li>dort</ul>\nTon\t**leise**\n---\nEnde.'

    found = tree(text, "txt").blocks
    assert isinstance(found[0], Table)
    rows = [[[line.text for line in cell.lines] for cell in row.cells] for row in found[0].rows]
    assert rows == [[["Ziel"], ["Reden", "Zuhören"]], [["Ort"], ["hier", "dort"]], [["Ton"], ["leise"]]]
    assert found[0].rows[0].cells[1].is_list
    assert found[0].rows[1].place == DocumentPlace(line=2)
    assert found[1] == Paragraph(lines=(Line("Ende."),), place=DocumentPlace(line=5))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_of_offices(encoding: str) -> None:
    assert read_text("Maßnahme über alles".encode(encoding)).blocks == read_text("Maßnahme über alles".encode()).blocks


def test_binary_data_is_no_text() -> None:
    with pytest.raises(InvalidConceptError, match="binary data") as error:
        read_text(b"PK\x03\x04\x00\x00")
    assert [finding.code for finding in error.value.findings] == ["IK960"]


def test_a_rule_of_signs_is_nothing() -> None:
    assert _shape("---\n\n***\n\n<br>\n", "txt") == []


def test_markdown_has_headings_lists_tables_and_bold_beginnings() -> None:
    text = (
        "Titel\n=====\n\nTeil\n----\n\n## Ein *Titel* ##\n\nText\n"
        "| a | b |\n| --- | --- |\n| **c**<br>d | [e](f) \\| g |\nmehr\n\n"
        "**Ziel:** Reden\n\n**Nur fett**\n\n* eins\n* zwei\n\n```\n\n> Zitat\n\n###\n\n<!-- x -->\n"
    )

    assert _shape(text, "md") == [
        ("h", 1, "Titel"),
        ("h", 2, "Teil"),
        ("h", 2, "Ein Titel"),
        ("p", "Text"),
        [["a", "b"], ["c d", "e | g"]],
        ("p", "mehr"),
        ("p", "Ziel: Reden"),
        ("p", "Nur fett"),
        ("p", "• eins", "• zwei"),
        ("p", "Zitat"),
    ]
    leads = [block.lead for block in tree(text).blocks if isinstance(block, Paragraph)]
    assert leads == [None, None, "Ziel", None, None, None]


def test_a_table_at_the_end_of_markdown_has_its_last_row() -> None:
    assert _shape("| a | b |\n| --- | --- |\n| c | d |", "md") == [[["a", "b"], ["c", "d"]]]


def test_html_has_headings_paragraphs_lists_and_hidden_parts() -> None:
    text = (
        "<title> Mein Konzept </title><style>p{}</style><h2>Ein <b>Titel</b></h2><p><b>Ziel:</b> Reden<sup>1</sup></p>"
        "<ul><li>eins</li><li>zwei<br>drei</li></ul><dl><dt>Ort</dt><dd>hier</dd></dl><nav>weg</nav>Ende<p><b>fett</b></p>"
    )

    assert tree(text, "html").title == "Mein Konzept"
    assert _shape(text, "html") == [
        ("h", 2, "Ein Titel"),
        ("p", "Ziel: Reden¹"),
        ("p", "• eins"),
        ("p", "• zwei", "drei"),
        ("p", "Ort", "hier"),
        ("p", "Ende"),
        ("p", "fett"),
    ]
    paragraphs = [block for block in tree(text, "html").blocks if isinstance(block, Paragraph)]
    assert (paragraphs[0].lead, paragraphs[-1].lead) == ("Ziel", None)


def test_html_tables_have_merged_cells_and_text_of_inner_tables() -> None:
    text = (
        "<table><tr><td rowspan=3>a</td><td colspan=2>b</td></tr>"
        "<tr><td>c<td>d</tr><tr><td colspan=x>e</td></tr></table>"
        "<table><td><h3>k</h3><table><tr><td>l</td></tr></table></td></table></table><table><tr></tr></table><td>m</td>"
    )

    assert _shape(text, "html") == [
        [["a", "b", ".."], ["..", "c", "d"], ["..", "e"]],
        [["k l"]],
        ("p", "m"),
    ]


def test_html_that_ends_within_a_table_is_read_to_its_end() -> None:
    assert _shape("<table><tr><td>a<td>b", "html") == [[["a", "b"]]]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Sprach-", "kurse", "Sprachkurse"),
        ("Sprach-", "und Lesekurse", "Sprach- und Lesekurse"),
        ("Mutter-", "Kind", "Mutter-Kind"),
        ("Ende –", "Anfang", "Ende – Anfang"),
        ("", "Anfang", "Anfang"),
        ("Ende", " ", "Ende"),
        ("a -", "b", "a - b"),
        ("Haus-", "2", "Haus- 2"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_joined(first: str, second: str, whole: str) -> None:
    assert joined(first, second) == whole


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("▪ a ▪ b", [("a", True), ("b", True)]),
        ("vorab ▪ a", [("vorab", False), ("a", True)]),
        ("\uf0b7 a\nb", [("a", True), ("b", False)]),
        ("▪\na", [("a", True)]),
        ("1. a\n2. b", [("a", True), ("b", True)]),
        ("1. Titel", [("1. Titel", False)]),
        ("- a", [("a", True)]),
        ("o Punkt", [("Punkt", True)]),
        ("2025", [("2025", False)]),
        ("\u00a0a\u00adb\u00a0", [("ab", False)]),
        ("", []),
    ],
)
def test_list_marks_begin_items(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(line.text, line.marked) for line in lines_of(text)] == expected


def test_items_go_on_over_lines_and_lose_footnote_marks() -> None:
    found = items_of([Line("Sprach-", marked=True), Line("kurse ¹²"), Line("Chor³", apart=True)])

    assert [(item.text, item.footnotes) for item in found] == [("Sprachkurse", (12,)), ("Chor", (3,))]


def test_a_footnote_begins_with_a_raised_number() -> None:
    assert footnote("¹² Im Rathaus.") == (12, "Im Rathaus.")
    assert footnote("12 Im Rathaus.") is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Projekte zur Förderung Termine", ("Projekte zur Förderung", "Termine")),
        (
            "Kontakte gibt es kaum Interkulturelle Begegnungen fehlen",
            ("Kontakte gibt es kaum", "Interkulturelle Begegnungen fehlen"),
        ),
        ("Das ist so. Es bleibt z.B. dabei", ("Das ist so.", "Es bleibt z.B. dabei")),
        ("Große Kulturen", ("Große Kulturen",)),
        ("alles klein", ("alles klein",)),
    ],
)
def test_a_text_without_list_marks_may_consist_of_parts(text: str, parts: tuple[str, ...]) -> None:
    assert possible_parts(text) == parts


def test_only_a_long_text_of_several_parts_is_doubtful() -> None:
    assert not may_hold_several("Kurse Termine")
    assert not may_hold_several("ein sehr langer text ganz ohne große buchstaben und ohne punkt")


def test_places_are_told_in_words() -> None:
    place = DocumentPlace(page=3, table=2, row=5)

    assert place.message().text("de") == "Seite 3, Tabelle 2, Zeile 5"
    assert DocumentPlace(sheet="Plan", row=2).message().text("de") == "Blatt „Plan“, Zeile 2"
    assert DocumentPlace().message().text("de") == "im Dokument"
    assert Cell().text == ""


def test_a_table_of_contents_may_be_the_end_of_a_text() -> None:
    assert _shape("Inhalt\nVorwort.....\t3", "txt") == [("h", None, "Inhalt")]


def test_bold_text_in_a_cell_of_html_is_no_beginning_of_a_paragraph() -> None:
    assert _shape("<table><tr><td><b>a</b> b</td></tr></table>", "html") == [[["a b"]]]
