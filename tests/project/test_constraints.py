"""Which versions are installed: of what others make as `constraints.txt` says, of ours such as fit together."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from integrationskonzept.plugins.scaffold import new_plugin
from integrationskonzept.version import __version__

HOUSE = Path(__file__).parents[2]
PLUGINS = sorted(HOUSE.glob("plugins/*/pyproject.toml"))
PYTHONS = ("3.11", "3.12", "3.13")
OURS = "integrationskonzept"


def lines() -> list[str]:
    text = (HOUSE / "constraints.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


MACHINES = {"linux": "x86_64", "win32": "AMD64", "darwin": "arm64"}


def applies(stated: Requirement, python: str, system: str) -> bool:
    """Return whether a requirement is asked for on a Python and a system."""
    environment = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": system,
        "platform_machine": MACHINES[system],
    }
    return stated.marker is None or Marker(str(stated.marker)).evaluate(environment)


def pinned(python: str, system: str) -> dict[str, str]:
    """Return the version of each package on a Python and a system."""
    found: dict[str, str] = {}
    for line in lines():
        stated = Requirement(line)
        if applies(stated, python, system):
            assert stated.name not in found
            found[canonicalize_name(stated.name)] = str(stated.specifier).removeprefix("==")
    return found


def projects() -> Iterator[dict[str, Any]]:
    for file in (HOUSE / "pyproject.toml", *PLUGINS):
        yield tomllib.loads(file.read_text("utf-8"))


def asked() -> Iterator[Requirement]:
    for project in projects():
        stated = project["project"]
        yield from map(Requirement, stated["dependencies"])
        yield from map(Requirement, project["build-system"]["requires"])
        for group in (
            *stated.get("optional-dependencies", {}).values(),
            *project.get("dependency-groups", {}).values(),
        ):
            yield from map(Requirement, group)


def test_every_line_names_one_exact_version_and_no_place_to_fetch_it_from() -> None:
    for line in lines():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.!+]*( ; .+)?", line), line


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_whatever_is_asked_for_is_pinned_to_a_version_that_is_allowed(python: str, system: str) -> None:
    versions = pinned(python, system)
    for one in asked():
        if not one.name.startswith(OURS) and applies(one, python, system):
            assert canonicalize_name(one.name) in versions, f"{one.name}: run ./run nox -s constraints"
            assert versions[canonicalize_name(one.name)] in one.specifier, f"{one}: run ./run nox -s constraints"


def this_minor_version_only() -> str:
    major, minor, *_ = __version__.split(".")
    return f">={major}.{minor},<{major}.{int(minor) + 1}"


@pytest.mark.parametrize("file", PLUGINS, ids=lambda file: file.parent.name)
def test_a_plugin_asks_for_the_version_of_the_library_it_is_made_for(file: Path) -> None:
    needed = [Requirement(one) for one in tomllib.loads(file.read_text("utf-8"))["project"]["dependencies"]]
    ours = {one.name: str(one.specifier) for one in needed if one.name.startswith(OURS)}
    allowed = Requirement(f"x{this_minor_version_only()}").specifier
    assert OURS in ours
    assert set(ours.values()) == {str(allowed)}
    assert __version__ in allowed


def test_a_new_plugin_asks_for_the_version_of_the_library_it_begins_with(tmp_path: Path) -> None:
    project = tomllib.loads(new_plugin("ulm", tmp_path)[0].read_text("utf-8"))["project"]
    assert project["dependencies"] == [OURS + this_minor_version_only()]
    assert project["optional-dependencies"]["test"] == [f"{OURS}[testing]{this_minor_version_only()}"]
