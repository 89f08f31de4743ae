"""What is wrong with a concept, and what it leaves open."""

import os

from integrationskonzept.api.hosting import default_host
from integrationskonzept.api.reading import load
from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.checking import check_by
from integrationskonzept.plugins.host import PluginHost
from integrationskonzept.rules.profile import Profile
from integrationskonzept.rules.report import Report


def check(
    source: Concept | str | os.PathLike[str], *, profile: str | Profile | None = None, host: PluginHost | None = None
) -> Report:
    """Check a concept, or the file that holds one, and report every finding.

    Without a profile the one that the concept names itself holds, or else ``draft``. Nothing in
    a concept or its file makes this raise; a file that cannot be opened does (`OSError`), a profile
    that does not exist (`UnknownNameError`), and one that checks nothing (`InvalidProfileError`).
    Rules that a profile names and nobody brings, and plugins with faults, are findings.
    """
    host = host or default_host()
    if not isinstance(source, Concept):
        try:
            source = load(source, host=host)
        except InvalidConceptError as problem:
            return Report(findings=problem.findings)
    return check_by(host, source, profile)
