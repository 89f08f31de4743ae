"""The command ``site``: a website of several towns."""

from pathlib import Path

import click

from integrationskonzept.cli.output import deliver, export_outputs, force_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept_site.portfolio import portfolio


def build() -> click.Command:
    """Return the command."""
    return _command


@click.command("site")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the website."
)
@click.option("--base", metavar="URL", help="Address at which the website is published.")
@force_option
@pass_session
def _command(session: Session, sources: tuple[str, ...], output: Path, base: str | None, force: bool) -> None:
    """Write a website of several towns: a list of them, and below it the website of each SOURCE."""
    concepts = [session.concept(source).public() for source in sources]
    deliver(session, *export_outputs(portfolio(concepts, base, session.language), output), force=force, sources=sources)
