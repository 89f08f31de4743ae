"""`./run` says what it needs."""

import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).parents[2] / "run"


def test_without_a_program_it_says_what_it_does() -> None:
    said = subprocess.run([sys.executable, str(RUN)], capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert "./run nox" in said.stderr


def test_it_can_be_called_by_name() -> None:
    assert RUN.stat().st_mode & 0o111
    assert RUN.read_text(encoding="utf-8").startswith("#!/usr/bin/env python3\n")
