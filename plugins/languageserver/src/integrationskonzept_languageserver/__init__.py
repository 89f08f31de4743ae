"""A language server for concepts: findings, ids and suggestions while a file is edited."""

from collections.abc import Sequence

from integrationskonzept import hookimpl
from integrationskonzept.plugins import CliCommand
from integrationskonzept.plugins.kit import Deferred
from integrationskonzept_languageserver.i18n import message

__all__ = ["LANGUAGE_SERVER", "integrationskonzept_commands"]

LANGUAGE_SERVER = CliCommand(
    name="language-server",
    summary=message("Serve an editor that speaks the Language Server Protocol."),
    build=Deferred("integrationskonzept_languageserver.command:build"),
)


@hookimpl
def integrationskonzept_commands() -> Sequence[CliCommand]:
    """Return the command that starts the server."""
    return (LANGUAGE_SERVER,)
