"""The contract of an exporter: what it is, what options it takes, and what comes out of it."""

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

from attrs import field, frozen

from integrationskonzept.files import write_whole
from integrationskonzept.language import Message
from integrationskonzept.model.concept import Concept
from integrationskonzept.model.names import named
from integrationskonzept.plugins.naming import apart, safe_name, within
from integrationskonzept.plugins.validators import callable_, dotted, options_class, telling


@frozen(kw_only=True)
class ExportFile:
    """One file of an export."""

    name: str = field(validator=safe_name)
    """Relative name with ``/`` between folders, which every operating system can write."""
    content: bytes = field(repr=lambda content: f"<{len(content)} bytes>")
    """What the file holds."""
    media_type: str
    """IANA media type."""

    @content.validator
    def _bytes(self, _: Any, content: object) -> None:
        if not isinstance(content, bytes):
            raise TypeError(f"content must be bytes, such as text.encode('utf-8'); got {type(content).__name__}")


@frozen(kw_only=True)
class Loss:
    """Something the concept says that the export cannot say, or says only with a doubt."""

    address: str
    """Address of the element."""
    message: Message
    """What is lost or doubtful, and why."""

    def __str__(self) -> str:
        return f"{self.address}: {self.message.text()}"


class TargetState(StrEnum):
    """How what would be written or sent compares with what is there.

    ``edited`` is what somebody else changed there since it was last sent, and what sending would undo.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    EDITED = "edited"


@frozen(kw_only=True)
class FileChange:
    """What writing one file would change."""

    name: str
    """Name of the file in the export."""
    path: Path
    """Where it would be written."""
    state: TargetState
    """Whether nothing, the same or something else is there now."""


@frozen(kw_only=True)
class Export:
    """What an exporter returns: files, and what they do not say."""

    files: tuple[ExportFile, ...] = field()
    """The files; no two names fall together, not even where letter case does not count."""
    losses: tuple[Loss, ...] = ()
    """What could not be said at all."""
    warnings: tuple[Loss, ...] = ()
    """What is said as printed although it is known to be doubtful."""

    @files.validator
    def _apart(self, _: Any, files: tuple[ExportFile, ...]) -> None:
        apart([file.name for file in files])

    def plan(self, folder: str | os.PathLike[str]) -> tuple[FileChange, ...]:
        """Say what writing the files below `folder` would change, and change nothing."""
        return tuple(
            FileChange(name=file.name, path=path, state=state_of(path, file.content))
            for file, path in self._targets(folder)
        )

    def write_to(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write every file below `folder`, each whole or not at all, and return their paths.

        Raises `UnsafePathError`, before anything is written, when a symbolic link would lead a
        file out of the folder or a folder stands where a file is to be written. A link in place
        of a file is replaced; whatever it leads to stays as it is.
        """
        return tuple(write_whole(path, file.content, through_link=False) for file, path in self._targets(folder))

    def _targets(self, folder: str | os.PathLike[str]) -> list[tuple[ExportFile, Path]]:
        return [(file, within(Path(folder), file.name)) for file in self.files]


def state_of(path: Path, content: bytes) -> TargetState:
    """Tell how what would be written to `path` compares with what is there."""
    if not os.path.lexists(path):
        return TargetState.NEW
    same = path.is_file() and not path.is_symlink() and path.read_bytes() == content
    return TargetState.SAME if same else TargetState.CHANGED


@frozen(kw_only=True)
class NoOptions:
    """The options of an exporter that has none."""


@frozen(kw_only=True)
class Exporter:
    """A way to send a concept somewhere: a name, its options, and a pure function."""

    name: str = field(validator=named)
    """Short name, such as ``ical``."""
    title: Message = field(validator=telling)
    """What people call it."""
    media_type: str
    """IANA media type of the main file."""
    suffix: str = field(validator=dotted)
    """Suffix of the main file, with the dot."""
    export: Callable[[Concept, Any], Export] = field(validator=callable_)
    """Concept and options to files. It gets the public view and must not read the clock or the network."""
    options: type = field(default=NoOptions, validator=options_class)
    """An attrs class; every attribute has a default, so that no option is ever required."""
    with_tables: bool = False
    """Whether `export` is also given every table there is, by name, those of plugins included, as a third argument.
    Without that argument it must do with what it has."""
