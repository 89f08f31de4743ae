"""Check settings of a file."""

from typing import ClassVar

from integrationskonzept.findings import Severity
from integrationskonzept.model.record import Record, record


@record
class Ignore(Record):
    """Ausnahme: a rule that does not apply, with the reason."""

    code: str
    """Regel, such as ``IK301``."""
    element: str | None = None
    """Element: its address; all elements when not given."""
    reason: str
    """Begründung."""


@record
class SeverityChange(Record):
    """Geänderte Einstufung of a rule."""

    code: str
    """Regel."""
    severity: Severity
    """Einstufung: error, warning or note."""
    reason: str | None = None
    """Begründung."""


@record
class CheckSettings(Record):
    """Prüfeinstellungen of this file."""

    noun: ClassVar[str] = "checks"

    profile: str | None = None
    """Profil used when none is asked for."""
    include: tuple[str, ...] = ()
    """Zusätzliche Regeln: codes or families of a plugin's rules that are checked besides those that always are."""
    ignore: tuple[Ignore, ...] = ()
    """Ausnahmen."""
    severity: tuple[SeverityChange, ...] = ()
    """Geänderte Einstufungen."""
