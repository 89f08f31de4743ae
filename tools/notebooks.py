"""Run the notebooks of the documentation, and store what they show: ``python -m tools.notebooks``."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parent.parent / "docs" / "notebooks"


def read(file: Path) -> Any:
    """Return a notebook."""
    read_notebook: Any = nbformat.read  # its types are not stated
    return read_notebook(file, as_version=4)


def run(notebook: Any, folder: Path) -> Any:
    """Run a notebook in a folder, and return it with what its cells show."""
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": folder}}).execute()
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = _joined(cell.outputs)
    return notebook


def _joined(outputs: list[Any]) -> list[Any]:
    """Return outputs without counters, and pieces of one stream as one."""
    joined: list[Any] = []
    for each in outputs:
        if "execution_count" in each:
            each.execution_count = None
        if joined and each.output_type == "stream" == joined[-1].output_type and each.name == joined[-1].name:
            joined[-1].text += each.text
        else:
            joined.append(each)
    return joined


def shown(notebook: Any) -> list[list[str]]:
    """Return the texts that each cell of code shows: what it prints, and results as text."""
    cells = (cell for cell in notebook.cells if cell.cell_type == "code")
    return [
        [each.text if each.output_type == "stream" else each.data["text/plain"] for each in cell.outputs]
        for cell in cells
    ]


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.ipynb")):
        with TemporaryDirectory() as place:
            done = run(read(path), Path(place))
        write: Any = nbformat.write  # its types are not stated
        write(done, path)
