"""Commands that plugins add to the command line."""

import click

from integrationskonzept.cli.help_language import in_language
from integrationskonzept.cli.session import Session
from integrationskonzept.errors import PluginError
from integrationskonzept.i18n.messages import message


def added_command(session: Session, name: str) -> click.Command | None:
    """Return the command of a plugin, its help in the language of the call; None if no plugin has one of this name.

    Raises:
        UnknownNameError: Several plugins have one.
        PluginError: The plugin fails to build it.
    """
    if not any(name == known.rpartition(":")[2] or name == known for known in session.host.commands()):
        return None
    command = session.host.command(name)
    built = command.build()
    if not isinstance(built, click.Command):
        raise PluginError(
            message(
                "the command '{name}' of plugin {plugin} is no click command",
                name=name,
                plugin=str(session.host.provider_of("commands", name)),
            )
        )
    return in_language(built, session.language, command.summary.domain)
