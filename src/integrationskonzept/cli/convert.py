"""``convert``: the same concept in another format."""

from pathlib import Path

import click

from integrationskonzept import api
from integrationskonzept.cli.failing import WrongUseError
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.language import message


@click.command("convert", short_help="Write a concept in another format, or in its canonical form.")
@click.argument("source")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; its suffix tells the format.",
)
@click.option("--to", "form", metavar="FORMAT", help="The format, where it is written to standard output.")
@pass_session
def command(session: Session, source: str, output: Path | None, form: str | None) -> None:
    """Write SOURCE in another format, or again in the canonical form of its own.

    Foreign attributes (x- keys) are kept; comments are not part of the data and are lost.
    """
    if (output is None) == (form is None):
        raise WrongUseError(message("say either where to write to (-o FILE) or in which format to print (--to FORMAT)"))
    concept = session.concept(source)
    if output is None:
        click.echo(api.dumps(concept, form or "", host=session.host), nl=False)
    else:
        session.say("{file}: written", file=api.save(concept, output, host=session.host))
