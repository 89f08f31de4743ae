"""Plain data growing out of what a reader meets from the top of a file to its end."""

from array import array
from typing import Any

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Path, Place
from integrationskonzept.formats import problems
from integrationskonzept.formats.format import ParsedData
from integrationskonzept.formats.limits import MAX_DEPTH, MAX_FINDINGS, MAX_NODES
from integrationskonzept.formats.positions import Lines, Offset, Positions, TypedScalars
from integrationskonzept.formats.problems import Problem
from integrationskonzept.model.record import shorten


class _Frame:
    """A list or mapping that is not closed yet."""

    __slots__ = ("doubled", "first", "key", "key_offset", "node", "step", "value")

    def __init__(self, value: Any, node: int, step: str | int) -> None:
        self.value = value
        self.node = node
        self.step = step
        """Key or position in what lies around it."""
        self.key: str | None = None
        """Key of the value that comes next; None in a list, and where a key comes next."""
        self.key_offset: Offset = 0
        self.doubled = False
        """Whether the key was given before."""
        self.first: dict[str, Offset] = {}
        """Where each key was given first."""

    @property
    def next_step(self) -> str | int:
        """Key or position of the value that comes next."""
        return len(self.value) if isinstance(self.value, list) else self.key or ""


class DocumentBuilder:
    """Builds data, positions and findings together; keeps depth and number of values within bounds.

    Problems that let the reading go on are collected in `findings`. `stop` ends it.
    """

    def __init__(self, text: str) -> None:
        self.findings: list[Finding] = []
        self._remarks: list[Finding] = []
        self.expects_key = False
        """Whether what comes next stands where a key belongs."""
        self._whole: list[Any] = []
        self._top = _Frame(self._whole, 0, 0)
        self._below: list[_Frame] = []
        self._lines = Lines(text.encode("utf-8"))
        self._keys: list[str | None] = []
        self._ends = array("I")
        self._offsets = array("I")

    @property
    def is_empty(self) -> bool:
        """Whether no value was taken yet."""
        return not self._whole

    @property
    def data(self) -> Any:
        """What was taken."""
        return self._whole[0]

    @property
    def positions(self) -> Positions:
        """Where everything stands that was taken."""
        return Positions(self._keys, self._ends, self._offsets, self._lines)

    def document(self, content: bytes) -> ParsedData:
        """Return what was taken from the whole of `content`."""
        positions = self.positions
        return ParsedData(self.data, positions, TypedScalars(content, positions), (*self.findings, *self._remarks))

    @property
    def path(self) -> Path:
        """The path of the value that comes next."""
        frames = [*self._below, self._top]
        return (*(frame.step for frame in frames[2:]), frames[-1].next_step) if len(frames) > 1 else ()

    @property
    def last_key(self) -> str | None:
        """The key of the value that comes next; None in a list."""
        return self._top.key

    def note(self, problem: Problem, offset: Offset, **values: Any) -> None:
        """Report a problem at a offset and go on."""
        self._keep(problem.finding(self._place(offset), **values))

    def is_noted(self, offset: Offset) -> bool:
        """Tell whether a problem was reported at a offset already."""
        position = self._lines(offset)
        return any(
            (position.line, position.column) == (found.place.line, found.place.column) for found in self.findings
        )

    def remark(self, problem: Problem, offset: Offset, **values: Any) -> None:
        """Report what keeps nothing from being read; of very many, the first ones."""
        if len(self._remarks) < MAX_FINDINGS:
            self._remarks.append(problem.finding(self._place(offset), **values))

    def stop(self, problem: Problem, offset: Offset, **values: Any) -> InvalidConceptError:
        """Report a problem at a offset and return what is to be raised, as nothing after it can be read."""
        self.note(problem, offset, **values)
        return self.stopped()

    def stopped(self) -> InvalidConceptError:
        """Return what is to be raised where the reading ends, with everything found until then."""
        return invalid_concept_error([*self.findings, *self._remarks])

    def key(self, text: str, offset: Offset) -> None:
        """Take the key of the value that comes next."""
        top = self._top
        top.key, top.key_offset = text, offset
        self.expects_key = False
        top.doubled = text in top.first
        if top.doubled:
            here, before = self._place(offset), self._place(top.first[text])
            self._keep(problems.DUPLICATE_KEY.finding(here, before, key=shorten(text), line=before.line))
        else:
            top.first[text] = offset

    def value(self, value: Any, offset: Offset) -> int:
        """Take the next value, and return the number of its node."""
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
            if not top.doubled:
                top.value[key] = value
            top.key = None
            self.expects_key = True
        return node

    def open(self, value: list[Any] | dict[str, Any], offset: Offset) -> None:
        """Take an empty list or mapping; what comes next lies in it."""
        if len(self._below) >= MAX_DEPTH:
            raise self.stop(problems.TOO_DEEP, offset, limit=MAX_DEPTH)
        step = self._top.next_step
        node = self.value(value, offset)
        self._below.append(self._top)
        self._top = _Frame(value, node, step)
        self.expects_key = isinstance(value, dict)

    def close(self) -> None:
        """End the list or mapping opened last."""
        self._ends[self._top.node] = len(self._keys)
        self._top = self._below.pop()
        self.expects_key = isinstance(self._top.value, dict)

    def _place(self, offset: Offset) -> Place:
        position = self._lines(offset)
        return Place(line=position.line, column=position.column, path=self.path)

    def _keep(self, finding: Finding) -> None:
        self.findings.append(finding)
        if len(self.findings) > MAX_FINDINGS:
            self.findings.append(problems.TOO_MANY_PROBLEMS.finding(finding.place, limit=MAX_FINDINGS))
            raise invalid_concept_error([*self.findings, *self._remarks])


def invalid_concept_error(findings: list[Finding] | tuple[Finding, ...]) -> InvalidConceptError:
    """Return the error that says so, with every problem found."""
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    return InvalidConceptError(f"{findings[0]}{more}", findings)
