"""Write the reference page of the command line from its own help."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from click.testing import CliRunner

from integrationskonzept.cli import main
from integrationskonzept.cli.main import COMMANDS

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "cli.md"

HEADER = """\
# The command line

<!-- written by `nox -s generate` from the sources; edit the commands there -->

"""


def written() -> str:
    """Return the page."""
    plain = ["--plugins-off", "*"]
    pages = [
        ("integrationskonzept", [*plain, "--help"]),
        *((name, [*plain, *name.split(), "--help"]) for name in _names()),
    ]
    return HEADER + "\n".join(f"## {name}\n\n```text\n{_help(arguments)}```\n" for name, arguments in pages)


def _names() -> Iterator[str]:
    """Yield the names of the commands, each followed by those below it."""
    for name in COMMANDS:
        yield name
        command = import_module(f"integrationskonzept.cli.{name.replace('-', '_')}").command
        yield from (f"{name} {below}" for below in getattr(command, "commands", ()))


def _help(arguments: list[str]) -> str:
    shown = CliRunner().invoke(main, arguments, prog_name="integrationskonzept", terminal_width=100, color=False)
    return shown.output


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
