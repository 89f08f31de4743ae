"""One finding as a line of text for people."""

from collections import Counter
from collections.abc import Iterable

from integrationskonzept.findings import Finding, Place, Severity
from integrationskonzept.language import N_, Message, label, message, wording
from integrationskonzept.printable import printable

COUNTED = N_("errors: {errors}, warnings: {warnings}, notes: {notes}")
"""What the last line of a report says."""

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
"""What severities look like on a terminal: red, yellow, cyan (SGR codes)."""


def line(finding: Finding, language: str = "en", *, colour: bool = False) -> str:
    """Write ``file:line:column: error IK102 measure 'sprachkurse': what is wrong; what to do next``."""
    weight = wording(finding.severity, language)
    if colour:
        weight = f"\x1b[1;{COLOURS[finding.severity]}m{weight}\x1b[0m"
    about = element(finding.place, language) if len(finding.places) == 1 else ""
    said = f"{about}: {finding.text(language)}" if about else finding.text(language)
    where = spot(finding.place)
    begin = f"{printable(where)}: " if where else ""
    return f"{begin}{weight} {finding.code} {printable(said)}"


def spot(place: Place) -> str:
    """Write ``file:line:column`` as far as it is known."""
    return ":".join(str(part) for part in (place.file, place.line, place.column) if part is not None)


def element(place: Place, language: str = "en") -> str:
    """Name the element a place lies in, such as ``measure 'sprachkurse'``; nothing for the concept as a whole."""
    noun, _, id = (place.address or "").partition("/")
    return "" if noun in {"", "concept"} else f"{label(noun, language)} {id!r}"


def counted(findings: Iterable[Finding]) -> Message:
    """Say how many findings of each severity there are."""
    counts = Counter(finding.severity for finding in findings)
    numbers = {f"{severity.value}s": counts[severity] for severity in Severity}
    return message(COUNTED, **numbers)
