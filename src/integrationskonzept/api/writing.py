"""Concepts into files and texts."""

import os
from pathlib import Path

from integrationskonzept.api.hosting import default_host, writable
from integrationskonzept.files import write_whole
from integrationskonzept.formats.writing import plain
from integrationskonzept.model.concept import Concept
from integrationskonzept.plugins.host import PluginHost


def save(concept: Concept, path: str | os.PathLike[str], *, host: PluginHost | None = None) -> Path:
    """Write a concept to a file, whole or not at all; the suffix tells the format.

    All of it is written, what is marked internal too, over whatever stands there; comments of
    a file are not kept. ``save(concept.public(), path)`` leaves out what is internal.
    """
    file = Path(path)
    return write_whole(file, encoded(concept, file.suffix, host=host))


def dumps(concept: Concept, format: str = "yaml", *, host: PluginHost | None = None) -> str:
    """Write a concept as text in the format of this name. The same concept gives the same text."""
    return encoded(concept, format, host=host).decode("utf-8")


def encoded(concept: Concept, format: str, *, host: PluginHost | None = None) -> bytes:
    """Return the bytes of a concept's file in the format of this name or suffix."""
    form = writable(host or default_host(), format)
    return form.write(plain(concept))  # type: ignore[misc]  # `writable` gave it
