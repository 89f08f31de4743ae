"""Plain data as it stood in a file, with the line and column of every key and value."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from integrationskonzept.findings import Finding, Mark, Path

Marks = Callable[[Path], tuple[Mark | None, Mark | None]]
"""Given a path, the marks of its key (None for a list item) and of its value."""


def _nowhere(_: Path) -> tuple[Mark | None, Mark | None]:
    return None, None


@frozen
class Document:
    """What a format reads: dicts with text keys, lists, text, numbers, truth values and None."""

    data: Any
    marks: Marks = _nowhere
    """Where everything stands; see `Origin`."""
    findings: tuple[Finding, ...] = ()
    """Problems that did not stop the reading; they are reported along with those of the data."""
