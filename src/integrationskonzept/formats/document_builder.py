"""Build plain data with positions and findings from the events of a parser."""

from array import array
from typing import Any

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Path, Place, Problem
from integrationskonzept.formats import problems
from integrationskonzept.formats.format import ParsedData
from integrationskonzept.formats.limits import MAX_FINDINGS, MAX_NODES
from integrationskonzept.formats.positions import Lines, Offset, Positions, TypedScalars
from integrationskonzept.model import value_problems
from integrationskonzept.model.plain import MAX_DEPTH
from integrationskonzept.printable import shorten


class _OpenContainer:
    """A list or mapping that is not closed yet."""

    __slots__ = ("first", "is_duplicate", "key", "key_offset", "node", "step", "value")

    def __init__(self, value: Any, node: int, step: str | int) -> None:
        self.value = value
        self.node = node
        self.step = step
        """Key or index in the container around it."""
        self.key: str | None = None
        """Key of the next value; None in a list, and if a key comes next."""
        self.key_offset: Offset = 0
        self.is_duplicate = False
        """Whether the key occurred before."""
        self.first: dict[str, Offset] = {}
        """Offset of the first occurrence of each key."""

    @property
    def next_step(self) -> str | int:
        """Key or index of the next value."""
        return len(self.value) if isinstance(self.value, list) else self.key or ""


class DocumentBuilder:
    """Builder of data, positions and findings, with limits on depth and number of values.

    Problems that do not end the reading are collected in `findings`; `stop` ends it.
    """

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        self._remarks: list[Finding] = []
        self.expects_key = False
        """Whether a key comes next."""
        self._whole: list[Any] = []
        self._top = _OpenContainer(self._whole, 0, 0)
        self._below: list[_OpenContainer] = []
        self._lines = Lines(text.encode("utf-8"))
        self._keys: list[str | None] = []
        self._ends = array("I")
        self._offsets = array("I")

    @property
    def is_empty(self) -> bool:
        """Whether there is no value yet."""
        return not self._whole

    @property
    def data(self) -> Any:
        """The plain data."""
        return self._whole[0]

    @property
    def positions(self) -> Positions:
        """The positions of keys and values."""
        return Positions(self._keys, self._ends, self._offsets, self._lines)

    def parsed_data(self, content: bytes) -> ParsedData:
        """Return data, positions and findings of the whole `content`."""
        positions = self.positions
        return ParsedData(self.data, positions, TypedScalars(content, positions), (*self.findings, *self._remarks))

    @property
    def path(self) -> Path:
        """The path of the next value."""
        frames = [*self._below, self._top]
        return (*(frame.step for frame in frames[2:]), frames[-1].next_step) if len(frames) > 1 else ()

    @property
    def last_key(self) -> str | None:
        """The key of the next value; None in a list."""
        return self._top.key

    def report(self, problem: Problem, offset: Offset, **values: Any) -> None:
        """Report a problem and continue."""
        self._add_finding(problem.finding(self._place(offset), **values))

    def is_reported(self, offset: Offset) -> bool:
        """Return whether a problem was reported at this offset."""
        position = self._lines(offset)
        return any(
            (position.line, position.column) == (found.place.line, found.place.column) for found in self.findings
        )

    def remark(self, problem: Problem, offset: Offset, **values: Any) -> None:
        """Report a warning or note, up to the limit on their number."""
        if len(self._remarks) < MAX_FINDINGS:
            self._remarks.append(problem.finding(self._place(offset), **values))

    def stop(self, problem: Problem, offset: Offset, **values: Any) -> InvalidConceptError:
        """Report a problem after which nothing can be read, and return the error to raise."""
        self.report(problem, offset, **values)
        return self.stopped()

    def stopped(self) -> InvalidConceptError:
        """Return the error to raise at the end of the reading, with all findings."""
        return invalid_concept_error([*self.findings, *self._remarks])

    def add_key(self, text: str, offset: Offset) -> None:
        """Add the key of the next value."""
        top = self._top
        top.key, top.key_offset = text, offset
        self.expects_key = False
        top.is_duplicate = text in top.first
        if top.is_duplicate:
            here, before = self._place(offset), self._place(top.first[text])
            self._add_finding(problems.DUPLICATE_KEY.finding(here, before, key=shorten(text), line=before.line))
        else:
            top.first[text] = offset

    def add_value(self, value: Any, offset: Offset) -> int:
        """Add the next value and return the number of its node."""
        node = len(self._keys)
        if node >= MAX_NODES:
            raise self.stop(problems.TOO_MANY, offset, limit=MAX_NODES)
        top = self._top
        key = top.key
        self._keys.append(key)
        self._offsets.append(offset if key is None else top.key_offset)
        self._offsets.append(offset)
        self._ends.append(node + 1)
        if key is None:
            top.value.append(value)
        else:
            if not top.is_duplicate:
                top.value[key] = value
            top.key = None
            self.expects_key = True
        return node

    def open(self, value: list[Any] | dict[str, Any], offset: Offset) -> None:
        """Add an empty list or mapping that contains the next values."""
        if len(self._below) >= MAX_DEPTH:
            raise self.stop(value_problems.TOO_DEEP, offset, limit=MAX_DEPTH)
        step = self._top.next_step
        node = self.add_value(value, offset)
        self._below.append(self._top)
        self._top = _OpenContainer(value, node, step)
        self.expects_key = isinstance(value, dict)

    def close(self) -> None:
        """Close the innermost list or mapping."""
        self._ends[self._top.node] = len(self._keys)
        self._top = self._below.pop()
        self.expects_key = isinstance(self._top.value, dict)

    def _place(self, offset: Offset) -> Place:
        position = self._lines(offset)
        return Place(line=position.line, column=position.column, path=self.path)

    def _add_finding(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) > MAX_FINDINGS:
            self.findings.append(problems.TOO_MANY_PROBLEMS.finding(finding.place, limit=MAX_FINDINGS))
            raise invalid_concept_error([*self.findings, *self._remarks])


def invalid_concept_error(findings: list[Finding] | tuple[Finding, ...]) -> InvalidConceptError:
    """Return the error with every problem found."""
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    return InvalidConceptError(f"{findings[0]}{more}", findings)
