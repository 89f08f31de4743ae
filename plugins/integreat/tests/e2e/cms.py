"""The real Integreat CMS, running on loopback, and what the tests do with it."""

import json
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from attrs import frozen

from plugins.integreat.tests.e2e.database import PATIENCE, Database, free_port
from plugins.integreat.tests.e2e.place import environment, run

TEMPLATE = "integreat_migrated"
INSIDE = Path(__file__).with_name("inside.py")


@frozen(kw_only=True)
class Cms:
    """A running CMS."""

    url: str
    http: httpx.Client
    inside: "subprocess.Popen[str]"

    def do(self, what: str, **given: Any) -> Any:
        """Have something done inside the CMS, by a function of ``inside.py``, and return what it returns."""
        assert self.inside.stdin is not None
        assert self.inside.stdout is not None
        self.inside.stdin.write(json.dumps([what, given]) + "\n")
        self.inside.stdin.flush()
        line = self.inside.stdout.readline()
        assert line, "the CMS's own Python ended"
        answer = json.loads(line)
        assert "failed" not in answer, answer["failed"]
        return answer["done"]

    def ask(self, path: str, **parameters: Any) -> Any:
        """Ask the read interface."""
        answer = self.http.get(f"{self.url}/api/v3/{path}/", params=parameters)
        assert answer.status_code == 200, answer.text[:500]
        return answer.json()

    def page(self, region: str, language: str, number: int) -> dict[str, Any]:
        """Return a page as visitors see it."""
        page: dict[str, Any] = self.ask(f"{region}/{language}/page", id=number)
        return page


@contextmanager
def running(folder: Path, programs: Path, database: Database) -> Iterator[Cms]:
    """Start the CMS on a new, migrated, empty database."""
    port = free_port()
    settings = _settings(folder, database, port)
    _prepare(programs, database, settings)
    url = f"http://127.0.0.1:{port}"
    serve: list[str | Path] = [programs / "integreat-cms-cli", "runserver", f"127.0.0.1:{port}", "--noreload"]
    with (
        _started(serve, settings, folder / "server.log") as server,
        _started([programs / "python", "-u", INSIDE], settings, folder / "inside.log") as inside,
        httpx.Client(timeout=PATIENCE, trust_env=False) as http,
    ):
        _await(http, url, server)
        yield Cms(url=url, http=http, inside=inside)


@contextmanager
def _started(command: list[str | Path], settings: Mapping[str, str], log: Path) -> "Iterator[subprocess.Popen[str]]":
    with (
        log.open("w", encoding="utf-8") as told,
        subprocess.Popen(
            command,
            env=dict(settings),
            cwd=log.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if INSIDE in command else told,
            stderr=told,
            encoding="utf-8",
        ) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _settings(folder: Path, database: Database, port: int) -> dict[str, str]:
    ours = {
        "SECRET_KEY": "only-for-tests",
        "DEBUG": "0",
        "BASE_URL": f"http://127.0.0.1:{port}",
        "DB_HOST": "127.0.0.1",
        "DB_PORT": str(database.port),
        "DB_NAME": "integreat",
        "DB_USER": "postgres",
        "DB_PASSWORD": "",
        "BACKGROUND_TASKS_ENABLED": "0",
        "NOMINATIM_API_ENABLED": "0",
        "LINKCHECK_DISABLE_LISTENERS": "1",
        "LOGFILE": str(folder / "cms.log"),
        "XLIFF_ROOT": str(folder / "xliff"),
        "MEDIA_ROOT": str(folder / "media"),
        "PDF_ROOT": str(folder / "pdf"),
    }
    named = {f"INTEGREAT_CMS_{name}": value for name, value in ours.items()}
    django = {"DJANGO_SETTINGS_MODULE": "integreat_cms.core.settings", "PYTHONWARNINGS": "ignore"}
    return {**environment(), **django, **named}


def _prepare(programs: Path, database: Database, settings: Mapping[str, str]) -> None:
    """Migrate an empty database once, and copy it for every run."""
    if not database.has(TEMPLATE):
        database.sql("DROP DATABASE IF EXISTS migrating")
        database.sql("CREATE DATABASE migrating")
        migrating = {**settings, "INTEGREAT_CMS_DB_NAME": "migrating"}
        run(programs / "integreat-cms-cli", "migrate", "-v", "0", env=migrating)
        database.sql(f"ALTER DATABASE migrating RENAME TO {TEMPLATE}")
    database.sql("DROP DATABASE IF EXISTS integreat WITH (FORCE)")
    database.sql(f"CREATE DATABASE integreat TEMPLATE {TEMPLATE}")


def _await(http: httpx.Client, url: str, server: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        assert server.poll() is None, "the CMS ended before it began"
        assert time.monotonic() < deadline, "the CMS takes too long to begin"
        try:
            if http.get(f"{url}/api/v3/regions/").is_success:
                return
        except httpx.NetworkError:
            pass
        time.sleep(0.2)
