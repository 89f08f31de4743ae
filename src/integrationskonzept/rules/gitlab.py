"""Reports in the format of GitLab Code Quality, which shows findings in merge requests."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

from integrationskonzept.findings import Finding, Severity
from integrationskonzept.rules.report import CheckReport, element

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(reports: Iterable[CheckReport], language: str = "en") -> str:
    """Write reports as one Code Quality report, its sentences in `language`."""
    return json.dumps(list(entries(reports, language)), ensure_ascii=False, indent=2)


def entries(reports: Iterable[CheckReport], language: str = "en") -> Iterator[dict[str, Any]]:
    """Yield an entry for each finding in a file; one without a line stands at the first."""
    seen: Counter[str] = Counter()
    for finding in (finding for report in reports for finding in report.findings):
        first, *others = finding.places
        about = element(first) if not others else None
        said = finding.text(language)
        same = f"{finding.code}:{first.file}:{first.address}"
        seen[same] += 1
        yield {
            "description": f"{about.text(language)}: {said}" if about else said,
            "check_name": finding.code,
            "fingerprint": _fingerprint(same, seen[same]),
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": _path(finding), "lines": {"begin": first.line or 1}},
        }


def _fingerprint(same: str, number: int) -> str:
    """Return a digest that stays when lines move; findings of one code on one element are numbered."""
    return hashlib.sha256(f"{same}:{number}".encode("utf-8", "backslashreplace")).hexdigest()


def _path(finding: Finding) -> str:
    return PurePath(finding.places[0].file or "").as_posix()
