"""Write the meanings of attributes from their docstrings, so that nothing parses sources at run time."""

import ast
import json
from pathlib import Path

from integrationskonzept.class_docs import MEANINGS
from tools.docstrings import attributes


def meanings() -> dict[str, dict[str, str]]:
    """Return the docstring of every attribute, by class and name."""
    found: dict[str, dict[str, str]] = {}
    for file in sorted(Path("src/integrationskonzept").rglob("*.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
                continue
            declared = {name: text for name, text in attributes(node) if text and not name.startswith("_")}
            if declared and node.name in found:
                raise ValueError(f"two classes of the library are called {node.name}")
            found |= {node.name: declared} if declared else {}
    return dict(sorted(found.items()))


def written() -> str:
    """Return the content of the file."""
    return json.dumps(meanings(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    MEANINGS.write_text(written(), encoding="utf-8")
