"""Errors of documents that cannot be read at all."""

from integrationskonzept.errors import InvalidConceptError
from integrationskonzept.findings import Finding, Severity
from integrationskonzept.i18n.messages import Message

UNREADABLE = "IK960"
"""Code of the finding that a document cannot be read."""


def unreadable(problem: Message, hint: Message | None = None) -> InvalidConceptError:
    """Return the error for a document that cannot be read."""
    finding = Finding(code=UNREADABLE, severity=Severity.ERROR, message=problem, hint=hint)
    return InvalidConceptError(problem.text(), [finding])
