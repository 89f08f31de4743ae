"""The notebooks of the docs run from top to bottom, and are kept without outputs, or with those of a run."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(ROOT.glob("docs/notebooks/*.ipynb"))
WITH_OUTPUTS = {"what-analysts-ask"}
"""Notebooks that are read for their answers."""


def read(path: Path) -> Any:
    read_notebook: Any = nbformat.read  # its types are not stated
    return read_notebook(path, as_version=4)


def name(path: Path) -> str:
    return path.stem


def printed(notebook: Any) -> list[str]:
    """Return what each cell of code prints; a kernel may hand it over in several pieces."""
    return ["".join(output.text for output in cell.outputs) for cell in notebook.cells if cell.cell_type == "code"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_runs_from_top_to_bottom_and_warns_of_nothing(path: Path, tmp_path: Path) -> None:
    notebook = read(path)
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": tmp_path}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert len(outputs) > 5
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    assert list(tmp_path.iterdir()) == []
    if name(path) in WITH_OUTPUTS:
        assert printed(read(path)) == printed(notebook)


@pytest.mark.parametrize("path", [path for path in NOTEBOOKS if name(path) not in WITH_OUTPUTS], ids=name)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    code = [cell for cell in read(path).cells if cell.cell_type == "code"]
    assert [cell.outputs for cell in code if cell.outputs] == []
    assert {cell.execution_count for cell in code} == {None}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_asks_one_question_and_is_found_from_the_index(path: Path) -> None:
    title = read(path).cells[0].source.splitlines()[0]
    assert title.startswith("# ")
    assert title.endswith("?")
    assert f"notebooks/{path.name}" in (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
