"""Programs that tests need and this project does not bring: installed on Debian, or the tests do not run."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import pytest
from filelock import FileLock

_APT_CONFIGURATION = Path("/etc/postgresql-common/createcluster.d/integrationskonzept.conf")

_INSTALLATION = FileLock(Path(tempfile.gettempdir(), "integrationskonzept-installs"))
"""Held by the one process that installs something, of those that run tests side by side."""


def unavailable(reason: str) -> NoReturn:
    """Skip the test where a program is missing; with ``CI`` in the environment that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"a program that the tests need is missing: {reason}")
    pytest.skip(reason)


def debian_packages(*names: str, environment: Mapping[str, str]) -> None:
    """Install packages of Debian, where this is Debian and we are root; the test does not run elsewhere."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        unavailable(f"one of {', '.join(names)} is missing, and only root on Debian can install them here")
    _APT_CONFIGURATION.parent.mkdir(parents=True, exist_ok=True)
    _APT_CONFIGURATION.write_text("create_main_cluster = false\n", "utf-8")  # tests start a server of their own
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *names]):
        with _INSTALLATION:
            done = subprocess.run(
                [apt, *command, "-qq"],
                env={**environment, "DEBIAN_FRONTEND": "noninteractive"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        if done.returncode:
            unavailable(f"apt-get {' '.join(command)} failed: {(done.stdout + done.stderr)[-500:]}")


def npm_packages(cache: Path, *names: str) -> Path:
    """Install packages of npm below a folder, once, and return the folder they are in."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        debian_packages("nodejs", "npm", environment=os.environ)
    folder = cache / "-".join(name.replace("/", "+") for name in names)
    with _INSTALLATION:
        if not (folder / "installed").exists():
            folder.mkdir(parents=True, exist_ok=True)
            command = ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(folder), *names]
            done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
            if done.returncode:
                unavailable(f"npm cannot install {', '.join(names)}: {(done.stdout + done.stderr)[-300:]}")
            (folder / "installed").touch()
    return folder / "node_modules"


def chromium() -> str:
    """Return the path of Chromium."""
    found = shutil.which("chromium")
    if found is None:
        debian_packages("chromium", environment=os.environ)
        found = shutil.which("chromium")
    return found or unavailable("Chromium is not there after its installation")


def office_document(path: Path, suffix: str) -> Path:
    """Return a document as LibreOffice saves it, in a folder beside it."""
    found = shutil.which("soffice")
    if found is None or not (Path(found).resolve().parent / "libswlo.so").exists():  # the part that reads texts
        debian_packages("libreoffice-writer-nogui", environment=os.environ)
        found = shutil.which("soffice") or unavailable("LibreOffice is not there after its installation")
    folder = path.parent / "saved"
    profile = f"-env:UserInstallation={(path.parent / 'profile').resolve().as_uri()}"
    command = [found, profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False)
    saved = folder / f"{path.stem}.{suffix}"
    if not saved.is_file():
        pytest.fail(f"LibreOffice cannot save {path.name} as {suffix}: {(done.stdout + done.stderr)[-500:]}")
    return saved
