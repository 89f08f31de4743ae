"""Texts are measured with the widest usual font, and broken between words."""

import json

import pytest

from integrationskonzept.blocks.tree import Symbol
from integrationskonzept.documents.figures import letters
from integrationskonzept.documents.figures.canvas import Canvas, fitted, number
from integrationskonzept.documents.figures.letters import drawable, text_width, wrapped
from integrationskonzept.documents.figures.page import fill
from integrationskonzept.documents.figures.symbols import legend, symbol


def test_a_text_is_as_wide_as_its_letters() -> None:
    assert text_width("", 8) == 0
    assert text_width("iW", 10) == pytest.approx(text_width("i", 10) + text_width("W", 10))
    assert text_width("i", 8) < text_width("W", 8) < text_width("W", 8, bold=True)
    for text in ("Straße", "вулиця", "οδός", "Łódź", "Çeşme", "„100 €“ – …"):
        assert 0 < text_width(text, 8) < 8 * len(text)


def test_the_table_names_its_font_and_has_each_letter_once() -> None:
    table = json.loads(letters._TABLE.read_text(encoding="utf-8"))  # noqa: SLF001 - its content is what is measured
    assert "DejaVu Sans" in table["source"]
    for style in ("regular", "bold"):
        listed = "".join(table[style].values())
        assert len(listed) == len(set(listed))
        assert set("abcxyzäöüßẞABCÄÖÜ0123456789€„“–…éèñçşğıłőřžαωЖщії") <= set(listed)


def test_a_letter_that_is_not_in_the_table_is_a_square_and_a_mark_has_no_width() -> None:
    assert text_width("中", 8) == 8
    assert text_width("e\u0301", 8) == text_width("e", 8)


def test_lines_end_between_words_and_after_hyphens() -> None:
    assert wrapped("eins zwei drei", 30, 8) == ["eins", "zwei", "drei"]
    assert wrapped("Bund-Länder-Programm", 50, 8) == ["Bund-", "Länder-", "Programm"]
    assert wrapped("Bund/Land", 200, 8) == ["Bund/Land"]


def test_only_a_word_wider_than_a_line_is_broken_within() -> None:
    lines = wrapped("x" * 30, 40, 8)
    assert all(text_width(line, 8) <= 40 for line in lines)
    assert "".join(line.removesuffix("-") for line in lines) == "x" * 30
    assert wrapped("WW", 1, 8) == ["W-", "W-", ""]


def test_further_lines_are_cut_off_with_an_ellipsis() -> None:
    assert wrapped("eins zwei drei", 30, 8, most=2) == ["eins", "zwei …"]
    (cut,) = wrapped("Donaudampfschifffahrt", 60, 8, most=1)
    assert cut.endswith(" …")
    assert text_width(cut, 8) <= 60
    assert fitted("kurz", 60) == "kurz"
    assert fitted("Donaudampfschifffahrt", 60) == cut


def test_a_text_is_set_on_one_line_and_invisible_characters_are_shown() -> None:
    assert drawable(" a\n b\u00a0c\u202e ") == "a b c\\u202e"


def test_numbers_have_two_digits_at_most() -> None:
    assert [number(value) for value in (1, 1.5, 1.256, 10, -0.001)] == ["1", "1.5", "1.26", "10", "-0"]


def test_an_empty_text_is_not_drawn() -> None:
    canvas = Canvas(100)
    canvas.text(0, 0, " ")
    assert canvas.content == ""


def test_rows_fill_pages_and_headings_are_repeated() -> None:
    assert fill([], [], [], 100) == []
    assert fill([40, 40, 40], [0, 0, 0], [20], 100) == [[0, 1], [2]]
    assert fill([40, 40, 40], [0, 0, 1], [20, 20], 200) == [[0, 1, 2]]
    assert fill([40, 40], [0, 1], [20, 30], 120) == [[0], [1]]
    assert fill([500, 1], [0, 0], [0], 100) == [[0], [1]]


@pytest.mark.parametrize("sign", Symbol)
def test_every_status_has_a_sign_of_its_own(sign: Symbol) -> None:
    drawn = {}
    for one in Symbol:
        canvas = Canvas(20)
        symbol(canvas, 10, 10, one)
        drawn[one] = canvas.content
    assert [one for one, content in drawn.items() if content == drawn[sign]] == [sign]
    assert "<text" not in drawn[sign]


def test_a_legend_is_set_in_lines() -> None:
    def sign(canvas: Canvas, x: float, y: float) -> None:
        canvas.line(x, y, x + 1, y)

    assert legend([], 100).height == 0
    one, three = legend([(sign, "eins")], 100), legend([(sign, "eins"), (sign, "zwei"), (sign, "drei")], 100)
    assert 0 < one.height < three.height
    canvas = Canvas(100)
    three.draw(canvas, 0)
    assert canvas.content.count("<line") == canvas.content.count("<text") == 3
