"""What is raised when a call cannot go on."""

from collections.abc import Sequence
from typing import Any


class IntegrationskonzeptError(Exception):
    """Root of everything this library raises on purpose."""


class UnknownElementError(IntegrationskonzeptError, KeyError):
    """Nothing in the concept has this id or address."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would quote the sentence


class InternalConceptError(IntegrationskonzeptError, ValueError):
    """A concept marked internal as a whole was to be shown to the public."""


class UnknownNameError(IntegrationskonzeptError, KeyError):
    """No format, exporter, profile or bundled concept has this name."""

    def __str__(self) -> str:
        return str(self.args[0])


class InvalidConceptError(IntegrationskonzeptError, ValueError):
    """A file or text is no concept; `findings` holds every problem found, with its place."""

    def __init__(self, message: str, findings: Sequence[Any] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.findings)


class OptionError(IntegrationskonzeptError, ValueError):
    """An exporter was given an option it does not have, or a value the option cannot take."""


class PluginError(IntegrationskonzeptError):
    """A plugin broke its contract or failed while working; the message names it and its distribution."""


class UnsafePathError(IntegrationskonzeptError, ValueError):
    """A file name would leave the folder it was to be written into."""
