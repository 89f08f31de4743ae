"""Documents on the command line: as text for the terminal, as Markdown or as HTML."""

import shutil
import sys
from pathlib import Path

import click

from integrationskonzept.blocks.html import to_html
from integrationskonzept.blocks.markdown import to_markdown
from integrationskonzept.blocks.text import WIDTH, to_text
from integrationskonzept.blocks.tree import Document
from integrationskonzept.cli.output import Output
from integrationskonzept.cli.session import Session
from integrationskonzept.i18n.messages import Message

FORMS = ("text", "markdown", "html")
"""Forms in which a document can be written."""

form_option = click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="Form of the document."
)


def document_output(
    session: Session,
    document: Document,
    form: str,
    target: Path | None,
    *,
    said: Message | None = None,
) -> Output:
    """Return a document as output, in one of `FORMS`; the title makes a later one of the same kind known."""
    template = document.title.template if isinstance(document.title, Message) else None
    return Output.of_text(written(session, document, form, target), target, said=said, template=template)


def written(session: Session, document: Document, form: str, target: Path | None = None) -> str:
    """Return a document as text of a form: text as wide as the terminal, or `WIDTH` where there is none."""
    if form == "markdown":
        return to_markdown(document, language=session.language)
    if form == "html":
        return to_html(document, language=session.language)
    is_terminal = target is None and sys.stdout.isatty()
    width = shutil.get_terminal_size((WIDTH, 0)).columns if is_terminal else WIDTH
    encoding = sys.stdout.encoding or "utf-8" if target is None else "utf-8"
    return to_text(document, width=width, language=session.language, encoding=encoding)
