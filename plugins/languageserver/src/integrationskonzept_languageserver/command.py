"""The command ``language-server``."""

import click

from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept_languageserver.server import server


def build() -> click.Command:
    """Return the command."""
    return _command


@click.command("language-server")
@pass_session
def _command(session: Session) -> None:
    """Serve an editor on standard input and output until it ends the conversation."""
    server(session.host, session.language).start_io()
