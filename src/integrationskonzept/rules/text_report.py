"""A report as text for people."""

from collections.abc import Iterator

from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.i18n.messages import Message, message
from integrationskonzept.printable import printable
from integrationskonzept.rules.report import CheckReport, counted, element, line, spot

_SHOWN = 3
"""Largest number of places listed beside a finding."""

_HEADINGS = {
    Severity.ERROR: message("Errors"),
    Severity.WARNING: message("Warnings"),
    Severity.NOTE: message("Notes"),
}


def render(report: CheckReport, language: str = "en", *, colour: bool = False, all_places: bool = False) -> str:
    """Write a report: a heading, the findings under the profile's steps or by severity, and their number.

    Of a finding with many places the first ones are named, or every one with `all_places`.
    """
    lines = [*_heading(report, language)]
    for title, findings in _sections(report):
        lines += ["", _emphasised(title.text(language), colour=colour)]
        for finding in findings:
            lines += [line(finding, language, colour=colour), *_further(finding, language, all_places=all_places)]
        if not findings:
            lines.append(message("nothing left open").text(language))
    return "\n".join([*lines, "", counted(report.findings).text(language)]).lstrip("\n")


def _heading(report: CheckReport, language: str) -> Iterator[str]:
    if report.title and report.profile:
        said = message("{title}, checked by the profile {profile}", title=report.title, profile=report.profile.title)
        yield printable(said.text(language))


def _sections(report: CheckReport) -> Iterator[tuple[Message, tuple[Finding, ...]]]:
    """Yield the steps of the profile, and then by severity what belongs to none."""
    for step, findings in report.by_step:
        yield step.title, findings
    others = [finding for finding in report.findings if report.step(finding) is None]
    for severity, heading in _HEADINGS.items():
        if found := tuple(finding for finding in others if finding.severity is severity):
            yield heading, found


def _emphasised(heading: str, *, colour: bool) -> str:
    return f"\x1b[1m{heading}\x1b[0m" if colour else heading


def _further(finding: Finding, language: str, *, all_places: bool) -> Iterator[str]:
    """List the places of a finding that has several."""
    places = finding.places if len(finding.places) > 1 else ()
    if all_places:
        yield from (printable(f"    {_in_full(place, language)}") for place in places)
    elif places:
        named = ", ".join(_named(place, language) for place in places[:_SHOWN])
        more = message("{places} and {count} more", places=named, count=len(places) - _SHOWN).text(language)
        yield printable(f"    {more if len(places) > _SHOWN else named}")


def _in_full(place: Place, language: str) -> str:
    return " ".join(part for part in (spot(place), element(place, language)) if part) or str(place)


def _named(place: Place, language: str) -> str:
    about = element(place, language) or str(place)
    return message("{element} (line {line})", element=about, line=place.line).text(language) if place.line else about
