"""What is raised when a call cannot go on."""

from collections.abc import Sequence
from typing import Any

from integrationskonzept.i18n.messages import Message


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


class InvalidValueError(IntegrationskonzeptError, ValueError):
    """A record of the model was given a value that cannot be, whatever the town."""

    def __init__(self, message: Message, attribute: str | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        """The reason, in every language it exists in."""
        self.attribute = attribute
        """Name of the attribute that the value was given for, where it is one of several."""

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message, self.attribute)


class UneditableError(IntegrationskonzeptError, ValueError):
    """A file cannot be changed in its own text; nothing was written. The message names the place and the reason."""


class ObservationConflictError(IntegrationskonzeptError, ValueError):
    """An indicator has another observation of the same date and population."""


class InvalidProfileError(IntegrationskonzeptError, ValueError):
    """A profile says something about rules that cannot be read."""


class InvalidNameError(IntegrationskonzeptError, ValueError):
    """A new plugin was to have a name that no package can have, or that is taken."""


class OptionError(IntegrationskonzeptError, ValueError):
    """An exporter was given an option it does not have, or a value the option cannot take."""


class PluginError(IntegrationskonzeptError):
    """A plugin broke its contract or failed while working; the message names it and its distribution."""


class UnsafePathError(IntegrationskonzeptError, ValueError):
    """A file name would leave the folder it was to be written into."""
