"""The command ``integrationskonzept``: its global options, its exit codes, its words on failure.

Exit codes: 0 all is well; 1 the concept has errors (or, for a comparison, differences);
2 the call itself cannot be carried out.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from integrationskonzept.i18n.languages import LANGUAGES
from integrationskonzept.version import __version__

COMMANDS = (
    "check",
    "compare",
    "convert",
    "due",
    "evaluate",
    "export",
    "new",
    "new-plugin",
    "observe",
    "plugins",
    "publish",
    "schema",
    "show",
    "tables",
)
"""Every command; each lives in the module of its name, loaded when it is called."""


def _part(name: str) -> Any:
    """Load a part of the command line: whoever asks for the version waits for none."""
    return import_module(f"integrationskonzept.cli.{name}")


def _use_utf8() -> None:
    """Let the streams of this program be UTF-8, whatever the system would use; no character ends it."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):  # a stream that somebody put there may be of another kind
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # as suppressed


class Commands(click.Group):
    """A group that loads a command only when it is asked for."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the program; what it prints is UTF-8 on every system."""
        _use_utf8()
        return super().main(*arguments, **options)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the module of a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = _part(cmd_name.replace("-", "_")).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest a near command for a misspelt one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(f"{error.message} Commands: {', '.join(COMMANDS)}.", ctx=ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what this library raises on purpose becomes a sentence and an exit code."""
        failing = _part("errors")
        with failing.plugins_told(ctx), failing.report_errors(ctx):
            return super().invoke(ctx)


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="A German town's integration concept as data: check it, show it, export it.",
    epilog="Exit codes: 0 all is well, 1 the concept has errors, 2 the call cannot be carried out.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of findings and reports; by default the locale's.")
@click.option("--plugins-off", metavar="NAME", multiple=True, help="Leave this plugin out; may be repeated.")
@click.option("--plugins-only", metavar="NAME", multiple=True, help="Load no other plugin; may be repeated.")
@click.option("--plugins-trace", is_flag=True, help="Say on standard error what the plugin host does.")
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def main(
    ctx: click.Context,
    lang: str | None,
    plugins_off: tuple[str, ...],
    plugins_only: tuple[str, ...],
    plugins_trace: bool,
) -> None:
    """Set up what every command needs."""
    session = _part("session")
    ctx.obj = session.Session(
        language=lang or session.language_of(os.environ),
        environment=dict(os.environ),
        off=plugins_off,
        only=plugins_only,
        trace=plugins_trace,
        terminal=sys.stderr.isatty(),
    )
