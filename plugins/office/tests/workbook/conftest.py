"""The command line as a person calls it, beside a concept and its workbook."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from integrationskonzept.cli import main
from plugins.office.tests.workbook.books import TOWN, workbook

Call = Callable[..., Result]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run one command line in a folder with a concept and its workbook."""
    monkeypatch.chdir(tmp_path)
    Path("k.yaml").write_text(TOWN, encoding="utf-8")
    Path("k.xlsx").write_bytes(workbook())

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, ["--lang", "de", *words], catch_exceptions=False)

    return run
