"""Programs that nobody here wrote: how the tests get hold of them and talk to them."""

import hashlib
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import Request, urlopen
from xml.etree import ElementTree as ET

from tests.other_programs import npm_packages, unavailable

ICAL_JS = "ical.js@2.2.1"
PATIENCE = 30
"""Seconds a server may take to answer for the first time."""
PLUGIN = Path(__file__).parents[1]


def run(*command: str | Path, text: str | None = None, folder: Path | None = None) -> str:
    """Run a program and return what it says; fail with everything it said."""
    done = subprocess.run(
        [str(part) for part in command], input=text, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


def ical_js(cache: Path) -> Path:
    """Return the folder ical.js is installed in."""
    return npm_packages(cache, ICAL_JS).parent


def programs(cache: Path) -> Path:
    """Return the folder of khal, vdirsyncer and Radicale."""
    wanted = tomllib.loads((PLUGIN / "pyproject.toml").read_text("utf-8"))["dependency-groups"]["clients"]
    stamp = hashlib.sha256(repr((wanted, sys.version)).encode()).hexdigest()[:16]
    folder = cache / f"programs-{stamp}"
    found = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if not (folder / "installed").exists():
        venv.create(folder, clear=True, with_pip=True)
        _install(found / "python", "-m", "pip", "install", "--quiet", *wanted)
        (folder / "installed").touch()
    return found


def _install(*command: str | Path) -> None:
    try:
        run(*command)
    except AssertionError as failed:
        unavailable(f"cannot be installed here: {str(failed)[-300:]}")


class CalDav:
    """A calendar on a CalDAV server."""

    def __init__(self, url: str) -> None:
        self.url = url

    def request(self, method: str, depth: int = 0, url: str | None = None) -> bytes:
        """Send a request and return the answer."""
        headers = {"Depth": str(depth), "Authorization": "Basic c3RhZHQ6c3RhZHQ="}  # stadt:stadt
        with urlopen(Request(url or self.url, method=method, headers=headers)) as answer:  # noqa: S310 - loopback
            content: bytes = answer.read()
            return content

    def versions(self) -> dict[str, str]:
        """Return the version (ETag) of each entry, by the first part of its UID."""
        answer = ET.fromstring(self.request("PROPFIND", depth=1))  # noqa: S314 - our own server
        found = {}
        for response in answer.findall("{DAV:}response"):
            href, version = response.findtext("{DAV:}href", ""), response.findtext(".//{DAV:}getetag", "")
            if href.endswith(".ics"):
                content = self.request("GET", url=self.url.partition("/stadt/")[0] + href).decode().replace("\r\n ", "")
                found[content.partition("\nUID:")[2].partition("@")[0]] = version
        return found


@contextmanager
def radicale(found: Path, folder: Path) -> Iterator[CalDav]:
    """Run a Radicale server on this machine only, with one empty calendar."""
    port = _free_port()
    command = [found / "radicale", "--hosts", f"127.0.0.1:{port}", "--auth-type", "none", "--config", ""]
    command += ["--storage-filesystem-folder", folder / "radicale", "--logging-level", "warning"]
    with (folder / "radicale.log").open("wb") as log, subprocess.Popen(list(map(str, command)), stderr=log) as server:
        try:
            calendar = CalDav(f"http://127.0.0.1:{port}/stadt/termine/")
            _wait_for(f"http://127.0.0.1:{port}/.web/")
            calendar.request("MKCALENDAR")
            yield calendar
        finally:
            server.terminate()


def _free_port() -> int:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(url: str) -> None:
    deadline = monotonic() + PATIENCE
    while True:
        try:
            with urlopen(url):  # noqa: S310 - loopback
                return
        except URLError:
            assert monotonic() < deadline, f"{url} does not answer"
            sleep(0.1)
