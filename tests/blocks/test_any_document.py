"""Properties of every document in every medium."""

import pytest
from hypothesis import given

from integrationskonzept.blocks.html import HtmlProfile, to_html
from integrationskonzept.blocks.markdown import to_markdown
from integrationskonzept.blocks.text import to_text
from integrationskonzept.blocks.tree import Document
from integrationskonzept.blocks.width import display_width
from tests.blocks.trees import (
    SHORT_WORDS,
    Page,
    as_link,
    as_text,
    documents,
    expected_lines,
    folded,
    markdown_lines,
    missing,
    quickly,
)

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "main", "div", "section", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure"),
    *("figcaption", "details", "summary", "svg", "path", "a", "span", "strong", "small", "code", "br"),
}
ATTRIBUTES = {
    *("lang", "dir", "charset", "name", "content", "class", "id", "href", "scope", "style", "data-head", "aria-hidden"),
    *("colspan", "viewbox", "role", "aria-label", "d"),
}


@quickly
@given(documents())
def test_text_contains_every_line(document: Document) -> None:
    lines = [folded(line) for line in to_text(document, width=None).split("\n")]
    assert missing(expected_lines(document, as_text), lines) == []


@quickly
@given(documents())
def test_markdown_contains_every_line_and_no_markup_of_a_text(document: Document) -> None:
    lines = markdown_lines(to_markdown(document))
    assert missing(expected_lines(document, as_link), lines) == []


@pytest.mark.parametrize("profile", HtmlProfile)
@quickly
@given(document=documents())
def test_html_contains_every_line_and_no_element_of_a_text(document: Document, profile: HtmlProfile) -> None:
    html = to_html(document, profile=profile)
    page = Page(html)
    expected = expected_lines(document, as_link)
    if profile is HtmlProfile.INTEGREAT:
        expected.pop(0)
    assert missing(expected, [*page.lines, *map(folded, page.values("aria-label"))]) == []
    assert page.tags() <= ELEMENTS
    assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
    assert all(target.startswith(("https:", "http:", "mailto:", "tel:", "#")) for target in page.values("href"))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in page.values("href") if target.startswith("#")} <= set(ids)
    assert f'lang="{document.language}"' in html


@pytest.mark.parametrize("width", [60, 80, 120])
@quickly
@given(document=documents())
def test_no_line_is_wider_than_the_terminal(document: Document, width: int) -> None:
    assert max(map(display_width, to_text(document, width=width).split("\n"))) <= width


@pytest.mark.parametrize("width", [60, 80, 120])
@quickly
@given(document=documents(SHORT_WORDS))
def test_no_word_is_cut(document: Document, width: int) -> None:
    whole = {word for word in to_text(document, width=None).split() if word.strip("-")}
    written = {word for word in to_text(document, width=width).split() if word.strip("-=")}
    note = {word for line in to_text(document, width=width).split("\n") if "(without" in line for word in line.split()}
    assert {word for word in written - whole if not word.endswith((":", ",", ")")) and word not in note} <= {"(ohne:"}


@quickly
@given(documents())
def test_equal_documents_are_written_alike(document: Document) -> None:
    assert to_text(document) == to_text(document)
    assert to_markdown(document) == to_markdown(document)
    assert to_html(document) == to_html(document)


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
@quickly
@given(document=documents())
def test_signs_can_be_written_in_the_encoding(document: Document, encoding: str) -> None:
    text = to_text(document, encoding=encoding)
    own = {character for character in text if character in "○◐●∞✕▲"}
    assert own <= set("".join(expected_lines(document, as_text)))
