"""Error messages and exit codes of commands."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import click

from integrationskonzept.cli.terminal import put
from integrationskonzept.errors import IntegrationskonzeptError, InvalidConceptError
from integrationskonzept.i18n.messages import N_, Message, message
from integrationskonzept.printable import visible


class WrongUseError(click.UsageError):
    """Raised for a call with wrong arguments."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.text())
        self.said = said

    def format_message(self) -> str:
        """Return the message in the language of the call."""
        return visible(self.said.text(self.ctx.obj.language)) if self.ctx else self.message


@contextmanager
def report_errors(ctx: click.Context) -> Iterator[None]:
    """Print errors of this library as a sentence, and exit with a code."""
    try:
        yield
    except InvalidConceptError as error:
        ctx.obj.print_findings(error.findings)
        ctx.exit(1)
    except click.UsageError as error:
        said = error.format_message()
        if visible(said) == said:
            raise
        raise click.UsageError(visible(said), ctx=error.ctx) from None
    except BrokenPipeError:
        raise  # the reader of the output has closed it
    except (IntegrationskonzeptError, OSError) as error:
        put(f"integrationskonzept: {_reason(error, ctx.obj.language)}", err=True)
        ctx.exit(2)


_REASONS = {
    errno.ENOENT: N_("{file}: there is no such file or folder"),
    errno.EACCES: N_("{file}: reading or writing is not permitted; nothing was changed"),
    errno.EISDIR: N_("{file} is a folder; name a file"),
    errno.ENOSPC: N_("{file}: no space is left on the disk; what was there before still is"),
}
"""Translatable messages for the most frequent errors of the operating system."""


def _reason(error: Exception, language: str) -> str:
    """Return the message of an error of this library or of the operating system."""
    if isinstance(error, OSError) and error.filename is not None and error.errno in _REASONS:
        return message(_REASONS[error.errno], file=error.filename).text(language)
    said = error.args[0] if error.args else None
    return said.text(language) if isinstance(said, Message) else str(error)


@contextmanager
def report_plugins(ctx: click.Context) -> Iterator[None]:
    """Print, at the end of a command, the requested plugins that were not used, and the output of others."""
    try:
        yield
    finally:
        if ctx.obj is not None and ctx.invoked_subcommand != "plugins":  # that one lists them itself
            ctx.obj.print_plugin_notices()
