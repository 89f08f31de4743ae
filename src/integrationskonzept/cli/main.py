"""The command ``integrationskonzept``: its global options and exit codes.

Exit codes: 0 success; 1 the concept has errors (or, for a comparison, differences);
2 the call cannot be carried out.
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
    "draft",
    "due",
    "evaluate",
    "export",
    "migrate",
    "new",
    "new-plugin",
    "observe",
    "plugins",
    "publish",
    "schema",
    "show",
    "tables",
)
"""Every command; each is in the module of its name, imported when it is called."""


def _part(name: str) -> Any:
    """Import a module of the command line when it is needed: ``--version`` needs none."""
    return import_module(f"integrationskonzept.cli.{name}")


def _use_utf8() -> None:
    """Set the streams of this program to UTF-8, and escape characters that cannot be encoded."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):  # a replaced stream may not be a TextIOWrapper
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # as suppressed


class Commands(click.Group):
    """A group that imports a command when it is called."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the program with UTF-8 output on every system."""
        _use_utf8()
        return super().main(*arguments, **options)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a module."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = _part(cmd_name.replace("-", "_")).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command, or raise with a list of commands for a misspelt name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(f"{error.message} Commands: {', '.join(COMMANDS)}.", ctx=ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; errors of this library become a sentence and an exit code."""
        errors = _part("errors")
        with errors.report_plugins(ctx), errors.report_errors(ctx):
            return super().invoke(ctx)


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="A German town's integration concept as data: check it, show it, export it.",
    epilog="Exit codes: 0 all is well, 1 the concept has errors, 2 the call cannot be carried out.",
)
@click.option(
    "--lang", type=click.Choice(tuple(LANGUAGES)), help="Language of findings and reports; by default the locale's."
)
@click.option("--plugins-off", metavar="NAME", multiple=True, help="Do not load this plugin; may be repeated.")
@click.option("--plugins-only", metavar="NAME", multiple=True, help="Load only this plugin; may be repeated.")
@click.option("--plugins-trace", is_flag=True, help="Trace the plugin host on standard error.")
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def main(
    ctx: click.Context,
    lang: str | None,
    plugins_off: tuple[str, ...],
    plugins_only: tuple[str, ...],
    plugins_trace: bool,
) -> None:
    """Create the session of the call."""
    session = _part("session")
    ctx.obj = session.Session(
        language=lang or session.language_of(os.environ),
        environment=dict(os.environ),
        off=plugins_off,
        only=plugins_only,
        trace=plugins_trace,
        terminal=sys.stderr.isatty(),
    )
