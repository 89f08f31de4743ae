"""The contract of a bundled concept: one that a package ships."""

from collections.abc import Callable

from attrs import field, frozen

from integrationskonzept.language import Message
from integrationskonzept.model.names import named
from integrationskonzept.plugins.validators import callable_, telling


@frozen(kw_only=True)
class BundledConcept:
    """A concept that ships with a package, such as a town's own."""

    name: str = field(validator=named)
    """Short name it is asked for by, such as ``sachsenheim``."""
    title: Message = field(validator=telling)
    """What people call it."""
    read: Callable[[], bytes] = field(validator=callable_)
    """Return the file's bytes."""
    format: str = "yaml"
    """Name of the format the bytes are in."""
