"""The tree is as CONTRIBUTING and the page on the architecture describe it."""

import ast
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = sorted(file.parent for file in ROOT.glob("plugins/*/pyproject.toml"))
SOURCES = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("plugins/*/src/**/*.py")])
ARCHITECTURE = ROOT / "docs" / "explanation" / "architecture.md"
QUESTIONS = re.findall(r"^\| (.+\?) \| `(.+)` \|$", ARCHITECTURE.read_text(encoding="utf-8"), re.MULTILINE)
LAZY = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.If, ast.Try)


def settings(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))


def here(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def hidden_imports(file: Path) -> Iterator[str]:
    """Yield our own imports that are not at the top of the module: they would hide cycles."""
    for block in (node for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, LAZY)):
        for node in ast.walk(block):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            yield from (f"{file.relative_to(ROOT)}: {name}" for name in names if name.startswith("integrationskonzept"))


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_module_hides_an_import_of_our_own(file: Path) -> None:
    assert list(hidden_imports(file)) == []


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_module_has_a_docstring(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


def test_the_page_on_the_architecture_answers_twenty_questions() -> None:
    assert len(QUESTIONS) >= 20


@pytest.mark.parametrize(("question", "module"), QUESTIONS, ids=[module for _, module in QUESTIONS])
def test_a_module_that_answers_a_question_exists(question: str, module: str) -> None:
    assert importlib.util.find_spec(f"integrationskonzept.{module}"), question


def test_contributing_shows_the_layers_that_are_checked() -> None:
    contract = settings(ROOT)["tool"]["importlinter"]["contracts"][0]
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = re.search(r"## The layers\n.*?```text\n(.*?)```", text, re.DOTALL)
    assert block
    shown = re.findall(r"^  (\S+(?: \S+)*)", block[1], re.MULTILINE)
    assert shown == contract["layers"]


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda plugin: plugin.name)
def test_every_plugin_is_a_distribution_with_readme_typed_sources_and_tests(plugin: Path) -> None:
    project = settings(plugin)["project"]
    package = plugin / "src" / f"integrationskonzept_{plugin.name}"
    assert (plugin / "README.md").is_file()
    assert (package / "py.typed").is_file()
    assert list((plugin / "tests").rglob("test_*.py"))
    assert any(re.match(r"integrationskonzept\b(?!-)", needed) for needed in project["dependencies"])
    assert "integrationskonzept" in project["entry-points"]


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda plugin: plugin.name)
def test_the_readme_of_a_plugin_names_every_module_and_only_files_that_there_are(plugin: Path) -> None:
    package = plugin / "src" / f"integrationskonzept_{plugin.name}"
    names = re.findall(r"`([\w/*]+\.(?:py|typ|css|js|docx))`", (plugin / "README.md").read_text(encoding="utf-8"))
    named = {name: set(package.glob(name)) for name in names}
    assert [name for name, found in named.items() if not found] == []
    modules = {file for file in package.rglob("*.py") if file.name != "__init__.py" or file.parent == package}
    assert sorted(here(file) for file in modules.difference(*named.values())) == []


OPEN = (
    *("", ".blocks", ".cli.merge_command", ".cli.output", ".cli.session", ".documents", ".drafts", ".editor"),
    *(".errors", ".evaluation", ".files", ".merging", ".model", ".plugins", ".plugins.kit", ".translation"),
)
"""What our own plugins may import of the library; other plugins can import the same."""


@pytest.mark.parametrize("plugin", PLUGINS, ids=lambda plugin: plugin.name)
def test_a_plugin_imports_packages_and_none_of_their_modules(plugin: Path) -> None:
    for file in sorted(plugin.glob("src/**/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            ours = re.fullmatch(r"integrationskonzept(\.[\w.]+)?", module)
            assert ours is None or (ours[1] or "") in OPEN, f"{here(file)}: {module}"


def test_every_switched_off_check_has_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    begin = lines.index("[tool.ruff.lint]")
    rules = [line for line in lines[begin:] if re.match(r'\s+"[A-Z]+[0-9]*",', line)]
    assert rules
    assert [line for line in rules if "#" not in line] == []


def test_every_silenced_finding_in_the_code_has_its_reason() -> None:
    silenced = re.compile(r"#\s*(?:noqa|type: ignore|pragma)\b(?P<rest>.*)")
    bare = [
        f"{here(file)}:{number}"
        for file in SOURCES
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if (found := silenced.search(line)) and not re.search(r"(?:#|[-–])\s+\S", found["rest"])
    ]
    assert bare == []


def test_continuous_integration_runs_the_command_of_the_readme() -> None:
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1].removeprefix("exec ")
    assert f"\n$ {command}\n" in (ROOT / "README.md").read_text(encoding="utf-8")
