"""The command ``integrationskonzept``: its global options and exit codes.

Exit codes: 0 success; 1 the concept has errors (or, for a comparison, differences);
2 the call cannot be carried out.
"""

import gettext
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

import click

from integrationskonzept.version import __version__

COMMANDS = (
    "carry",
    "check",
    "compare",
    "convert",
    "draft",
    "due",
    "evaluate",
    "explain",
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
    "translate",
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


_PROGRAM = "integrationskonzept"
"""Name of this program, where the call has no other: ``python -m integrationskonzept`` is one."""
_RUN = "INTEGRATIONSKONZEPT_RUN"
"""Variable of the environment with the words before the program in a call, such as ``./run``."""
_CATALOGUE = "integrationskonzept"
"""Name of our gettext catalogue, which has click's sentences too."""
_LANGUAGE = "integrationskonzept.language"
"""Key of the language of the call in the context."""
_SHORT_HELP = 80
"""Longest description of a command in the list of commands."""


def _own(name: str, language: str) -> Any:
    """Return one of our commands, with its help in a language."""
    return _part("help_language").in_language(_part(name.replace("-", "_")).command, language)


def _session_of(ctx: click.Context, language: str | None = None) -> Any:
    """Return the session of the call; it is created from the global options when it is first needed."""
    if ctx.obj is None:
        session, options = _part("session"), ctx.params
        ctx.obj = session.Session(
            language=language or options.get("lang") or ctx.meta[_LANGUAGE],
            program=" ".join(filter(None, (os.environ.get(_RUN), ctx.info_name))),
            environment=dict(os.environ),
            off=options.get("plugins_off", ()),
            only=options.get("plugins_only", ()),
            files=options.get("plugin_files", ()),
            trace=options.get("plugins_trace", False),
            terminal=sys.stderr.isatty(),
        )
    return ctx.obj


def _known_language(ctx: click.Context, _: click.Parameter, code: str | None) -> str | None:
    """Return the code of a language, or raise with those that there are; plugins can add some."""
    if code is None:
        return None
    session = _session_of(ctx, code)
    if not session.has_language(code):
        problem = _part("errors").message(
            "'{code}' is not one of {known}.", code=code, known=", ".join(map(repr, session.languages))
        )
        raise click.BadParameter(problem.text(ctx.meta[_LANGUAGE]))
    _speak(ctx, code)
    return code


def _speak(ctx: click.Context, code: str) -> None:
    """Let the help of the call and click's own sentences be in a language."""
    speech = _part("help_language")
    speech.use_language(code)
    ctx.meta[_LANGUAGE] = code
    ctx.command = speech.in_language(main, code)


@contextmanager
def _language_kept() -> Iterator[None]:
    """Restore, at the end, the language of click's sentences."""
    domain, folder, before = gettext.textdomain(), gettext.bindtextdomain(_CATALOGUE), os.environ.get("LANGUAGE")
    try:
        yield
    finally:
        gettext.textdomain(domain)
        gettext.bindtextdomain(_CATALOGUE, folder)
        os.environ.pop("LANGUAGE", None)
        if before is not None:
            os.environ["LANGUAGE"] = before


class Commands(click.Group):
    """A group that imports a command when it is called, and speaks the language of the call."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the program with UTF-8 output on every system."""
        _use_utf8()
        with _language_kept():
            return super().main(*arguments, **options)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the global options; the language is known before anything can be wrong."""
        if args == ["--version"]:
            return super().parse_args(ctx, args)  # needs no language
        words, code = _part("help_language").arranged(args, self, COMMANDS)
        system = _part("system_language")
        _speak(ctx, code if code in system.LANGUAGES else system.language_of(os.environ))
        return click.Group.parse_args(ctx.command, ctx, words)  # type: ignore[arg-type]  # a copy of this group

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, those of plugins last."""
        return [*COMMANDS, *_session_of(ctx).host.commands()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a module, or of a plugin."""
        if cmd_name not in COMMANDS:
            added: click.Command | None = _part("added_commands").added_command(_session_of(ctx), cmd_name)
            return added
        command: click.Command = _own(cmd_name, _session_of(ctx).language)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands; those of plugins are not built for this."""
        session = _session_of(ctx)
        own = {name: _own(name, session.language).get_short_help_str(_SHORT_HELP) for name in COMMANDS}
        others = ((name, each) for name, each in session.host.commands().items() if name not in own)
        added = {name: each.summary.text(session.language) for name, each in others}
        with formatter.section(gettext.gettext("Commands")):
            formatter.write_dl(list({**own, **added}.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command, or raise with a list of commands for a misspelt name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            known = ", ".join(self.list_commands(ctx))
            problem = _part("errors").message(
                "{problem} Commands: {known}.", problem=error.format_message(), known=known
            )
            raise click.UsageError(problem.text(_session_of(ctx).language), ctx=ctx) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; errors of this library become a sentence and an exit code."""
        errors = _part("errors")
        with errors.report_plugins(ctx), errors.report_errors(ctx):
            return super().invoke(ctx)


@click.command(
    _PROGRAM,
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="A German town's integration concept as data: check it, show it, export it.",
    epilog="Exit codes: 0 all is well, 1 the concept has errors, 2 the call cannot be carried out.",
)
@click.option(
    "--lang", metavar="LANGUAGE", callback=_known_language, is_eager=True,
    help="Language of findings, reports and help: de, en, or one that a plugin adds; by default the system's.",
)  # fmt: skip
@click.option(
    "--plugin", "plugin_files", metavar="FILE", multiple=True, type=click.Path(exists=True, dir_okay=False),
    is_eager=True, help="Use this Python file as a plugin; may be repeated.",
)  # fmt: skip
@click.option(
    "--plugins-off", metavar="NAME", multiple=True, is_eager=True, help="Do not load this plugin; may be repeated."
)
@click.option(
    "--plugins-only", metavar="NAME", multiple=True, is_eager=True, help="Load only this plugin; may be repeated."
)
@click.option("--plugins-trace", is_flag=True, is_eager=True, help="Trace the plugin host on standard error.")
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def main(ctx: click.Context, /, **_: Any) -> None:
    """Create the session of the call."""
    _session_of(ctx)
