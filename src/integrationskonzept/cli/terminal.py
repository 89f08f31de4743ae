"""Lines for people: every line of the command line passes here."""

import sys

import click

from integrationskonzept.printable import visible


def put(text: str, *, err: bool = False, nl: bool = True, coloured: bool = False) -> None:
    """Print a text, with escapes for what would steer a terminal."""
    click.echo(visible(text, colours=coloured), err=err, nl=nl, color=coloured)


def put_exactly(content: bytes) -> None:
    """Write data to standard output as it is, except to a terminal."""
    if sys.stdout.isatty():
        put(content.decode("utf-8", "backslashreplace"), nl=False)
    else:
        click.echo(content, nl=False)


def erase_line() -> None:
    """Take back the line on standard error that a person sees."""
    click.echo("\r\x1b[2K", err=True, nl=False, color=True)
