"""``convert``: write a concept in a different format."""

from pathlib import Path

import click

from integrationskonzept.api import encode
from integrationskonzept.cli.errors import WrongUseError
from integrationskonzept.cli.output import Output, deliver, force_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.i18n.messages import message


@click.command("convert", short_help="Write a concept in a different format, or in canonical form.")
@click.argument("source")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="The file to write; its suffix decides the format.",
)
@force_option
@click.option("--to", "form", metavar="FORMAT", help="The format for standard output.")
@pass_session
def command(session: Session, source: str, output: Path | None, form: str | None, force: bool) -> None:
    """Write SOURCE in a different format, or in the canonical form of its own.

    Everything is kept, internal content and foreign attributes (x- keys) as well;
    comments are not part of the data and are lost.
    """
    output = None if str(output) == "-" else output
    if (output is None) == (form is None):
        raise WrongUseError(message("say either where to write to (-o FILE) or in which format to print (--to FORMAT)"))
    content = encode(session.concept(source), form or output.suffix if output else form or "", host=session.host)
    deliver(session, Output(content=content, target=output), force=force, sources=(source,))
