"""``plugins``: list installed plugins, what they provide, and failures."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from integrationskonzept.cli.output import Output, deliver, force_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.plugins.plugin_record import PluginInfo, PluginState

_FEW = 8
"""Maximum number of names of one kind in a line; more are counted."""


@click.command("plugins", short_help="List plugins, what they provide, and failures.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@output_option
@force_option
@pass_session
def command(session: Session, as_json: bool, output: Path | None, force: bool) -> None:
    """List every plugin with its distribution, its state and what it provides.

    Exit code 1 if a plugin failed, or a part of it.
    """
    plugins = session.host.plugins()
    if as_json:
        said = json.dumps([plugin.as_data(session.language) for plugin in plugins], ensure_ascii=False, indent=2)
    else:
        said = "\n".join(line for plugin in plugins for line in _lines(plugin, session.language))
    deliver(session, Output.of_text(said, output), force=force)
    if any(plugin.state in {PluginState.FAILED, PluginState.PARTLY} for plugin in plugins):
        raise click.exceptions.Exit(1)


def _lines(plugin: PluginInfo, language: str) -> Iterator[str]:
    origin = f"{plugin.distribution} {plugin.version}" if plugin.distribution else "-"
    yield f"{plugin.name:24} {plugin.state:7} {origin:36} {_brief(plugin.brings)}".rstrip()
    yield from (f"    {said.text(language)}" for said in (*plugin.faults, *plugin.remarks))


def _brief(brings: Iterable[str]) -> str:
    """Return the things that a plugin provides, by kind."""
    by_kind: dict[str, list[str]] = {}
    for thing in brings:
        kind, _, name = thing.partition(" ")
        by_kind.setdefault(kind, []).append(name)
    return "; ".join(
        f"{kind} {', '.join(names)}" if len(names) <= _FEW else f"{len(names)} {kind}s"
        for kind, names in by_kind.items()
    )
