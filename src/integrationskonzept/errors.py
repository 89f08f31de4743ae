"""Exceptions of this library."""

from collections.abc import Sequence
from typing import Any

from integrationskonzept.i18n.messages import Message


class IntegrationskonzeptError(Exception):
    """Base class of this library's exceptions."""


class UnknownElementError(IntegrationskonzeptError, KeyError):
    """Nothing in the concept has this id or address."""

    def __str__(self) -> str:
        return str(self.args[0])  # KeyError would quote the sentence


class InternalConceptError(IntegrationskonzeptError, ValueError):
    """The public view was requested of a concept that is marked internal as a whole."""


class UnknownNameError(IntegrationskonzeptError, KeyError):
    """No format, exporter, profile or bundled concept has this name."""

    def __str__(self) -> str:
        return str(self.args[0])


class InvalidConceptError(IntegrationskonzeptError, ValueError):
    """A file or text is not a valid concept; `findings` holds every problem with its place."""

    def __init__(self, message: str, findings: Sequence[Any] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.args[0], self.findings)


class InvalidValueError(IntegrationskonzeptError, ValueError):
    """A record of the model was given an impossible value."""

    def __init__(self, message: Message, attribute: str | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        """The reason, in every available language."""
        self.attribute = attribute
        """The attribute that the value was given for, if it is one of several."""

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message, self.attribute)


class EditError(IntegrationskonzeptError, ValueError):
    """An element cannot be added, removed, moved or renamed as requested; the message says why."""


class UneditableError(IntegrationskonzeptError, ValueError):
    """A file cannot be edited in place; nothing was written. The message names the place and the reason."""


class ObservationConflictError(IntegrationskonzeptError, ValueError):
    """An indicator already has a different observation of the same date and population."""


class InvalidProfileError(IntegrationskonzeptError, ValueError):
    """A profile contains an invalid setting of a rule."""


class InvalidLayoutError(IntegrationskonzeptError, ValueError):
    """A layout of documents contains an invalid setting."""


class InvalidCatalogueError(IntegrationskonzeptError, ValueError):
    """A file is not a catalogue of translations, or its name is not that of a language."""


class InvalidNameError(IntegrationskonzeptError, ValueError):
    """The name of a new plugin is not a valid package name or is taken."""


class OptionError(IntegrationskonzeptError, ValueError):
    """An exporter was given an unknown option or an invalid value."""


class PluginError(IntegrationskonzeptError):
    """A plugin broke its contract or failed while working; the message names it and its distribution."""


class UnsafePathError(IntegrationskonzeptError, ValueError):
    """A file name points outside the target folder."""


__all__ = [
    "EditError",
    "IntegrationskonzeptError",
    "InternalConceptError",
    "InvalidCatalogueError",
    "InvalidConceptError",
    "InvalidLayoutError",
    "InvalidNameError",
    "InvalidProfileError",
    "InvalidValueError",
    "ObservationConflictError",
    "OptionError",
    "PluginError",
    "UneditableError",
    "UnknownElementError",
    "UnknownNameError",
    "UnsafePathError",
]
