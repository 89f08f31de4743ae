"""A file format: a name, suffixes, a reader and a writer of plain data with positions."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from integrationskonzept.findings import Finding, Path, Position
from integrationskonzept.formats.positions import PositionLookup
from integrationskonzept.i18n.messages import Message
from integrationskonzept.model.names import named


class FastPathMissError(ValueError):
    """Something the careful way should look at."""


def _nowhere(_: Path) -> tuple[Position | None, Position | None]:
    return None, None


def _unknown(_: Path) -> None:
    return None


@frozen
class ParsedData:
    """What a format reads: dicts with text keys, lists, text, numbers, truth values, None, dates and times of day."""

    data: Any
    positions: PositionLookup = _nowhere
    """Where everything stands; see `Origin`."""
    spelling: Callable[[Path], str | None] = _unknown
    """Given a path, the number or truth value there as it was typed, where that can be told."""
    findings: tuple[Finding, ...] = ()
    """What did not stop the reading: errors are reported along with those of the data; warnings and notes stay with
    the concept, and `check` reports them."""


@frozen
class Edited:
    """A file's new content, in which only what had to be changed is another text."""

    content: bytes
    lost: tuple[str, ...] = ()
    """Comments that stood inside what was removed or replaced as a whole, and went with it."""


@frozen(kw_only=True)
class Format:
    """A way to write a concept into bytes and to read it back.

    A format knows nothing of the model: it turns bytes into plain data and back, in the one
    layout that the model prescribes. `read` raises `InvalidConceptError` with located findings.
    """

    name: str = field(validator=named)
    """Short name, such as ``yaml``."""
    title: Message
    """What people call it."""
    suffixes: tuple[str, ...]
    """File suffixes with the dot, the usual one first."""
    media_type: str
    """IANA media type."""
    read: Callable[[bytes], ParsedData] | None = None
    """Bytes to plain data; None for a format that is only written."""
    write: Callable[[Mapping[str, Any]], bytes] | None = None
    """Plain data to bytes; None for a format that is only read."""
    edit: Callable[[bytes, Any, Any], Edited] | None = None
    """Given the content of a file, the plain data read from it and new plain data, the content changed
    where the two differ; it raises `UneditableError` where that cannot be done. None for a format
    that is only written as a whole."""
