"""``plugins``: list installed plugins, what they provide, and failures."""

from pathlib import Path

import click

from integrationskonzept.cli.document import document_output, json_output
from integrationskonzept.cli.output import deliver, force_option, output_option
from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept.plugins.account import plugins_document
from integrationskonzept.plugins.plugin_record import PluginState


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
        result = json_output([plugin.as_data(session.language) for plugin in plugins], output)
    else:
        result = document_output(session, plugins_document(plugins, session.language), "text", output)
    deliver(session, result, force=force)
    if any(plugin.state in {PluginState.FAILED, PluginState.PARTLY} for plugin in plugins):
        raise click.exceptions.Exit(1)
