"""Documents on the command line: as text for the terminal, as Markdown or as HTML."""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

import integrationskonzept.blocks as writers  # each is imported when it is used
from integrationskonzept.blocks.text import WIDTH, to_text
from integrationskonzept.blocks.tree import Chapter, Document
from integrationskonzept.cli.output import Output
from integrationskonzept.cli.session import Session
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.rules.report import COUNTED

FORMS = ("text", "markdown", "html")
"""Forms in which a document can be written."""

form_option = click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="Form of the document."
)
form_and_json_option = click.option(
    "--format",
    "form",
    type=click.Choice((*FORMS, "json")),
    default="text",
    show_default=True,
    help="Form of the document; json is for programs.",
)


def json_output(data: Any, target: Path | None) -> Output:
    """Return plain data as JSON."""
    return Output.of_text(json.dumps(data, ensure_ascii=False, indent=2), target, said=message("a report"))


def document_output(
    session: Session, document: Document, form: str, target: Path | None, *, said: Message | None = None
) -> Output:
    """Return a document as output, in one of `FORMS`; text is as wide as the terminal, or `WIDTH` where there is none.

    An older file is known to be of the same kind by the title.
    """
    template = document.title.template if isinstance(document.title, Message) else None
    in_terminal = target is None and sys.stdout.isatty()
    width = shutil.get_terminal_size((WIDTH, 0)).columns if in_terminal else WIDTH
    colour = in_terminal and not session.environment.get("NO_COLOR")
    text = _written(session, document, form, target, width=width, colour=colour)
    return Output.of_text(text, target, said=said, template=template, coloured=colour)


def findings_output(
    session: Session, documents: Sequence[Document], form: str, target: Path | None, *, colour: bool | None
) -> Output:
    """Return check reports as output; where text does not go to a terminal, each finding is one line, for programs.

    Args:
        session: The session.
        documents: The reports.
        form: One of `FORMS`.
        target: The file, or None for standard output.
        colour: Whether to colour text; by default only in a terminal, unless NO_COLOR is set.
    """
    in_terminal = target is None and sys.stdout.isatty()
    if colour is None:
        colour = in_terminal and not session.environment.get("NO_COLOR")
    coloured = colour and target is None
    width = shutil.get_terminal_size((WIDTH, 0)).columns if in_terminal else None
    if form == "html" and len(documents) > 1:
        chapters = [Chapter(each.title, each.blocks) for each in documents]
        documents = [Document(title=message("Report"), blocks=chapters, language=session.language)]
    texts = [_written(session, each, form, target, width=width, colour=coloured) for each in documents]
    return Output.of_text("\n".join(texts), target, said=message("a report"), template=COUNTED, coloured=coloured)


def _written(
    session: Session, document: Document, form: str, target: Path | None, *, width: int | None, colour: bool
) -> str:
    if form == "markdown":
        return writers.to_markdown(document, language=session.language)
    if form == "html":
        return writers.to_html(document, language=session.language)
    encoding = (sys.stdout.encoding or "utf-8") if target is None else "utf-8"
    return to_text(document, width=width, language=session.language, colour=colour, encoding=encoding)
