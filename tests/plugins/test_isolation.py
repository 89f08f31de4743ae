"""A plugin works without doing harm: what it prints is caught, what it raises is told."""

import io
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrationskonzept.errors import PluginError
from integrationskonzept.i18n.messages import message
from integrationskonzept.plugins.isolation import captured_stdout, captured_text, isolated
from integrationskonzept.plugins.plugin_record import PluginRecord, PluginSource, safe_repr


@pytest.fixture
def entry() -> PluginRecord:
    return PluginRecord(PluginSource(name="guest", distribution="city-guest"), lambda _: None)


class UnspeakableError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("not even that")

    __repr__ = __str__


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("a\n  b"), "ValueError: a b (test_isolation.py, line "),
        (UnspeakableError(), "UnspeakableError (test_isolation.py, line "),
        (SystemExit(), "SystemExit (test_isolation.py, line "),
        (GeneratorExit(), "GeneratorExit (test_isolation.py, line "),
        (StopIteration(), "StopIteration (test_isolation.py, line "),
        (ValueError("x" * 1000), "ValueError: " + "x" * 299 + "… (test_isolation.py"),
    ],
)
def test_whatever_a_plugin_raises_becomes_one_line_that_names_it(
    entry: PluginRecord, error: BaseException, said: str
) -> None:
    with pytest.raises(PluginError) as caught, isolated(entry, message("loading")):
        raise error
    assert str(caught.value).startswith(f"plugin guest (city-guest ?) failed while loading: {said}")
    assert caught.value.__cause__ is error


def test_ctrl_c_and_what_is_the_callers_business_pass(entry: PluginRecord) -> None:
    with pytest.raises(KeyboardInterrupt), isolated(entry, message("loading")):
        raise KeyboardInterrupt
    with pytest.raises(LookupError), isolated(entry, message("loading"), LookupError):
        raise KeyError


def test_what_is_printed_is_a_remark_told_once(entry: PluginRecord, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        with isolated(entry, message("loading")):
            print("hello")  # noqa: T201 - what a guest does
    assert [str(remark) for remark in entry.remarks] == ["printed to standard output while loading: hello"]
    for number in range(100):
        with isolated(entry, message("loading")):
            print(number)  # noqa: T201 - what a guest does
    assert len(entry.remarks) < 30
    assert capsys.readouterr().out == ""


def test_a_thing_that_cannot_be_shown_is_named_by_its_kind() -> None:
    assert safe_repr(UnspeakableError()) == "<UnspeakableError>"


def printing(into: list[str]) -> Iterator[None]:
    with captured_stdout() as catch:
        print("caught")  # noqa: T201 - what a guest does
        yield
        sys.stdout.write("and ")
        sys.stdout.buffer.write(b"caught")
    into.append(captured_text(catch))


def test_each_thread_is_caught_for_itself_and_the_others_print_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    before = sys.stdout
    texts: list[str] = []
    first = printing(texts)
    next(first)
    thread = threading.Thread(target=lambda: [*printing(texts), print("free")])  # noqa: T201 - not a guest
    thread.start()
    thread.join()
    list(first)
    assert texts == ["caught\nand caught"] * 2
    assert capsys.readouterr().out == "free\n"
    assert sys.stdout is before


def test_a_plugin_that_takes_standard_output_away_does_not_keep_it(entry: PluginRecord) -> None:
    before = sys.stdout
    with isolated(entry, message("loading")):
        sys.stdout = io.StringIO()
    assert sys.stdout is before


def test_a_plugin_that_closes_standard_output_closes_only_its_own(
    entry: PluginRecord, capsys: pytest.CaptureFixture[str]
) -> None:
    with isolated(entry, message("loading")):
        sys.stdout.close()
    print("still there")  # noqa: T201 - the program
    assert capsys.readouterr().out == "still there\n"


def test_the_current_folder_is_changed_back(
    entry: PluginRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with isolated(entry, message("exporting")):
        os.chdir("/")
    assert Path.cwd() == tmp_path
    said = "changed the current folder while exporting; it was changed back"
    assert [str(remark) for remark in entry.remarks] == [said]


@pytest.mark.skipif(sys.platform == "win32", reason="there, the current folder cannot be removed")
def test_a_plugin_works_where_the_current_folder_was_removed(
    entry: PluginRecord, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with isolated(entry, message("exporting")):
        pass
    assert entry.remarks == []
