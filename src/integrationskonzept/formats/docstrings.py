"""The docstrings of the model's classes and attributes, for descriptions in the schema.

Python forgets what stands below an attribute; the source does not.
"""

import ast
import sys
from functools import cache
from pathlib import Path


def class_doc(kind: type) -> str:
    """Return the first paragraph of a class's docstring on one line."""
    return _one_line((kind.__doc__ or "").split("\n\n", maxsplit=1)[0])


def attribute_docs(kind: type) -> dict[str, str]:
    """Return the docstring of every attribute of a class, inherited ones included, each on one line."""
    documents: dict[str, str] = {}
    for parent in reversed(kind.__mro__):
        documents.update(_module_docs(parent.__module__).get(parent.__name__, {}))
    return documents


@cache
def _module_docs(module: str) -> dict[str, dict[str, str]]:
    file = getattr(sys.modules[module], "__file__", None)
    tree = ast.parse(Path(file).read_text("utf-8")) if file else ast.Module([], [])
    return {node.name: dict(_below_attributes(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _below_attributes(node: ast.ClassDef) -> list[tuple[str, str]]:
    pairs = zip(node.body, node.body[1:], strict=False)
    return [
        (statement.target.id, _one_line(str(below.value.value)))
        for statement, below in pairs
        if isinstance(statement, ast.AnnAssign)
        and isinstance(statement.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())
