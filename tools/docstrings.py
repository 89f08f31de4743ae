"""Read the docstrings of attributes from the source."""

import ast
from collections.abc import Iterator


def attributes(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Yield every attribute declared by a class, with its docstring."""
    for statement, following in zip(node.body, [*node.body[1:], ast.Pass()], strict=True):
        if isinstance(statement, ast.AnnAssign) and "ClassVar" not in ast.unparse(statement.annotation):
            yield ast.unparse(statement.target), _text(following)


def _text(node: ast.stmt) -> str:
    value = node.value if isinstance(node, ast.Expr) else None
    return " ".join(str(value.value).split()) if isinstance(value, ast.Constant) else ""
