"""Output to the terminal, with control characters escaped."""

import sys

import click

from integrationskonzept.printable import visible


def put(text: str, *, err: bool = False, nl: bool = True, coloured: bool = False) -> None:
    """Print a text, with control characters escaped."""
    click.echo(visible(text, colours=coloured), err=err, nl=nl, color=coloured)


def put_exactly(content: bytes, *, coloured: bool = False) -> None:
    """Write data to standard output unchanged; to a terminal, or with colours, escaped."""
    if coloured or sys.stdout.isatty():
        put(content.decode("utf-8", "backslashreplace"), nl=False, coloured=coloured)
    else:
        click.echo(content, nl=False)


def erase_line() -> None:
    """Erase the current line of the terminal on standard error."""
    click.echo("\r\x1b[2K", err=True, nl=False, color=True)
