"""Importers of this library: plain text, Markdown and HTML."""

from collections.abc import Sequence

from integrationskonzept.drafts.assembly import draft_of
from integrationskonzept.drafts.draft import Draft
from integrationskonzept.drafts.html import read_html
from integrationskonzept.drafts.layout import DraftOptions
from integrationskonzept.drafts.markdown import read_markdown
from integrationskonzept.drafts.text import read_text
from integrationskonzept.files import InputFile
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.hookspecs import hookimpl
from integrationskonzept.plugins.input_contracts import Importer


def _read_text(file: InputFile, options: DraftOptions) -> Draft:
    return draft_of(read_text(file.content), options.document_layout, file.name)


def _read_markdown(file: InputFile, options: DraftOptions) -> Draft:
    return draft_of(read_markdown(file.content), options.document_layout, file.name)


def _read_html(file: InputFile, options: DraftOptions) -> Draft:
    return draft_of(read_html(file.content), options.document_layout, file.name)


TEXT = Importer(name="text", title=message("Plain text"), suffixes=(".txt",), read=_read_text, options=DraftOptions)
MARKDOWN = Importer(
    name="markdown",
    title=message("Markdown"),
    suffixes=(".md", ".markdown"),
    read=_read_markdown,
    options=DraftOptions,
)
HTML = Importer(
    name="html",
    title=message("HTML"),
    suffixes=(".html", ".htm", ".xhtml"),
    read=_read_html,
    options=DraftOptions,
)


@hookimpl
def integrationskonzept_importers() -> Sequence[Importer]:
    """Return the importers of text, Markdown and HTML."""
    return (TEXT, MARKDOWN, HTML)
