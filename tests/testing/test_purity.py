"""Access to the network, to other programs and to files is noticed, and so is the effect of the clock."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from threading import Barrier, Thread
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from integrationskonzept.testing import assert_timeless, pure
from integrationskonzept.testing.clock import clock_watched
from integrationskonzept.testing.purity import Access, ImpureError, files_of


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (lambda: socket.create_connection(("localhost", 9)), "uses the network: socket."),
        (lambda: subprocess.run(["true"], check=False), "runs a program: subprocess.Popen"),  # noqa: S607
        (lambda: os.chdir("/"), "changes the current folder: os.chdir '/'"),
        (lambda: os.putenv("IK", "1"), "changes the environment: os.putenv"),
        (lambda: tempfile.mkstemp(dir="."), "writes to the disk: (open|tempfile.mkstemp)"),
        (lambda: Path("x").write_text("x", encoding="utf-8"), "writes to the disk: open 'x', 'w'"),
        (lambda: os.open("x", os.O_CREAT | os.O_WRONLY), "writes to the disk: open 'x'"),
        (lambda: Path("x").mkdir(), "writes to the disk: os.mkdir 'x'"),
        (lambda: Path("x").rename("y"), "writes to the disk: os.rename 'x', 'y'"),
        (lambda: shutil.rmtree("folder"), "writes to the disk: shutil.rmtree 'folder'"),
        (lambda: Path("note").read_bytes(), "reads a file: open 'note'"),
        (lambda: Path("note").resolve().read_bytes(), "reads a file: open '/"),
    ],
)
def test_what_a_function_does_to_the_machine_is_noticed_and_stopped(
    look: Callable[[], object], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "note").write_bytes(b"x")
    with pytest.raises(ImpureError, match=said), pure():
        look()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "note"]


def test_what_is_tried_and_caught_is_noticed_too() -> None:
    def daring() -> None:
        with contextlib.suppress(BaseException):
            socket.getaddrinfo("localhost", 80)

    with pytest.raises(ImpureError, match="uses the network"), pure():
        daring()


def test_a_thread_is_watched_if_it_began_inside(tmp_path: Path) -> None:
    def write() -> None:
        with contextlib.suppress(ImpureError):
            (tmp_path / "x").write_bytes(b"x")

    def in_a_thread(work: Callable[[], object]) -> None:
        thread = Thread(target=work)
        thread.start()
        thread.join()

    with pytest.raises(ImpureError, match="writes to the disk"), pure():
        in_a_thread(write)
    assert list(tmp_path.iterdir()) == []

    met = Barrier(2)
    with ThreadPoolExecutor(1) as others:
        waiting = others.submit(lambda: (met.wait(), met.wait(), (tmp_path / "x").write_bytes(b"x")))
        met.wait()
        with pure():
            met.wait()
            waiting.result()
    assert (tmp_path / "x").read_bytes() == b"x"


def test_temporary_files_may_be_written_and_removed_and_are_gone_in_the_end() -> None:
    before = tempfile.tempdir
    with pure():
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "a" / "b").mkdir(parents=True)
            (Path(folder) / "a" / "b" / "x").write_bytes(b"x")
            assert (Path(folder) / "a" / "b" / "x").read_bytes() == b"x"
        with tempfile.TemporaryFile() as file:
            file.write(b"x")
        with tempfile.NamedTemporaryFile(delete=False) as kept:
            kept.write(b"x")
    assert not Path(kept.name).exists()
    assert tempfile.tempdir == before


def test_installed_files_and_named_ones_may_be_read(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    with pure(files=[tmp_path]):
        assert (tmp_path / "x").read_bytes() == b"x"
        assert Path(pytest.__file__).read_bytes()
        assert ZoneInfo.no_cache("Europe/Berlin").key
        Path(os.devnull).write_bytes(b"x")
        with open(0, closefd=False, encoding="utf-8"):
            assert datetime(2027, 6, 30).isoformat()  # noqa: DTZ001 - the point


def test_only_what_is_asked_for_is_watched(tmp_path: Path) -> None:
    with pure(kinds=Access.NETWORK):
        (tmp_path / "x").write_bytes(b"x")


def test_the_files_of_a_plugin_are_those_beside_its_module() -> None:
    assert files_of(test_only_what_is_asked_for_is_watched) == (str(Path(__file__).parent),)
    assert files_of(print) == ()


# -- the clock ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (lambda: datetime.now().astimezone(), "it reads the clock: now in .*test_purity, line "),
        (lambda: time.localtime()[:5], "it reads the clock: localtime in "),
        (lambda: time.strftime("%d.%m.%Y"), "it reads the clock: strftime in "),
        (lambda: time.timezone, "the time zone shows in the result$"),
        (lambda: [*ThreadPoolExecutor(1).map(lambda _: str(date.today()), "x")], "it reads the clock: today in "),  # noqa: DTZ011
    ],
)
def test_a_clock_that_shows_in_a_result_is_noticed(look: Callable[[], object], said: str) -> None:
    with pytest.raises(ImpureError, match=said):
        assert_timeless(look)


def test_a_clock_that_shows_nowhere_is_no_fault() -> None:
    began = date.today()  # noqa: DTZ011 - the point
    assert_timeless(lambda: bool(time.time()) and "Liste")
    assert date.today() - began <= date(2026, 1, 2) - date(2026, 1, 1)  # noqa: DTZ011 - the clock is back


def test_bystanders_may_look_at_the_clock() -> None:
    def watched(event: str, module: str, *functions: object) -> None:
        watch: Any = sys.getprofile()
        for function in functions:
            watch(SimpleNamespace(f_globals={"__name__": module}, f_lineno=7), event, function)

    no_clocks = len, SimpleNamespace(__name__="now", __self__="no class")
    with clock_watched() as seen:
        watched("c_call", "guest", time.time, datetime.now, *no_clocks)
        watched("c_return", "guest", time.time)
        watched("c_call", "logging", time.time)
    assert seen == ["reads the clock: time in guest, line 7", "reads the clock: now in guest, line 7"]
