"""``plugins``: what is installed, what it brings, and what failed."""

import json
from collections.abc import Iterable

import click

from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.plugins.provider import PluginState

_FEW = 8
"""Things of one kind that are named; more of them are counted."""


@click.command("plugins", short_help="List every plugin, what it brings, and why one failed.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@pass_session
def command(session: Session, as_json: bool) -> None:
    """List every plugin with its distribution, its state and what it brings.

    Exit code 1 when one of them failed, or a part of it.
    """
    plugins = session.host.plugins()
    if as_json:
        listed = [plugin.as_data(session.language) for plugin in plugins]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    for plugin in () if as_json else plugins:
        origin = f"{plugin.distribution} {plugin.version}" if plugin.distribution else "-"
        click.echo(f"{plugin.name:24} {plugin.state:7} {origin:36} {_brief(plugin.brings)}".rstrip())
        for said in (*plugin.faults, *plugin.remarks):
            click.echo(f"    {said.text(session.language)}")
    if any(plugin.state in {PluginState.FAILED, PluginState.PARTLY} for plugin in plugins):
        raise click.exceptions.Exit(1)


def _brief(brings: Iterable[str]) -> str:
    """Say what a plugin brings, kind by kind."""
    by_kind: dict[str, list[str]] = {}
    for thing in brings:
        kind, _, name = thing.partition(" ")
        by_kind.setdefault(kind, []).append(name)
    return "; ".join(
        f"{kind} {', '.join(names)}" if len(names) <= _FEW else f"{len(names)} {kind}s"
        for kind, names in by_kind.items()
    )
