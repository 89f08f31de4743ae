"""Text stays text inside a page, whatever the CMS would take it for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from integrationskonzept.plugins.kit import clean_text
from integrationskonzept_integreat.cms_html import cleaned
from integrationskonzept_integreat.html_text import markup
from integrationskonzept_integreat.slug import slug


def test_markup_and_line_ends_are_written_as_text_and_breaks() -> None:
    assert markup("<b>a</b> & b\r\nc") == "&lt;b&gt;a&lt;/b&gt; &amp; b<br>c"


def test_a_bracket_stands_in_an_element_of_its_own_so_that_it_begins_no_shortcode() -> None:
    assert markup("[page 1]") == "<span>[</span>page 1]"


def test_a_quote_before_an_address_does_so_that_the_address_is_not_corrected() -> None:
    assert markup('"https://[x"') == '<span>"</span>https://<span>[</span>x"'
    assert markup('"so" sagte er') == '"so" sagte er'


def test_what_no_page_can_carry_is_left_out() -> None:
    assert markup("a\x00\x1b[31m\ud800\ufffeb") == "a<span>[</span>31mb"


@given(st.text())
def test_a_reader_sees_every_character_and_the_cms_changes_none(text: str) -> None:
    page = f"<div>\n<p>{markup(text)}</p>\n</div>"
    assert cleaned(page) == cleaned(cleaned(page))
    shown = document_fromstring(cleaned(page)).find(".//div")
    assert shown is not None
    assert not {element.tag for element in shown.iter()} - {"div", "p", "span", "br"}
    for line_end in shown.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    assert "".join(map(str, shown.itertext())) == f"\n{clean_text(text)}\n"


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_text_without_letters_is_written_as_it_is(text: str) -> None:
    assert markup(text) == text.replace("\n", "<br>")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Wohnen/ gute Nachbarschaft", "wohnen-gute-nachbarschaft"),
        ("Maßnahmen & Ziele 2026", "maßnahmen-ziele-2026"),
        ("  -- Ä --  ", "ä"),
        ("مرحبا بالعالم", "مرحبا-بالعالم"),
        ("!?", "page"),
    ],
)
def test_names_of_files_are_made_of_titles(title: str, name: str) -> None:
    assert slug(title, "page") == name
