"""The command ``site``: a website of several towns."""

from pathlib import Path

import click

from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept_site.portfolio import portfolio


def build() -> click.Command:
    """Return the command."""

    @click.command("site")
    @click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
    @click.option("-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder.")
    @click.option("--base", metavar="URL", help="Address at which the site is published.")
    @pass_session
    def command(session: Session, sources: tuple[str, ...], output: Path, base: str | None) -> None:
        """Write a website of several towns: a list of them, and below it the site of each SOURCE."""
        concepts = [session.concept(source).public() for source in sources]
        written = portfolio(concepts, base, session.language).write_to(output)
        click.echo(f"{output}: {len(written)}")

    return command
