"""Merging observations into indicators without loss."""

from collections.abc import Iterable
from typing import Any

from attrs import evolve, frozen

from integrationskonzept.analysis.intake import Intake
from integrationskonzept.analysis.rows import Row
from integrationskonzept.analysis.words import Said
from integrationskonzept.findings import Finding, Place
from integrationskonzept.language import Message, message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.indicator import Indicator
from integrationskonzept.model.nearby import nearest
from integrationskonzept.model.revise import revise


@frozen(kw_only=True, repr=False)
class Merged(Said):
    """What came of merging a table of observations into a concept."""

    concept: Concept
    """The concept with what fitted; the old one itself where nothing is new."""
    findings: tuple[Finding, ...]
    """What did not fit, each with row and column."""
    added: int = 0
    """How many rows brought an observation."""
    completed: int = 0
    """How many rows added something to an observation that was there."""
    replaced: int = 0
    """How many rows took the place of an observation that said otherwise."""
    unchanged: int = 0
    """How many rows said what was there already."""
    passed_over: int = 0
    """How many rows speak of another concept, or of a baseline or benchmark."""
    remarks: tuple[Message, ...] = ()
    """How the table was read, where there was a choice."""

    def text(self, language: str = "en") -> str:
        """Say how many rows did what."""
        said = message(
            "{added} added, {completed} completed, {replaced} replaced, {unchanged} unchanged, {findings}",
            added=self.added,
            completed=self.completed,
            replaced=self.replaced,
            unchanged=self.unchanged,
            findings=_counted(len(self.findings)),
        )
        return said.text(language)


def _counted(findings: int) -> Message:
    return message("1 finding") if findings == 1 else message("{count} findings", count=findings)


class Merging:
    """A concept that takes in rows, one by one."""

    def __init__(self, concept: Concept, *, overwrite: bool) -> None:
        self._concept, self._overwrite = concept, overwrite
        self._intakes: dict[str, Intake] = {}
        self._strangers: dict[str, list[Finding]] = {}
        self._findings: list[Finding] = []
        self._counts: dict[str, Any] = {}

    def take(self, row: Row) -> None:
        """Take a row in, or report why it does not fit."""
        self._findings += row.findings
        if any(found.code == "IK953" for found in row.findings):
            return
        given = row.given
        if (
            given.get("concept", self._concept.id) != self._concept.id
            or given.get("role", "observation") != "observation"
        ):
            self._count("passed_over")
            return
        name = given.get("indicator", "").removeprefix(f"{Indicator.noun}/")
        if not name:
            self._findings.append(row.finding("IK952", message("the row names no indicator"), "indicator"))
            return
        entry = self._concept.index.get(f"{Indicator.noun}/{name}")
        if entry is None or not isinstance(entry[1], Indicator):
            said = message("no indicator '{indicator}' in the concept", indicator=name)
            self._strangers.setdefault(name, []).append(row.finding("IK952", said, "indicator"))
            return
        intake = self._intakes.setdefault(name, Intake(entry[1], overwrite=self._overwrite))
        outcome = intake.take(row)
        if isinstance(outcome, Finding):
            self._findings.append(outcome)
        else:
            self._count(outcome)

    def _count(self, what: str) -> None:
        self._counts[what] = self._counts.get(what, 0) + 1

    def merged(self) -> Merged:
        """Put everything taken in into the concept."""
        changed = {id(one.indicator): one.result() for one in self._intakes.values() if one.is_changed}
        concept = self._concept
        if changed:
            concept = evolve(revise(concept, lambda record: changed.get(id(record), record)), origin=None)
        findings = (*self._findings, *self._unknown())
        return Merged(concept=concept, findings=findings, **self._counts)

    def _unknown(self) -> Iterable[Finding]:
        """Yield each unknown indicator once, with all its places; near names are looked for only for the first few."""
        known = [indicator.id for indicator in self._concept.indicators] if self._strangers else []
        for number, (name, found) in enumerate(self._strangers.items()):
            near = nearest(name, known) if number < _LOOKED_FOR else None
            hint = message("did you mean '{near}'?", near=near) if near else None
            places: list[Place] = [place for one in found for place in one.places]
            yield evolve(found[0], hint=hint, places=tuple(places))


_LOOKED_FOR = 20
