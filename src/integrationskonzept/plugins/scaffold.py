"""Write a working plugin package as a starting point."""

import keyword
import os
import re
from importlib.metadata import version
from pathlib import Path
from string import Template

from integrationskonzept.errors import InvalidNameError
from integrationskonzept.files import write_whole
from integrationskonzept.i18n.messages import message

_TEMPLATES = Path(__file__).with_name("template")
_PREFIX = "integrationskonzept-"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

_FILES = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "__init__.py": "src/{module}/__init__.py",
    "test.py": "tests/test_{module}.py",
}
"""Target of each template."""


def new_plugin(name: str, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the package of a plugin into a new folder below `folder`, and return its files.

    The plugin provides an exporter of its own name, and its tests pass unchanged. Raises
    `InvalidNameError` (a `ValueError`) for a name that is invalid for a package, or if the
    package's folder exists.
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
    words = {
        "name": short,
        "distribution": target.name,
        "module": target.name.replace("-", "_"),
        "version": f"{major}.{minor}",
        "following": f"{major}.{int(minor) + 1}",
    }
    return tuple(
        write_whole(target / place.format_map(words), _filled(template, words)) for template, place in _FILES.items()
    )


def _filled(template: str, words: dict[str, str]) -> bytes:
    text = _TEMPLATES.joinpath(f"{template}.template").read_text(encoding="utf-8")
    return Template(text).substitute(words).encode("utf-8")
