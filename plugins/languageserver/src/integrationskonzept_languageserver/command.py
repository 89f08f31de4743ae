"""The command ``language-server``."""

import click

from integrationskonzept.cli.session import Session, pass_session
from integrationskonzept_languageserver.i18n import message
from integrationskonzept_languageserver.server import server

_HELP = message("Serve an editor on standard input and output until it ends the conversation.")


class _Command(click.Command):
    """A command whose help is in the language of the call."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        session = ctx.find_object(Session)
        with formatter.indentation():
            formatter.write_paragraph()
            formatter.write_text(_HELP.text(session.language if session else "en"))


def build() -> click.Command:
    """Return the command."""
    return _command


@click.command("language-server", cls=_Command)
@pass_session
def _command(session: Session) -> None:
    """Start the server."""
    server(session.host, session.language).start_io()
