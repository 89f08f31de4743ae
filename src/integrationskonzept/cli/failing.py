"""What a command says when it cannot go on."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from integrationskonzept.cli.terminal import put
from integrationskonzept.errors import IntegrationskonzeptError, InvalidConceptError
from integrationskonzept.language import Message
from integrationskonzept.printable import visible


class WrongUseError(click.UsageError):
    """A call that cannot be carried out as it was made."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.text())
        self.said = said

    def format_message(self) -> str:
        """Say why, in the language of the call."""
        return visible(self.said.text(self.ctx.obj.language)) if self.ctx else self.message


@contextmanager
def told(ctx: click.Context) -> Iterator[None]:
    """Turn what this library raises on purpose into a sentence and an exit code."""
    try:
        yield
    except InvalidConceptError as error:
        ctx.obj.tell_findings(error.findings)
        ctx.exit(1)
    except click.UsageError as error:
        said = error.format_message()
        if visible(said) == said:
            raise
        raise click.UsageError(visible(said), ctx=error.ctx) from None
    except BrokenPipeError:
        raise  # whoever read the output has seen enough
    except (IntegrationskonzeptError, OSError) as error:
        reason = error.args[0] if error.args and isinstance(error.args[0], Message) else None
        put(f"integrationskonzept: {reason.text(ctx.obj.language) if reason else error}", err=True)
        ctx.exit(2)
