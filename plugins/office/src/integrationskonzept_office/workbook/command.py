"""The command ``merge`` for workbooks."""

import click

from integrationskonzept.cli.merge_command import merge_command
from integrationskonzept_office.workbook.reader import read_workbook


def build() -> click.Command:
    """Return the command."""
    return merge_command(read_workbook, "workbook")
