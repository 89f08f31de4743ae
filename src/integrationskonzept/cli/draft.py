"""``draft``: read a document of a town as the draft of a concept, with a review list of every doubt."""

from collections.abc import Sequence
from pathlib import Path

import click

from integrationskonzept import api
from integrationskonzept.cli.document import FORMS, document_output
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.export_options import pairs_in, with_defaults
from integrationskonzept.cli.output import Output, deliver, sheet_output
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.documents.draft import draft_document, recognised_document
from integrationskonzept.drafts.review import review_sheet
from integrationskonzept.formats.yaml import YAML
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.inputs import draft, importer_for


@click.command("draft", short_help="Read a document (Word, PDF, …) as the draft of a concept.")
@click.argument("document", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file for the draft: .yaml, or the suffix of a different format.",
)
@click.option(
    "--review",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file for the review list: .csv, or .xlsx with the plugin integrationskonzept-office.",
)
@click.option(
    "--layout",
    "layout_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A TOML file with the labels and the structure of your documents.",
)
@click.option("--town", metavar="NAME", help="Name of the municipality, where the document does not say it.")
@click.option("--from", "importer", metavar="NAME", help="Importer that reads DOCUMENT; by default its suffix decides.")
@click.option("--option", "settings", metavar="KEY=VALUE", multiple=True, help="An option of the importer.")
@click.option("--explain", is_flag=True, help="Show what was recognised, to write a layout; write nothing.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="Form of the report."
)
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
@pass_session
def command(
    session: Session,
    document: Path,
    output: Path | None,
    review: Path | None,
    layout_file: Path | None,
    town: str | None,
    importer: str | None,
    settings: tuple[str, ...],
    explain: bool,
    form: str,
    force: bool,
) -> None:
    """Read DOCUMENT as the draft of a concept.

    Tables and labels are recognised by a catalogue of words, and by a layout of your own. What was
    guessed is marked in the draft, and listed for review; nothing is dropped in silence. Without
    -o, the doubts are only shown. Existing files are not overwritten without --force.
    """
    named = {"layout": layout_file, "town": town}
    options = {**pairs_in(settings), **{name: value for name, value in named.items() if value is not None}}
    chosen = importer_for(document, importer, session.host)
    with session.working(message("reading {source}", source=document).text(session.language)):
        found = draft(
            document, importer=importer, host=session.host, **with_defaults(session, chosen, str(document), options)
        )
    if explain:
        deliver(session, document_output(session, recognised_document(found.recognised), form, None))
        return
    files: list[Output] = []
    if output is not None:
        files.append(
            Output(content=api.encode(found.concept, output.suffix or YAML.name, host=session.host), target=output)
        )
    if review is not None:
        files.append(sheet_output(review_sheet(found.doubts, session.language), review))
    _refuse_existing([file.target for file in files if file.target], force=force)
    deliver(session, *files, force=True)
    if not files:
        deliver(session, document_output(session, draft_document(found), form, None))
        return
    if len(found.doubts) == 1:
        session.say("one doubt is to be compared with the document")
    else:
        session.say("{count} doubts are to be compared with the document", count=len(found.doubts))
    if found.is_bare:
        session.say(
            "no measure, offer or activity was recognised; --explain shows what was, and a layout (--layout) says what"
            " your documents look like"
        )
    if output is not None:
        command = session.command("check", output, "--profile", "publishable")
        session.say("check it with: {command}", command=command)


def _refuse_existing(files: Sequence[Path], *, force: bool) -> None:
    """Raise `WrongUseError` if a file exists: a draft is worked on by hand, and must not be lost."""
    for file in files:
        if file.exists() and not force:
            raise WrongUseError(message("{file} exists; name another file, or overwrite it with --force", file=file))
