"""Importers of this library: plain text, Markdown and HTML."""

from collections.abc import Callable, Sequence

from integrationskonzept.drafts.assembly import draft_of
from integrationskonzept.drafts.draft import Draft
from integrationskonzept.drafts.html import read_html
from integrationskonzept.drafts.layout import Layout
from integrationskonzept.drafts.markdown import read_markdown
from integrationskonzept.drafts.text import read_text
from integrationskonzept.drafts.tree import DocumentTree
from integrationskonzept.files import InputFile
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.plugins.input_contracts import Importer


def _draft(read: Callable[[bytes], DocumentTree]) -> Callable[[InputFile, Layout], Draft]:
    """Return the function of an importer for the reader of a format."""
    return lambda file, layout: draft_of(read(file.content), layout, file.name)


@hookimpl
def integrationskonzept_importers() -> Sequence[Importer]:
    """Return the importers of text, Markdown and HTML."""
    return (
        Importer(name="text", title=message("Plain text"), suffixes=(".txt",), read=_draft(read_text), options=Layout),
        Importer(
            name="markdown",
            title=message("Markdown"),
            suffixes=(".md", ".markdown"),
            read=_draft(read_markdown),
            options=Layout,
        ),
        Importer(
            name="html",
            title=message("HTML"),
            suffixes=(".html", ".htm", ".xhtml"),
            read=_draft(read_html),
            options=Layout,
        ),
    )
