"""Findings that a change of a concept brings."""

from collections.abc import Collection, Iterator

from integrationskonzept import api
from integrationskonzept.cli.session import Session
from integrationskonzept.findings import Finding
from integrationskonzept.model.concept import Concept


def new_findings(session: Session, old: Concept, new: Concept, changed: Collection[str]) -> Iterator[Finding]:
    """Yield the findings about the elements of changed addresses that the rules did not report before."""
    if changed:
        known = set(map(_key, api.check(old, host=session.host).findings))
        for finding in api.check(new, host=session.host).findings:
            if _key(finding) not in known and any(place.address in changed for place in finding.places):
                yield finding


def _key(finding: Finding) -> tuple[str, str, frozenset[str | None]]:
    return finding.code, finding.text(), frozenset(place.address for place in finding.places)
