"""Findings: problems and notes about a concept and their places, as data."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, ClassVar

from attrs import evolve, field, frozen

from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.class_docs import document_classes
from integrationskonzept.i18n.messages import Message


class Severity(StrEnum):
    """Severity of a finding."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a concept or file to a value."""


def path_text(path: Path) -> str:
    """Return a path as text: ``fields_of_action[0].measures[1].title``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


@frozen
class Position:
    """Line and column in a file, both counted from 1; columns in characters."""

    line: int
    column: int


@frozen
class FileOrigin:
    """The file of a concept, with the position of each key and value."""

    file: str | None
    positions: Callable[[Path], tuple[Position | None, Position | None]]
    """The positions of a path's key (None for a list item) and value; where the file lacks the path, those
    of its deepest part that the file has."""
    findings: "tuple[Finding, ...]" = ()
    """Warnings and notes from reading the file; `check` reports them."""
    is_former: bool = False
    """Whether the file has the names of version 1 of the layout."""

    def place(self, path: Path, address: str | None) -> "Place":
        """Return the place of a path in the file: its key, or its value where it has no key."""
        key, value = self.positions(path)
        position = key or value
        line, column = (position.line, position.column) if position else (None, None)
        return Place(file=self.file, line=line, column=column, path=path, address=address)


@frozen(kw_only=True)
class Place:
    """Place of a finding: line and column in a file, counted from 1, and path in the data."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: Path = ()
    address: str | None = None
    """Address of the innermost element that contains it."""

    def __str__(self) -> str:
        spot = [str(part) for part in (self.file, self.line, self.column) if part is not None]
        return ":".join(spot) or self.address or path_text(self.path)


@frozen(kw_only=True)
class Finding(HasBlocks):
    """A problem or note about a concept or its file, at one or several places."""

    ACCOUNT: ClassVar[str] = "documents.findings:finding_document"

    code: str
    severity: Severity
    message: Message
    hint: Message | None = None
    """The next step."""
    places: tuple[Place, ...] = field(default=(Place(),))

    @property
    def place(self) -> Place:
        """The first place."""
        return self.places[0]

    @property
    def address(self) -> str | None:
        """Address of the element that contains the (first) place."""
        return self.place.address

    def text(self, language: str = "en") -> str:
        """Return the finding and its hint in one line, without the place."""
        said = self.message.text(language)
        return f"{said}; {self.hint.text(language)}" if self.hint else said

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} {self.code} {self.text()}"


@frozen(kw_only=True)
class Problem:
    """A kind of problem: an error in a file, or something that is probably a mistake."""

    code: str
    """Such as ``IK040``; codes below ``IK100`` are about files, those above about content."""
    title: Message
    """The problem as a heading."""
    why: Message
    """The reason why it is reported."""
    message: Message
    """The sentence of the finding, with placeholders."""
    hint: Message | None = None
    """The next step, with the same placeholders."""
    severity: Severity = Severity.ERROR
    """An error if the file cannot be loaded; otherwise a warning or note."""

    def finding(self, *places: Place, hint: Message | None = None, **values: Any) -> Finding:
        """Return the finding at `places`; a more specific `hint` replaces the usual one."""
        usual = self.hint and Message(template=self.hint.template, values=values)
        sentence = Message(template=self.message.template, values=values)
        return Finding(code=self.code, severity=self.severity, message=sentence, hint=hint or usual, places=places)


def located(findings: Iterable[Finding], file: str) -> Iterator[Finding]:
    """Yield the findings with `file` in every place that has no file yet."""
    for finding in findings:
        yield evolve(
            finding,
            places=tuple(place if place.file else evolve(place, file=file) for place in finding.places),
        )


def grouped(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with equal ones merged: one finding with all their places, in the position of the first."""
    groups: dict[tuple[str, Severity, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.severity, finding.text()), []).append(finding)
    return tuple(_joined(group) for group in groups.values())


def _joined(group: list[Finding]) -> Finding:
    if len(group) == 1:
        return group[0]
    return evolve(group[0], places=tuple(place for finding in group for place in finding.places))


__all__ = ["FileOrigin", "Finding", "Path", "Place", "Position", "Severity"]

document_classes(globals())
