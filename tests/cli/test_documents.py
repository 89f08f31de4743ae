"""Reports on the command line: in a terminal, in a file, in every form."""

import io
import sys
from pathlib import Path

import pytest

from integrationskonzept.cli import main
from tests.cli.conftest import Call


def test_several_reports_are_one_page_or_follow_each_other(call: Call) -> None:
    call("check", "sachsenheim", "musterstadt-2025", "--format", "html", "-o", "bericht.html")
    page = Path("bericht.html").read_text("utf-8")
    assert page.count("<!DOCTYPE html>") == page.count("<h1>") == 1
    assert "Sachsenheim" in page
    assert "Musterstadt" in page
    markdown = call("check", "sachsenheim", "musterstadt-2025", "--format", "markdown").output
    assert sum(line.startswith("# ") for line in markdown.splitlines()) == 2


def test_every_command_with_a_document_writes_html(call: Call) -> None:
    for words in (
        ("show", "sachsenheim"),
        ("evaluate", "sachsenheim"),
        ("due", "sachsenheim"),
        ("check", "sachsenheim"),
    ):
        assert call(*words, "--format", "html").output.startswith("<!DOCTYPE html>")


def test_findings_are_coloured_when_asked_and_never_in_a_file(call: Call) -> None:
    assert "\x1b[" in call("check", "sachsenheim", "--color").output
    assert "\x1b[" not in call("check", "sachsenheim", "--color", "-o", "b.txt").output
    assert "\x1b" not in Path("b.txt").read_text("utf-8")


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
@pytest.mark.parametrize("words", [("check", "sachsenheim"), ("evaluate", "sachsenheim"), ("show", "sachsenheim")])
def test_a_terminal_gets_colours_and_its_own_width(
    words: tuple[str, ...], environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    terminal = Terminal(io.BytesIO(), "utf-8")
    monkeypatch.setattr(sys, "stdout", terminal)
    with pytest.raises(SystemExit):
        main([*words])
    terminal.flush()
    said = terminal.buffer.getvalue().decode()  # type: ignore[attr-defined]  # the bytes behind the stream
    assert ("\x1b[1m" in said) is coloured
    plain = said.replace("\x1b[0m", "")
    assert 80 < max(len(line) for line in plain.splitlines() if "\x1b" not in line) <= 100
