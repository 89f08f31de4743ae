"""Installation of the CMS in a folder that is kept."""

import ctypes.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.other_programs import debian_packages, unavailable

VERSION = "2026.7.1"
"""The release of integreat-cms that is tested with."""

NEEDED = (f"integreat-cms[pinned]=={VERSION}", "aiohappyeyeballs==2.4.2")
"""The second one was withdrawn after the CMS had pinned it, and is found only when asked for by name."""

PYTHONS = ((3, 11), (3, 12), (3, 13))
DEBIAN = ("postgresql", "libcairo2", "libmagic1")

_INSTALL_SECONDS = 900


def environment() -> dict[str, str]:
    """Return the environment for programs of the CMS, without what belongs to the tests' own Python."""
    own = ("PYTHON", "VIRTUAL_ENV", "COVERAGE", "COV_CORE", "PYTEST", "DJANGO", "INTEGREAT")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)}


def run(*command: str | Path, env: Mapping[str, str] | None = None, user: str | None = None) -> str:
    """Run a program to its end and return what it says; `AssertionError` tells everything it said."""
    done = subprocess.run(
        [str(part) for part in command],
        env=dict(env) if env is not None else environment(),
        user=user,
        group=user,
        extra_groups=[] if user else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        timeout=_INSTALL_SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}:\n{done.stdout[-2000:]}"
    return done.stdout


def prepare(what: str, *command: str | Path, env: Mapping[str, str] | None = None) -> None:
    """Run a program that makes ready; the tests do not run where it fails."""
    try:
        run(*command, env=env)
    except (AssertionError, OSError, subprocess.TimeoutExpired) as failed:
        unavailable(f"{what}: {str(failed)[-500:]}")


def postgresql() -> Path:
    """Return the folder of PostgreSQL's programs; install it on Debian where there is none."""
    if (found := _postgresql()) is None or not _libraries():
        debian_packages(*DEBIAN, environment=environment())
        found = _postgresql()
    if found is None:
        unavailable("PostgreSQL was installed, but its programs are not where Debian puts them")
    return found


def _postgresql() -> Path | None:
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    found = newest[-1] if newest else shutil.which("initdb")
    return Path(found).parent if found else None


def _libraries() -> bool:
    return all(ctypes.util.find_library(name) for name in ("cairo", "magic"))


def programs(folder: Path) -> Path:
    """Return the folder of the CMS's programs; install them where there are none."""
    venv = folder / "venv"
    if not (venv / "installed").exists():
        python = _python()
        prepare("no virtual environment can be made", python, "-m", "venv", "--clear", venv)
        pip = (venv / "bin" / "python", "-m", "pip", "install", "--quiet")
        prepare("the package index cannot be reached", *pip, "uv")
        uv = {**environment(), "VIRTUAL_ENV": str(venv)}
        prepare(
            f"integreat-cms {VERSION} cannot be installed", venv / "bin" / "uv", "pip", "install", "-q", *NEEDED, env=uv
        )
        (venv / "installed").touch()
    return venv / "bin"


def _python() -> str:
    if sys.version_info[:2] in PYTHONS:
        return getattr(sys, "_base_executable", sys.executable)
    names = (f"python{major}.{minor}" for major, minor in PYTHONS)
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        unavailable(f"integreat-cms {VERSION} needs Python 3.11, 3.12 or 3.13")
    return found


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder that is kept between runs and used by one run at a time."""
    if sys.platform == "win32":
        unavailable("the CMS does not run on Windows")
    import fcntl  # noqa: PLC0415 - Windows has none

    version = "".join(map(str, sys.version_info[:2]))
    name = f"integrationskonzept-integreat-cms-{VERSION}-py{version}-{os.geteuid()}"
    kept = Path(tempfile.gettempdir()) / name
    kept.mkdir(mode=0o755, exist_ok=True)
    if kept.is_symlink() or kept.stat().st_uid != os.geteuid():
        unavailable(f"{kept} belongs to somebody else")
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield kept
