"""Numbers and truth values of a file as they were typed: ``2.10`` and not 2.1, ``+49`` and not 49."""

import re
from codecs import BOM_UTF8
from collections.abc import Callable

from integrationskonzept.findings import Mark, Path

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_SCALAR = re.compile(r"[-+.~\w]+")

MarksOf = Callable[[Path], tuple[Mark | None, Mark | None]]


class Spelling:
    """Looks up in the text of a file how a value was typed, when that is asked for."""

    def __init__(self, content: bytes, marks: MarksOf) -> None:
        self._content = content
        self._marks = marks
        self._lines: list[str] | None = None

    def __call__(self, path: Path) -> str | None:
        """Return the number or truth value at `path` as typed; None where no such value stands there."""
        mark = self._marks(path)[1]
        if mark is None:
            return None
        if self._lines is None:
            self._lines = _LINE_BREAK.split(self._content.removeprefix(BOM_UTF8).decode("utf-8"))
        found = _SCALAR.match(self._lines[mark.line - 1], mark.column - 1)
        return found and found[0]
