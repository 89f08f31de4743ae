"""File formats: name, suffixes, reader and writer, and the data that a reader returns."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen
from attrs.validators import optional

from integrationskonzept.findings import Finding, Path, Position
from integrationskonzept.formats.positions import PositionLookup
from integrationskonzept.i18n.messages import Message, is_message
from integrationskonzept.model.names import named
from integrationskonzept.model.validators import is_function, is_media_type, suffixes_with_dots


class FastPathMissError(ValueError):
    """A case that a fast path leaves to the diagnostic path."""


def _no_position(_: Path) -> tuple[Position | None, Position | None]:
    return None, None


def _no_spelling(_: Path) -> None:
    return None


@frozen
class ParsedData:
    """Plain data read from a file: dicts with text keys, lists, text, numbers, truth values, None, dates and times."""

    data: Any
    positions: PositionLookup = _no_position
    """The positions of keys and values; see `FileOrigin`."""
    spelling: Callable[[Path], str | None] = _no_spelling
    """Given a path, the spelling of the number or truth value there; None if unknown."""
    findings: tuple[Finding, ...] = ()
    """Findings that did not stop the reading: errors are reported with those of the data; warnings and notes stay with
    the concept, and `check` reports them."""


@frozen
class Edited:
    """The new content of a file in which only changed values differ."""

    content: bytes
    lost: tuple[str, ...] = ()
    """Comments that were removed with the values around them."""


@frozen(kw_only=True)
class Format:
    """A file format for concepts.

    It converts between bytes and plain data and does not know the model, which alone prescribes the layout. `read`
    raises `InvalidConceptError` with located findings.
    """

    name: str = field(validator=named)
    """Short name, such as ``yaml``."""
    title: Message = field(validator=is_message)
    """Name for people."""
    suffixes: tuple[str, ...] = field(validator=suffixes_with_dots)
    """File suffixes with the dot, the usual one first."""
    media_type: str = field(validator=is_media_type)
    """IANA media type."""
    read: Callable[[bytes], ParsedData] | None = field(default=None, validator=optional(is_function))
    """Function from bytes to plain data; None for a format that is only written."""
    write: Callable[[Mapping[str, Any]], bytes] | None = field(default=None, validator=optional(is_function))
    """Function from plain data to bytes; None for a format that is only read."""
    edit: Callable[[bytes, Any, Any], Edited] | None = field(default=None, validator=optional(is_function))
    """Function from the content of a file, the plain data read from it and new plain data to the content, changed
    where the two differ; it raises `UneditableError` if that is impossible. None for a format that is only written as
    a whole."""
