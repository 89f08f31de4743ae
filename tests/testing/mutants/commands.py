"""A good command, and bad ones."""

from pathlib import Path
from typing import Any

import click
from attrs import evolve

from integrationskonzept.plugins import CliCommand
from integrationskonzept.testing.command_contract import command_suite
from tests.testing.mutants.mutant import ENGLISH, TITLE, Mutant


def build() -> click.Command:
    @click.command("minutes", help="Write the minutes of a meeting.")
    @click.option("--day", help="Day of the meeting.")
    @click.argument("source")
    def command(source: str, day: str) -> None:
        click.echo(f"{source} {day}")

    return command


MINUTES = CliCommand(name="minutes", summary=TITLE, build=build)


def silent() -> click.Command:
    return click.Command("minutes", params=[click.Option(["--day"])])


class Failing(click.Command):
    """A command that cannot show its help."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        raise RuntimeError("no help")


def reading() -> click.Command:
    Path("/etc/hostname").read_bytes()
    return build()


def misnamed() -> CliCommand:
    command = evolve(MINUTES)
    object.__setattr__(command, "name", "Protokoll schreiben")
    return command


def bad(sentence: str, test: str, said: str, command: CliCommand = MINUTES, **changes: Any) -> Mutant:
    made = evolve(command, **changes) if changes else command
    return Mutant(sentence, test, said, lambda: command_suite(made))


BUILDS = "It builds a `click.Command` of its own name."
HELP = "Its help can be shown, and every option has a help text."

MUTANTS = (
    bad(BUILDS, "it builds a command", "instead of a click.Command", build=lambda: None),
    bad(BUILDS, "it builds a command", "it is called protocol and builds minutes", name="protocol"),
    bad(HELP, "its help can be shown", "the option --day does not say what it is for", build=silent),
    bad(HELP, "its help can be shown", "--help ends with 1", build=lambda: Failing("minutes")),
    bad("Building it uses no network, no other program and no files.", "building it does nothing", "reads a file",
        build=reading),
    bad("Its summary exists in German and English.", "it can be told in every language",
        "its summary is not told in German", summary=ENGLISH),
    bad("A host accepts its name and everything else it states.", "a host takes it", "", misnamed()),
)  # fmt: skip
"""Bad commands."""
