"""Reports in SARIF 2.1.0, which code hosts turn into annotations beside the lines."""

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.rules.report import CheckReport, element
from integrationskonzept.rules.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(reports: Iterable[CheckReport], language: str = "en") -> str:
    """Write reports as one SARIF log, its sentences in `language`."""
    return json.dumps(log(reports, language), ensure_ascii=False, indent=2)


def log(reports: Iterable[CheckReport], language: str = "en") -> dict[str, Any]:
    """Return reports as one run: every rule asked, and one result for each finding."""
    reports = tuple(reports)
    rules = {rule.code: rule for report in reports for rule in report.rules}
    found = [finding for report in reports for finding in report.findings]
    driver = {"name": "integrationskonzept", "rules": [_rule(rule, language) for rule in rules.values()]}
    positions = {code: position for position, code in enumerate(rules)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "language": language,
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, positions, language) for finding in found],
            }
        ],
    }


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title.text(language)},
        "fullDescription": {"text": rule.why.text(language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _result(finding: Finding, positions: dict[str, int], language: str) -> dict[str, Any]:
    first, *others = finding.places
    about = element(first) if not others else None
    said = finding.text(language)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{about.text(language)}: {said}" if about else said},
        "locations": [_location(first)],
        "partialFingerprints": {"element/v1": f"{finding.code}:{first.address or ''}"},
    }
    if finding.code in positions:
        result["ruleIndex"] = positions[finding.code]
    if others:
        result["relatedLocations"] = [{"id": number, **_location(place)} for number, place in enumerate(others, 1)]
    return result


def _location(place: Place) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if place.file is not None:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(place.file)}}
        if place.line is not None:
            region = {"startLine": place.line, "startColumn": place.column or 1}
            location["physicalLocation"]["region"] = region
    if place.address is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": place.address}]
    return location


def _uri(file: str) -> str:
    """Write a file name as a URI, relative where the name is."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
