"""A PostgreSQL server of the tests' own: on loopback, without passwords, and quick rather than safe."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket

from attrs import frozen

from plugins.integreat.tests.e2e.place import environment, run

PATIENCE = 60
"""Seconds that a server may take to begin."""

_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
}


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@frozen(kw_only=True)
class Database:
    """A running server."""

    port: int
    programs: Path

    def sql(self, statement: str) -> str:
        """Run a statement and return what it selects."""
        connection = ("-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", "postgres")
        options = ("-qXAt", "-v", "ON_ERROR_STOP=1", "-c", statement)
        quiet = {**environment(), "PGOPTIONS": "-c client_min_messages=warning"}
        return run(self.programs / "psql", *connection, *options, env=quiet).strip()

    def has(self, name: str) -> bool:
        """Tell whether there is a database of this name."""
        return self.sql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'") == "1"  # noqa: S608 - names of our own


@contextmanager
def running(folder: Path, programs: Path) -> Iterator[Database]:
    """Start the server on a cluster that is kept in `folder`."""
    user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
    data = folder / "postgresql" / "data"
    if not (data / "made").exists():
        shutil.rmtree(data.parent, ignore_errors=True)
        data.parent.mkdir()
        if user:
            shutil.chown(data.parent, user)
        options = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        run(programs / "initdb", "-D", data, *options, user=user)
        (data / "made").touch()
    elif (data / "postmaster.pid").exists():  # of a run that was killed; this one holds the folder's lock
        subprocess.run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], user=user, check=False, cwd="/")
    port = free_port()
    settings = [part for name, value in (_SETTINGS | {"port": str(port)}).items() for part in ("-c", f"{name}={value}")]
    with (folder / "postgresql.log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, *settings],
            user=user,
            group=user,
            extra_groups=[] if user else None,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            _await(programs, port, server)
            yield Database(port=port, programs=programs)
        finally:
            server.send_signal(2)  # SIGINT asks for a fast shutdown
            server.wait(PATIENCE)


def _await(programs: Path, port: int, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while subprocess.run([programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)], check=False).returncode:
        assert server.poll() is None, "PostgreSQL ended before it began"
        assert time.monotonic() < deadline, "PostgreSQL takes too long to begin"
        time.sleep(0.1)
