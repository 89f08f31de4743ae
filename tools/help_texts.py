"""Texts of the command line for the catalogue: the help of each command, and click's own sentences."""

import ast
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from integrationskonzept.cli.help_language import reworded
from integrationskonzept.cli.main import COMMANDS, main

_CLICK_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
_TO_PROGRAMMERS = {"TypeError", "ValueError"}
_NOT_MARKED = ("required",)
"""Texts that click translates under a name other than the text."""


def help_texts() -> Iterator[tuple[str, str]]:
    """Yield every paragraph and placeholder in the help of our commands, with its file."""
    modules = ["main", *(name.replace("-", "_") for name in COMMANDS)]
    for name in modules:
        module = import_module(f"integrationskonzept.cli.{name}")
        texts = _texts_of(main if name == "main" else module.command)
        yield from ((text, f"integrationskonzept/cli/{name}.py") for text in texts)


def added_help_texts(package: str) -> Iterator[tuple[str, str]]:
    """Yield what the help of the commands of a plugin has beside the texts in ours, with its file."""
    build_commands = getattr(import_module(package), "integrationskonzept_commands", tuple)
    ours = {text for text, _ in help_texts()}
    for command in build_commands():
        texts = (text for text in _texts_of(command.build()) if text not in ours)
        yield from ((text, f"src/{package}/__init__.py") for text in texts)


def _texts_of(command: click.Command) -> list[str]:
    found: dict[str, None] = {}
    reworded(command, partial(_kept, found))
    return [*found]


def _kept(found: dict[str, None], text: str) -> str:
    found[text] = None
    return text


def click_sentences() -> Iterator[tuple[str, str]]:
    """Yield click's sentences for users, each with the one for several if there is one."""
    yield from ((text, "") for text in _NOT_MARKED)
    for name in _CLICK_MODULES:
        source = Path(str(click.__file__)).with_name(f"{name}.py").read_text(encoding="utf-8")
        for call in _calls(ast.parse(source)):
            texts = [str(text.value) for text in call.args if isinstance(text, ast.Constant)]
            if isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"} and texts:
                yield texts[0], texts[1] if call.func.id == "ngettext" else ""


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls in a syntax tree, except for messages to programmers: type and value errors, and a repr."""
    if isinstance(node, ast.Raise) and any(
        isinstance(name, ast.Name) and name.id in _TO_PROGRAMMERS for name in ast.walk(node)
    ):
        return
    if isinstance(node, ast.FunctionDef) and node.name == "__repr__":
        return
    if isinstance(node, ast.Call):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _calls(child)
