"""The notebooks of the docs run from top to bottom, and are kept with what they show."""

from pathlib import Path

import pytest

from tools.notebooks import FOLDER, read, run, shown

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_runs_from_top_to_bottom_and_shows_what_is_kept(path: Path, tmp_path: Path) -> None:
    notebook = run(read(path), tmp_path)
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert len(outputs) > 5
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    assert list(tmp_path.iterdir()) == []
    assert shown(read(path)) == shown(notebook)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_is_kept_without_counters(path: Path) -> None:
    assert {cell.execution_count for cell in read(path).cells if cell.cell_type == "code"} == {None}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_asks_one_question_and_is_found_from_the_index(path: Path) -> None:
    title = read(path).cells[0].source.splitlines()[0]
    assert title.startswith("# ")
    assert title.endswith("?")
    assert f"notebooks/{path.name}" in (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
