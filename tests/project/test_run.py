"""`./run` says what it needs."""

import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

RUN = Path(__file__).parents[2] / "run"


def test_without_a_program_it_says_what_it_does() -> None:
    said = subprocess.run([sys.executable, str(RUN)], capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert "./run nox" in said.stderr


def test_it_can_be_called_by_name() -> None:
    assert RUN.stat().st_mode & 0o111
    assert RUN.read_text(encoding="utf-8").startswith("#!/usr/bin/env python3\n")


@pytest.mark.skipif(sys.platform == "win32", reason="the program of this test is a script of a shell")
@pytest.mark.parametrize(("program", "before"), [("integrationskonzept", "./run"), ("nox", "nothing")])
def test_the_program_knows_how_it_was_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, before: str
) -> None:
    """What it names next is then a call that can be made; programs that test it are not disturbed."""
    loader = SourceFileLoader("run", str(RUN))
    spec = spec_from_loader("run", loader)
    assert spec
    run = module_from_spec(spec)
    loader.exec_module(run)
    script = tmp_path / program
    script.write_text(f'#!/bin/sh\necho "${{INTEGRATIONSKONZEPT_RUN:-nothing}}" > {tmp_path}/before\n', "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(run, "PROGRAMS", tmp_path)
    monkeypatch.setattr(run, "STAMP", tmp_path / "installed")
    (tmp_path / "installed").write_text(run.wanted(), "utf-8")
    monkeypatch.setattr(sys, "argv", ["./run"])
    monkeypatch.delenv("INTEGRATIONSKONZEPT_RUN", raising=False)
    assert run.main(program) == 0
    assert (tmp_path / "before").read_text("utf-8") == f"{before}\n"
