"""What a command says when it cannot go on."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from integrationskonzept.errors import IntegrationskonzeptError, InvalidConceptError
from integrationskonzept.language import Message


class WrongUseError(click.UsageError):
    """A call that cannot be carried out as it was made."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.text())
        self.said = said

    def format_message(self) -> str:
        """Say why, in the language of the call."""
        return self.said.text(self.ctx.obj.language) if self.ctx else self.message


@contextmanager
def told(ctx: click.Context) -> Iterator[None]:
    """Turn what this library raises on purpose into a sentence and an exit code."""
    try:
        yield
    except InvalidConceptError as error:
        ctx.obj.tell_findings(error.findings)
        ctx.exit(1)
    except BrokenPipeError:
        raise  # whoever read the output has seen enough
    except (IntegrationskonzeptError, OSError) as error:
        said = error.args[0] if error.args and isinstance(error.args[0], Message) else None
        click.echo(f"integrationskonzept: {said.text(ctx.obj.language) if said else error}", err=True)
        ctx.exit(2)


@contextmanager
def plugins_told(ctx: click.Context) -> Iterator[None]:
    """Name at the end of a command the plugins that were asked for and not used, and what others printed."""
    try:
        yield
    finally:
        if ctx.obj is not None and ctx.invoked_subcommand != "plugins":  # that one lists them itself
            ctx.obj.tell_plugins()
