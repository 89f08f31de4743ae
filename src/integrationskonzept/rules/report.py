"""The report of a check: its findings, their number, and the line of each."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from attrs import field, frozen

import integrationskonzept.blocks as blocks_of  # its names are imported when a finding is told
from integrationskonzept.blocks.account import HasBlocks
from integrationskonzept.findings import Finding, Place, Severity, path_text
from integrationskonzept.i18n.messages import N_, Message, label, message
from integrationskonzept.model.format_value import value_message
from integrationskonzept.rules.profiles import Profile, ProfileStep
from integrationskonzept.rules.rule import Rule

COUNTED = N_("errors: {errors}, warnings: {warnings}, notes: {notes}")
"""Template of the sentence that counts the findings."""


def line(finding: Finding, language: str = "en") -> str:
    """Return ``file:line:column: error IK102 measure 'sprachkurse': what is wrong; what to do next``."""
    return blocks_of.inline_text(line_content(finding), language)


def line_content(finding: Finding) -> "blocks_of.Content":
    """Return the line of a finding as inline content, its severity marked."""
    where = spot(finding.place)
    about = element(finding.place) if len(finding.places) == 1 else None
    return (
        *((f"{where}: ",) if where else ()),
        blocks_of.Marked(value_message(finding.severity), blocks_of.Emphasis(finding.severity.value)),
        f" {finding.code} ",
        *((about, ": ") if about else ()),
        finding.message,
        *(("; ", finding.hint) if finding.hint else ()),
    )


def spot(place: Place) -> str:
    """Return ``file:line:column`` as far as it is known."""
    return ":".join(str(part) for part in (place.file, place.line, place.column) if part is not None)


def element(place: Place) -> Message | None:
    """Return the element at a place, such as ``measure 'sprachkurse'``; None for the concept itself."""
    noun, _, id = (place.address or "").partition("/")
    return None if noun in {"", "concept"} else message("{noun} '{id}'", noun=label(noun), id=id)


def counted(findings: Iterable[Finding]) -> Message:
    """Return the number of findings of each severity, as a sentence."""
    counts = Counter(finding.severity for finding in findings)
    numbers = {f"{severity.value}s": counts[severity] for severity in Severity}
    return message(COUNTED, **numbers)


@frozen(kw_only=True, repr=False)
class CheckReport(HasBlocks):
    """Findings about one concept or its file, the weightiest first."""

    ACCOUNT: ClassVar[str] = "documents.findings:report_document"

    findings: tuple[Finding, ...] = ()
    """Everything found; what says the same stands once, with all its places."""
    concept: str | None = None
    """Id of the concept; None where the file could not be read as one."""
    title: str | None = None
    """Its title."""
    profile: Profile | None = None
    """The profile it was checked by."""
    rules: tuple[Rule, ...] = field(default=(), eq=False)
    """The rules that were asked, found anything or not."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that are errors."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Findings that are warnings."""
        return self._of(Severity.WARNING)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """Findings that are notes."""
        return self._of(Severity.NOTE)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)

    @property
    def ok(self) -> bool:
        """True if there is no error."""
        return not self.errors

    @property
    def by_element(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by address of the elements they concern; those about a file under no address."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            for address in dict.fromkeys(place.address or "" for place in finding.places):
                found.setdefault(address, []).append(finding)
        return {address: tuple(findings) for address, findings in found.items()}

    @property
    def by_code(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings by code of their rule."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.code, []).append(finding)
        return {code: tuple(findings) for code, findings in found.items()}

    @property
    def by_step(self) -> tuple[tuple[ProfileStep, tuple[Finding, ...]], ...]:
        """The findings by step of the profile, every step of it; see `step`."""
        steps = self.profile.steps if self.profile else ()
        return tuple((step, tuple(each for each in self.findings if self.step(each) is step)) for step in steps)

    def step(self, finding: Finding) -> ProfileStep | None:
        """Return the step of the profile that a finding belongs to."""
        if self.profile is None or not self.profile.steps:
            return None
        rule = next((rule for rule in self.rules if rule.code == finding.code), None)
        return self.profile.step(rule) if rule else None

    def to_json(self, language: str = "en") -> str:
        """Write the report as JSON, its sentences in `language`."""
        data = {
            "concept": self.concept,
            "title": self.title,
            "profile": self.profile and self.profile.name,
            "ok": self.ok,
            "errors": len(self.errors),
            "warnings": len(self.warnings),
            "notes": len(self.notes),
            "findings": [self._data(finding, language) for finding in self.findings],
        }
        return json.dumps(data, ensure_ascii=False, indent=2)

    def _data(self, finding: Finding, language: str) -> dict[str, Any]:
        step = self.step(finding)
        return {
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message.text(language),
            "hint": finding.hint and finding.hint.text(language),
            "step": step and step.title.text(language),
            "places": [_place(place) for place in finding.places],
        }

    def __str__(self) -> str:
        return "\n".join([*(line(finding) for finding in self.findings), counted(self.findings).text()])

    def __repr__(self) -> str:
        return f"<CheckReport {self.concept or '–'}: {counted(self.findings).text()}>"


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "path": path_text(place.path),
        "address": place.address,
    }
