"""Commands that plugins add to the command line."""

import click

from integrationskonzept.cli.session import Session
from integrationskonzept.errors import PluginError
from integrationskonzept.i18n.messages import message


def added_command(session: Session, name: str) -> click.Command | None:
    """Return the command of a plugin; None if no plugin has one of this name.

    Raises:
        UnknownNameError: Several plugins have one.
        PluginError: The plugin fails to build it.
    """
    if not any(name == known.rpartition(":")[2] or name == known for known in session.host.commands()):
        return None
    built = session.host.command(name).build()
    if not isinstance(built, click.Command):
        raise PluginError(
            message(
                "the command '{name}' of plugin {plugin} is no click command",
                name=name,
                plugin=str(session.host.provider_of("commands", name)),
            )
        )
    return built
