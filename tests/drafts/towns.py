"""Drafts of small documents of fictitious towns."""

from typing import Any

from integrationskonzept.drafts import DocumentTree, Draft, draft_of
from integrationskonzept.drafts.html import read_html
from integrationskonzept.drafts.layout import layout_of
from integrationskonzept.drafts.markdown import read_markdown
from integrationskonzept.drafts.text import read_text
from integrationskonzept.model.measure import Measure

_READERS = {"md": read_markdown, "html": read_html, "txt": read_text}


def tree(text: str, form: str = "md") -> DocumentTree:
    """Return the tree of a text in Markdown, HTML or as it is."""
    return _READERS[form](text.encode())


def draft(text: str, form: str = "md", **layout: Any) -> Draft:
    """Return the draft of a text of the town of Auental, with the keys of a layout."""
    return draft_of(tree(text, form), layout_of({"town": "Stadt Auental", **layout}), f"auental.{form}")


def measure(text: str, form: str = "md", **layout: Any) -> Measure:
    """Return the only measure of a text."""
    (found,) = draft(text, form, **layout).concept.measures
    return found


def below(*lines: str) -> Measure:
    """Return a measure with these paragraphs below its head."""
    return measure("\n\n".join(["### Maßnahme 1: Sprachcafé", *lines]))


def codes(found: Draft) -> list[str]:
    """Return the kinds of doubts, without text that is outside."""
    return [doubt.code for doubt in found.doubts if doubt.code != "outside"]
