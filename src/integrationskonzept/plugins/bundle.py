"""The contract of a bundled concept: one that a package ships."""

from collections.abc import Callable

from attrs import frozen

from integrationskonzept.language import Message


@frozen(kw_only=True)
class BundledConcept:
    """A concept that ships with a package, such as a town's own."""

    name: str
    """Short name it is asked for by, such as ``sachsenheim``."""
    title: Message
    """What people call it."""
    read: Callable[[], bytes]
    """Return the file's bytes."""
    format: str = "yaml"
    """Name of the format the bytes are in."""
