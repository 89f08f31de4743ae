"""Write a working plugin package as a starting point."""

import keyword
import os
import re
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from string import Template

from integrationskonzept.errors import InvalidNameError
from integrationskonzept.files import write_whole
from integrationskonzept.i18n.messages import message
from integrationskonzept.rules.rule import BUILTIN_CODES

_TEMPLATES = Path(__file__).with_name("template")
_PREFIX = "integrationskonzept-"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class PluginKind(StrEnum):
    """What a new plugin provides."""

    EXPORTER = "exporter"
    FORMAT = "format"
    RULES = "rules"
    IMPORTER = "importer"
    TABLE = "table"
    TOWN = "town"


_PURPOSES = {
    PluginKind.EXPORTER: (
        "Exports a town's integration concept as a list of its measures for a web page.",
        "integrationskonzept export sachsenheim $name -o measures.html",
    ),
    PluginKind.FORMAT: (
        "Reads and writes integration concepts in a file format of its own.",
        "integrationskonzept convert sachsenheim -o konzept.$name",
    ),
    PluginKind.RULES: (
        "Checks a town's integration concept by the town's own rules.",
        "integrationskonzept check konzept.yaml",
    ),
    PluginKind.IMPORTER: (
        "Reads documents of a town as drafts of an integration concept.",
        "integrationskonzept draft plan.$name -o konzept.yaml",
    ),
    PluginKind.TABLE: (
        "Lays integration concepts out in a table of its own.",
        "integrationskonzept tables sachsenheim --table $name",
    ),
    PluginKind.TOWN: (
        "Adds a town's own keys, rules, profile and integration concept.",
        "integrationskonzept check $name --profile $name",
    ),
}
"""What each kind of plugin does, and a command that shows it."""


def new_plugin(name: str, folder: str | os.PathLike[str], kind: PluginKind = PluginKind.EXPORTER) -> tuple[Path, ...]:
    """Write the package of a plugin into a new folder below `folder`, and return its files.

    The plugin provides something of this kind with its own name, and its tests pass unchanged.

    Raises:
        InvalidNameError: The name is invalid for a package, or the package's folder exists.
    """
    short = name.lower().removeprefix(_PREFIX)
    if not _NAME.fullmatch(short) or keyword.iskeyword(short):
        raise InvalidNameError(
            message(
                "a plugin's name is lower-case letters and digits, joined by '-', such as 'meine-stadt'; got '{name}'",
                name=name,
            )
        )
    target = Path(folder) / f"{_PREFIX}{short}"
    if target.exists():
        raise InvalidNameError(message("{target} is there already; choose another name or folder", target=target))
    major, minor, *_ = version("integrationskonzept").split(".")
    purpose, call = _PURPOSES[kind]
    words = {
        "name": short,
        "purpose": purpose,
        "call": Template(call).substitute(name=short),
        "code": _code(short),
        "distribution": target.name,
        "module": target.name.replace("-", "_"),
        "version": f"{major}.{minor}",
        "following": f"{major}.{int(minor) + 1}",
    }
    files = {
        "pyproject.toml": "pyproject.toml",
        "README.md": "README.md",
        f"{kind}.py": f"src/{words['module']}/__init__.py",
        f"{kind}_test.py": f"tests/test_{words['module']}.py",
    }
    return tuple(write_whole(target / place, _filled(template, words)) for template, place in files.items())


def _code(name: str) -> str:
    """Return the code of a rule with a prefix that is made of the plugin's name."""
    letters = re.sub("[^A-Z]", "", name.upper())[:12]
    return f"{letters if len(letters) > 1 and not letters.startswith(BUILTIN_CODES) else f'T{letters}X'[:12]}001"


def _filled(template: str, words: dict[str, str]) -> bytes:
    text = _TEMPLATES.joinpath(f"{template}.template").read_text(encoding="utf-8")
    return Template(text).substitute(words).encode("utf-8")
