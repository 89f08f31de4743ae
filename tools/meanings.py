"""Write the meanings of the model's attributes from their docstrings, so that nothing parses sources at run time."""

import ast
import json
from pathlib import Path

from integrationskonzept.model.description import MEANINGS
from tools.docstrings import attributes


def meanings() -> dict[str, dict[str, str]]:
    """Return the docstring of every attribute, by class and name."""
    found = {}
    for file in sorted(Path("src/integrationskonzept/model").glob("*.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            declared = isinstance(node, ast.ClassDef) and dict(attributes(node))
            if isinstance(node, ast.ClassDef) and declared:
                found[node.name] = {name: text for name, text in declared.items() if text}
    return found


def written() -> str:
    """Return the content of the file."""
    return json.dumps(meanings(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    MEANINGS.write_text(written(), encoding="utf-8")
