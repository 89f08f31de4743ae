"""Guests: plugins of strangers, built and installed as strangers install them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GUESTS = Path(__file__).parent / "guests"

Fresh = Callable[..., "subprocess.CompletedProcess[str]"]
"""Runs a program in a fresh process that has the guests installed."""


def pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    subprocess.run(command, check=True)


@pytest.fixture(scope="session")
def guests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build every guest and install it into a folder of its own."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    sources = sorted(folder for folder in GUESTS.iterdir() if (folder / "pyproject.toml").exists())
    pip("wheel", "--no-build-isolation", "--no-index", "--no-deps", "--wheel-dir", wheels, *sources)
    pip("install", "--no-index", "--no-deps", "--no-compile", "--target", target, *sorted(wheels.glob("*.whl")))
    return target


@pytest.fixture(scope="session")
def fresh(guests: Path) -> Fresh:
    def run(program: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        measured = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
        return subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            env={"PYTHONPATH": str(guests), "PYTHONIOENCODING": "utf-8", **measured, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def listed(fresh: Fresh) -> dict[str, list[dict[str, Any]]]:
    """List every guest but the one that presses Ctrl-C, by name."""
    done = fresh(
        "import json; from integrationskonzept.plugins import PluginHost;"
        "print(json.dumps([plugin.as_data() for plugin in PluginHost(off=['interrupts']).plugins()]))"
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[dict[str, Any]]] = {}
    for plugin in json.loads(done.stdout):
        found.setdefault(plugin["name"], []).append(plugin)
    return found
