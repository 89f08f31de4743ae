"""Documents in the profile for Integreat: the CMS stores them as they are."""

import pytest
from hypothesis import given

from integrationskonzept.blocks import Document, HtmlProfile, to_html
from integrationskonzept_integreat.cms_html import cleaned
from tests.accounts.accounts import TOWNS, town_documents
from tests.blocks.trees import documents, quickly


def stored(html: str) -> str:
    """Return a document as the CMS returns it, in one element."""
    return cleaned(html.strip())


@pytest.mark.parametrize("name", TOWNS)
def test_the_cms_keeps_every_document_of_a_town(name: str) -> None:
    for kind, document in town_documents(name, "de").items():
        html = to_html(document, profile=HtmlProfile.INTEGREAT).strip()
        assert stored(html) == html, kind


@quickly
@given(documents())
def test_the_cms_keeps_any_document(document: Document) -> None:
    html = to_html(document, profile=HtmlProfile.INTEGREAT).strip()
    assert stored(html) == html
