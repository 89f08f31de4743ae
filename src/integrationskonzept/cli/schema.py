"""``schema``: the JSON Schema of the file format, for editors."""

from importlib.resources import files
from pathlib import Path

import click

from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.files import write_whole


@click.command("schema", short_help="Print the JSON Schema of the file format, for editors.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
@pass_session
def command(session: Session, output: Path | None) -> None:
    """Print the JSON Schema (draft 2020-12) that lets an editor complete and check a concept's file."""
    content = files("integrationskonzept").joinpath("concept.schema.json").read_bytes()
    if output is None:
        click.echo(content.decode("utf-8"), nl=False)
    else:
        session.say("{file}: written", file=write_whole(output, content))
