"""``compare``: list the changes between two editions."""

from pathlib import Path

import click

from integrationskonzept.cli.document import document_output, form_and_json_option
from integrationskonzept.cli.output import Output, deliver, force_option, internal_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.comparison.compare import compare
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.i18n.messages import message


@click.command("compare", short_help="List the changes between two editions of a concept.")
@click.argument("old")
@click.argument("new")
@form_and_json_option
@internal_option
@output_option
@force_option
@pass_session
def command(session: Session, old: str, new: str, form: str, internal: bool, output: Path | None, force: bool) -> None:
    """List the changes from OLD to NEW, each a file or a bundled concept, element by element.

    Internal content is left out; content that has become internal is not listed as dropped. The
    format markdown is meant for a paper to the council. Exit code 0 if nothing changed, 1 if
    something did, 2 if the two cannot be compared.
    """
    try:
        editions = session.concept(old), session.concept(new)
    except InvalidConceptError as error:
        session.print_findings(error.findings)
        raise click.exceptions.Exit(2) from None
    found = compare(*editions, public=not internal)
    if form == "json":
        result = Output.of_text(found.to_json(), output, said=message("a report"))
    else:
        result = document_output(session, found.blocks(session.language), form, output, said=message("a report"))
    deliver(session, result, force=force, sources=(old, new))
    if found.differs:
        raise click.exceptions.Exit(1)
