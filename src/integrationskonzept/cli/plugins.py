"""``plugins``: what is installed, what it brings, and what failed."""

import json

import attrs
import click

from integrationskonzept.cli.session import Session, pass_session


@click.command("plugins", short_help="List every plugin, what it brings, and why one failed.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@pass_session
def command(session: Session, as_json: bool) -> None:
    """List every plugin with its distribution, its state and what it brings."""
    plugins = session.host.plugins()
    if as_json:
        click.echo(json.dumps([attrs.asdict(plugin) for plugin in plugins], ensure_ascii=False, indent=2))
        return
    for plugin in plugins:
        origin = f"{plugin.distribution} {plugin.version}" if plugin.distribution else "-"
        click.echo(f"{plugin.name:24} {plugin.state:7} {origin:36} {', '.join(plugin.brings)}".rstrip())
        if plugin.reason:
            click.echo(f"    {plugin.reason}")
