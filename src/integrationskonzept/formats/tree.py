"""Plain data growing out of what a reader meets from the top of a file to its end."""

from typing import Any

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Path, Place
from integrationskonzept.formats import problems
from integrationskonzept.formats.limits import MAX_DEPTH, MAX_FINDINGS, MAX_NODES
from integrationskonzept.formats.marks import Marks
from integrationskonzept.formats.problems import Problem
from integrationskonzept.model.record import shorten


class _Frame:
    """A list or mapping that is not closed yet."""

    __slots__ = ("doubled", "first", "key", "key_column", "key_line", "node", "value")

    def __init__(self, value: Any, node: int) -> None:
        self.value = value
        self.node = node
        self.key: str | None = None
        self.key_line = 0
        self.key_column = 0
        self.doubled = False
        self.first: dict[str, tuple[int, int]] = {}


class Tree:
    """Builds data, marks and findings together; keeps depth and number of values within bounds.

    Problems that let the reading go on are collected in `findings`. `stop` ends it.
    """

    def __init__(self) -> None:
        self.data: Any = None
        self.marks = Marks()
        self.findings: list[Finding] = []
        self._frames: list[_Frame] = []

    @property
    def path(self) -> Path:
        """The path of the value that comes next."""
        return tuple(len(f.value) if isinstance(f.value, list) else f.key or "" for f in self._frames)

    @property
    def expects_key(self) -> bool:
        """Whether what comes next stands where a key belongs."""
        return bool(self._frames) and self._frames[-1].key is None and isinstance(self._frames[-1].value, dict)

    def note(self, problem: Problem, line: int, column: int, **values: Any) -> None:
        """Report a problem at a place and go on."""
        self._keep(problem.finding(Place(line=line, column=column, path=self.path), **values))

    def _keep(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) > MAX_FINDINGS:
            self.findings.append(problems.TOO_MANY_PROBLEMS.finding(finding.place, limit=MAX_FINDINGS))
            raise unreadable(self.findings)

    def stop(self, problem: Problem, line: int, column: int, **values: Any) -> InvalidConceptError:
        """Report a problem at a place and return what is to be raised, as nothing after it can be read."""
        self.note(problem, line, column, **values)
        return unreadable(self.findings)

    def key(self, text: str, line: int, column: int) -> None:
        """Take the key of the value that comes next."""
        frame = self._frames[-1]
        frame.doubled = text in frame.first
        frame.key, frame.key_line, frame.key_column = text, line, column
        if frame.doubled:
            self._note_doubled(text, frame.first[text])
        else:
            frame.first[text] = line, column

    def _note_doubled(self, text: str, first: tuple[int, int]) -> None:
        frame = self._frames[-1]
        here = Place(line=frame.key_line, column=frame.key_column, path=self.path)
        before = Place(line=first[0], column=first[1], path=self.path)
        self._keep(problems.DUPLICATE_KEY.finding(here, before, key=shorten(text), line=first[0]))

    def scalar(self, value: Any, line: int, column: int) -> None:
        """Take a value that holds no others."""
        self._add(value, line, column)

    def open(self, value: list[Any] | dict[str, Any], line: int, column: int) -> None:
        """Take an empty list or mapping; what comes next lies in it."""
        if len(self._frames) >= MAX_DEPTH:
            raise self.stop(problems.TOO_DEEP, line, column, limit=MAX_DEPTH)
        self._frames.append(_Frame(value, self._add(value, line, column)))

    def close(self) -> None:
        """End the list or mapping opened last."""
        self.marks.close(self._frames.pop().node)

    def _add(self, value: Any, line: int, column: int) -> int:
        if len(self.marks) >= MAX_NODES:
            raise self.stop(problems.TOO_MANY, line, column, limit=MAX_NODES)
        if not self._frames:
            self.data = value
            return self.marks.add("", line, column)
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            node = self.marks.add(len(frame.value), line, column)
            frame.value.append(value)
            return node
        key = frame.key or ""
        node = self.marks.add(key, line, column, frame.key_line, frame.key_column)
        if not frame.doubled:
            frame.value[key] = value
        frame.key = None
        return node


def unreadable(findings: list[Finding] | tuple[Finding, ...]) -> InvalidConceptError:
    """Return the error that says so, with every problem found."""
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    return InvalidConceptError(f"{findings[0]}{more}", findings)
