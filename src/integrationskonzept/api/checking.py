"""What is wrong with a concept, and what it leaves open."""

import os
from pathlib import Path

from integrationskonzept.api.hosting import default_host, readable
from integrationskonzept.api.reading import load
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.files import read_beyond
from integrationskonzept.formats.limits import MAX_BYTES
from integrationskonzept.formats.partial_concept import read_partial_concept
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.checking import check_by
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.rules.profiles import Profile
from integrationskonzept.rules.report import CheckReport


def check(
    source: Concept | str | os.PathLike[str], *, profile: str | Profile | None = None, host: PluginHost | None = None
) -> CheckReport:
    """Check a concept, or the file that holds one, and report every finding.

    Without a profile the one that the concept names itself holds, or else ``draft``. Nothing in
    a concept or its file makes this raise; a file that cannot be opened does (`OSError`), a profile
    that does not exist (`UnknownNameError`), and one that checks nothing (`InvalidProfileError`).
    Rules that a profile names and nobody brings, and plugins with faults, are findings.
    """
    host = host or default_host()
    if isinstance(source, Concept):
        return check_by(host, source, profile)
    try:
        concept = load(source, host=host)
    except InvalidConceptError as problem:
        return _unreadable(source, problem, profile, host)
    return check_by(host, concept, profile)


def _unreadable(
    path: str | os.PathLike[str], problem: InvalidConceptError, profile: str | Profile | None, host: PluginHost
) -> CheckReport:
    """Report what is wrong with a file, and what rules find in the rest of it, whatever is meant by that."""
    form = readable(host, Path(path).suffix)
    rest = form.read and read_partial_concept(read_beyond(Path(path), MAX_BYTES), form.read, os.fspath(path))
    if not rest:
        return CheckReport(findings=problem.findings)
    found = check_by(host, rest.concept, profile).findings
    return CheckReport(findings=(*problem.findings, *filter(rest.is_certain, found)))
