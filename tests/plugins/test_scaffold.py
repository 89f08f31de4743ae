"""A new plugin works from its first minute."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from integrationskonzept.errors import InvalidNameError
from integrationskonzept.plugins.scaffold import PluginKind, new_plugin
from tests.plugins.conftest import pip


def test_it_is_a_package_with_module_test_and_readme(tmp_path: Path) -> None:
    files = new_plugin("meine-stadt", tmp_path)
    home = tmp_path / "integrationskonzept-meine-stadt"
    assert [file.relative_to(home).as_posix() for file in files] == [
        "pyproject.toml",
        "README.md",
        "src/integrationskonzept_meine_stadt/__init__.py",
        "tests/test_integrationskonzept_meine_stadt.py",
    ]
    project = tomllib.loads(files[0].read_text(encoding="utf-8"))["project"]
    assert project["name"] == "integrationskonzept-meine-stadt"
    assert project["entry-points"]["integrationskonzept"] == {"meine-stadt": "integrationskonzept_meine_stadt"}


@pytest.mark.parametrize("kind", PluginKind)
def test_its_tests_pass_as_they_are(tmp_path: Path, kind: PluginKind) -> None:
    home = new_plugin("meine-stadt", tmp_path, kind)[0].parent
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_installed_it_exports_a_concept(tmp_path: Path) -> None:
    home = new_plugin("meine-stadt", tmp_path)[0].parent
    pip("install", "--no-build-isolation", "--no-index", "--no-deps", "--target", tmp_path / "installed", home)
    program = (
        "import integrationskonzept as ik; from integrationskonzept.testing import example_concept;"
        "export = ik.export(example_concept(), 'meine-stadt', indicators='yes');"
        "print(export.files[0].content.decode(), *export.losses, sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(tmp_path / "installed"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "<li>Begegnungscafé &lt;im Bahnhof&gt;" in done.stdout, done.stderr
    assert "action_day/sommerfest: an action day has no place in the list of measures" in done.stdout


def test_its_own_prefix_may_be_given_or_left_out(tmp_path: Path) -> None:
    assert new_plugin("Integrationskonzept-Ulm", tmp_path)[0].parent.name == "integrationskonzept-ulm"


@pytest.mark.parametrize("name", ["", "Meine Stadt", "../stadt", "1stadt", "stadt-", "straße", "class"])
def test_a_name_that_no_package_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidNameError, match="such as 'meine-stadt'; got"):
        new_plugin(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "integrationskonzept-ulm").mkdir()
    with pytest.raises(InvalidNameError, match="is there already; choose another name or folder"):
        new_plugin("ulm", tmp_path)
