"""``new-plugin``: write a working plugin package."""

from pathlib import Path

import click

from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.plugins.scaffold import PluginKind, new_plugin


@click.command("new-plugin", short_help="Write a working plugin package as a starting point.")
@click.argument("name")
@click.option(
    "-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="Folder for the package."
)
@click.option(
    "--kind", type=click.Choice([kind.value for kind in PluginKind]), default=PluginKind.EXPORTER.value,
    show_default=True, help="What it provides; a town has keys, a rule, a profile and a concept.",
)  # fmt: skip
@pass_session
def command(session: Session, name: str, output: Path, kind: str) -> None:
    """Write a plugin package NAME: pyproject, module, test with the contract suites, README."""
    for file in new_plugin(name, output, PluginKind(kind)):
        session.say("{file}: written", file=file)
