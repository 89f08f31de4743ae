"""Plain data as it stood in a file, with the line and column of every key and value."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from integrationskonzept.findings import Finding, Mark, Path

Marks = Callable[[Path], tuple[Mark | None, Mark | None]]
"""Given a path, the marks of its key (None for a list item) and of its value."""


def _nowhere(_: Path) -> tuple[Mark | None, Mark | None]:
    return None, None


def _unknown(_: Path) -> None:
    return None


@frozen
class Document:
    """What a format reads: dicts with text keys, lists, text, numbers, truth values, None, dates and times of day."""

    data: Any
    marks: Marks = _nowhere
    """Where everything stands; see `Origin`."""
    spelling: Callable[[Path], str | None] = _unknown
    """Given a path, the number or truth value there as it was typed, where that can be told."""
    findings: tuple[Finding, ...] = ()
    """What did not stop the reading: errors are reported along with those of the data; warnings and notes stay with
    the concept, and `check` reports them."""
