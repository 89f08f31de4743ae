"""The command line: one command a file."""

from integrationskonzept.cli.main import main

__all__ = ["main"]
