"""Functions that are imported when they are called, so that listing plugins stays quick."""

from pkgutil import resolve_name
from typing import Any

from attrs import frozen


@frozen
class Deferred:
    """A function that is imported when it is first called.

    An exporter needs its name, its title and its options to be listed, and its function only to export:
    ``Exporter(name="poster", export=Deferred("my_poster.drawing:export"), …)``.
    """

    name: str
    """Where the function is: ``package.module:function``."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Import the function and call it."""
        return resolve_name(self.name)(*arguments, **named)
