"""Scripts of users run, and are free of errors for type checkers."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.other_programs import npm_packages
from tests.user_scripts import analyse

SCRIPTS = Path(analyse.__file__).parent


def test_a_script_with_every_call_of_the_front_door_runs(tmp_path: Path) -> None:
    said = analyse.main(tmp_path, date(2026, 12, 1))
    assert "datapackage.json" in said
    assert any("gibt-es-nicht" in line for line in said)


@pytest.mark.clients
def test_pyright_finds_no_error_in_scripts_of_users(pytestconfig: pytest.Config) -> None:
    modules = npm_packages(pytestconfig.rootpath / ".nox" / "npm", "pyright")
    command = ["node", str(modules / "pyright" / "index.js"), "--outputjson", "--pythonpath", sys.executable]
    files = map(str, sorted(SCRIPTS.glob("*.py")))
    done = subprocess.run([*command, *files], capture_output=True, encoding="utf-8", check=False)
    found = json.loads(done.stdout)
    assert [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in found["generalDiagnostics"]] == []
    assert found["summary"]["filesAnalyzed"] > 0
