"""The contract of an exporter: what it is, what options it takes, and what comes out of it."""

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from attrs import field, frozen

from integrationskonzept.errors import UnsafePathError
from integrationskonzept.files import write_whole
from integrationskonzept.language import Message
from integrationskonzept.model.concept import Concept


def _safe_name(_: Any, __: Any, name: str) -> None:
    path = PurePosixPath(name)
    unsafe = not name or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name
    if unsafe or any(ord(character) < 32 for character in name) or path.name in ("", "."):
        raise UnsafePathError(f"a file of an export needs a relative name without '..', such as 'a/b.ics'; got {name!r}")


@frozen(kw_only=True)
class ExportFile:
    """One file of an export."""

    name: str = field(validator=_safe_name)
    """Relative name with ``/`` between folders."""
    content: bytes = field(repr=lambda content: f"<{len(content)} bytes>")
    """What the file holds."""
    media_type: str
    """IANA media type."""


@frozen(kw_only=True)
class Loss:
    """Something the concept says that the export cannot say, or says only with a doubt."""

    address: str
    """Address of the element."""
    message: Message
    """What is lost or doubtful, and why."""

    def __str__(self) -> str:
        return f"{self.address}: {self.message.text()}"


@frozen(kw_only=True)
class Export:
    """What an exporter returns: files, and what they do not say."""

    files: tuple[ExportFile, ...]
    """The files; names are unique."""
    losses: tuple[Loss, ...] = ()
    """What could not be said at all."""
    warnings: tuple[Loss, ...] = ()
    """What is said as printed although it is known to be doubtful."""

    def write_to(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write every file below `folder`, each whole or not at all, and return their paths."""
        root = Path(folder)
        return tuple(write_whole(root / file.name, file.content) for file in self.files)


@frozen(kw_only=True)
class NoOptions:
    """The options of an exporter that has none."""


@frozen(kw_only=True)
class Exporter:
    """A way to send a concept somewhere: a name, its options, and a pure function."""

    name: str
    """Short name, such as ``ical``."""
    title: Message
    """What people call it."""
    media_type: str
    """IANA media type of the main file."""
    suffix: str
    """Suffix of the main file, with the dot."""
    export: Callable[[Concept, Any], Export]
    """Concept and options to files. It gets the public view and must not read the clock or the network."""
    options: type = NoOptions
    """An attrs class; every attribute has a default, so that no option is ever required."""
